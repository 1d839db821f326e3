"""Numbers in a claim that no quote of it holds: which words claim a number, and which do not."""

from __future__ import annotations

import pytest

from factsite.corpus.model import Claim, Evidence, Excerpt, Stance
from factsite.verify.fit_rules import check_numbers
from tests import records


def reported(words: str, quote: str = "the lantern festival") -> list[str]:
    """Give the numbers of a claim that its one quote does not hold."""
    typed = Evidence("gazette", Stance.SUPPORTS, "It tells of it", Excerpt(quote, "gazette"))
    made = records.claim()
    claim = Claim(
        id=made.id,
        path=made.path,
        claim=words,
        claimants=made.claimants,
        topics=made.topics,
        verdict=made.verdict,
        certainty=made.certainty,
        reviewed=made.reviewed,
        summary="It came to pass.",
        evidence=(typed,),
    )
    return [one.of for one in check_numbers(claim, records.SOURCES, "en")]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("400 people came.", ["400"]),
        ("They came with 400 people.", ["400"]),
        ("Not 400 people came.", []),
        ("They were not 400 people.", []),
        ("One person came.", []),
        ("1 person came.", ["1"]),
        ("Not one person came.", []),
        ("They came on 4 May 2019.", []),
    ],
)
def test_words_that_claim_a_number(words: str, numbers: list[str]) -> None:
    """A number is claimed unless it is a date, `one` in letters, or said not to be."""
    assert reported(words) == numbers
