"""Texts with what looks alike made equal.

Never for proof: it tells what an author meant, and what a source must not be said to lack.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

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


def alike(text: str) -> str:
    """Give a text in one case, folded, and in Unicode's compatibility forms, so that 𝟗 is 9."""
    folded = fold(text)
    if not folded.isascii():
        folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", folded)).replace("\u2800", " ")
    return folded.casefold().replace("i\u0307", "i")  # as İ becomes


def letters(text: str) -> frozenset[str]:
    """Name the kinds of letter in a text: ARABIC, DEVANAGARI, LATIN, and each Latin letter beyond A to Z by itself.

    Of other scripts, a short text lacks letters by chance; of Latin it lacks `ɑ`, which looks like `a`, on purpose.
    """
    names = (unicodedata.name(char, "unnamed") for char in set(alike(text)) if char.isalpha())
    return frozenset(name if _is_rare(name) else name.partition(" ")[0] for name in names)


def _is_rare(name: str) -> bool:
    return name.startswith("LATIN ") and not re.fullmatch(r"LATIN SMALL LETTER [A-Z]", name)
