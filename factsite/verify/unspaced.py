"""Words in scripts that write no spaces between them, by ICU's dictionaries.

There are dictionaries for Chinese and Japanese, Thai, Lao, Khmer and Burmese. In any other script without spaces a
quote begins and ends at punctuation alone, for nothing here knows its words.
"""

from __future__ import annotations

from functools import lru_cache

import regex

_KNOWN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u30fc]\p{M}*")
_LAST = regex.compile(r"(?<=[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u30fc\p{M}])")


def is_unspaced(before: str, behind: str) -> bool:
    """Tell whether a dictionary knows the words on either side of a place, given the characters around it."""
    if before.isascii() and behind.isascii():
        return False
    return _KNOWN.match(behind) is not None or _LAST.match(before, 1) is not None


def uses_dictionary(text: str) -> bool:
    """Tell whether a text has letters of a script whose words are found by a dictionary."""
    return not text.isascii() and _KNOWN.search(text) is not None


@lru_cache(maxsize=256)  # several places of one stretch of text are asked for, one after the other
def word_starts(text: str) -> frozenset[int]:
    """Give where the words of a text begin."""
    from icu4py.breakers import WordBreaker  # noqa: PLC0415 -- 40 MB of dictionaries that few records need

    starts, at = [], 0
    for word in WordBreaker(text, "und"):
        starts.append(at)
        at += len(word)
    return frozenset(starts)
