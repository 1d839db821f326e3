"""What became of the archive: sources added, removed, renamed, described otherwise, and documents with other words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from factsite.corpus.model import Source
from factsite.review.acceptances import AcceptanceChange, changed_in_source
from factsite.review.differences import Difference, differences
from factsite.review.words import FieldChange, changed_fields
from factsite.verify.record import ArchivedSource

_APART = ("id", "path", "accepted", "locations")


class SourceKind(StrEnum):
    """What became of a source."""

    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class SourceChange:
    """One source and what became of it; `text` holds the places at which its document has other words."""

    kind: SourceKind
    id: str
    before: Source | None = None
    after: Source | None = None
    was: str | None = None
    fields: tuple[FieldChange, ...] = ()
    text: tuple[Difference, ...] = ()
    accepted: tuple[AcceptanceChange, ...] = ()


def changed_sources(
    before: Mapping[str, ArchivedSource], after: Mapping[str, ArchivedSource]
) -> tuple[SourceChange, ...]:
    """Give what became of each source that is not as it was."""
    return tuple(sorted(_changes(before, after), key=lambda change: (list(SourceKind).index(change.kind), change.id)))


def _changes(before: Mapping[str, ArchivedSource], after: Mapping[str, ArchivedSource]) -> Iterator[SourceChange]:
    gone = {_matter(archived): name for name, archived in before.items() if name not in after}
    for name, now in after.items():
        was = name if name in before else gone.pop(_matter(now), None)
        if was is None:
            accepted = changed_in_source(None, now.source)
            yield SourceChange(SourceKind.ADDED, name, after=now.source, accepted=accepted)
        elif before[was] is not now and (change := _change(before[was], now)):
            yield change
    yield from (SourceChange(SourceKind.REMOVED, name, before=before[name].source) for name in gone.values())


def _matter(archived: ArchivedSource) -> tuple[str, object]:
    """Give what stays the same when a source gets another name: its document and the lines that are its own."""
    return archived.source.file, archived.source.lines


def _change(then: ArchivedSource, now: ArchivedSource) -> SourceChange | None:
    fields = changed_fields(then.source, now.source, _APART)
    text = tuple(_in_file(now, found) for found in differences(_text(then), _text(now)))
    was = then.source.id if then.source.id != now.source.id else None
    accepted = changed_in_source(then.source, now.source)
    if not (fields or text or was or accepted):
        return None
    kind = SourceKind.RENAMED if was else SourceKind.CHANGED
    return SourceChange(kind, now.source.id, then.source, now.source, was, fields, text, accepted)


def _text(archived: ArchivedSource) -> str:
    return archived.document.text[archived.span.start : archived.span.end]


def _in_file(archived: ArchivedSource, found: Difference) -> Difference:
    """Count lines from the beginning of the file, not of the source."""
    return replace(found, line=found.line + archived.document.place(archived.span.start).line - 1)
