"""Names that differ by no more than a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from factsite.verify.fold import alike

_LETTERS_A_SLIP = 8
"""So many letters a name has for each one in which it may differ from another and still be taken for it."""

_END = 3
"""So many letters at its beginning or at its end two names have in common; one slip cannot be at both."""


def nearest_name(name: str, others: tuple[str, ...]) -> str | None:
    """Give the other name from which a name differs by the smallest slip, if any."""
    found = sorted((slips, other) for other, slips in _near(alike(name), _folded(others)) if other != name)
    return found[0][1] if found else None


def is_near(name: str, others: tuple[str, ...]) -> bool:
    """Tell whether a name is one of the others, or differs from one by a slip."""
    return any(True for _ in _near(alike(name), _folded(others)))


def near_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each two names that differ by a slip, both ways round."""
    blocks: dict[str, dict[str, list[str]]] = {}
    for folded, spelt in _folded(tuple(names)).items():
        for end in {f"{folded[:_END]}…", f"…{folded[-_END:]}"}:
            blocks.setdefault(end, {})[folded] = spelt
    pairs = {
        (name, other)
        for block in blocks.values()
        for folded, spelt in block.items()
        for name in spelt
        for other, _ in _near(folded, block)
        if other != name
    }
    yield from sorted(pairs)


def _near(folded: str, others: Mapping[str, list[str]]) -> Iterator[tuple[str, int]]:
    """Give names by their folded forms that a folded name may be meant for; other digits are no slip."""
    most, digits = len(folded) // _LETTERS_A_SLIP, re.findall(r"\d", folded)
    for other, slips, _ in process.extract_iter(
        folded, others.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=most
    ):
        if slips <= len(other) // _LETTERS_A_SLIP and re.findall(r"\d", other) == digits:
            yield from ((name, int(slips)) for name in others[other])


@lru_cache(maxsize=4)  # the names of one record, again for each of its claims
def _folded(names: tuple[str, ...]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        found.setdefault(alike(name), []).append(name)
    return found
