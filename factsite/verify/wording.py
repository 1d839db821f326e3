"""The words of a text in the form in which lists of words are looked for, each with its place in the text.

Words are folded one by one, so that the way back is exact, however a word is spelt: with a soft hyphen, in full-width
letters, with any kind of apostrophe or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from factsite.corpus.characters import UNSEEN
from factsite.corpus.text import Span
from factsite.verify.fold import alike

_LETTER = rf"[\p{{L}}\p{{M}}\p{{N}}\p{{So}}{UNSEEN}]"
_WORD = regex.compile(rf"{_LETTER}++(?:['’‘‛′´`＇]{_LETTER}++)*+")
_JOINED_WORD = regex.compile(rf"{_LETTER}++(?:(?:['’‘‛′´`＇]|[-‐\u00ad¬][^\S\n]*+\n\s*+){_LETTER}++)*+")
"""The same where a line end that breaks a word is read as none."""
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*")
"""The same in a text that is plain ASCII, as most are; several times as fast."""
_NO_LETTER = regex.compile(r"[^\p{Lu}\p{Ll}\p{Lo}\p{M}\p{Nd}]")
"""What a folded word loses: apostrophes, and letters that only modify, which serve as such."""


class Word(NamedTuple):
    """A word as it is looked for, and its range in the text."""

    folded: str
    span: Span


def words_in(text: str, within: Span | None = None, *, joined: bool = False) -> list[Word]:
    """Give the words of a text or of a part of it, in order; `joined` where a line end breaks them, or as printed."""
    start, end = within or (0, len(text))
    form = _JOINED_WORD if joined else _ASCII_WORD if text[start:end].isascii() else _WORD
    found = (Word(_folded(word[0]), Span(*word.span())) for word in form.finditer(text, start, end))
    return [word for word in found if word.folded]


@lru_cache(maxsize=4_096)
def _folded(word: str) -> str:
    return _NO_LETTER.sub("", alike(word))


class Phrases:
    """A list of words, and of several words each, that tells where its entries stand; `*` ends the stem of a word."""

    def __init__(self, entries: Iterable[str]) -> None:
        entries = set(entries)
        self._stems = tuple(_folded(entry.removesuffix("*")) for entry in entries if entry.endswith("*"))
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for entry in entries:
            phrase = tuple(word.folded for word in words_in(entry))
            if phrase and not entry.endswith("*"):
                self._by_first.setdefault(phrase[0], []).append(phrase)
        for phrases in self._by_first.values():
            phrases.sort(key=len, reverse=True)

    def find(self, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
        """Give the words of each entry that stands there, in order; of those that begin at one word, the longest."""
        for first in range(len(words)):
            if end := self._end(words, first):
                yield words[first:end]

    def beginning(self, words: Sequence[Word]) -> Sequence[Word]:
        """Give the entry with which words begin; nothing if they do not."""
        return words[: self._end(words, 0)] if words else ()

    def ending(self, words: Sequence[Word]) -> Sequence[Word]:
        """Give the longest entry with which words end; nothing if they do not."""
        firsts = (first for first in range(len(words)) if self._end(words, first) == len(words))
        first = next(firsts, len(words))
        return words[first:]

    def _end(self, words: Sequence[Word], first: int) -> int:
        """Give the index behind the entry that begins at a word, or 0."""
        folded = words[first].folded
        for phrase in self._by_first.get(folded, ()):
            end = first + len(phrase)
            if tuple(word.folded for word in words[first:end]) == phrase:
                return end
        return first + 1 if self._stems and folded.startswith(self._stems) else 0
