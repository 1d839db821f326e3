"""Subtitles: their cues are read as speech, each character with its place in the file and its time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.model import Citation, TextFormat
from factsite.corpus.readable import Readable, readable
from factsite.corpus.text import Document, Span
from factsite.verify.passages import find, shown
from factsite.verify.quotes import Fault, Miss
from tests import records
from tests.verify.test_quotes import proof

SRT = """1
00:00:01,000 --> 00:00:03,500
We did not cancel the ferry

2
00:00:03,500 --> 00:00:06,000
last year, and we will

3
01:00:06,000 --> 01:00:08,000
not cancel it this year.

Kept by the harbour office.
"""
VTT = """WEBVTT

00:10:43.230 --> 00:10:45.000
mileage<00:10:43.230><c> cars</c><00:10:43.350><c> obviously</c><00:10:44.130><c> don't</c><00:10:44.310><c> stay</c>

quay
00:10:45.000 --> 00:10:47.000 align:start
<v Mayor>the ferry &amp; spy<00:10:45.350><c>ware</c>
at the old quay</v>

00:10:47.000 --> 00:10:49.000
<v Reporter>Nobody saw it</v>
"""


def read(text: str) -> Readable:
    """Read a file."""
    return readable(Document("x", text), Span(0, len(text)), TextFormat.TEXT)


def test_cues_are_one_stream_of_speech() -> None:
    """Numbers, times and tags are not read; another voice, and what is no cue, begin a paragraph."""
    assert read(SRT).text == (
        "We did not cancel the ferry\nlast year, and we will\nnot cancel it this year.\n\nKept by the harbour office."
    )
    assert read(VTT).text == (
        "WEBVTT\n\nmileage cars obviously don't stay\n\nthe ferry & spyware\nat the old quay\n\nNobody saw it"
    )


@pytest.mark.parametrize(
    ("text", "quote", "time"),
    [
        (SRT, "We did not cancel the ferry last year, and we will not cancel it this year", "0:01"),
        (SRT, "not cancel it this year", "1:00:06"),
        (VTT, "cars obviously don't stay", "10:43"),
        (VTT, "the ferry & spyware at the old quay", "10:45"),
    ],
)
def test_speech_is_quoted_over_cues(text: str, quote: str, time: str) -> None:
    """A sentence that runs over cues is one passage, which knows its place in the file and when it is heard."""
    source = records.archived("talk", text, title="We did not cancel the ferry")
    found = proof(quote, source)
    assert isinstance(found, Citation)
    (passage,) = found.passages
    assert source.document.text[passage.start] == quote[0]
    assert source.document.text[passage.end - 1] == quote[-1]
    assert source.time_at(passage) == time
    assert f", at {time} (word for word)" in shown(find(quote, source), translated=False)


@pytest.mark.parametrize("quote", ["00:00:03,500", "ferry 2", "the old quay Nobody saw it"])
def test_times_are_no_words_and_voices_do_not_mix(quote: str) -> None:
    """Neither a time nor a number of a cue can be quoted, nor what two voices say as if one said it."""
    for text in (SRT, VTT):
        found = proof(quote, records.archived("talk", text))
        assert isinstance(found, Miss)
        assert found.fault in (Fault.ABSENT, Fault.ACROSS_BLOCKS)


@given(st.lists(st.sampled_from([*SRT.split("\n"), *VTT.split("\n"), "", "<v", "&#10;", "\r"])).map("\n".join))
def test_each_character_heard_stands_in_the_file(text: str) -> None:
    """Whatever a file of subtitles holds, all that is read has a place, in the file's order, inside it."""
    found = read(f"WEBVTT\n\n{text}")
    assert len(found.text) == len(found.offsets)
    assert list(found.offsets) == sorted(found.offsets)
    assert all(0 <= place < len(text) + 8 for place in found.offsets)


def test_a_text_that_mentions_times_is_no_subtitles() -> None:
    """Only a file that begins as subtitles do is read as them."""
    text = "At 00:00:01,000 --> 00:00:03,500 he said\nso.\n"
    assert read(text).text == text
