"""Words of any script in Latin letters, as addresses have them; what they say is told well enough to be known again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import regex
from anyascii import anyascii

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\p{Cf}'’ʼ]+")
_SILENT = regex.compile(r"[\p{Cf}'’ʼ]")
_HAN = regex.compile(r"\p{Han}")
"""Each of these is a syllable and often a word; no space parts them."""

_GROUPED = regex.compile(r"(?<=\p{Nd})[,،٬](?=(?:\p{Nd}{2}[,،٬])*\p{Nd}{3}(?!\p{Nd}))")
"""The mark in 1,400, which is one number."""

_BARE = regex.compile(r"(?<=[\u0915-\u0939]\u093c?)(?=[\u0901-\u0939])")
"""Behind a Devanagari letter without a vowel sign is an `a` that nobody writes; at the end of a word it is not said."""

_DEVANAGARI = {
    **dict.fromkeys("ँं", "n"),
    **dict.fromkeys("शष", "sh"),
    "च": "ch",
    "छ": "chh",
    "ज\u094dञ": "gy",
    "ज\u093c": "z",
    "ड\u093c": "r",
    "ढ\u093c": "rh",
    "फ\u093c": "f",
}
"""Letters that the library writes as scholars do, of which plain ASCII loses the dots and strokes."""

_AS_SAID = regex.compile("|".join(sorted(_DEVANAGARI, key=len, reverse=True)))
_PLAIN = regex.compile(r"[a-z0-9]+")


class Romanized(NamedTuple):
    """A run of lower-case ASCII letters and digits, and whether the word that it stands for was written so."""

    text: str
    is_latin: bool


def romanized(text: str) -> Iterator[Romanized]:
    """Give the words of a text in ASCII letters and digits; signs, emoji among them, give none."""
    for found in _WORD.finditer(_GROUPED.sub("", unicodedata.normalize("NFC", text))):
        word = _SILENT.sub("", found[0])
        for piece in _PLAIN.findall(_in_ascii(word).lower()):
            yield Romanized(piece, word.isascii())


def _in_ascii(word: str) -> str:
    if word.isascii():
        return word
    said = _AS_SAID.sub(lambda letter: _DEVANAGARI[letter[0]], _BARE.sub("a", word))
    return anyascii(_HAN.sub(lambda sign: f" {anyascii(sign[0])} ", said)).replace("'", "").replace("`", "")
