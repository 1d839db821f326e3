"""Texts with what looks alike made equal.

Never for proof: it tells what an author meant, and what a source must not be said to lack.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

MARKS = {
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′`´＇"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u034f\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u200e\u200f")),
}
DROPPED = re.compile("[\u00ad\u034f\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u200e\u200f]")
_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cf}]")


def fold(text: str) -> str:
    """Give a text with plain quotation marks and dashes and nothing invisible; `unfold` finds the way back."""
    return text.translate(MARKS)


def unfold(text: str, index: int) -> int:
    """Give the index in a text behind an index in its folded form."""
    return index + bisect_right(_dropped(text), index)


@lru_cache(maxsize=8)  # every hit in a source's text asks again
def _dropped(text: str) -> list[int]:
    """Give where in the folded form characters were dropped."""
    return [found.start() - number for number, found in enumerate(DROPPED.finditer(text))]


class Folded(NamedTuple):
    """A folded text; `places[i]` is the index in the original of what became its character `i`."""

    text: str
    places: Sequence[int]


def alike(text: str) -> str:
    """Give a text folded, as `folded` folds it, without the way back."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join([_one(part[0]) for part in _PARTS.finditer(_without_lookalikes(text))])


def folded(text: str) -> Folded:
    """Fold a text: one case, compatibility forms (`ﬁ` is `fi`, `𝟗` is 9), ASCII digits, nothing that is not seen.

    One quotation mark of each kind and one dash; Devanagari and its like without nukta and with one sign for nasals;
    one letter for the yeh, kaf, heh and alef of Arabic, Persian and Urdu, without vowel signs; Malayalam letters in
    full; and Latin letters for those of Cyrillic and Greek that look the same, in a word that has Latin ones.
    """
    if text.isascii():
        return Folded(text.lower().replace("`", "'"), range(len(text)))
    made: list[str] = []
    places: list[int] = []
    for part in _PARTS.finditer(_without_lookalikes(text)):
        one = _one(part[0])
        made.append(one)
        places += range(part.start(), part.end()) if len(one) == len(part[0]) else [part.start()] * len(one)
    return Folded("".join(made), places)


_PARTS = regex.compile(r"[ङञणनम]्(?=[क-ह])|[\x00-\x7f]++(?!\p{M})|[^\p{M}]\p{M}*+|\p{M}++")
"""What is folded as one: a letter with its marks, a nasal that another letter has as a sign, plain ASCII."""
_NUKTA = "\u093c\u09bc\u0a3c\u0abc\u0b3c"
_VOWEL_SIGNS = "\u0640\u064b-\u0652\u0670"
_DROPPED_SIGNS = regex.compile(rf"[{_NUKTA}{_VOWEL_SIGNS}]|[\p{{Default_Ignorable_Code_Point}}\p{{Cf}}]")
_ONE_LETTER = str.maketrans(
    {
        **dict(zip("\u0901\u0981\u0a01\u0a81", "\u0902\u0982\u0a02\u0a82", strict=True)),
        **dict.fromkeys("يىېۍئے", "ی"),
        **dict.fromkeys("كڪ", "ک"),
        **dict.fromkeys("هھہۂۀەۃة", "ه"),
        **dict.fromkeys("أإآٱ", "ا"),
        "ؤ": "و",
        **dict(zip("ൺൻർൽൾൿ", ("ണ്", "ന്", "ര്", "ല്", "ള്", "ക്"), strict=True)),
        "\u2800": " ",
    }
)
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеіјорсухѕԁԛԝһЬьΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
    "ABESIJKMHOPCTYXaeijopcyxsdqwhbbABEZHIKMNOPTYXaiknoptux",
)
_MIXED = regex.compile(
    r"(?=[^\s\p{Latin}]*+\p{Latin}|[^\s\p{Cyrillic}]*+\p{Cyrillic})"
    r"(?=[^\s\p{Cyrillic}\p{Greek}]*+\p{Cyrillic}|[^\s\p{Greek}]*+\p{Greek})"
    r"(?=[^\s\p{Latin}]*+\p{Latin}|[^\s\p{Greek}]*+\p{Greek})\S+"
)
"""A word with letters of at least two of the three scripts."""
_FOREIGN = regex.compile(r"[\p{Cyrillic}\p{Greek}]")


def _without_lookalikes(text: str) -> str:
    """Give a text, character by character, with Latin letters in words of which other letters are Latin."""
    return _MIXED.sub(lambda word: word[0].translate(_LOOKALIKES), text) if _FOREIGN.search(text) else text


@lru_cache(maxsize=65_536)  # the letters of a language are few, and a text has them again and again
def _one(part: str) -> str:
    """Fold a letter with its marks, or a run of ASCII."""
    if len(part) == 2 and part[0] in "ङञणनम" and part[1] == "\u094d":
        return "\u0902"
    plain = unicodedata.normalize("NFKC", part.translate(MARKS))
    # Nukta hides in composed letters, which NFC takes apart and NFD does everywhere.
    plain = _DROPPED_SIGNS.sub("", unicodedata.normalize("NFD", plain))
    plain = unicodedata.normalize("NFC", plain.translate(MARKS)).translate(_ONE_LETTER)
    digits = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in plain)
    return unicodedata.normalize("NFC", digits.casefold().replace("i\u0307", "i").replace("`", "'"))  # as İ becomes


def letters(text: str) -> frozenset[str]:
    """Name the kinds of letter in a text: ARABIC, DEVANAGARI, LATIN, and each Latin letter beyond A to Z by itself.

    Of other scripts, a short text lacks letters by chance; of Latin it lacks `ɑ`, which looks like `a`, on purpose.
    """
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold().replace("i\u0307", "i")
    names = (unicodedata.name(char, "unnamed") for char in set(plain) if char.isalpha())
    return frozenset(name if _is_rare(name) else name.partition(" ")[0] for name in names)


def _is_rare(name: str) -> bool:
    return name.startswith("LATIN ") and not re.fullmatch(r"LATIN SMALL LETTER [A-Z]", name)
