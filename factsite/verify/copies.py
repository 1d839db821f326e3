"""How much two texts share, and whether that makes one a copy of the other, in whole or in part.

The share of a source in another is the part of its distinct three-word runs that the other has as well; the larger
share of the two is that of the shorter source. Where the thresholds come from is in docs/project/decisions/copies.md.
"""

from __future__ import annotations

from factsite.verify.record import Outcome, Pair
from factsite.verify.wordruns import PASSAGE, RUN, Words, shared_passages

COPIED = 0.08
"""The share from which texts are a copy, where the longest run that they have in common counts half."""

KINDRED = 0.05
"""The share from which texts are not called independent."""

LEAST_SHARED = 10
"""Runs that a copy shares at least, counted in the same way: fewer are a statement that two short texts quote."""

LEAST_IN_A_ROW = 7
"""Words in a row that a copy shares at least: in a very long text a short one finds many of its runs by chance."""

LEAST_TO_TELL = 30
"""Runs that each text has at least if they are to be called independent."""


def measure(left: Words, right: Words) -> Pair:
    """Measure two sources against each other."""
    shared = tuple(shared_passages(left, right))
    longest = max((passage.words for passage in shared), default=0) or _longest_below_passage(left, right)
    common = len(left.runs & right.runs)
    return Pair(
        left=left.archived.source.id,
        right=right.archived.source.id,
        share_of_left=_part(common, left),
        share_of_right=_part(common, right),
        longest=longest,
        outcome=outcome(common, min(len(left.runs), len(right.runs)), longest),
        shared=shared,
    )


def outcome(common: int, shorter: int, longest: int) -> Outcome:
    """Tell copies from independent texts, by their common runs, the shorter one's runs and their longest run.

    The longest run counts half, for it may be a statement that both quote.
    """
    counted = common - max(0, longest - RUN + 1) / 2
    if counted >= max(LEAST_SHARED, COPIED * shorter) and longest >= LEAST_IN_A_ROW:
        return Outcome.COPY
    if shorter >= LEAST_TO_TELL and longest < PASSAGE and common < KINDRED * shorter:
        return Outcome.INDEPENDENT
    return Outcome.CANNOT_TELL


def is_too_short(words: Words) -> bool:
    """Tell whether a source could not be told to be a copy even of itself."""
    return outcome(len(words.runs), len(words.runs), len(words.folded)) is not Outcome.COPY


def could_be_copies(left: Words, right: Words) -> bool:
    """Tell whether two sources share enough runs to be measured in full."""
    common = len(left.runs & right.runs)
    return common >= LEAST_SHARED and common >= COPIED * min(len(left.runs), len(right.runs))


def _longest_below_passage(left: Words, right: Words) -> int:
    """Count the words of the longest common run of sources that share no passage."""
    return next((size for size in range(PASSAGE - 1, 0, -1) if left.distinct(size) & right.distinct(size)), 0)


def _part(common: int, words: Words) -> float:
    return common / len(words.runs) if words.runs else 0.0
