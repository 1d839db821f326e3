"""The passage of a source that an author probably meant; for suggestions, never for proof."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import regex
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, Prefix

from factsite.corpus.characters import JOINERS
from factsite.verify.normalized import comparable
from factsite.verify.sentences import STOP

_PART = rf"[\w\p{{M}}{JOINERS}]+"
_WORD = regex.compile(rf"{_PART}(?:[-‐‑–'’.,]{_PART})*")
_DIGIT = regex.compile(r"\p{Nd}")
_GROUPED = re.compile(r"(?<=\d),(?=\d)")
_NASAL = re.compile(r"[ङञणनम]्(?=[क-ह])|ँ")
_ENOUGH = 0.5
"""The least share of the wanted words that makes a passage worth showing."""
_STEM = 3
"""So many first characters, one more in ASCII, and half of the longer are alike in two forms of one word."""
_OTHER_FORM = 0.8
"""What another form of a wanted word weighs, where the form that was wanted weighs one."""


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch of a view."""

    start: int
    end: int


def nearest(wanted: str, text: str, enough: float = _ENOUGH) -> Near | None:
    """Find the stretch of a comparable text that shares most with the words wanted, if any shares enough.

    Every window of one and a half times the wanted length is weighed by the wanted words in it, in whatever form, rare
    ones counting more; the best window is then cut to the words that align. Linear in the length of the text.
    """
    words = _words(comparable(wanted))[1]
    found, folded = _words(text)
    if not words or not found:
        return None
    meant = _meant(set(folded), words)
    as_meant = [meant.get(word, word) for word in folded]
    frequency = Counter(as_meant)
    values = [
        (1 if word == form else _OTHER_FORM) / frequency[word] if form in meant else 0.0
        for form, word in zip(folded, as_meant, strict=True)
    ]
    first = _best_window(values, length := max(len(words) + len(words) // 2, 3))
    blocks = SequenceMatcher(None, words, as_meant[first : first + length], autojunk=False).get_matching_blocks()
    shared = [block for block in blocks if block.size]
    if not shared or sum(block.size for block in shared) < enough * len(words):
        return None
    head, tail = first + shared[0].b, first + shared[-1].b + shared[-1].size
    missing = len(words) - shared[-1].a - shared[-1].size
    start = found[max(0, head - shared[0].a)][0]
    end = found[min(len(found), tail + missing) - 1][1]
    # Words that are not shared are taken in for those that were misremembered, but not from another sentence.
    for stop in STOP.finditer(text, start, found[head][0]):
        start = stop.end()
    behind = STOP.search(text, found[tail - 1][1], end)
    return Near(start, found[tail - 1][1] if behind else end)


def likest(wanted: str, passages: Sequence[str]) -> list[int]:
    """Give the indexes of the passages that share most with the words wanted, the likest first.

    A shared word counts for its length, less in another form, and the less the more passages hold it; a word too short
    to have forms says nothing, unless it is a number. Of passages that share as much the shorter is the liker.
    """
    words = [word for word in _words(comparable(wanted))[1] if len(word) >= _least(word) or _DIGIT.search(word)]
    folded = [set(_words(passage)[1]) for passage in passages]
    vocabulary = set().union(*folded)
    meant = _meant(vocabulary, words)
    meant |= {form: word for word in set(words) - set(meant.values()) if (form := _mistyped(word, vocabulary))}
    holders = Counter(word for passage in folded for word in {meant[form] for form in passage & meant.keys()})
    weights = [_weight(passage & meant.keys(), meant, holders) for passage in folded]
    least = max(1, _ENOUGH * max(weights, default=0))
    alike = [index for index, weight in enumerate(weights) if weight >= least]
    return sorted(alike, key=lambda index: (-weights[index], len(passages[index])))


def _weight(forms: set[str], meant: Mapping[str, str], holders: Mapping[str, int]) -> float:
    """Weigh the words that a passage has, each in the form that is nearest to the one meant."""
    best: dict[str, float] = {}
    for form in forms:
        word = meant[form]
        best[word] = max(best.get(word, 0), (1 if form == word else _OTHER_FORM) * len(word) / holders[word])
    return sum(best.values())


def _mistyped(word: str, vocabulary: Collection[str]) -> str | None:
    """Give the word of a vocabulary that was probably meant: one letter in four is another, or in another place."""
    near = process.extractOne(word, vocabulary, scorer=DamerauLevenshtein.distance, score_cutoff=len(word) // 4)
    return near[0] if near and not _DIGIT.search(word) else None


@lru_cache(maxsize=4)  # a source's text is asked for again by every quote that is not in it
def _words(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Give the places of a text's words, and the words in one case and spelling."""
    found = list(_WORD.finditer(text))
    return [word.span() for word in found], [_spelt(word.group()) for word in found]


def _spelt(word: str) -> str:
    """Give a word in one case, numbers without the commas in them, Hindi nasals before a consonant with one sign."""
    return _NASAL.sub("ं", _GROUPED.sub("", word.casefold()))


def _meant(vocabulary: set[str], wanted: list[str]) -> dict[str, str]:
    """Give, for each word of a vocabulary that is a wanted word or another form of one, that wanted word."""
    stems: dict[str, list[str]] = {}
    for word in wanted:
        stems.setdefault(word[:_STEM], []).append(word)
    meant = {}
    for form in vocabulary:
        alike = [word for word in stems.get(form[:_STEM], ()) if _is_form(form, word)]
        if alike:
            meant[form] = form if form in alike else min(alike, key=lambda word: (abs(len(word) - len(form)), word))
    return meant


def _is_form(form: str, word: str) -> bool:
    """Tell whether two words are likely forms of one, such as `user` and `users`; another number is another word."""
    if form == word:
        return True
    common = Prefix.similarity(form, word)
    return common >= max(_least(word), max(len(form), len(word)) / 2) and not _DIGIT.search(form + word)


def _least(word: str) -> int:
    """Give how many characters a word must have to have forms: a letter of Latin says less than one of Devanagari."""
    return _STEM + word.isascii()


def _best_window(values: list[float], length: int) -> int:
    """Give the index of the first word of the window that weighs most."""
    total = best = sum(values[:length])
    first = 0
    for start in range(1, len(values) - length + 1):
        total += values[start + length - 1] - values[start - 1]
        if total > best + 1e-9:
            first, best = start, total
    return first
