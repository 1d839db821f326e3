"""What a change does to the record: every claim, source and setting that two versions have differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from factsite.corpus.model import Claim, Correction, Excerpt, Settings
from factsite.review.acceptances import AcceptanceChange, changed_in_claim
from factsite.review.evidence import EvidenceChange, changed_evidence
from factsite.review.record_snapshot import RecordSnapshot
from factsite.review.renames import renamed
from factsite.review.sources import SourceChange, changed_sources
from factsite.review.words import FieldChange, changed_fields
from factsite.verify.record import Tally
from factsite.verify.tally import tally

SHOWN_COUNTS = (
    *("documents", "origins", "documents_for", "origins_for", "documents_against", "origins_against"),
    *("primary_for", "primary_against"),
)
_APART = ("id", "path", "evidence", "corrections", "accepted", "locations")


class ChangeKind(StrEnum):
    """What became of a claim."""

    REMOVED = "removed"
    WITHDRAWN = "withdrawn"
    FAULTY = "faulty"
    """Its file has faults, so it cannot be compared."""
    RENAMED = "renamed"
    CHANGED = "changed"
    CONCERNED = "concerned"
    """Its file is as it was, but a source that it cites is not."""
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class CountChange:
    """A count of documents or origins that is different now."""

    key: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One claim and what became of it; `was` is its id before, where that was another."""

    kind: ChangeKind
    id: str
    before: Claim[Excerpt] | None = None
    after: Claim[Excerpt] | None = None
    was: str | None = None
    fields: tuple[FieldChange, ...] = ()
    evidence: tuple[EvidenceChange, ...] = ()
    counts: tuple[CountChange, ...] = ()
    corrections: tuple[Correction, ...] = ()
    accepted: tuple[AcceptanceChange, ...] = ()
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything in which two versions of the record differ; of settings only the rules are told in full."""

    claims: tuple[ClaimChange, ...]
    sources: tuple[SourceChange, ...]
    settings: tuple[str, ...]
    rules: tuple[FieldChange, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether the record differs at all."""
        return bool(self.claims or self.sources or self.settings)


def compare(before: RecordSnapshot, after: RecordSnapshot) -> Comparison:
    """Compare two versions of the record."""
    claims = sorted(_claims(before, after), key=lambda change: (list(ChangeKind).index(change.kind), change.id))
    keys = (field.name for field in fields(Settings))
    settings = tuple(key for key in keys if getattr(before.settings, key) != getattr(after.settings, key))
    rules = changed_fields(before.settings.rules, after.settings.rules, ("locations",))
    return Comparison(tuple(claims), changed_sources(before.sources, after.sources), settings, rules)


def _claims(before: RecordSnapshot, after: RecordSnapshot) -> Iterator[ClaimChange]:
    moved = renamed(before, after)
    for name, now in after.claims.items():
        was = moved.get(name, name)
        then = before.claims.get(was)
        if now is None:
            yield ClaimChange(ChangeKind.FAULTY, name, before=then)
        elif then is None:
            # A claim that could not be compared before is as good as new.
            accepted = changed_in_claim(None, now)
            evidence = changed_evidence((), now.evidence, before.sources, after.sources)
            counted = tally(now, after.sources)
            yield ClaimChange(ChangeKind.ADDED, name, after=now, evidence=evidence, accepted=accepted, tally=counted)
        else:
            change = _change(then, now, before, after)
            if change.kind is not ChangeKind.CONCERNED or change.evidence or change.counts:
                yield change
    former = set(moved.values())
    for name, gone in before.claims.items():
        if name not in after.claims and name not in former:
            yield ClaimChange(ChangeKind.REMOVED, name, before=gone)


def _change(then: Claim[Excerpt], now: Claim[Excerpt], before: RecordSnapshot, after: RecordSnapshot) -> ClaimChange:
    counted, recounted = tally(then, before.sources), tally(now, after.sources)
    return ClaimChange(
        _kind(then, now),
        now.id,
        then,
        now,
        then.id if then.id != now.id else None,
        changed_fields(then, now, _APART),
        changed_evidence(then.evidence, now.evidence, before.sources, after.sources),
        _counts(counted, recounted),
        tuple(entry for entry in now.corrections if entry not in then.corrections),
        changed_in_claim(then, now),
        recounted,
    )


def _kind(then: Claim[Excerpt], now: Claim[Excerpt]) -> ChangeKind:
    if now.withdrawn and not then.withdrawn:
        return ChangeKind.WITHDRAWN
    if now.id != then.id:
        return ChangeKind.RENAMED
    return ChangeKind.CONCERNED if now == then else ChangeKind.CHANGED


def _counts(then: Tally, now: Tally) -> tuple[CountChange, ...]:
    values = ((key, getattr(then, key), getattr(now, key)) for key in SHOWN_COUNTS)
    return tuple(CountChange(key, old, new) for key, old, new in values if old != new)
