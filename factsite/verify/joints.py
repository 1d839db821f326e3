"""What a document prints that may be read in several ways: words and numbers broken at a line end, and notes.

`un-⏎fair` may be `unfair` or, where the hyphen is the word's own, `un-fair`; `30-⏎40` is `30-40` and never `3040`. As
nobody can tell `dem-⏎and` from `short-⏎and`, no quote begins behind the hyphen of either.
A raised number or a dagger behind a word leads to a footnote; a quote may pass over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex
from stringzilla import find

_LETTER = r"[\p{L}\p{M}]"
_AT_END = r"[^\S\n]*\n"
"""The rest of a line behind what breaks a word, and its end."""
_NEXT = r"(?:[^\S\n]*(?=\S)|\s*(?=\p{Ll}))"
"""The indentation of the next line; a small letter goes on with a word even over an empty line, as between pages."""

_BREAK = regex.compile(
    rf"(?<={_LETTER})(?P<soft>[\u00ad¬]){_AT_END}{_NEXT}(?={_LETTER})"
    rf"|(?<=\p{{Nd}}[.,])(?P<digits>[-‐\u00ad¬]){_AT_END}[^\S\n]*(?=\p{{Nd}})"
    rf"|(?<={_LETTER})(?P<word>[-‐]){_AT_END}{_NEXT}(?={_LETTER})"
    rf"|(?<=[\p{{L}}\p{{M}}\p{{Nd}}])(?P<kept>[-‐–—/]){_AT_END}[^\S\n]*(?=[\p{{L}}\p{{Nd}}])"
)
_COMPOUND = regex.compile(r"[\p{Ll}\p{Nd}]\W*\s*\p{Lu}")
"""A capital behind a small letter: the hyphen between the two is the compound's own, as in `Anglo-⏎Saxon`."""
_NOTE = regex.compile(
    rf"(?:(?<={_LETTER}{{4}})(?<!\p{{Nd}} ?{_LETTER}+)|(?<=[.,;:!?\"”’»)।]))[¹²³⁰⁴-⁹†‡]+(?=[\s.,;:!?\"”’»)।]|\Z)"
)
_ENDS = [sign + end for sign in "-/" for end in ("\n", "\r", "\t", " \n", " \r", "  ")]
"""What no text with a word broken at a line end is without."""
_WIDE_SIGNS = [sign.encode() for sign in "‐\u00ad¬–—"]
_RAISED = [*(digit.encode() for digit in "¹²³"), "⁰".encode()[:2], *(mark.encode() for mark in "†‡")]
"""What no text with broken words, and none with notes, is without; bytes are found faster than characters."""

SIGNS = regex.compile(r"[-‐\u00ad¬–—/]+ ?|[¹²³⁰⁴-⁹†‡]+")
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
    utf8 = b"" if text.isascii() else text.encode(errors="surrogatepass")
    hyphened = ("-" in text or "/" in text) and any(end in text for end in _ENDS)
    if hyphened or (utf8 and any(find(utf8, sign) != -1 for sign in _WIDE_SIGNS)):
        found += _broken(text)
    if utf8 and any(find(utf8, digit) != -1 for digit in _RAISED):
        found += (Break(note.start(), note.end(), "", (note[0],)) for note in _NOTE.finditer(text))
    return sorted(found)


def _broken(text: str) -> Iterator[Break]:
    for found in _BREAK.finditer(text):
        sign = found[0][0]
        read = sign if found["kept"] or (found["word"] and _is_compound(text, found)) else ""
        # What the view holds is tried as it stands there, so it is no other way.
        yield Break(found.start(), found.end(), read, tuple(way for way in (f"{sign} ", sign) if way != read))


def _is_compound(text: str, found: regex.Match[str]) -> bool:
    return _COMPOUND.match(text, found.start() - 1, found.end() + 1) is not None
