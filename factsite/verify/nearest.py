"""The passage of a source that an author probably meant; for suggestions, never for proof."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

from factsite.verify.view import comparable

_WORD = regex.compile(r"[\w\p{M}\u200c\u200d]+(?:[-‐‑–'’.,][\w\p{M}\u200c\u200d]+)*")
_ENOUGH = 0.5
"""The least share of the wanted words, weighed by how rare they are, that makes a passage worth showing."""


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch of a view, and how alike it is to the words wanted, from 0 to 1."""

    start: int
    end: int
    likeness: float


def nearest(wanted: str, text: str) -> Near | None:
    """Find the stretch of a comparable text that shares most with the words wanted, if any shares enough.

    Every window of one and a half times the wanted length is weighed by the wanted words in it, rare ones counting
    more; the best window is then cut to the words that align. Linear in the length of the text.
    """
    words = [word.group().casefold() for word in _WORD.finditer(comparable(wanted))]
    found = list(_WORD.finditer(text))
    if not words or not found:
        return None
    folded = [word.group().casefold() for word in found]
    frequency = Counter(folded)
    weight = {word: 1 / frequency[word] for word in set(words) if word in frequency}
    first = _best_window(folded, weight, length := max(len(words) + len(words) // 2, 3))
    blocks = SequenceMatcher(None, words, folded[first : first + length], autojunk=False).get_matching_blocks()
    shared = [block for block in blocks if block.size]
    if not shared or sum(block.size for block in shared) < _ENOUGH * len(words):
        return None
    begin = max(0, first + shared[0].b - shared[0].a)
    missing = len(words) - shared[-1].a - shared[-1].size
    end = min(len(found), first + shared[-1].b + shared[-1].size + missing)
    return Near(found[begin].start(), found[end - 1].end(), sum(block.size for block in shared) / len(words))


def _best_window(folded: list[str], weight: dict[str, float], length: int) -> int:
    """Give the index of the first word of the window that weighs most."""
    values = [weight.get(word, 0.0) for word in folded]
    total = best = sum(values[:length])
    first = 0
    for start in range(1, len(values) - length + 1):
        total += values[start + length - 1] - values[start - 1]
        if total > best + 1e-9:
            first, best = start, total
    return first
