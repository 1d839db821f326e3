"""Counting: nothing makes evidence look like more than it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factsite.corpus.model import Absence, Stance
from factsite.verify.tally import ARCHIVE_SHOWN_WHOLE, tally
from tests.records import SOURCES, archived, claim, evidence


def test_a_speaker_counts_once() -> None:
    """Who is quoted twice, or in two documents, is one speaker; nobody and the unnamed are none."""
    quote = "the lantern festival ended at nine"
    speakers = ["The mayor", "the  Mayor", "The mayor.", "A boatman", "a steward, unnamed", "A steward, Unnamed.", None]
    told = [evidence("gazette", Stance.SUPPORTS, quote, according_to=speaker) for speaker in speakers]
    assert tally(claim(evidence=tuple(told)), SOURCES).named_for == 2


@pytest.mark.parametrize("size", [ARCHIVE_SHOWN_WHOLE - 1, ARCHIVE_SHOWN_WHOLE, ARCHIVE_SHOWN_WHOLE + 1])
def test_what_nobody_looked_at_is_named_only_in_a_small_archive(size: int) -> None:
    """Silent are the sources that editors name, and never one that speaks; up to a size the others are named too."""
    sources = {f"s{number:03}": archived(f"s{number:03}", "Words.") for number in range(size)}
    item = replace(evidence("gazette", Stance.SUPPORTS, "the lantern festival"), source="s000")
    absent = (Absence(("s001", "s000", "gone"), ("boat",)),)
    counted = tally(claim(evidence=(item,), absent=absent), sources)
    assert counted.silent == ("s001",)
    assert counted.not_looked_at == (tuple(list(sources)[2:]) if size <= ARCHIVE_SHOWN_WHOLE else ())


def test_all_are_silent_where_all_are_searched() -> None:
    """An entry for all sources makes each silent that does not speak, and leaves none that nobody looked at."""
    counted = tally(claim(absent=(Absence((), ("boat",)),)), SOURCES)
    assert (counted.silent, counted.not_looked_at) == (("hindi", "notebook"), ())
    assert tally(claim(), SOURCES).not_looked_at == ("hindi", "notebook")
