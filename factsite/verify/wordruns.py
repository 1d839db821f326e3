"""The words of a source in the form in which texts are compared with each other, and their runs.

A word broken at a line end is one word, and where a script writes no spaces ICU's dictionaries part the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from factsite.corpus.text import Span
from factsite.verify.record import ArchivedSource, SharedPassage
from factsite.verify.unspaced import uses_dictionary, word_starts

PASSAGE = 8
"""Words of the shortest shared passage. Eight words in a row that two texts share by chance are rare; five are not."""

RUN = 3
"""Words in the runs that are counted: a copy that changes every fifth word still keeps many of them."""

REPEATED = 8
"""So many places of a run that a source repeats are looked at for the one from which most words agree."""

_HIDDEN = "\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff"
_WORD = re.compile(rf"\w[\w\u0300-\u036f\u0900-\u0d7f{_HIDDEN}]*")
_UNSEEN = re.compile(f"[{_HIDDEN}]")


@dataclass(frozen=True)
class Words:
    """A source's words for comparison: folded, in order, with their places and their runs.

    Runs are given by their hashes, which are as good as runs and much smaller.
    """

    archived: ArchivedSource

    @cached_property
    def folded(self) -> list[str]:
        """Give the words."""
        return _folded_words(self.archived.view.text)

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

    def place(self, first: int, count: int) -> Span:
        """Give the range of the file that holds some words in a row."""
        start, end = self.archived.view.span(self._spans[first][0], self._spans[first + count - 1][1])
        return self.archived.readable.span(start, end)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return list(_spans(self.archived.view.text))


def passages_in(text: str) -> frozenset[int]:
    """Name the runs in a text that are as long as the shortest passage."""
    return frozenset(_runs(_folded_words(text), PASSAGE))


def shared_passages(left: Words, right: Words) -> Iterator[SharedPassage]:
    """Give the passages that stand in both, in the left one's order, each as long as it can be."""
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
        yield SharedPassage(left.place(at, size), right.place(theirs[sizes.index(size)], size), size)
        at += size


def _agreement(left: list[str], right: list[str], at: int, there: int) -> int:
    """Count the words that agree from two places on."""
    size = 0
    while at + size < len(left) and there + size < len(right) and left[at + size] == right[there + size]:
        size += 1
    return size


def _runs(folded: list[str], size: int) -> list[int]:
    return list(map(hash, zip(*(folded[at:] for at in range(size)), strict=False)))


def _folded_words(text: str) -> list[str]:
    if text.isascii():
        found: list[str] = _WORD.findall(text.lower())
        return found
    return [_folded(text[start:end]) for start, end in _spans(text)]


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
