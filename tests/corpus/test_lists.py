"""Lists: one that is too long is refused unread."""

from __future__ import annotations

from factsite.corpus import decode
from factsite.corpus.text import Document


def test_a_list_has_an_end() -> None:
    """Items beyond the most that a list may have are reported once and not read."""
    topics = ", ".join(f"t{number}" for number in range(40_000))
    claim, problems = decode.claim(Document("claims/x.yml", f"topics: [{topics}]\n"))
    assert claim is not None
    assert len(claim.topics) == 1_000
    assert [found.message for found in problems if "items" in found.message] == ["40,000 items, more than 1,000"]
