"""Quotes of a source in their context: the sentences in which they stand, the quoted words marked.

Quotes of one sentence share it. A document of which so much is quoted that whole sentences would republish it shows as
many of them as there is room for; the rest of its quotes stand alone, and their sentences on the pages of their claims.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factsite.corpus.text import Span
from factsite.site.pages.uses import Use
from factsite.verify.record import ArchivedSource
from factsite.verify.shares import count_words, words_in
from factsite.verify.surroundings import whole_sentences

_APART = 40
"""Locations between two sentences that are longer than this, such as rows of stars, part them too."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that are all quoted, or all context; `uses` are the numbers of quotes that end with it.

    `begins_block` tells that the document begins a heading, paragraph, item, cell or column with it.
    """

    text: str
    marked: bool
    starts: tuple[int, ...]
    uses: tuple[int, ...]
    begins_block: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """An unbroken piece of a source with the quotes in it; `quotes` are numbers, counted from 1 on the page."""

    first_line: int
    last_line: int
    pieces: tuple[Piece, ...]
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Passages of the readable text that are one quote, its number, and the place in the file where it starts."""

    number: int
    file_start: int
    passages: tuple[Span, ...]


def quotes(archived: ArchivedSource, uses: Iterable[Use]) -> list[Quote]:
    """Number the quotes of a source from 1, in their order."""
    reading = archived.readable.reading
    return [
        Quote(number, use.start, tuple(reading(part.span) for part in use.evidence.quote.passages))
        for number, use in enumerate(uses, start=1)
    ]


def shown(archived: ArchivedSource, uses: Sequence[Use], most: float) -> list[Span]:
    """Give the ranges of a source's readable text to show: all quotes, and as many of their sentences as may be.

    `most` is the share of its words that may be shown, quotes and context together.
    The sentences that cost fewest words come first, so that most quotes have theirs. Where all have, the sentences
    beside them follow.
    """
    text = archived.readable.text
    passages = [part for use in uses for part in use.evidence.quote.passages]
    quoted = _merged(archived.readable.reading(part.span) for part in passages)
    left = most * count_words(text) - words_in(text, quoted)
    own = _merged(whole_sentences(archived, part) for part in passages)
    kept, left = _affordable(text, own, quoted, left)
    if len(kept) == len(own):
        kept += _affordable(text, list(_beside(archived, own)), [], left)[0]
    return united(archived, quoted + kept)


def _affordable(text: str, spans: list[Span], quoted: list[Span], left: float) -> tuple[list[Span], float]:
    """Give those of some ranges that a number of words pays for, the cheapest first; what is quoted costs nothing."""
    costs = [count_words(text[slice(*span)]) - words_in(text, _overlapping(span, quoted)) for span in spans]
    kept = []
    for cost, span in sorted(zip(costs, spans, strict=True)):
        if cost > left:
            break
        left -= cost
        kept.append(span)
    return kept, left


def _beside(archived: ArchivedSource, own: list[Span]) -> Iterator[Span]:
    """Give the sentences just before and just behind those that are shown, in the same block."""
    shown = [bool(_overlapping(sentence, own)) for sentence in archived.sentences]
    for number, (before, behind) in enumerate(pairwise(archived.sentences)):
        if shown[number] != shown[number + 1] and _touch(archived, before.end, behind.start):
            yield before if shown[number + 1] else behind


def _overlapping(span: Span, ordered: list[Span]) -> list[Span]:
    """Give those of some ranges in order, none of which overlap, that share characters with another one."""
    first = bisect_right(ordered, span.start, key=lambda one: one.end)
    return ordered[first : bisect_left(ordered, span.end, key=lambda one: one.start)]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Give ranges in order, as one where they overlap."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.overlaps(merged[-1]):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def united(archived: ArchivedSource, spans: Iterable[Span]) -> list[Span]:
    """Give ranges of the readable text in order, as one where no word and no block's border parts them."""
    joined: list[Span] = []
    for span in _merged(spans):
        if joined and _touch(archived, joined[-1].end, span.start):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _touch(archived: ArchivedSource, end: int, start: int) -> bool:
    """Tell whether neither a word nor a border stands between the end of a range and the start of another."""
    if start <= end:
        return True
    borders = bisect_right(archived.blocks, start) - bisect_right(archived.blocks, end)
    between = archived.readable.text[end : min(start, end + _APART)]
    return not borders and start - end < _APART and not any(char.isalnum() for char in between)


def stretches(archived: ArchivedSource, spans: Iterable[Span], numbered: Sequence[Quote]) -> list[Stretch]:
    """Lay out ranges of a source's readable text with the quotes in them; a range without a quote is left out."""
    found = (_stretch(archived, span, numbered) for span in spans)
    return [stretch for stretch in found if stretch.quotes]


def _stretch(archived: ArchivedSource, span: Span, numbered: Sequence[Quote]) -> Stretch:
    inside = [quote for quote in numbered if any(span.overlaps(part) for part in quote.passages)]
    first, last = archived.document.lines_of(archived.readable.span(*span))
    return Stretch(
        first_line=first,
        last_line=last,
        pieces=tuple(_pieces(archived, span, inside)),
        quotes=tuple(quote.number for quote in inside),
    )


def _pieces(archived: ArchivedSource, span: Span, inside: Sequence[Quote]) -> Iterator[Piece]:
    parts = [part for quote in inside for part in quote.passages if span.overlaps(part)]
    blocks = {at for at in archived.blocks if span.start < at < span.end}
    edges = sorted({span.start, span.end, *blocks, *(edge for part in parts for edge in part)})
    for start, end in pairwise(edges):
        yield Piece(
            text=archived.readable.text[start:end],
            marked=any(part.start <= start < part.end for part in parts),
            starts=tuple(dict.fromkeys(quote.file_start for quote in inside if quote.passages[0].start == start)),
            uses=tuple(quote.number for quote in inside if quote.passages[-1].end == end),
            begins_block=start in blocks,
        )
