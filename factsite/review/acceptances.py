"""Which warnings a change lets stand, and which acceptances it takes back; reviewers judge each reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsite.corpus.model import Acceptance, Claim, Excerpt, Source
from factsite.review.lines import Foreign, Line, line


@dataclass(frozen=True, slots=True)
class AcceptanceChange:
    """An acceptance that is new, or is gone; `source` is that of the evidence in which it stands, if it stands there.

    One whose reason was reworded is gone and new.
    """

    rule: str
    of: str
    why: str
    source: str | None = None
    gone: bool = False


def changed_in_claim(before: Claim[Excerpt] | None, after: Claim[Excerpt]) -> tuple[AcceptanceChange, ...]:
    """Give the acceptances in which two versions of a claim differ, in the order of the newer one."""
    return _changed(list(_of_claim(before)) if before else [], list(_of_claim(after)))


def changed_in_source(before: Source | None, after: Source) -> tuple[AcceptanceChange, ...]:
    """Give the acceptances in which two versions of a sidecar differ."""
    return _changed([_of(one) for one in before.accepted] if before else [], [_of(one) for one in after.accepted])


def acceptance_line(change: AcceptanceChange) -> Line:
    """Say which warning is accepted, where, and why."""
    verb = "no longer accepted" if change.gone else "accepted"
    where = (" in evidence of ", Foreign(change.source)) if change.source else ()
    return line(
        f"warning {verb}: ", Foreign(change.rule), " of ", Foreign(change.of), *where, ": ", Foreign(change.why)
    )


def _of_claim(claim: Claim[Excerpt]) -> Iterator[AcceptanceChange]:
    yield from map(_of, claim.accepted)
    for entry in claim.evidence:
        yield from (_of(one, entry.source) for one in entry.accepted)


def _of(acceptance: Acceptance, source: str | None = None) -> AcceptanceChange:
    return AcceptanceChange(acceptance.rule, acceptance.of, acceptance.why, source)


def _changed(before: list[AcceptanceChange], after: list[AcceptanceChange]) -> tuple[AcceptanceChange, ...]:
    fresh = [one for one in after if one not in before]
    gone = (AcceptanceChange(one.rule, one.of, one.why, one.source, gone=True) for one in before if one not in after)
    return (*fresh, *gone)
