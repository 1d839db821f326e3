"""Quotes of a source in their context: a little text around each, the quoted words marked.

Quotes that stand close together share one stretch of context. Beyond that, nothing of a document is shown; where
quotes are so many that little would be left out, each has less context.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from factsite.corpus.text import Span
from factsite.site.pages.uses import Use
from factsite.verify.record import ArchivedSource
from factsite.verify.shares import count_words, words_in

WIDTHS = (60, 40, 24, 16, 8)
"""So many characters before and after a quote are shown: enough to see what it stands in, and no more."""

MOST_SHOWN = 0.6
"""The share of a source's words that may be shown, quotes and context together; of quotes alone less may stand."""


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


def width(archived: ArchivedSource, uses: Iterable[Use]) -> int:
    """Give how many characters of context all quotes of a source may have on each side."""
    text = archived.readable
    passages = [text.reading(part.span) for use in uses for part in use.evidence.quote.passages]
    most = MOST_SHOWN * count_words(text.text)
    for around in WIDTHS:
        if words_in(text.text, (_around(text.text, part, around) for part in passages)) <= most:
            return around
    return 0


def stretches(archived: ArchivedSource, uses: Iterable[Use], around: int) -> list[Stretch]:
    """Lay out a source's quotes in order, numbered from 1, with so many characters of context."""
    text = archived.readable
    quotes = [
        _Quote(number, use.start, tuple(text.reading(part.span) for part in use.evidence.quote.passages))
        for number, use in enumerate(uses, start=1)
    ]
    return [_stretch(archived, span, quotes) for span in _joined(text.text, quotes, around)]


def _joined(text: str, quotes: list[_Quote], around: int) -> list[Span]:
    """Give the ranges to show: every passage with its surroundings, those that touch joined."""
    joined: list[Span] = []
    for span in sorted(_around(text, part, around) for quote in quotes for part in quote.passages):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _around(text: str, part: Span, around: int) -> Span:
    """Widen a passage to whole words on each side, never over the end or the indentation of a line."""
    line = Span(text.rfind("\n", 0, part.start) + 1, text.find("\n", part.end) % (len(text) + 1))
    before, after = part.start - around, part.end + around
    start = line.start if before <= line.start else text.find(" ", before, part.start) + 1 or part.start
    end = line.end if after >= line.end else max(text.rfind(" ", part.end, after), part.end)
    return Span(part.start - len(text[start : part.start].lstrip()), end)


def _stretch(archived: ArchivedSource, span: Span, quotes: list[_Quote]) -> Stretch:
    inside = [quote for quote in quotes if any(span.overlaps(part) for part in quote.passages)]
    first, last = archived.document.lines_of(archived.readable.span(*span))
    return Stretch(
        first_line=first,
        last_line=last,
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
