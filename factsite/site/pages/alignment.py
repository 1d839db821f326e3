"""What two texts share, word by word: kept, changed, or in one of them alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factsite.corpus.text import Span
from factsite.verify.record import ArchivedSource, SharedPassage

NEAR = 30
"""Shared passages with no more words than this between them, on either side, are shown as one."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one side; `kept` where the other side has the same, and empty where only the other side has any."""

    text: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Aligned:
    """A shared stretch of two texts, each side as runs of words, with the lines on which it stands."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    left_line: int
    right_line: int


@dataclass(frozen=True, slots=True)
class _Side:
    """One text as words with their places in what a reader sees."""

    archived: ArchivedSource
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]

    def range(self, span: Span) -> Span:
        """Turn a range of the file into a range of words."""
        reading = self.archived.readable.reading(span)
        first = bisect_left(self.starts, reading.start)
        return Span(first, max(bisect_left(self.starts, reading.end), first + 1))

    def line(self, word: int) -> int:
        """Give the line of the file on which a word stands."""
        at = self.starts[word]
        return self.archived.document.place(self.archived.readable.span(at, at + 1).start).line


def align(left: ArchivedSource, right: ArchivedSource, shared: Sequence[SharedPassage]) -> list[Aligned]:
    """Set shared passages side by side, with the words between those that stand close together."""
    one, other = _side(left), _side(right)
    ranges = sorted((one.range(passage.left), other.range(passage.right)) for passage in shared)
    return [_aligned(one, other, *found) for found in _joined(ranges)]


def _side(archived: ArchivedSource) -> _Side:
    text = archived.readable.text
    found = list(_WORD.finditer(text))
    return _Side(archived, text, tuple(word[0] for word in found), tuple(word.start() for word in found))


def _joined(ranges: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    joined: list[tuple[Span, Span]] = []
    for left, right in ranges:
        if joined and _follows(joined[-1][0], left) and _follows(joined[-1][1], right):
            before = joined.pop()
            left = Span(before[0].start, max(before[0].end, left.end))  # noqa: PLW2901 -- it grows by what went before
            right = Span(before[1].start, max(before[1].end, right.end))  # noqa: PLW2901
        joined.append((left, right))
    yield from joined


def _follows(before: Span, after: Span) -> bool:
    return before.start <= after.start <= before.end + NEAR


def _aligned(one: _Side, other: _Side, left: Span, right: Span) -> Aligned:
    here, there = one.words[left.start : left.end], other.words[right.start : right.end]
    matcher = SequenceMatcher(None, [_fold(word) for word in here], [_fold(word) for word in there], autojunk=False)
    codes = matcher.get_opcodes()
    return Aligned(
        left=tuple(Run(" ".join(here[a:b]), tag == "equal") for tag, a, b, _, _ in codes),
        right=tuple(Run(" ".join(there[a:b]), tag == "equal") for tag, _, _, a, b in codes),
        left_line=one.line(left.start),
        right_line=other.line(right.start),
    )


def _fold(word: str) -> str:
    """Reduce a word to what makes it the same word: its letters and digits, without case."""
    return "".join(char for char in word.casefold() if char.isalnum()) or word
