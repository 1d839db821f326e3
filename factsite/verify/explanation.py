"""What to say of a passage that was not found, and how characters and differences are named in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from factsite.verify.normalized import comparable


@dataclass(frozen=True, slots=True)
class Explanation:
    """What to say of a passage that was not found.

    `start` and `end` are the characters of the typed passage to point at; `corrected` is what the source says instead,
    and `certain` tells whether it may be put in its place without asking.
    """

    message: str
    help: str
    start: int = 0
    end: int = 0
    corrected: str | None = None
    certain: bool = False


def named(char: str) -> str:
    """Give a character, if it can be seen, with its code point and its name."""
    shown = char if char.isprintable() else ""
    return f"{shown} U+{ord(char):04X} {unicodedata.name(char, 'unnamed')}".strip()


def first_difference(typed: str, source: str) -> tuple[int, int]:
    """Give the range of the first typed word that the source does not have in its place."""
    theirs = source.split()
    for number, word in enumerate(re.finditer(r"\S+", typed)):
        if number >= len(theirs) or comparable(word[0]) != theirs[number]:
            return word.start(), word.end()
    return 0, len(typed)
