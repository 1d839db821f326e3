"""One-edit alterations of a text: everything that a mistaken or dishonest author might change in a quote."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_SIGNS_AND_MARKS = {
    "ि": "ी", "ी": "ि", "ु": "ू", "ू": "ु", "े": "ै", "ै": "े", "ो": "ौ", "ौ": "ो", "ा": "", "ं": "ँ", "ँ": "ं",
    "्": "", "़": "", ".": "।", "।": ".", ",": ";", ";": ",", "?": "!", "!": "?", ":": ";",
    "'": "’", "’": "'", '"': "”", "“": '"', "”": '"', "-": "–", "–": "-", "—": "-",
}  # fmt: skip
_NEGATIONS = {"en": "not", "hi": "नहीं"}


def alterations(text: str, language: str = "en") -> Iterator[tuple[str, str]]:
    """Give every alteration of a text by one edit, each with the name of its kind."""
    yield from _of_characters(text)
    yield from _of_words(text.split(" "), language)


def _of_characters(text: str) -> Iterator[tuple[str, str]]:
    for at, char in enumerate(text):
        before, behind = text[:at], text[at + 1 :]
        if char == " ":
            continue
        yield "dropped character", before + behind
        yield "doubled character", before + char + char + behind
        if behind and behind[0] not in (" ", char):
            yield "swapped characters", before + behind[0] + char + behind[1:]
        for kind, other in _others(char):
            yield kind, before + other + behind


def _others(char: str) -> Iterator[tuple[str, str]]:
    """Give what may stand for a character by mistake."""
    if char.swapcase() != char:
        yield "case", char.swapcase()
    if char.isdecimal():
        value = unicodedata.decimal(char)
        yield "digit", chr(ord(char) - value + (value + 1) % 10)
    elif char.isalpha():
        yield "letter", chr(ord(char) + 1)
    if char in _SIGNS_AND_MARKS:
        yield "sign or mark", _SIGNS_AND_MARKS[char]
    if "\u0915" <= char <= "\u0939":
        yield "nukta", char + "\u093c"
        yield "virama", char + "\u094d"


def _of_words(words: list[str], language: str) -> Iterator[tuple[str, str]]:
    for at, word in enumerate(words):
        before, behind = words[:at], words[at + 1 :]
        yield "dropped word", " ".join([*before, *behind])
        yield "doubled word", " ".join([*before, word, word, *behind])
        if behind:
            yield "swapped words", " ".join([*before, behind[0], word, *behind[1:]])
            yield "negation", " ".join([*before, word, _NEGATIONS.get(language, "not"), *behind])
