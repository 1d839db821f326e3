"""One value of a claim file is read without the others: reviews of large records ask each claim what it quotes."""

import pytest

from factsite.corpus.decode import excerpts
from factsite.corpus.model import Excerpt
from factsite.corpus.text import Document

CLAIM = """\
absent:
  - {source: other, words: [evidence, {evidence: nested}]}
evidence:
  - source: gazette
    quote: the first words
    after: behind these
  - {source: wire, quote: second}
summary: no more
"""


def test_what_a_claim_quotes_is_found_behind_other_values() -> None:
    """A nested key of the same name is passed over, and each excerpt is as typed."""
    found = excerpts(Document("claims/one.yml", CLAIM))
    assert found == (Excerpt("the first words", "gazette", "behind these"), Excerpt("second", "wire"))


@pytest.mark.parametrize("text", ["", "- evidence", "evidence", "evidence: text", "summary: none", "evidence: [&a x]"])
def test_a_file_that_quotes_nothing_in_order_gives_nothing(text: str) -> None:
    """An empty file, a list, a scalar, another type, a missing key and an anchor give no excerpt and raise nothing."""
    assert excerpts(Document("claims/one.yml", text)) == ()
