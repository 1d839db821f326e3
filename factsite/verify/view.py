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

_LONGEST = 200
"""How many characters of a word are looked at to find where it ends."""


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
    """Widen a range of a text until it cuts no word, or until the word is longer than any."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and not is_boundary(text, start):
        start -= 1
    while end < last and not is_boundary(text, end):
        end += 1
    return start, end


def _begins_cluster(window: str, place: int) -> bool:
    return any(cluster.start() == place for cluster in _UNIT.finditer(window))
