"""Independence: how many documents, and how many origins of reporting, stand for and against a claim.

Sources that go back to one origin count once. Evidence that every reading of a claim would produce counts for none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from factsite.corpus.model import Claim, Evidence, Stance
from factsite.verify.fold import alike
from factsite.verify.normalized import comparable
from factsite.verify.record import ArchivedSource, Tally

Quote = TypeVar("Quote")

ARCHIVE_SHOWN_WHOLE = 50
"""Up to this size of the archive every source without evidence is named; above it, only those that editors name."""


def tally(claim: Claim[Quote], sources: Mapping[str, ArchivedSource]) -> Tally:
    """Count a claim's documents and origins; evidence from sources that do not exist is passed over."""
    evidence = [entry for entry in claim.evidence if entry.source in sources]
    silent = _silent(claim, sources)
    told = [entry for entry in evidence if entry.telling]
    supporting = [entry for entry in told if entry.stance is Stance.SUPPORTS]
    against = [entry for entry in told if entry.stance is Stance.CONTRADICTS]
    return Tally(
        documents=len({entry.source for entry in evidence}),
        origins=_origins(evidence, sources),
        documents_for=len({entry.source for entry in supporting}),
        origins_for=_origins(supporting, sources),
        documents_against=len({entry.source for entry in against}),
        origins_against=_origins(against, sources),
        named_for=len({_speaker(entry) for entry in supporting if entry.according_to and not entry.unnamed}),
        primary_for=_origins(_primary(supporting, sources), sources),
        primary_against=_origins(_primary(against, sources), sources),
        unnamed=sum(entry.unnamed for entry in evidence),
        silent=silent,
        not_looked_at=_not_looked_at(claim, silent, sources),
    )


def _speaker(entry: Evidence[Quote]) -> str:
    return alike(comparable(entry.according_to or "")).rstrip(" .,")


def _origins(evidence: Iterable[Evidence[Quote]], sources: Mapping[str, ArchivedSource]) -> int:
    return len({sources[entry.source].source.origin for entry in evidence})


def _primary(evidence: Iterable[Evidence[Quote]], sources: Mapping[str, ArchivedSource]) -> Iterator[Evidence[Quote]]:
    return (entry for entry in evidence if sources[entry.source].source.primary)


def _silent(claim: Claim[Quote], sources: Mapping[str, ArchivedSource]) -> tuple[str, ...]:
    """Name the sources that an `absent` entry calls silent; all of a large archive are named one by one, or not."""
    speaking = {entry.source for entry in claim.evidence}
    named = dict.fromkeys(name for absence in claim.absent for name in absence.sources)
    if len(sources) > ARCHIVE_SHOWN_WHOLE:
        return tuple(name for name in named if name in sources and name not in speaking)
    searched = sources.keys() if any(not absence.sources for absence in claim.absent) else named.keys()
    return tuple(name for name in sources if name in searched and name not in speaking)


def _not_looked_at(
    claim: Claim[Quote], silent: tuple[str, ...], sources: Mapping[str, ArchivedSource]
) -> tuple[str, ...]:
    if len(sources) > ARCHIVE_SHOWN_WHOLE:
        return ()
    known = {*silent, *(entry.source for entry in claim.evidence)}
    return tuple(name for name in sources if name not in known)
