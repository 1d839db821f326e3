"""Counting: nothing makes evidence look like more than it is."""

from __future__ import annotations

from factsite.corpus.model import Stance
from factsite.verify.tally import tally
from tests.records import SOURCES, claim, evidence


def test_a_speaker_counts_once() -> None:
    """Who is quoted twice, or in two documents, is one speaker; nobody and the unnamed are none."""
    quote = "the lantern festival ended at nine"
    speakers = ["The mayor", "the  Mayor", "The mayor.", "A boatman", "a steward, unnamed", "A steward, Unnamed.", None]
    told = [evidence("gazette", Stance.SUPPORTS, quote, according_to=speaker) for speaker in speakers]
    assert tally(claim(evidence=tuple(told)), SOURCES).named_for == 2
