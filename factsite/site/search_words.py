"""Words as the search index knows them: folded so that what a reader types finds what was written.

`theme/assets/explore.js` folds a query by the same steps; a test holds the two together.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import chain

LATIN_ACCENTS = range(0x0300, 0x0370)
# Nukta, the joiners and the soft hyphen: writers set them or leave them out for the same word.
OPTIONAL_SIGNS = frozenset((0x093C, 0x200C, 0x200D, 0x00AD))
CHANDRABINDU, ANUSVARA = 0x0901, 0x0902

PREFIX = 3
"""A searched word of this many characters or more finds every word that begins with it."""


class _Letters(dict[int, str | None]):
    """A table for `str.translate` that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str | None:
        if code in LATIN_ACCENTS or code in OPTIONAL_SIGNS:
            found = None
        elif unicodedata.category(chr(code))[0] in "LMN":
            found = chr(code)
        else:
            found = " "
        self[code] = found
        return found


_LETTERS = _Letters({CHANDRABINDU: chr(ANUSVARA)})


def words(text: str) -> frozenset[str]:
    """Give the distinct words of a text, without case, accents and optional signs."""
    return frozenset(unicodedata.normalize("NFKD", text).lower().translate(_LETTERS).split())


def bucket(term: str, buckets: int) -> int:
    """Choose the bucket of a term, so that all words with the same beginning share one (FNV-1a)."""
    return _hash(term if ":" in term else term[:PREFIX]) % buckets


@cache
def _hash(text: str) -> int:
    value = 0x811C9DC5
    for byte in chain.from_iterable(ord(letter).to_bytes(3) for letter in text):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value
