"""Where two texts differ, word by word: what a reviewer needs to see of a changed document or a changed paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

MOST_WORDS = 5_000
"""Texts whose differing parts are longer are not aligned word by word, for the work grows with the product."""

_WORD = re.compile(r"\S+")
_AROUND = 4
"""Words shown on either side of a difference, and how many equal words two differences may have between them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which two texts differ, with a few words around it; `line` counts in the newer text, from 1."""

    line: int
    lead: str
    before: str
    after: str
    trail: str


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Give the places at which two texts differ in their words, in order; white space does not count."""
    old, new = _WORD.findall(before), list(_WORD.finditer(after))
    words = [word[0] for word in new]
    starts = [word.start() for word in new]
    return tuple(
        _difference(old[one:two], words, three, four, _line(after, starts, three))
        for one, two, three, four in _joined(_spans(old, words))
    )


def _difference(gone: list[str], words: list[str], start: int, end: int, line: int) -> Difference:
    lead, trail = words[max(0, start - _AROUND) : start], words[end : end + _AROUND]
    return Difference(line, " ".join(lead), " ".join(gone), " ".join(words[start:end]), " ".join(trail))


def _line(text: str, starts: list[int], index: int) -> int:
    at = starts[index] if index < len(starts) else len(text.rstrip())
    return text.count("\n", 0, at) + 1


def _spans(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Give the ranges of both lists that differ."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if not left and not right:
        return []
    if max(len(left), len(right)) > MOST_WORDS:
        return [(head, head + len(left), head, head + len(right))]
    return [
        (head + step.src_start, head + step.src_end, head + step.dest_start, head + step.dest_end)
        for step in Levenshtein.opcodes(left, right)
        if step.tag != "equal"
    ]


def _common(one: list[str], other: list[str]) -> int:
    """Count the words that two lists begin with alike."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _joined(spans: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Make one of differences that only a few words part."""
    joined: list[tuple[int, int, int, int]] = []
    for span in spans:
        if joined and span[0] - joined[-1][1] <= _AROUND:
            joined[-1] = (joined[-1][0], span[1], joined[-1][2], span[3])
        else:
            joined.append(span)
    return joined
