"""A text in the form in which quotes are compared: NFC, with every run of white space as one space.

Two texts that have the same view are the same words in the same characters; nothing else is forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

import regex

_WORD = re.compile(r"\S+")
_UNIT = regex.compile(r"\X")
_ASCII_SPACES = ("  ", *(char for char in map(chr, range(128)) if char.isspace() and char not in " \n"))
_SPACES = (*_ASCII_SPACES, *(char for char in map(chr, range(128, 0x3001)) if char.isspace()))
"""White space that has to be rewritten to compare texts; a search for each is faster than a look at every character."""


def comparable(text: str) -> str:
    """Give the form in which texts are compared."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    # Of white space only the space is printable, so most texts on one line are seen to be what they should be.
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(text.split())


def _is_plain(text: str) -> bool:
    """Tell whether a text is in NFC and its white space is line ends and single spaces, as in most documents."""
    spaces = _ASCII_SPACES if text.isascii() else _SPACES
    return not any(space in text for space in spaces) and unicodedata.is_normalized("NFC", text)


class View:
    """The comparable form of a text, which can tell where in the text each of its parts stands.

    `here` and `there` say where each stretch begins that is the same in both: in the comparable form, and in the
    original. A stretch is a line as far as it is plain, and otherwise a word, or a single cluster that NFC changes.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self.here: list[int] = []
        self.there: list[int] = []
        lines = []
        at = place = 0
        plain = _is_plain(original)
        for line in original.split("\n"):
            if line and (words := line.strip(" ") if plain else comparable(line)):
                lines.append(words)
                indent = len(line) - len(line.lstrip()) if line[0].isspace() else 0
                if plain or line.startswith(words, indent):
                    self.here.append(at)
                    self.there.append(place + indent)
                else:
                    for here, there in _stretches(line):
                        self.here.append(at + here)
                        self.there.append(place + there)
                at += len(words) + 1
            place += len(line) + 1
        self.text = " ".join(lines)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the original behind the characters `start` to `end`, which begin and end with no space."""
        stretch = bisect_right(self.here, start) - 1
        here, there = self.here[stretch], self.there[stretch]
        if self.original.startswith(self.text[here:end], there):
            return start - here + there, end - here + there
        return self._back(start), self._back(end - 1, after=True)

    def _back(self, index: int, *, after: bool = False) -> int:
        """Give the original's index of the character at `index`, or the index just behind it."""
        stretch = bisect_right(self.here, index) - 1
        here, there = self.here[stretch], self.there[stretch]
        if self.original.startswith(self.text[here : index + 1], there):
            return there + index - here + after
        cluster = _UNIT.match(self.original, there)
        assert cluster is not None
        return cluster.end() if after else there


def _stretches(line: str) -> Iterator[tuple[int, int]]:
    """Give where each word of a line begins, in the line's comparable form and in the line.

    Of a word that is not in NFC, give where each cluster begins; NFC never joins two.
    """
    here = 0
    for word in _WORD.finditer(line):
        if unicodedata.is_normalized("NFC", word[0]):
            yield here, word.start()
            here += len(word[0]) + 1
            continue
        for cluster in _UNIT.finditer(line, *word.span()):
            yield here, cluster.start()
            here += len(unicodedata.normalize("NFC", cluster[0]))
        here += 1
