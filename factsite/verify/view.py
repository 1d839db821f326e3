"""A text in the form in which quotes are compared: NFC, with every run of white space as one space.

Two texts that have the same view are the same words in the same characters; nothing else is forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

import regex
from stringzilla import find, find_first_of, utf8_count

_WORD = re.compile(r"\S+")
_UNIT = regex.compile(r"\X")
_SPACES = "".join(char for char in map(chr, range(128)) if char.isspace() and char not in " \n")
_WIDE_SPACES = [char.encode() for char in map(chr, range(128, 0x3001)) if char.isspace()]
"""White space that has to be rewritten to compare texts; a search for each is faster than a look at every character."""


def comparable(text: str) -> str:
    """Give the form in which texts are compared."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    # Of white space only the space is printable, so most texts on one line are seen to be what they should be.
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(text.split())


class View:
    """The comparable form of a text, which can tell where in the text each of its parts stands.

    `here` says where in the comparable form each stretch begins that is one to one with the original, character by
    character, and `ahead` by how many characters it stands farther on there.
    """

    def __init__(self, original: str) -> None:
        lines = original.rstrip().split("\n")
        self.text = " ".join(filter(None, lines))
        self._utf8 = _utf8(self.text)
        if self._is_comparable():
            self.here = _behind_empty(lines)
            self.ahead = list(range(len(self.here)))
        else:
            self.text, self.here, self.ahead = _rewritten(lines)
            self._utf8 = _utf8(self.text)

    def _is_comparable(self) -> bool:
        """Tell whether lines that were but joined by spaces are as they are compared, as in most documents."""
        text = self.text
        return (
            find(self._utf8, "  ") == -1
            and find_first_of(self._utf8, _SPACES) == -1
            and (text.isascii() or all(find(self._utf8, space) == -1 for space in _WIDE_SPACES))
            and not text.startswith(" ")
            and unicodedata.is_normalized("NFC", text)
        )

    def only(self, words: str) -> int:
        """Give the index at which words stand if they stand in one place alone, and otherwise -1.

        A native search proposes, and what it proposes is compared: no flaw of it lets words pass that are not there.
        """
        utf8, wanted = self._utf8, _utf8(words)
        at: int = find(utf8, wanted)
        if at == -1 or find(utf8, wanted, at + 1) != -1:
            return -1
        start = at if utf8 is self.text else utf8_count(utf8[:at])
        return start if self.text.startswith(words, start) else -1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the original behind the characters `start` to `end`, which begin and end with no space."""
        here, ahead = self.here, self.ahead
        return start + ahead[bisect_right(here, start) - 1], end + ahead[bisect_right(here, end) - 1]


def _utf8(text: str) -> str | bytes:
    """Give a text as the native search may have it: a lone surrogate in a string would end the process."""
    return text if text.isascii() else text.encode(errors="surrogatepass")


def _behind_empty(lines: list[str]) -> list[int]:
    """Give where lines joined by spaces begin, the first one and those behind an empty one that is left out."""
    here = [0]
    at = 0
    for line in lines:
        if line:
            at += len(line) + 1
        else:
            here.append(at)
    return here


def _rewritten(lines: list[str]) -> tuple[str, list[int], list[int]]:
    """Give the comparable form of lines and its stretches."""
    made: list[str] = []
    here: list[int] = []
    ahead: list[int] = []
    at = place = 0
    for line in lines:
        if words := comparable(line):
            indent = len(line) - len(line.lstrip())
            for start, there in [(0, indent)] if line.startswith(words, indent) else _stretches(line):
                here.append(at + start)
                ahead.append(place + there - at - start)
            made.append(words)
            at += len(words) + 1
        place += len(line) + 1
    return " ".join(made), here, ahead


def _stretches(line: str) -> Iterator[tuple[int, int]]:
    """Give where each word of a line begins, in the line's comparable form and in the line.

    Of a word that is not in NFC, give where each cluster begins and where the last one ends, for NFC never joins two;
    all characters of a cluster that NFC changes stand where it begins.
    """
    here = 0
    for word in _WORD.finditer(line):
        if unicodedata.is_normalized("NFC", word[0]):
            yield here, word.start()
            here += len(word[0]) + 1
            continue
        for cluster in _UNIT.finditer(line, *word.span()):
            composed = unicodedata.normalize("NFC", cluster[0])
            yield here, cluster.start()
            if composed != cluster[0]:
                yield from ((at, cluster.start()) for at in range(here + 1, here + len(composed)))
            here += len(composed)
        yield here, word.end()
        here += 1
