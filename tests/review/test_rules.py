"""What a change of published claims must come with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from factsite.corpus import dates
from factsite.corpus.model import Claim, Claimant, Claimants, Correction, Excerpt, Stance, Withdrawal
from factsite.diagnostics import Location
from factsite.review.compare import compare
from factsite.review.rules import check_changes
from tests.review.test_compare import claim, side

TODAY = dates.parse("2026-11-22")


def told(before: Claim[Excerpt], **changes: Any) -> list[tuple[str, str]]:
    """Change a claim and give what is found: rule and message."""
    values = {"verdict": before.verdict, "corrections": before.corrections, "withdrawn": before.withdrawn} | changes
    after = claim(before.id, **values)
    return [(found.rule, found.message) for found in check_changes(compare(side(before), side(after)))]


def test_verdict() -> None:
    """A new verdict needs a correction that names the old one."""
    message = "the verdict changed from `disputed` to `refuted` without a correction that says so"
    assert told(claim(), verdict="refuted", summary="x") == [("change-without-correction", message)]
    entry = Correction(TODAY, "It was refuted since.", verdict_was="disputed")
    assert told(claim(), verdict="refuted", summary="x", corrections=(entry,)) == []


def test_summary() -> None:
    """A new verdict under the summary of the old one is warned of, unless the claim is withdrawn."""
    entry = Correction(TODAY, "It was refuted since.", verdict_was="disputed")
    warned = "verdict-changed-summary-unchanged"
    message = "the verdict changed from `disputed` to `refuted`, and the summary is as it was"
    assert told(claim(), verdict="refuted", corrections=(entry,)) == [(warned, message)]
    assert told(claim(), verdict="refuted", corrections=(entry,), summary="It did not.") == []
    assert told(claim(), verdict="refuted", withdrawn=Withdrawal(TODAY, "Misquoted.")) == []
    assert told(claim(), verdict="disputed", reasoning="Explained.") == []


def test_words() -> None:
    """New words of a claim need a correction; that it was a slip of the pen is enough."""
    message = "the published `claim` changed without a correction; it was: The lantern festival ended at nine."
    assert told(claim(), claim="It ended at ten.") == [("change-without-correction", message)]
    assert told(claim(), claim="It ended at 9.", corrections=(Correction(TODAY, "9", typographical=True),)) == []


def test_claimant() -> None:
    """Another claimant needs a correction."""
    message = "the published `claimant` changed without a correction; it was: The mayor"
    assert told(claim(), claimant="A boatman") == [("change-without-correction", message)]


def test_spelling_of_claimant() -> None:
    """Another spelling of one claimant is no other claimant; one more claimant is a change."""
    known = Claimants.of({"mayor": Claimant("The mayor", also=("Anna Quay",))})
    before = claim().attributed(known)
    assert told(before, claimants=(known.meant("Anna Quay"),)) == []
    message = "the published `claimant` changed without a correction; it was: The mayor"
    both = (known.meant("mayor"), Claimant("A boatman"))
    assert told(before, claimants=both) == [("change-without-correction", message)]


def test_excerpt() -> None:
    """Another excerpt needs a correction, and more than that of a slip of the pen."""
    message = (
        "published evidence of gazette is gone or counts otherwise, without a correction: "
        "supports: the lantern festival ended at nine"
    )
    wrong = [("change-without-correction", message)]
    assert told(claim(), quote="Nobody was hurt") == wrong
    slip = Correction(TODAY, "Shorter.", typographical=True)
    assert told(claim(), quote="Nobody was hurt", corrections=(slip,)) == wrong
    assert told(claim(), quote="Nobody was hurt", corrections=(Correction(TODAY, "Other words."),)) == []


def test_weighed_otherwise() -> None:
    """Published evidence that now counts otherwise needs a correction, and is pointed at where it stands."""
    before, after = claim(), claim()
    quote = replace(after.evidence[0].quote, location=Location(7, 3, 9))
    evidence = (replace(after.evidence[0], stance=Stance.QUALIFIES, quote=quote),)
    (found,) = check_changes(compare(side(before), side(replace(after, evidence=evidence))))
    assert (found.rule, found.location) == ("change-without-correction", Location(7, 3, 9))


def test_lost_correction() -> None:
    """A published correction stays."""
    before = claim(corrections=(Correction(TODAY, "It was wrong."),))
    message = "a published correction is gone or reworded: 2026-11-22: It was wrong."
    assert told(before, corrections=()) == [("change-without-correction", message)]


def test_withdrawal_taken_back() -> None:
    """A claim that stands again says why."""
    before = claim(withdrawn=Withdrawal(TODAY, "Misquoted."))
    message = "a withdrawal was taken back without a correction"
    assert told(before, withdrawn=None) == [("change-without-correction", message)]


def test_removed() -> None:
    """A published claim is not deleted."""
    (found,) = check_changes(compare(side(claim()), side()))
    assert (found.rule, found.path) == ("claim-removed", "claims/nine.yml")


def test_renamed() -> None:
    """Another address of a published claim is warned of, and its changes are held to the same rules."""
    changed = claim("at-nine", verdict="refuted", summary="x")
    found = list(check_changes(compare(side(claim()), side(changed))))
    assert [(one.rule, one.path, one.severity) for one in found] == [
        ("claim-renamed", "claims/at-nine.yml", "warning"),
        ("change-without-correction", "claims/at-nine.yml", "error"),
    ]


def test_additions_are_free() -> None:
    """A new claim, a new summary and new reasoning need no correction."""
    assert list(check_changes(compare(side(), side(claim())))) == []
    assert told(claim(), summary="Said otherwise.", reasoning="Explained.") == []
