"""Accepted warnings in a review: each new or changed one is shown with its reason, in every form."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from factsite.corpus.model import Acceptance, Claim, Excerpt
from factsite.review.acceptances import AcceptanceChange
from factsite.review.compare import compare
from factsite.review.forms import Form, written
from tests.records import SOURCES
from tests.review.test_compare import claim, side
from tests.review.test_forms import review

LOSS = Acceptance("quote-loses-negation", "denied", "It is told further on.")
SAME = Acceptance("same-claim", "other", "The other one is on the year before.")


def accepting(*in_evidence: Acceptance, top: tuple[Acceptance, ...] = ()) -> Claim[Excerpt]:
    """Make a claim that accepts warnings on its evidence and at its top."""
    plain = claim()
    return replace(plain, evidence=(replace(plain.evidence[0], accepted=in_evidence),), accepted=top)


def changed(before: Claim[Excerpt], after: Claim[Excerpt]) -> list[tuple[str, str | None, bool]]:
    """Give the words of the acceptances that differ, where they stand, and which are gone."""
    (change,) = compare(side(before), side(after)).claims
    assert not change.fields
    assert not change.evidence
    return [(one.of, one.source, one.gone) for one in change.accepted]


def test_a_new_acceptance_is_a_change() -> None:
    """What is accepted newly is told, with the source of its evidence if it stands there."""
    assert changed(claim(), accepting(LOSS, top=(SAME,))) == [("other", None, False), ("denied", "gazette", False)]


def test_a_reworded_reason_is_a_change() -> None:
    """Another reason for the same warning is told anew, and so is an acceptance that is taken back."""
    other = replace(LOSS, why="The next sentence says so.")
    assert changed(accepting(LOSS), accepting(other)) == [("denied", "gazette", False), ("denied", "gazette", True)]
    assert changed(accepting(LOSS), claim()) == [("denied", "gazette", True)]


def test_an_old_acceptance_is_no_change() -> None:
    """What was accepted before is not told again, whatever else changed."""
    (change,) = compare(side(accepting(LOSS)), side(replace(accepting(LOSS), summary="Other."))).claims
    assert change.accepted == ()


def test_an_acceptance_in_a_sidecar_is_a_change() -> None:
    """Sidecars accept warnings too."""
    gazette = SOURCES["gazette"]
    other = SOURCES | {"gazette": replace(gazette, source=replace(gazette.source, accepted=(SAME,)))}
    (change,) = compare(side(claim()), side(claim(), sources=other)).sources
    assert change.accepted == (AcceptanceChange(SAME.rule, SAME.of, SAME.why),)


@pytest.mark.parametrize("before", [(), (claim(),)], ids=["added", "changed"])
@pytest.mark.parametrize("form", [Form.TEXT, Form.MARKDOWN])
def test_reviewers_read_the_reason(form: Form, before: tuple[Claim[Excerpt], ...]) -> None:
    """The report on an added or changed claim says which warning is accepted, on which word, and why."""
    told = written(review(*before, after=(accepting(LOSS),)), form)
    (line,) = (line for line in told.splitlines() if "warning accepted" in line)
    for words in ("denied", "gazette", "It is told further on"):
        assert words in line


def test_programs_read_the_reason() -> None:
    """The JSON holds each new acceptance in full."""
    (found,) = json.loads(written(review(claim(), after=(accepting(LOSS),)), Form.JSON))["claims"]
    assert found["accepted"] == [
        {
            "rule": "quote-loses-negation",
            "of": "denied",
            "why": "It is told further on.",
            "source": "gazette",
            "gone": False,
        }
    ]
