"""Which changes of a published claim need a correction that readers can see.

Readers may have relied on what a claim said. What they relied on (its words, who made it, its verdict, its evidence) is
changed only with an entry in `corrections`; what is added, and how it is explained, may change freely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar

from factsite.corpus.model import Citation, Claim, Correction, Evidence, Excerpt
from factsite.verify.normalized import comparable

Quote = TypeVar("Quote", Excerpt, Citation)
Key: TypeAlias = tuple[str, str]
"""What makes evidence the same in two versions: its source and its words."""


class Subject(StrEnum):
    """What readers relied on; each is a key of a claim file."""

    CLAIM = "claim"
    CLAIMANT = "claimant"
    VERDICT = "verdict"
    EVIDENCE = "evidence"
    CORRECTIONS = "corrections"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that readers relied on and that is different now.

    `before` and `after` are the two states in words, empty where there was or is none. `source` is set for evidence.
    """

    subject: Subject
    before: str
    after: str
    source: str | None = None


def needs_correction(before: Claim[Quote], after: Claim[Quote]) -> tuple[Change, ...]:
    """Give the changes between two published versions of a claim that no new correction accounts for.

    A changed verdict asks for a correction whose `verdict_was` names the verdict before. A typographical correction
    accounts for the wording of the claim and its claimant alone. A withdrawal accounts for everything but a lost
    correction.
    """
    fresh = [entry for entry in after.corrections if entry not in before.corrections]
    withdrawn = after.withdrawn is not None and before.withdrawn is None
    return tuple(change for change in changes(before, after) if not _accounted(change, fresh, withdrawn=withdrawn))


def changes(before: Claim[Quote], after: Claim[Quote]) -> Iterator[Change]:
    """Give everything that readers of the first version relied on and that the second has otherwise."""
    if comparable(before.claim) != comparable(after.claim):
        yield Change(Subject.CLAIM, before.claim, after.claim)
    if {one.key for one in before.claimants} != {one.key for one in after.claimants}:
        yield Change(Subject.CLAIMANT, before.claimant, after.claimant)
    if before.verdict != after.verdict:
        yield Change(Subject.VERDICT, before.verdict, after.verdict)
    yield from _changed_evidence(before, after)
    for entry in before.corrections:
        if entry not in after.corrections:
            yield Change(Subject.CORRECTIONS, f"{entry.on.iso}: {entry.what}", "")
    if before.withdrawn is not None and after.withdrawn is None:
        yield Change(Subject.WITHDRAWN, before.withdrawn.why, "")


def _accounted(change: Change, fresh: list[Correction], *, withdrawn: bool) -> bool:
    match change.subject:
        case Subject.CORRECTIONS:
            return False
        case _ if withdrawn:
            return True
        case Subject.VERDICT:
            return any(entry.verdict_was == change.before for entry in fresh)
        case Subject.CLAIM | Subject.CLAIMANT:
            return bool(fresh)
        case _:
            return any(not entry.typographical for entry in fresh)


def _changed_evidence(before: Claim[Quote], after: Claim[Quote]) -> Iterator[Change]:
    """Give evidence that is gone or that counts otherwise; evidence that was added takes nothing from readers."""
    then, now = _weights(before), _weights(after)
    for (source, words), weight in then.items():
        kept = now.get((source, words), "")
        if kept != weight:
            yield Change(Subject.EVIDENCE, f"{weight}: {words}", f"{kept}: {words}" if kept else "", source)


def _weights(claim: Claim[Quote]) -> dict[Key, str]:
    """Give what each piece of evidence does to a claim, in words."""
    found: dict[Key, str] = {}
    for entry in claim.evidence:
        key = (entry.source, comparable(entry.quote.text))
        found[key] = " and ".join(filter(None, (found.get(key), _weight(entry))))
    return found


def _weight(entry: Evidence[Quote]) -> str:
    return entry.stance.value + ("" if entry.telling else " (not telling)")
