"""Sentences of a text: ended by a full stop, a danda, a question or exclamation mark, or a line that was ended early.

A line goes on with the sentence of the line before if it begins with a small letter, or if the line before is as full
as the lines of the text are, so that it was ended only for want of room.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import regex

from factsite.corpus.text import Span
from factsite.languages.language import languages
from factsite.verify.blocks import LONGEST_LINE

# What was matched is never given back (`++`), so that a long run of one character is read once.
_LINE_END = regex.compile(r"(?<!\s)[^\S\n]*+\n(?:\s*+(?!\p{Ll})|[^\S\n]*+\n\s*+)")
STOP = regex.compile(r"(?<![.!?।॥…])[.!?।॥…]++[\"'”’»)\]]*+\s++(?!\p{Ll}|[\"'“‘«(\[]*\p{Ll})")
ABBREVIATIONS = sorted({word for language in languages().values() for word in language.abbreviations})
"""Words that end in a full stop and do not end a sentence, in all languages that are known, for documents mix them."""
_ABBREVIATED = regex.compile(r"(?:\b(?:\L<abbreviations>)|\b\p{Lu}|\p{L}\.\p{L})\.\s+\Z", abbreviations=ABBREVIATIONS)
_FULL = 0.75
"""The share of the widest line beyond which a line counts as full; lines of proportional type differ by as much."""
_LONGEST_WORD = 40
_WORDS = regex.compile(r"[\w\p{M}](?:.*[\w\p{M}])?", regex.DOTALL)


def sentences(text: str, blocks: Iterable[int] = ()) -> Iterator[Span]:
    """Give the range of each sentence, from its first word to its last; what holds no word is no sentence.

    No sentence runs over one of the places at which `blocks` begin.
    """
    start = 0
    for end in sorted({*_line_ends(text), *blocks, len(text)}):
        for sentence in _between(STOP, text, Span(start, end)):
            if words := _WORDS.search(text, *sentence):
                yield Span(*words.span())
        start = end


def around(part: Span, parted: Sequence[Span]) -> Span:
    """Give the range from the first to the last of a text's sentences that a part of it touches, and that part."""
    first = bisect_right(parted, part.start, key=_end)
    last = bisect_left(parted, part.end, key=_start) - 1
    if last < first:
        return part
    return Span(min(part.start, parted[first].start), max(part.end, parted[last].end))


def _start(sentence: Span) -> int:
    return sentence.start


def _end(sentence: Span) -> int:
    return sentence.end


def _line_ends(text: str) -> Iterator[int]:
    """Give where what follows a line begins that ended on purpose."""
    full = _FULL * _width(text)
    for found in _LINE_END.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        if found[0].count("\n") > 1 or not full or found.start() - start + _first_word(text, found.end()) <= full:
            yield found.end()


def _width(text: str) -> int:
    """Give the length of the longest line that another one follows, or none where lines are not wrapped."""
    lines = text.split("\n")
    width = max((len(line.rstrip()) for line, after in pairwise(lines) if after.strip()), default=0)
    return width if width <= LONGEST_LINE else 0


def _first_word(text: str, at: int) -> int:
    """Give the length of the word at a place, with the space that it would have needed."""
    return 1 + next((n for n in range(_LONGEST_WORD) if not text[at + n : at + n + 1].strip()), _LONGEST_WORD)


def _between(end: regex.Pattern[str], text: str, within: Span) -> Iterator[Span]:
    """Split a range of a text behind each end."""
    start = within.start
    for found in end.finditer(text, within.start, within.end):
        if not _ABBREVIATED.search(text, max(start, found.end() - 12), found.end()):
            yield Span(start, found.end())
            start = found.end()
    yield Span(start, within.end)
