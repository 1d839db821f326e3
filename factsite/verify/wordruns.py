"""The words of a source in the form in which texts are compared with each other, and their runs.

A word broken at a line end is one word, and where a script writes no spaces ICU's dictionaries part the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from operator import eq
from typing import NamedTuple

from factsite.corpus.characters import SHAPELESS
from factsite.corpus.text import Span
from factsite.verify.record import ArchivedSource
from factsite.verify.speech import without_quotations
from factsite.verify.unspaced import uses_dictionary, word_starts

PASSAGE = 8
"""Words of the shortest shared passage. Eight words in a row that two texts share by chance are rare; five are not."""

RUN = 3
"""Words in the runs that are counted: a copy that changes every fifth word still keeps many of them."""

REPEATED = 8
"""So many places of a run that a source repeats are looked at for the one from which most words agree."""

_WORD = re.compile(rf"\w[\w\u0300-\u036f\u0900-\u0d7f{SHAPELESS}]*")
_UNSEEN = re.compile(f"[{SHAPELESS}]")


@dataclass(frozen=True)
class WordRuns:
    """Words in order, in the form in which they are compared, and their runs.

    Runs are given by their hashes, which are as good as runs and much smaller.
    """

    folded: list[str]

    @cached_property
    def runs(self) -> frozenset[int]:
        """Name the distinct runs of three words."""
        return self.distinct(RUN)

    @cached_property
    def long_runs(self) -> list[int]:
        """Name the run that begins at each word and is as long as the shortest passage."""
        return _runs(self.folded, PASSAGE)

    def distinct(self, size: int) -> frozenset[int]:
        """Name the distinct runs of so many words."""
        return frozenset(_runs(self.folded, size))


class Match(NamedTuple):
    """A run of words that stands in two texts: the number of its first word in either, and how many words it has."""

    left: int
    right: int
    words: int


@dataclass(frozen=True)
class SourceWords:
    """The words of a source: all of them with their places, and those that are its own."""

    archived: ArchivedSource

    @cached_property
    def every(self) -> WordRuns:
        """Give every word."""
        return words_in(self.archived.normalized.text)

    @cached_property
    def own(self) -> WordRuns:
        """Give the words outside quotation marks, as if there were no others."""
        text = self.archived.normalized.text
        outside = without_quotations(text)
        return self.every if outside == text else words_in(outside)

    def place(self, first: int, count: int) -> Span:
        """Give the range of the file that holds some words in a row."""
        start, end = self.archived.normalized.span(self._spans[first][0], self._spans[first + count - 1][1])
        return self.archived.readable.span(start, end)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return list(_spans(self.archived.normalized.text))


def longest_run(left: WordRuns, right: WordRuns, matches: Iterable[Match]) -> int:
    """Count the words of the longest run that both have; `matches` are those as long as a passage."""
    below = (size for size in range(PASSAGE - 1, 0, -1) if left.distinct(size) & right.distinct(size))
    return max((match.words for match in matches), default=0) or next(below, 0)


def matches(left: WordRuns, right: WordRuns) -> Iterator[Match]:
    """Give the runs as long as a passage that both have, in the left one's order, each as long as it can be."""
    places: dict[int, list[int]] = defaultdict(list)
    for there, run in enumerate(right.long_runs):
        if len(places[run]) < REPEATED:
            places[run].append(there)
    at = 0
    while at < len(left.long_runs):
        if not (theirs := places.get(left.long_runs[at])):
            at += 1
            continue
        sizes = [_agreement(left.folded, right.folded, at, there) for there in theirs]
        size = max(sizes)
        yield Match(at, theirs[sizes.index(size)], size)
        at += size


def _agreement(left: list[str], right: list[str], at: int, there: int) -> int:
    """Count the words that agree from two places on, in ever larger steps."""
    size, step = 0, PASSAGE
    while True:
        here = left[at + size : at + size + step]
        agree = len(list(takewhile(bool, map(eq, here, right[there + size : there + size + step]))))
        size += agree
        if agree < step:
            return size
        step *= 2


def _runs(folded: list[str], size: int) -> list[int]:
    return list(map(hash, zip(*(folded[at:] for at in range(size)), strict=False)))


def words_in(text: str) -> WordRuns:
    """Give the words of a text."""
    if text.isascii():
        return WordRuns(_WORD.findall(text.lower()))
    return WordRuns([_folded(text[start:end]) for start, end in _spans(text)])


def _folded(word: str) -> str:
    """Give a word as readers see it, in one case and one Unicode form, without what is invisible."""
    seen = word if word.isascii() else unicodedata.normalize("NFKC", _UNSEEN.sub("", word))
    return seen.casefold()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give where each word begins and ends."""
    starts = word_starts(text) if uses_dictionary(text) else frozenset[int]()
    for word in _WORD.finditer(text):
        start, end = word.span()
        cuts = [at for at in range(start + 1, end) if at in starts] if starts else []
        yield from pairwise((start, *cuts, end))
