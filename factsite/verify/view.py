"""A text in the form in which quotes are compared: NFC, with every run of white space as one space.

Two texts that have the same view are the same words in the same characters; nothing else is forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import islice

import regex

_WORD = re.compile(r"\S+")
_UNIT = regex.compile(r"\X")
_WORD_BOUNDARY = regex.compile(r"\b", regex.WORD)
_DASHES = "-‐‑‒–−﹣－"
_JOINED = regex.compile(
    rf"(?<=[\w\p{{M}}])(?=[{_DASHES}/&@][\w\p{{M}}])|(?<=[\w\p{{M}}][{_DASHES}/&@])(?=[\w\p{{M}}])"  # 30-40, R&D
    r"|(?<=\d)(?=[:·×~⁄∕—]\d)|(?<=\d[:·×~⁄∕—])(?=\d)"  # 10:30, 10·5, 30—40
    r"|(?<=\d)(?=[%‰‱٪％﹪°\p{Sc}\p{No}])"  # 50%, 400€, 2½
    rf"|(?<=(?<![\w\p{{M}}])[{_DASHES}+±<>≤≥~≈\p{{Sc}}])(?=[.·]?\d)"  # -5, $400, ≤400
    rf"|(?<=[{_DASHES}+±<>≤≥~≈\p{{L}}])(?=\p{{Sc}}[.·]?\d)"  # -$400, HK$400
    r"|(?<=(?<![\w\p{M}.])[.·])(?=\d)"  # .5
    r"|(?<=[(\[]\p{L}{1,5}[)\]])(?=\p{L})"  # (un)related
)
"""Where characters are one word although Unicode parts them: half of a number would otherwise pass for it."""
_GROUPED = regex.compile(
    r"(?<=(?<![\w.,])[0-9]{1,3}(?: [0-9]{3}){0,5})(?= [0-9]{3}(?!\w))"
    r"|(?<=(?<![\w.,])[0-9]{1,3}(?: [0-9]{3}){0,5} )(?=[0-9]{3}(?!\w))"
)
"""Where a space parts the thousands of one number, as in 1 400."""
_PLAIN_EDGE = re.compile(r"[A-Za-z0-9][.,;:!?)\]\"'](?=[ ,;:!?)\]\"']|\Z)|(?:(?<=[ (\[\"'])|\A)[\"'(\[](?=[A-Za-z])")
_ASCII_SPACES = ("  ", *(char for char in map(chr, range(128)) if char.isspace() and char not in " \n"))
_SPACES = (*_ASCII_SPACES, *(char for char in map(chr, range(128, 0x3001)) if char.isspace()))
"""White space that has to be rewritten to compare texts; a search for each is faster than a look at every character."""

_UNSEEN = "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Characters without a shape that form no cluster with their neighbours."""

_CONTEXT = 64
"""How many characters around a place are looked at to tell whether it is a boundary; no grapheme cluster of a real
text is longer, and one that is longer counts as unbroken."""


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

    `here` and `there` say where each line that holds words begins: in the comparable form, and in the original.
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
                self.here.append(at)
                self.there.append(place + (len(line) - len(line.lstrip()) if line[0].isspace() else 0))
                at += len(words) + 1
            place += len(line) + 1
        self.text = " ".join(lines)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the range of the original behind the characters `start` to `end`, which must not be empty."""
        line = bisect_right(self.here, start) - 1
        here, there = self.here[line], self.there[line]
        if self.original.startswith(self.text[here:end], there):
            return start - here + there, end - here + there
        return self._back(start), self._back(end - 1, after=True)

    def _back(self, index: int, *, after: bool = False) -> int:
        """Give the original's index of the character at `index`, or the index just behind it."""
        number = bisect_right(self.here, index) - 1
        words, start = self.text[self.here[number] : index + 1], self.there[number]
        if self.original.startswith(words, start):
            return start + len(words) - 1 + after
        before = words.count(" ")
        word = next(islice(_WORD.finditer(self.original, start), before, None))
        return word.start() + _denormalized(word[0], len(words) - 2 - words.rfind(" "), after=after)


def _denormalized(word: str, index: int, *, after: bool) -> int:
    """Give the index in a word behind the index in its NFC form; cluster by cluster, for NFC never joins two."""
    here = there = 0
    for cluster in _UNIT.findall(word):
        formed = unicodedata.normalize("NFC", cluster)
        if index < here + len(formed):
            return there + (index - here + after if formed == cluster else len(cluster) if after else 0)
        here += len(formed)
        there += len(cluster)
    return there


def is_boundary(text: str, at: int) -> bool:
    """Tell whether a quote may begin or end at an index: between words, and never inside a grapheme cluster.

    Words are those of Unicode's UAX 29, so that `1,400` and `don’t` are one word each. Words that a hyphen, a dash, a
    slash or the like joins without space (`30-40`, `non-state`), and a number with its sign, its unit or its thousands
    (`-5`, `HK$400`, `2½`, `1 400`), are one word as well.
    """
    if at in (0, len(text)):
        return True
    if text[at] == " ":
        return not text[at - 1].isdigit() or _GROUPED.match(text, at) is None
    if text[at - 1] == " " and unicodedata.category(text[at])[0] not in "MC":
        return not text[at].isdigit() or _GROUPED.match(text, at) is None
    if _PLAIN_EDGE.match(text, at - 1) is not None:
        return True
    return _JOINED.match(text, at) is None and _parts_words(text, at)


def _parts_words(text: str, at: int) -> bool:
    left, right = text[max(0, at - _CONTEXT) : at], text[at : at + _CONTEXT]
    if right[0] in _UNSEEN or left[-1] in _UNSEEN:  # what nobody sees parts no words: look as if it were not there
        left, right = left.rstrip(_UNSEEN), right.lstrip(_UNSEEN)
        return is_boundary(left + right, len(left))
    window, place = left + right, len(left)
    return _WORD_BOUNDARY.match(window, place) is not None and _begins_cluster(window, place)


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range of a text until it cuts no word."""
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    return start, end


def _begins_cluster(window: str, place: int) -> bool:
    return any(cluster.start() == place for cluster in _UNIT.finditer(window))
