"""Sentences of a text, in English and in Hindi: ended by a full stop, a danda, a question or exclamation mark, a line.

A line that begins with a small letter goes on with the sentence of the line before.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factsite.corpus.text import Span

# What was matched is never given back (`++`), so that a long run of one character is read once.
_LINE_END = regex.compile(r"(?<!\s)[^\S\n]*+\n(?:\s*+(?!\p{Ll})|[^\S\n]*+\n\s*+)")
STOP = regex.compile(r"(?<![.!?।॥…])[.!?।॥…]++[\"'”’»)\]]*+\s++(?!\p{Ll}|[\"'“‘«(\[]*\p{Ll})")
_ABBREVIATED = regex.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|Rs|Pvt|Ltd|Inc|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b\p{Lu}|\p{L}\.\p{L})\.\s+\Z"
)
_WORDS = regex.compile(r"[\w\p{M}](?:.*[\w\p{M}])?", regex.DOTALL)


def sentences(text: str) -> Iterator[Span]:
    """Give the range of each sentence, from its first word to its last; what holds no word is no sentence."""
    for line in _between(_LINE_END, text, Span(0, len(text))):
        for start, end in _between(STOP, text, line):
            if words := _WORDS.search(text, start, end):
                yield Span(*words.span())


def _between(end: regex.Pattern[str], text: str, within: Span) -> Iterator[Span]:
    """Split a range of a text behind each end."""
    start = within.start
    for found in end.finditer(text, within.start, within.end):
        if not _ABBREVIATED.search(text, max(start, found.end() - 12), found.end()):
            yield Span(start, found.end())
            start = found.end()
    yield Span(start, within.end)
