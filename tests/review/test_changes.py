"""What readers relied on changes only with a correction that they can see."""

from __future__ import annotations

from typing import Any

import pytest

from factsite.corpus import dates
from factsite.corpus.model import Citation, Claim, Correction, Reason, Stance, Withdrawal
from factsite.review.changes import Subject, changes, needs_correction
from tests.records import claim, evidence

SAID = evidence("gazette", Stance.SUPPORTS, "the lantern festival ended at nine")
FRESH = Correction(dates.parse("2026-11-25"), "It was wrong.")
SMALL = Correction(dates.parse("2026-11-25"), "A letter.", typographical=True)


def subjects(before: Claim[Citation], after: Claim[Citation]) -> list[Subject]:
    """Give what changed without a correction."""
    return [change.subject for change in needs_correction(before, after)]


@pytest.mark.parametrize(
    ("changed", "subject"),
    [
        ({"claim": "The lantern festival ended at ten."}, Subject.CLAIM),
        ({"claimant": "A steward"}, Subject.CLAIMANT),
        ({"verdict": "refuted"}, Subject.VERDICT),
        ({"evidence": ()}, Subject.EVIDENCE),
        (
            {"evidence": (evidence("gazette", Stance.CONTRADICTS, "the lantern festival ended at nine"),)},
            Subject.EVIDENCE,
        ),
        ({"evidence": (evidence("gazette", Stance.SUPPORTS, "ended at nine"),)}, Subject.EVIDENCE),
        (
            {"evidence": (evidence("gazette", Stance.SUPPORTS, "the lantern festival ended at nine", telling=False),)},
            Subject.EVIDENCE,
        ),
    ],
)
def test_what_readers_relied_on_needs_a_correction(changed: dict[str, Any], subject: Subject) -> None:
    """Claim, claimant, verdict and evidence change with a correction; a changed verdict says what it was."""
    assert subjects(claim(), claim(**changed)) == [subject]
    told = Correction(FRESH.on, FRESH.what, verdict_was="disputed") if subject is Subject.VERDICT else FRESH
    assert subjects(claim(), claim(**changed, corrections=(told,))) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"summary": "Another summary."},
        {"reasoning": "Other reasoning."},
        {"because": (Reason.SINGLE_ORIGIN,)},
        {"evidence": (SAID, evidence("gazette", Stance.SUPPORTS, "had drifted from the quay"))},
        {"claim": "The  lantern festival ended at nine."},
    ],
)
def test_what_is_added_or_explained_needs_none(changed: dict[str, Any]) -> None:
    """Evidence that is added, other explanations and white space take nothing from readers."""
    assert subjects(claim(), claim(**changed)) == []


def test_a_correction_of_spelling_covers_no_verdict_and_no_evidence() -> None:
    """A typographical correction accounts for wording alone."""
    other = claim(claim="The lantern festival ended at Nine.", verdict="refuted", evidence=(), corrections=(SMALL,))
    assert subjects(claim(), other) == [Subject.VERDICT, Subject.EVIDENCE]


def test_a_changed_verdict_is_named() -> None:
    """A correction that does not say what the verdict was does not account for its change."""
    assert subjects(claim(), claim(verdict="refuted", corrections=(FRESH,))) == [Subject.VERDICT]


def test_an_old_correction_accounts_for_nothing_new() -> None:
    """Only a correction that was added with the change counts, and none may go."""
    old = claim(corrections=(FRESH,))
    assert subjects(old, claim(claimant="A steward", corrections=(FRESH,))) == [Subject.CLAIMANT]
    assert subjects(old, claim()) == [Subject.CORRECTIONS]


def test_a_withdrawal_accounts_for_changes_and_is_not_taken_back_in_silence() -> None:
    """Withdrawing says all that readers need; standing again needs a correction."""
    gone = claim(evidence=(), withdrawn=Withdrawal(dates.parse("2026-11-30"), "Not checkable."))
    assert subjects(claim(), gone) == []
    assert subjects(gone, claim()) == [Subject.WITHDRAWN]


def test_a_change_says_what_was_and_what_is() -> None:
    """Both states are given in words, for the reviewer's report."""
    (found,) = changes(claim(), claim(evidence=()))
    assert (found.before, found.after, found.source) == ("supports: the lantern festival ended at nine", "", "gazette")
