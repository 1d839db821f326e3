"""What became of a claim, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factsite.corpus.model import Claim, Evidence, Excerpt, Stance
from factsite.report import counted
from factsite.review.acceptances import acceptance_line
from factsite.review.compare import ChangeKind, ClaimChange
from factsite.review.evidence import EvidenceChange, Fate
from factsite.review.lines import Foreign, Line, Words, line
from factsite.review.report_fields import field_lines
from factsite.review.words import FieldChange

MOST_EVIDENCE = 12
"""So many pieces of evidence are told of for one claim."""

_HEADINGS = {
    ChangeKind.REMOVED: "Removed ",
    ChangeKind.WITHDRAWN: "Withdrawn ",
    ChangeKind.FAULTY: "Cannot be compared ",
    ChangeKind.RENAMED: "Renamed ",
    ChangeKind.CHANGED: "Changed ",
    ChangeKind.CONCERNED: "Concerned by a changed source ",
    ChangeKind.ADDED: "Added ",
}
COUNTS = {
    "documents": "documents",
    "origins": "independent origins",
    "documents_for": "documents in support",
    "origins_for": "independent origins in support",
    "documents_against": "documents against",
    "origins_against": "independent origins against",
    "primary_for": "primary documents in support",
    "primary_against": "primary documents against",
}
"""The names of counts for people."""
_STANCES = {
    Stance.SUPPORTS: "supports",
    Stance.CONTRADICTS: "contradicts",
    Stance.QUALIFIES: "qualifies",
    Stance.MENTIONS: "mentions",
}


def heading(change: ClaimChange) -> Words:
    """Say what became of which claim."""
    if change.was and change.was != change.id:
        return (_HEADINGS[change.kind], Foreign(change.was), " → ", Foreign(change.id))
    return (_HEADINGS[change.kind], Foreign(change.id))


def claim_lines(change: ClaimChange, labels: Mapping[str, str]) -> tuple[Line, ...]:
    """Say what became of a claim, point by point."""
    return tuple(_lines(change, labels))


def _lines(change: ClaimChange, labels: Mapping[str, str]) -> Iterator[Line]:
    claim = change.after or change.before
    if claim is not None:
        yield line(Foreign(claim.claim))
    if change.kind is ChangeKind.FAULTY:
        yield line("Its file has faults, named above; when they are mended, this report says what changed.")
    elif change.kind is ChangeKind.ADDED and change.after:
        yield from _added(change.after, change, labels)
    elif change.kind is ChangeKind.REMOVED and change.before:
        yield line("verdict, as published: ", _label(change.before.verdict, labels))
    else:
        yield from _changed(change, labels)
    yield from map(acceptance_line, change.accepted)


def _changed(change: ClaimChange, labels: Mapping[str, str]) -> Iterator[Line]:
    first = sorted(change.fields, key=lambda field: ("verdict", "certainty").count(field.key), reverse=True)
    for field in first:
        yield from field_lines(labelled(field, labels))
    for count in change.counts:
        yield line(f"{COUNTS[count.key]}: {count.before} → {count.after}")
    for evidence in change.evidence[:MOST_EVIDENCE]:
        yield from _evidence(evidence)
    yield from _more(change.evidence)
    for entry in change.corrections:
        slip = ", typographical" if entry.typographical else ""
        yield line(f"correction of {entry.on.iso}{slip}: ", Foreign(entry.what))


def labelled(field: FieldChange, labels: Mapping[str, str]) -> FieldChange:
    """Give a changed field with the labels of verdicts in the place of their keys."""
    if field.key != "verdict":
        return field
    return FieldChange(field.key, labels.get(field.before, field.before), labels.get(field.after, field.after))


def _label(verdict: str, labels: Mapping[str, str]) -> Foreign:
    return Foreign(labels.get(verdict, verdict))


def _added(claim: Claim[Excerpt], change: ClaimChange, labels: Mapping[str, str]) -> Iterator[Line]:
    yield line("claimant: ", Foreign(claim.claimant))
    yield line("verdict: ", _label(claim.verdict, labels), f", certainty {claim.certainty.value}")
    if change.tally:
        documents, origins = change.tally.documents, change.tally.origins
        yield line(f"evidence: {counted(documents, 'document')}, {counted(origins, 'independent origin')}")
    for entry in change.evidence[:MOST_EVIDENCE]:
        yield from _new(entry)
    yield from _more(change.evidence)


def _new(change: EvidenceChange) -> Iterator[Line]:
    """Say what evidence of a new claim says, in its sentence where that says more."""
    assert change.after is not None
    yield line(*_said(change.after), depth=1)
    yield from _in_sentence(change, 2)


def _in_sentence(change: EvidenceChange, depth: int) -> Iterator[Line]:
    if change.sentence and not (change.sentence.startswith("⟦") and change.sentence.endswith("⟧")):
        yield line("in its sentence: ", Foreign(change.sentence), depth=depth)


def _more(evidence: Sequence[object]) -> Iterator[Line]:
    if len(evidence) > MOST_EVIDENCE:
        yield line(f"and {len(evidence) - MOST_EVIDENCE:,} more points on evidence")


def _said(entry: Evidence[Excerpt]) -> Words:
    return (Foreign(entry.source), f" {_STANCES[entry.stance]}: ", Foreign(entry.quote.text))


def _evidence(change: EvidenceChange) -> Iterator[Line]:
    entry = change.after or change.before
    assert entry is not None
    match change.fate:
        case Fate.ADDED | Fate.REMOVED:
            yield line(f"evidence {change.fate.value}: ", *_said(entry))
        case Fate.LOST:
            yield line("quote no longer in its source: ", Foreign(entry.source), ": ", Foreign(entry.quote.text))
        case Fate.MOVED:
            yield line(
                "evidence moved: ", Foreign(entry.source), f" from place {change.was_at} to place {change.is_at}"
            )
        case Fate.REWORDED | Fate.CHANGED:
            yield line(f"evidence {change.fate.value}: ", Foreign(entry.source))
            yield from _particulars(change)
    yield from _in_sentence(change, 1)
    if change.fate in (Fate.ADDED, Fate.REWORDED) and not change.stands:
        yield line("these words are not in the source", depth=1)


def _particulars(change: EvidenceChange) -> Iterator[Line]:
    if change.before and change.after and change.fate is Fate.REWORDED:
        yield from field_lines(FieldChange("quote", change.before.quote.text, change.after.quote.text), 1)
    for field in change.fields:
        yield from field_lines(field, 1)
