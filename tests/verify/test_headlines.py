"""Headlines as evidence: allowed where the evidence says that it is one."""

from __future__ import annotations

import pytest

from factsite.verify.normalized import comparable
from tests.workspaces import base, check

CLAIM = "claims/ended-at-nine.yml"


def rules(quote: str, speaker: str) -> list[str]:
    """Name what is wrong with a quote of the gazette that somebody is said to speak."""
    files = base()
    text = files[CLAIM].decode()
    changed = text.replace("      the lantern festival ended at nine\n", f"      {quote}\n", 1)
    changed = changed.replace("according_to: The mayor", f"according_to: {speaker}", 1)
    assert changed.count(speaker) >= 1
    assert quote in comparable(changed)
    found = check(files | {CLAIM: changed.encode()}).diagnostics
    return [one.rule for one in found if one.rule == "quote-is-headline" or one.severity == "error"]


@pytest.mark.parametrize("speaker", ["the headline", "the HEADLINE of the gazette", "its title", "Title"])
def test_a_headline_that_is_called_one_may_be_quoted(speaker: str) -> None:
    """Whoever reads the evidence then knows that no reporter and no speaker says it."""
    assert rules("Lantern festival ends early", speaker) == []


@pytest.mark.parametrize("speaker", ["The mayor", "a head, named", "the line"])
def test_a_headline_passes_for_nobodys_words(speaker: str) -> None:
    """A headline in anybody's mouth is reported."""
    assert rules("Lantern festival ends early", speaker) == ["quote-is-headline"]


def test_a_part_of_a_headline_is_no_headline() -> None:
    """Only the whole headline is one."""
    assert rules("Lantern festival ends", "The mayor") == []
