"""What a document prints that may be read in several ways: words and numbers broken at a line end, and notes.

`un-⏎fair` may be `unfair` or, where the hyphen is the word's own, `un-fair`; `30-⏎40` is `30-40` and never `3040`. As
nobody can tell `dem-⏎and` from `short-⏎and`, no quote begins behind the hyphen of either.
A raised number or a dagger behind a word leads to a footnote, and a quote may pass over it; `²` and `³` alone may be
powers, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from factsite.corpus.characters import SPACE_ENDS

_LETTER = r"[\p{L}\p{M}]"
_BROKEN = r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Armenian}\p{Georgian}\p{M}]"
"""A letter of a script in which a hyphen breaks words; in Hindi, say, one at a line end announces speech."""
_END = r"[\n\r\x0b\x0c\x85\u2028\u2029]"
_SPACE = r"[^\S\n\r\x0b\x0c\x85\u2028\u2029]"
_AT_END = rf"[{SPACE_ENDS}]*+{_SPACE}*+(?:\r\n|{_END})"
"""The rest of a line behind what breaks a word, and its end."""
_INDENT = rf"(?:{_SPACE}*+>)*+{_SPACE}*+"
_NEXT = rf"(?:{_INDENT}(?=\S)|\s*+(?=\p{{Ll}}))"
"""The indentation of the next line, or its mark in a quoted letter; a small letter goes on with a word even over an
empty line, as between pages."""

_BREAK = regex.compile(
    rf"(?<={_LETTER})(?P<soft>[\u00ad¬]){_AT_END}{_NEXT}(?={_LETTER})"
    r"|(?<=(?<!\p{Nd})\p{Nd}{1,3}[.,])(?P<digits>[-‐\u00ad¬])"  # 1,-⏎400, but not 5,-⏎6 men
    rf"{_AT_END}{_INDENT}(?=\p{{Nd}}{{3}}(?!\p{{Nd}})|\p{{Nd}}{{2}},)"
    rf"|(?<={_BROKEN})(?P<word>[-‐‑]){_AT_END}{_NEXT}(?={_BROKEN})"
    rf"|(?<={_BROKEN}|\p{{Nd}})(?P<kept>[-‐‑–—/]){_AT_END}{_INDENT}(?={_BROKEN}|\p{{Nd}})"
)
_COMPOUND = regex.compile(r"[\p{Ll}\p{Nd}]\W*+\p{Lu}")
"""A capital behind a small letter: the hyphen between the two is the compound's own, as in `Anglo-⏎Saxon`."""
_INITIALS = regex.compile(r"(?<!\p{L})\p{Lu}{2,}\Z")
"""Capitals alone are no part of a word that goes on in small letters: `US-⏎backed` is a compound too."""
_LONGEST = 20
"""So many characters before a hyphen are looked at for initials."""
_NOTE = regex.compile(
    rf"(?:(?<={_LETTER}{{4}})(?<!\p{{Nd}} ?{_LETTER}+)|(?<=[.,;:!?\"”’»।]))"
    r"(?![²³](?![¹²³⁰⁴-⁹]))[¹²³⁰⁴-⁹†‡]+(?=[\s.,;:!?\"”’»)।]|\Z)"
)
_ENDS = re.compile(rf"[-/](?:\s\s|[^\S ]|[{SPACE_ENDS}])")
"""What no text with a word broken by a plain hyphen at a line end is without."""
_WIDE_SIGNS = "‐‑\u00ad¬–—"
_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹†‡"
"""What no text with broken words, and none with notes, is without."""

SIGNS = regex.compile(r"[-‐‑\u00ad¬–—/]+ ?|[¹²³⁰⁴-⁹†‡]+")
"""What a quote may have where the document is read without it, or the reverse; and one space behind."""


class Break(NamedTuple):
    """A part of a text that is read as `read`, and all that a quote may have for it, the longest first."""

    start: int
    end: int
    read: str
    ways: tuple[str, ...]


def breaks(text: str) -> list[Break]:
    """Find what may be read in several ways, in order; nearly all texts are seen at once to hold nothing."""
    found: list[Break] = []
    wide = not text.isascii()
    hyphened = ("-" in text or "/" in text) and _ENDS.search(text) is not None
    if hyphened or (wide and any(sign in text for sign in _WIDE_SIGNS)):
        found += _broken(text)
    if wide and any(sign in text for sign in _RAISED):
        found += (Break(note.start(), note.end(), "", (note[0],)) for note in _NOTE.finditer(text))
    return sorted(found)


def _broken(text: str) -> Iterator[Break]:
    for found in _BREAK.finditer(text):
        sign = found[0][0]
        read = sign if found["kept"] or (found["word"] and _is_compound(text, found)) else ""
        # What the view holds is tried as it stands there, so it is no other way.
        yield Break(found.start(), found.end(), read, tuple(way for way in (f"{sign} ", sign) if way != read))


def _is_compound(text: str, found: regex.Match[str]) -> bool:
    start = found.start()
    alone = text[found.end()].islower() and _INITIALS.search(text, max(0, start - _LONGEST), start)
    return bool(alone) or _COMPOUND.match(text, start - 1, found.end() + 1) is not None
