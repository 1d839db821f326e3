"""Names that differ by no more than a slip of the pen.

Two names that differ by one letter too many, too few, wrong, or changed with its neighbour are the same once a letter
is taken from each. So a name is looked up by all that is left of it without one of its letters, which takes no longer
the more names there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from factsite.verify.fold import alike

_LETTERS = 8
"""So many letters a name has in which one may be wrong; in a shorter one, another letter makes another name."""


def nearest_name(name: str, others: tuple[str, ...]) -> str | None:
    """Give the other name from which a name differs by the smallest slip, if any."""
    return min(_near(name, _index(others)), key=lambda other: (_slips(name, other), other), default=None)


def is_near(name: str, others: tuple[str, ...]) -> bool:
    """Tell whether a name is one of the others, or differs from one by a slip."""
    return name in others or nearest_name(name, others) is not None


def near_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each two names that differ by a slip, both ways round, in order."""
    found = sorted(names)
    index = _index(tuple(found))
    for name in found:
        yield from ((name, other) for other in sorted(_near(name, index)))


def _near(name: str, index: Mapping[str, set[str]]) -> set[str]:
    alike_but_for_one = {other for variant in _variants(alike(name)) for other in index.get(variant, ())}
    return {other for other in alike_but_for_one - {name} if _slips(name, other) <= 1}


def _slips(name: str, other: str) -> int:
    """Count the slips between two names, 2 for any more than one; other digits are no slip."""
    one, two = alike(name), alike(other)
    if re.findall(r"\d", one) != re.findall(r"\d", two):
        return 2
    return int(OSA.distance(one, two, score_cutoff=1))


def _variants(folded: str) -> Iterator[str]:
    yield folded
    if len(folded) >= _LETTERS:
        yield from (folded[:at] + folded[at + 1 :] for at in range(len(folded)))


@lru_cache(maxsize=4)  # the names of one record, again for each of its claims
def _index(names: tuple[str, ...]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        for variant in _variants(alike(name)):
            found.setdefault(variant, set()).add(name)
    return found
