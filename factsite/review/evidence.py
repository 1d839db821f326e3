"""What became of a claim's evidence: added, removed, reworded, moved, weighed otherwise, or no longer in its source."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from factsite.corpus.model import Citation, Evidence, Excerpt
from factsite.review.words import FieldChange, changed_fields
from factsite.verify.normalized import comparable
from factsite.verify.quotes import cite
from factsite.verify.record import ArchivedSource
from factsite.verify.surroundings import in_sentence


class Fate(StrEnum):
    """What became of one piece of evidence."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    CHANGED = "changed"
    MOVED = "moved"
    LOST = "lost"
    """Its quote is as it was, but no longer stands in its source."""


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """One piece of evidence and what became of it; positions count from 1 and are 0 where there is none.

    `stands` tells whether the newer quote is in its source; where it is new, `sentence` shows it in what stands around.
    """

    fate: Fate
    source: str
    before: Evidence[Excerpt] | None
    after: Evidence[Excerpt] | None
    fields: tuple[FieldChange, ...] = ()
    was_at: int = 0
    is_at: int = 0
    stands: bool = True
    sentence: str = ""


class _Placed(NamedTuple):
    """A piece of evidence and its position."""

    at: int
    evidence: Evidence[Excerpt]


_Pair = tuple[_Placed, _Placed]
_APART = ("source", "quote", "accepted", "locations")


def changed_evidence(
    before: Sequence[Evidence[Excerpt]],
    after: Sequence[Evidence[Excerpt]],
    then: Mapping[str, ArchivedSource],
    now: Mapping[str, ArchivedSource],
) -> tuple[EvidenceChange, ...]:
    """Give what became of each piece of evidence that is not as it was, in the order of the newer version."""
    same, gone, fresh = _paired(before, after)
    reworded, removed, added = _reworded(gone, fresh)
    found = [_change(Fate.ADDED, None, placed, now) for placed in added]
    found += [_change(Fate.REWORDED, *pair, now) for pair in reworded]
    found += [change for pair in same for change in _kept(pair, then, now)]
    found += [_change(Fate.MOVED, *pair, now) for pair in _moved(same)]
    found += [_change(Fate.REMOVED, placed, None, now) for placed in removed]
    return tuple(sorted(found, key=lambda change: (not change.is_at, change.is_at, change.was_at)))


def _paired(
    before: Sequence[Evidence[Excerpt]], after: Sequence[Evidence[Excerpt]]
) -> tuple[list[_Pair], list[_Placed], list[_Placed]]:
    """Pair what quotes the same words of the same source; give the pairs, and what is left of either version."""
    waiting: dict[tuple[str, str], list[_Placed]] = defaultdict(list)
    for at, evidence in enumerate(before, 1):
        waiting[evidence.source, comparable(evidence.quote.text)].append(_Placed(at, evidence))
    same: list[_Pair] = []
    fresh: list[_Placed] = []
    for at, evidence in enumerate(after, 1):
        known = waiting[evidence.source, comparable(evidence.quote.text)]
        if known:
            same.append((known.pop(0), _Placed(at, evidence)))
        else:
            fresh.append(_Placed(at, evidence))
    return same, _in_order(waiting.values()), fresh


def _reworded(gone: list[_Placed], fresh: list[_Placed]) -> tuple[list[_Pair], list[_Placed], list[_Placed]]:
    """Pair what is left by source, in order: the same source now speaks in other words."""
    waiting: dict[str, list[_Placed]] = defaultdict(list)
    for placed in gone:
        waiting[placed.evidence.source].append(placed)
    pairs = [(waiting[new.evidence.source].pop(0), new) for new in fresh if waiting[new.evidence.source]]
    taken = {new.at for _, new in pairs}
    return pairs, _in_order(waiting.values()), [new for new in fresh if new.at not in taken]


def _in_order(groups: Iterable[list[_Placed]]) -> list[_Placed]:
    return sorted((placed for group in groups for placed in group), key=lambda placed: placed.at)


def _kept(
    pair: _Pair, then: Mapping[str, ArchivedSource], now: Mapping[str, ArchivedSource]
) -> Iterator[EvidenceChange]:
    old, new = pair
    if _stands(old.evidence, then) and not _stands(new.evidence, now):
        yield _change(Fate.LOST, old, new, now)
    if (change := _change(Fate.CHANGED, old, new, now)).fields:
        yield change


def _stands(evidence: Evidence[Excerpt], sources: Mapping[str, ArchivedSource]) -> bool:
    return _cited(evidence, sources) is not None


def _cited(evidence: Evidence[Excerpt], sources: Mapping[str, ArchivedSource]) -> Citation | None:
    """Prove a quote; None if it is not in its source."""
    archived = sources.get(evidence.source)
    proof = cite(evidence.quote, archived) if archived else None
    return proof if isinstance(proof, Citation) else None


def _change(fate: Fate, old: _Placed | None, new: _Placed | None, now: Mapping[str, ArchivedSource]) -> EvidenceChange:
    before, was_at = (old.evidence, old.at) if old else (None, 0)
    after, is_at = (new.evidence, new.at) if new else (None, 0)
    either = after or before
    assert either is not None
    fields = changed_fields(before, after, _APART) if before and after and fate is not Fate.MOVED else ()
    citation = _cited(after, now) if after else None
    fresh = fate in (Fate.ADDED, Fate.REWORDED)
    sentence = in_sentence(now[either.source], citation) if citation and fresh else ""
    stands = after is None or citation is not None
    return EvidenceChange(fate, either.source, before, after, fields, was_at, is_at, stands, sentence)


def _moved(same: list[_Pair]) -> list[_Pair]:
    """Give the fewest pieces whose moving explains the new order: all but a longest run that kept its order."""
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for index, (old, _) in enumerate(same):
        length = bisect_left(ends, old.at)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [old.at]
        last[length : length + 1] = [index]
    kept = set()
    index = last[-1] if last else -1
    while index >= 0:
        kept.add(index)
        index = previous[index]
    return [pair for index, pair in enumerate(same) if index not in kept]
