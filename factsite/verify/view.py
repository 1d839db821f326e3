"""A text in the form in which quotes are compared: NFC, with every run of white space as one space.

Two texts that have the same view are the same words in the same characters; nothing else is forgiven.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cached_property

import regex

_WORD = regex.compile(r"\S+")
_UNIT = regex.compile(r"\X")
_WORD_BOUNDARY = regex.compile(r"\b", regex.WORD)
_NUMBER_OR_HYPHEN = regex.compile(r"(?<=[\w\p{M}])[-‐‑–](?=[\w\p{M}])")
_CONTEXT = 64
"""How many characters around a place are looked at to tell whether it is a boundary; no grapheme cluster of a real
text is longer, and one that is longer counts as unbroken."""


def comparable(text: str) -> str:
    """Give the form in which texts are compared."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


class View:
    """The comparable form of a text, which can tell where in the text each of its parts stands."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = comparable(original)

    @cached_property
    def _words(self) -> tuple[list[int], list[int]]:
        """Starts of the words in the comparable form, and in the original."""
        return (
            [word.start() for word in _WORD.finditer(self.text)],
            [word.start() for word in _WORD.finditer(self.original)],
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the original behind the characters `start` to `end`, which must not be empty."""
        return self._back(start), self._back(end - 1, after=True)

    def _back(self, index: int, *, after: bool = False) -> int:
        """Give the original's index of the character at `index`, or the index just behind it."""
        here, there = self._words
        number = bisect_right(here, index) - 1
        within = index - here[number]
        word = _WORD.match(self.original, there[number])
        assert word is not None
        if unicodedata.is_normalized("NFC", word[0]):
            return there[number] + within + after
        return there[number] + _denormalized(word[0], within, after=after)


def _denormalized(word: str, index: int, *, after: bool) -> int:
    """Give the index in a word behind the index in its NFC form; cluster by cluster, for NFC never joins two."""
    here = there = 0
    for cluster in _UNIT.findall(word):
        here += len(unicodedata.normalize("NFC", cluster))
        if index < here:
            return there + len(cluster) if after else there
        there += len(cluster)
    return there


def is_boundary(text: str, at: int) -> bool:
    """Tell whether a quote may begin or end at an index: between words, and never inside a grapheme cluster.

    Words are those of Unicode's UAX 29, so that `1,400` and `don’t` are one word each; words and numbers that a
    hyphen or a dash joins without space (`30-40`, `non-state`) are one word as well.
    """
    if at in (0, len(text)):
        return True
    if text[at] == " " or (text[at - 1] == " " and unicodedata.category(text[at])[0] not in "MC"):
        return True
    start = max(0, at - _CONTEXT)
    window = text[start : at + _CONTEXT]
    place = at - start
    if _WORD_BOUNDARY.match(window, place) is None or not _begins_cluster(window, place):
        return False
    return not any(joint.start() <= place <= joint.end() for joint in _NUMBER_OR_HYPHEN.finditer(window))


def _begins_cluster(window: str, place: int) -> bool:
    return any(cluster.start() == place for cluster in _UNIT.finditer(window))
