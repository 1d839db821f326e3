"""How much two texts share, and whether that makes one a copy of the other, in whole or in part.

The share of a source in another is the part of its distinct three-word runs that the other has as well; the larger
share of the two is that of the shorter source. Where the thresholds come from is in docs/project/decisions/copies.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factsite.verify.record import Pair, SharedPassage, Sharing
from factsite.verify.wordruns import PASSAGE, RUN, Match, SourceWords, WordRuns, longest_run, matches

COPIED = 0.08
"""The share from which texts are a copy, where the longest run that they have in common counts half."""

KINDRED = 0.05
"""The share from which texts are not called independent."""

SUSPECT = 0.2
"""The share from which texts with a common passage may be a copy, though too little of them is left to tell."""

LEAST_SHARED = 10
"""Runs that a copy shares at least, counted in the same way: fewer are a statement that two short texts quote."""

LEAST_IN_A_ROW = 7
"""Words in a row that a copy shares at least: in a very long text a short one finds many of its runs by chance."""

LEAST_TO_TELL = 30
"""Runs that each text has at least if they are to be called independent."""


class Overlap(NamedTuple):
    """How many runs two texts have in common, how many the shorter one has, and the words of the longest common one."""

    common: int
    shorter: int
    longest: int

    @property
    def share(self) -> float:
        """Give the part of the shorter one's runs that the other has as well."""
        return self.common / self.shorter if self.shorter else 0.0


def measure(left: SourceWords, right: SourceWords) -> Pair:
    """Measure two sources against each other."""
    found = list(matches(left.every, right.every))
    every = own = _overlap(left.every, right.every, found)
    if left.own is not left.every or right.own is not right.every:
        own = _overlap(left.own, right.own, matches(left.own, right.own))
    return Pair(
        left=left.archived.source.id,
        right=right.archived.source.id,
        share_of_left=_part(every.common, left.every),
        share_of_right=_part(every.common, right.every),
        share_unquoted=own.share,
        longest=every.longest,
        outcome=outcome(every, own),
        shared=tuple(SharedPassage(left.place(at, size), right.place(there, size), size) for at, there, size in found),
    )


def outcome(every: Overlap, own: Overlap) -> Sharing:
    """Tell copies from independent texts, by all their words and by those outside quotation marks.

    Two reports may quote one speaker, so that what is quoted makes no copy; nor does it show that they are independent.
    """
    if _is_copy(own):
        return Sharing.COPY
    if every.shorter >= LEAST_TO_TELL and every.longest < PASSAGE and every.share < KINDRED:
        return Sharing.INDEPENDENT
    return Sharing.CANNOT_TELL


def _is_copy(overlap: Overlap) -> bool:
    """Tell whether the overlap is that of a copy; the longest run counts half, for both may repeat one statement."""
    counted = overlap.common - max(0, overlap.longest - RUN + 1) / 2
    return counted >= max(LEAST_SHARED, COPIED * overlap.shorter) and overlap.longest >= LEAST_IN_A_ROW


def may_be_copy(pair: Pair) -> bool:
    """Tell whether of two texts that cannot be told one repeats much of the other outside quotation marks."""
    return pair.outcome is Sharing.CANNOT_TELL and bool(pair.shared) and pair.share_unquoted >= SUSPECT


def is_too_short(words: SourceWords) -> bool:
    """Tell whether a source could not be told to be a copy even of itself."""
    own = words.own
    return not _is_copy(Overlap(len(own.runs), len(own.runs), len(own.folded)))


def could_be_copies(left: SourceWords, right: SourceWords) -> bool:
    """Tell whether two sources share enough runs to be measured in full."""
    common, shorter = _common(left.own, right.own)
    return common >= max(LEAST_SHARED, COPIED * shorter)


def _overlap(left: WordRuns, right: WordRuns, found: Iterable[Match]) -> Overlap:
    return Overlap(*_common(left, right), longest_run(left, right, found))


def _common(left: WordRuns, right: WordRuns) -> tuple[int, int]:
    """Count the runs that both have, and the runs of the shorter one."""
    return len(left.runs & right.runs), min(len(left.runs), len(right.runs))


def _part(common: int, words: WordRuns) -> float:
    return common / len(words.runs) if words.runs else 0.0
