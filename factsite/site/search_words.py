"""Words as the search index knows them: folded so that what a reader types finds what was written.

`theme/assets/explore.js` folds a query by the same steps; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain

LATIN_ACCENTS = range(0x0300, 0x0370)
# Nukta, the joiners and the soft hyphen: writers set them or leave them out for the same word.
OPTIONAL_SIGNS = frozenset((0x093C, 0x200C, 0x200D, 0x00AD))
CHANDRABINDU, ANUSVARA = 0x0901, 0x0902
# What may stand between the groups of a number, or before its fraction; all of them are read as a space.
NUMBER_MARKS = frozenset(map(ord, " .,'’،٫٬"))
PARTED = "\n"
"""What any other mark is read as: no number goes on behind it."""

_GROUPED = re.compile(r"(?<![^ \n])(?<![0-9] )[1-9][0-9]{0,2}(?: [0-9]{2,3})*? [0-9]{3}(?![^ \n])")
"""A number whose digits stand in groups, as Europe or as India makes them."""

PREFIX = 3
"""A searched word of this many characters or more finds every word that begins with it."""


class _Letters(dict[int, str | None]):
    """A table for `str.translate` that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str | None:
        if code in LATIN_ACCENTS or code in OPTIONAL_SIGNS:
            found = None
        elif (digit := unicodedata.decimal(chr(code), None)) is not None:
            found = str(digit)
        elif unicodedata.category(chr(code))[0] in "LMN":
            found = chr(code)
        else:
            found = " " if code in NUMBER_MARKS else PARTED
        self[code] = found
        return found


_LETTERS = _Letters({CHANDRABINDU: chr(ANUSVARA)})


def words(text: str) -> frozenset[str]:
    """Give the distinct words of a text, without case, accents and optional signs, each number in one form.

    Digits are those of ASCII, without marks between their groups: `१,४००` is the word `1400`. A fraction is a word of
    its own, so that `1.5` is `1` and `5`, whatever its mark; `1.400` may be a fraction and is taken for groups.
    """
    return frozenset(_GROUPED.sub(_joined, _folded(text)).split())


def indexed(text: str) -> frozenset[str]:
    """Give the words by which a text is found: its own, and what looks like the groups of a number one by one.

    In `of 30 400 came` they are two numbers.
    """
    folded = _folded(text)
    return frozenset(chain(folded.split(), map(_joined, _GROUPED.finditer(folded))))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)


def _joined(number: re.Match[str]) -> str:
    return number[0].replace(" ", "")


def bucket(term: str, buckets: int) -> int:
    """Choose the bucket of a term, so that all words with the same beginning share one (FNV-1a)."""
    return _hash(term if ":" in term else term[:PREFIX]) % buckets


@cache
def _hash(text: str) -> int:
    value = 0x811C9DC5
    for byte in chain.from_iterable(ord(letter).to_bytes(3) for letter in text):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value
