"""A text in the form in which quotes are compared: NFC, every run of white space as one space, broken words joined.

Two texts that have the same view are the same words in the same characters. A line end may have broken a word or a
number, and a printer may have hung a note on a word; how that is read is in `joints`. Nothing else is forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import regex

from factsite.verify.joints import SIGNS, Break, breaks

_WORD = re.compile(r"\S+")
_UNIT = regex.compile(r"\X")
_SPACES = [char for char in map(chr, range(128)) if char.isspace() and char not in " \n"]
_WIDE_SPACES = [char for char in map(chr, range(128, 0x3001)) if char.isspace()]
"""White space that has to be rewritten to compare texts; a search for each is faster than a look at every character."""
_ANCHOR = 24
"""So many characters of words are searched for before the rest is compared: Python's search leaps over more of a text,
the fewer characters of it can be in what it looks for."""


def comparable(text: str) -> str:
    """Give the form in which texts are compared."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    # Of white space only the space is printable, so most texts on one line are seen to be what they should be.
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(text.split())


class Occurrence(NamedTuple):
    """Where typed words stand: the range of the view, and which character of it each typed character is.

    `steps` holds, for each index of the typed words and for their end, an index of the view; it is None where the two
    are one to one. `tail` counts printed characters behind the range that were typed as well, such as a note's digit.
    """

    start: int
    end: int
    steps: tuple[int, ...] | None = None
    tail: int = 0

    def at(self, typed: int) -> int:
        """Give the index of the view that an index of the typed words stands for."""
        return self.start + typed if self.steps is None else self.steps[typed]

    def behind(self, typed: int) -> Occurrence:
        """Give the place without so many typed characters at its beginning."""
        return Occurrence(self.at(typed), self.end, self.steps and self.steps[typed:], self.tail)


class Joint(NamedTuple):
    """A place in a view at which the document prints what may be read in several ways.

    The view holds `read` there, at index `at`; `ways` are all that a quote may have instead, the longest first.
    """

    at: int
    read: str
    ways: tuple[str, ...]


class NormalizedText:
    """The comparable form of a text, which can tell where in the text each of its parts stands.

    `here` says where in the comparable form each stretch begins that is one to one with the original, character by
    character, and `ahead` by how many characters it stands farther on there.
    """

    def __init__(self, original: str) -> None:
        broken = breaks(original)
        whole = _without(original, broken) if broken else original
        lines = whole.rstrip().split("\n")
        self.text = " ".join(filter(None, lines))
        if self._is_comparable():
            self.here = _behind_empty(lines)
            self.ahead = list(range(len(self.here)))
        else:
            self.text, self.here, self.ahead = _rewritten(lines)
        self._broken = broken
        self.is_plain = not broken
        self._rest = _rests(broken)

    def _is_comparable(self) -> bool:
        """Tell whether lines that were but joined by spaces are as they are compared, as in most documents."""
        text = self.text
        return (
            "  " not in text
            and not any(space in text for space in _SPACES)
            and (text.isascii() or not any(space in text for space in _WIDE_SPACES))
            and not text.startswith(" ")
            and unicodedata.is_normalized("NFC", text)
        )

    def only(self, words: str) -> int:
        """Give the index at which words stand if they stand in one place alone, and otherwise -1."""
        text, anchor = self.text, words[:_ANCHOR]
        at = text.find(anchor)
        while at != -1 and not text.startswith(words, at):
            at = text.find(anchor, at + 1)
        again = text.find(anchor, at + 1) if at != -1 else -1
        while again != -1 and not text.startswith(words, again):
            again = text.find(anchor, again + 1)
        return at if again == -1 else -1

    def place(self, index: int) -> int:
        """Give where in the original the character at an index stands, which is no space."""
        place = index + self.ahead[bisect_right(self.here, index) - 1]
        return self._printed(place) if self._broken else place

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the original behind the characters `start` to `end`, which begin and end with no space."""
        last = end + self.ahead[bisect_right(self.here, end) - 1]
        return self.place(start), self._printed(last - 1) + 1

    def index(self, place: int) -> int:
        """Give the index at which what stands at a place of the original is read, or -1 where a word goes on there."""
        before = bisect_left(self._broken, place, key=_end_of)
        if before < len(self._broken) and self._broken[before].start < place:
            return -1
        return self._index(place - (self._rest[before - 1][1] if before else 0))

    def _index(self, place: int) -> int:
        """Give the index of a place in what is read of the original."""
        known = bisect_right(self._origins, place) - 1
        first = bisect_left(self._origins, self._origins[known]) if known >= 0 else known
        if first != known:  # all characters of a cluster that NFC changes stand where it begins
            return self.here[first]
        return min(place - self.ahead[known], len(self.text)) if known >= 0 else 0

    @cached_property
    def joints(self) -> tuple[Joint, ...]:
        """Give the places at which the original may be read in several ways."""
        return tuple(
            Joint(self._index(start - len(broken.read)), broken.read, broken.ways)
            for broken, (start, _) in zip(self._broken, self._rest, strict=True)
        )

    def places(self, words: str) -> Iterator[Occurrence]:
        """Give every place at which comparable words stand, overlapping ones included, in any way to read it."""
        size = len(words)
        yield from (Occurrence(at, at + size) for at in occurrences(words, self.text))
        if self.joints and SIGNS.search(words):
            yield from self._other_ways(words)

    def _other_ways(self, words: str) -> Iterator[Occurrence]:
        """Give the places of words that are typed otherwise than the view reads them."""
        bare, starts, origins = self._bare
        for hit in occurrences(SIGNS.sub("", words), bare):
            known = bisect_right(starts, hit) - 1
            place = self._aligned(words, origins[known] + hit - starts[known])
            if place is not None:
                yield place

    @cached_property
    def _bare(self) -> tuple[str, list[int], list[int]]:
        """Give the text without signs, and where each stretch of it begins, there and in the text."""
        pieces, starts, origins, at, size = [], [], [], 0, 0
        for sign in [*SIGNS.finditer(self.text), None]:
            piece = self.text[at : sign.start() if sign else None]
            pieces.append(piece)
            starts.append(size)
            origins.append(at)
            size += len(piece)
            at = sign.end() if sign else at
        return "".join(pieces), starts, origins

    def _aligned(self, words: str, start: int) -> Occurrence | None:
        """Hold words against the text from an index on; None if they differ, or if they are as the view has them."""
        text, at, steps, otherwise, tail = self.text, start, [], False, 0
        joints = iter(self.joints[bisect_right(self.joints, start, key=_index_of) :])
        joint = next(joints, None)
        typed = 0
        while typed < len(words):
            if joint is not None and joint.at == at:
                way = next((way for way in joint.ways if words.startswith(way, typed)), "")
                if way:
                    otherwise, tail = True, len(way)
                    steps += [at] * len(way)
                    typed, at = typed + len(way), at + len(joint.read)
                joint = next(joints, None)
            elif at < len(text) and words[typed] == text[at]:
                tail = 0
                steps.append(at)
                typed, at = typed + 1, at + 1
            else:
                return None
        return Occurrence(start, at, (*steps, at), tail) if otherwise else None

    def _printed(self, place: int) -> int:
        """Give the place in the original of a place in what was read of it."""
        known = bisect_right(self._rest, place, key=_start_of) - 1
        return place + (self._rest[known][1] if known >= 0 else 0)

    @cached_property
    def _origins(self) -> list[int]:
        """Give where each stretch begins in what was read."""
        return [there + ahead for there, ahead in zip(self.here, self.ahead, strict=True)]


def occurrences(words: str, text: str) -> Iterator[int]:
    """Give every index at which words stand in a text, overlapping ones included."""
    at = text.find(words)
    while at != -1:
        yield at
        at = text.find(words, at + 1)


def _start_of(part: tuple[int, int]) -> int:
    return part[0]


def _end_of(broken: Break) -> int:
    return broken.end


def _index_of(joint: Joint) -> int:
    return joint.at


def _without(text: str, broken: list[Break]) -> str:
    """Give a text as it is read."""
    pieces, at = [], 0
    for one in broken:
        pieces += [text[at : one.start], one.read]
        at = one.end
    return "".join([*pieces, text[at:]])


def _rests(broken: list[Break]) -> list[tuple[int, int]]:
    """Give where what stands behind each break is read, and how much farther on it stands in the original."""
    found, shift = [], 0
    for one in broken:
        shift += one.end - one.start - len(one.read)
        found.append((one.end - shift, shift))
    return found


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
