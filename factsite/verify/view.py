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
_LETTER = r"[\w\p{M}]"
_UNITS = r"%‰‱٪％﹪°′″℃℉\p{Sc}\p{No}"
_END, _BEGINNING = rf"[\w\p{{M}}{_UNITS}]", rf"(?:{_LETTER}|\p{{Sc}}\d)"
_JOINED = regex.compile(
    rf"(?<={_END})(?=[{_DASHES}/&@+]{_BEGINNING})|(?<={_END}[{_DASHES}/&@+])(?={_BEGINNING})"  # 30-40, 50%-60%, R&D
    rf"|(?<=[\d{_UNITS}])(?=[:·×~⁄∕—]\p{{Sc}}?\d)|(?<=[\d{_UNITS}][:·×~⁄∕—])(?=\p{{Sc}}?\d)"  # 10:30, 10·5, 30—40
    r"|(?<=[\p{L}\p{M}\d])(?=[`´΄᾽᾿′‵‛՚][\p{L}\d])|(?<=[\p{L}\p{M}\d][`´΄᾽᾿′‵‛՚])(?=[\p{L}\d])"  # can`t
    rf"|(?<=[\d\p{{No}}])(?=[{_UNITS}×])"  # 50%, 400€, 2½
    rf"|(?<={_END}\+?)(?=\+)|(?<=(?<![^ (])\p{{Lu}}{{1,3}})(?=[-−](?!{_LETTER}))"  # 400+, BBB-
    r"|(?<=\w)(?=[\^⁺⁻₀-₋])|(?<=\w[\^⁺⁻₀-₋])(?=[-−+]?[\w\p{No}])"  # 10^6, 10⁻⁶, H₂O
    rf"|(?<=(?<!{_LETTER})\p{{L}}{{1,3}})(?=[¹²³⁰⁴-⁹])"  # km², but not the mark of a note behind a longer word
    rf"|(?<=(?<!{_LETTER})[{_DASHES}+±<>≤≥~≈\p{{Sc}}])(?=[.·]?\d)"  # -5, $400, ≤400
    rf"|(?<=[{_DASHES}+±<>≤≥~≈\p{{L}}])(?=\p{{Sc}}[.·]?\d)"  # -$400, HK$400
    r"|(?<=(?<![\w\p{M}.])[.·])(?=\d)"  # .5
    rf"|(?<=[(\[][\p{{L}}{_DASHES}]{{1,5}}[)\]])(?=\p{{L}})"  # (un)related
    r"|(?<=\p{L})(?=\(\p{Ll}{1,5}\))|(?<=\p{L}\()(?=\p{Ll}{1,5}\))"  # user(s)
)
"""Where characters are one word although Unicode parts them: half of a number would otherwise pass for it."""
_SPACED = regex.compile(
    r"(?<![\w\p{M}]|\d[.,])(?:"
    r"\p{Nd}{1,3}(?: \p{Nd}{3})+(?!\p{Nd})|\p{Nd}{1,2}(?: \p{Nd}{2})+ \p{Nd}{3}(?!\p{Nd})"  # 1 400, 1 40 000
    r"|\p{Nd}{1,3} (?:[¼-¾⅐-⅞↉]|\p{Nd}{1,2}[/⁄∕]\p{Nd}{1,2}(?![\p{Nd}/])))"  # 2 ½, 2 1/2
)
"""A number with spaces in it: between its thousands, in groups as they are written anywhere, or before a fraction."""
_PLAIN_EDGE = re.compile(r"[A-Za-z0-9][.,;:!?)\]\"'](?=[ ,;:!?)\]\"']|\Z)|(?:(?<=[ (\[\"'])|\A)[\"'(\[](?=[A-Za-z])")
_HIDDEN = r"\p{Default_Ignorable_Code_Point}\p{Cf}"
_UNSEEN = regex.compile(f"[{_HIDDEN}]")
"""What has no shape of its own, although it may shape or order its neighbours."""
_PLAIN_SPACE = regex.compile(rf"(?<=[^{_HIDDEN}]) (?=[^{_HIDDEN}\p{{M}}])(?<!\p{{N}} (?=\p{{N}}))")
_ASCII_SPACES = ("  ", *(char for char in map(chr, range(128)) if char.isspace() and char not in " \n"))
_SPACES = (*_ASCII_SPACES, *(char for char in map(chr, range(128, 0x3001)) if char.isspace()))
"""White space that has to be rewritten to compare texts; a search for each is faster than a look at every character."""

_CONTEXT = 64
"""How many characters around a place are looked at to tell whether it is a boundary; no grapheme cluster of a real
text is longer, and one that is longer counts as unbroken. Where most of them cannot be seen, nothing is a boundary."""

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
    (`-5`, `HK$400`, `2½`, `1 400`), are one word as well. Characters that nobody sees part nothing.
    """
    if at in (0, len(text)):
        return True
    before, behind = text[at - 1], text[at]
    if behind == " " or before == " ":
        space, word = (at, before) if behind == " " else (at - 1, behind)
        if (word.isascii() and not word.isdigit()) or _PLAIN_SPACE.match(text, space) is not None:
            return True
    elif before.isalpha() and behind.isalpha() and before.isascii() and behind.isascii():
        return False
    return _PLAIN_EDGE.match(text, at - 1) is not None or _parts_words(text, at)


def _parts_words(text: str, at: int) -> bool:
    left, right = text[max(0, at - _CONTEXT) : at], text[at : at + _CONTEXT]
    window, place = left + right, len(left)
    if not window.isascii() and _UNSEEN.search(window) is not None:
        left, right = _UNSEEN.sub("", left), _UNSEEN.sub("", right)
        little = _CONTEXT // 2
        known = (len(left) >= little or at <= _CONTEXT) and (len(right) >= little or at + _CONTEXT >= len(text))
        return known and _begins_cluster(window, place) and is_boundary(left + right, len(left))
    return (
        _JOINED.match(window, place) is None
        and _WORD_BOUNDARY.match(window, place) is not None
        and not any(number.start() < place < number.end() for number in _SPACED.finditer(window))
        and _begins_cluster(window, place)
    )


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
