"""A text with its marks made alike: typographic quotation marks and dashes as plain ones, nothing invisible.

Never for proof: it tells what an author meant, and what a source must not be said to lack.
"""

from __future__ import annotations

import re
import unicodedata

MARKS = {
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′`´＇"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u034f\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u200e\u200f")),
}
DROPPED = re.compile("[\u00ad\u034f\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u200e\u200f]")


def fold(text: str) -> str:
    """Give a text with plain marks."""
    return text.translate(MARKS)


def scripts(text: str) -> frozenset[str]:
    """Name the scripts of a text's letters as Unicode's names of the letters begin: LATIN, DEVANAGARI, CYRILLIC."""
    return frozenset(unicodedata.name(char, "unnamed").split()[0] for char in set(text) if char.isalpha())


def unfold(text: str, index: int) -> int:
    """Give the index in a text behind an index in its folded form."""
    for dropped in DROPPED.finditer(text):
        if dropped.start() > index:
            break
        index += 1
    return index
