"""Excerpts of a source in their context: a little text around each, the quoted words marked.

Excerpts that stand close together share one stretch of context. Beyond that, nothing of a document is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from factsite.corpus.text import Span
from factsite.site.pages.citations import Use
from factsite.verify.record import ArchivedSource

AROUND = 60
"""So many characters before and after a quote are shown at most: enough to see what it stands in, and no more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that are all quoted, or all context; `uses` are the numbers of quotes that end with it."""

    text: str
    marked: bool
    starts: tuple[int, ...]
    uses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """An unbroken piece of a source with the quotes in it; `quotes` are numbers, counted from 1 on the page."""

    first_line: int
    last_line: int
    pieces: tuple[Piece, ...]
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Quote:
    """A use in places of the readable text: its number, the place in the file where it starts, its passages."""

    number: int
    file_start: int
    passages: tuple[Span, ...]


def stretches(archived: ArchivedSource, uses: Iterable[Use], first: int = 1) -> list[Stretch]:
    """Lay out a source's quotes in order, numbered from `first`."""
    text = archived.readable
    quotes = [
        _Quote(number, use.start, tuple(text.reading(part.span) for part in use.evidence.quote.passages))
        for number, use in enumerate(uses, start=first)
    ]
    return [_stretch(archived, span, quotes) for span in _joined(text.text, quotes)]


def _joined(text: str, quotes: list[_Quote]) -> list[Span]:
    """Give the ranges to show: every passage with its surroundings, those that touch joined."""
    joined: list[Span] = []
    for span in sorted(_around(text, part) for quote in quotes for part in quote.passages):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _around(text: str, part: Span) -> Span:
    """Widen a passage to whole words on each side, never over the end of a line."""
    line = Span(text.rfind("\n", 0, part.start) + 1, text.find("\n", part.end) % (len(text) + 1))
    before, after = part.start - AROUND, part.end + AROUND
    start = line.start if before <= line.start else text.find(" ", before, part.start) + 1 or part.start
    end = line.end if after >= line.end else max(text.rfind(" ", part.end, after), part.end)
    return Span(start, end)


def _stretch(archived: ArchivedSource, span: Span, quotes: list[_Quote]) -> Stretch:
    inside = [quote for quote in quotes if any(span.overlaps(part) for part in quote.passages)]
    start, end = archived.readable.span(span.start, span.end)
    return Stretch(
        first_line=archived.document.place(start).line,
        last_line=archived.document.place(end - 1).line,
        pieces=tuple(_pieces(archived.readable.text, span, inside)),
        quotes=tuple(quote.number for quote in inside),
    )


def _pieces(text: str, span: Span, quotes: list[_Quote]) -> Iterator[Piece]:
    parts = [part for quote in quotes for part in quote.passages if span.overlaps(part)]
    edges = sorted({span.start, span.end, *(edge for part in parts for edge in part)})
    for start, end in pairwise(edges):
        yield Piece(
            text=text[start:end],
            marked=any(part.start <= start < part.end for part in parts),
            starts=tuple(dict.fromkeys(quote.file_start for quote in quotes if quote.passages[0].start == start)),
            uses=tuple(quote.number for quote in quotes if quote.passages[-1].end == end),
        )
