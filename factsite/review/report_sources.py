"""What became of a source, in words; of a changed document, the places that differ."""

from __future__ import annotations

from collections.abc import Iterator

from factsite.review.acceptances import acceptance_line
from factsite.review.lines import Foreign, Line, Words, line
from factsite.review.report_fields import field_lines, text_lines
from factsite.review.sources import SourceChange, SourceKind


def source_heading(change: SourceChange) -> Words:
    """Say what became of which source."""
    kind = f"{change.kind.value.capitalize()} "
    if change.was:
        return (kind, Foreign(change.was), " → ", Foreign(change.id))
    return (kind, Foreign(change.id))


def source_lines(change: SourceChange) -> tuple[Line, ...]:
    """Say what became of a source, point by point."""
    return tuple(_lines(change))


def _lines(change: SourceChange) -> Iterator[Line]:
    source = change.after or change.before
    if source is not None:
        yield line(Foreign(source.title))
    if change.kind is SourceKind.ADDED and change.after:
        yield line("from: ", Foreign(change.after.publisher or change.after.name))
        primary = ", primary document" if change.after.primary else ""
        relation = change.after.relation.value.replace("-", " ")
        yield line("origin: ", Foreign(change.after.origin), f", {relation}{primary}")
        if change.after.quotable:
            yield line("may be quoted whole: ", Foreign(change.after.quotable.whole))
    for field in change.fields:
        if field.key == "sha256":
            yield line("its SHA-256 was written anew")
        else:
            yield from field_lines(field)
    yield from map(acceptance_line, change.accepted)
    if change.text:
        yield line("the document has other words:")
        yield from text_lines(change.text, 1, numbered=True)
