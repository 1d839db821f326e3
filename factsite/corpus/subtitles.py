"""Subtitles (SRT and WebVTT) as they are heard: the words of all cues in one stream, without numbers, times and tags.

Cues follow one another as lines do, so that a sentence runs over them; another voice begins a paragraph of its own.
What stands in no cue, such as a header or a note, is read as it stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from factsite.corpus.text import Span

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = re.compile(rf"^[ \t]*+({_TIME})[ \t]*+-->[ \t]*+{_TIME}[^\n]*+(?:\n|\Z)", re.MULTILINE)
_BEGINS = re.compile(rf"\ufeff?(?:WEBVTT(?=[ \t\r\n]|\Z)|\s*+(?:\d++[ \t\r]*+\n)?+[ \t]*+{_TIME}[ \t]*+-->)")
_MARK = re.compile(r"<(?P<voice>v(?:\.[^\s>]*)?\s++(?P<name>[^<>\n]*+))?[^<>\n]*>|&(?:#\d+|#x[\da-fA-F]+|\w+);|(?s:.)")


class Utterance(NamedTuple):
    """A part of what is heard: characters, each with the offset at which it stands, and when they are heard.

    `parted` tells that a paragraph begins with it; `time` is None for what stands in no cue.
    """

    text: str
    offsets: list[int]
    time: str | None
    parted: bool


def is_subtitles(text: str) -> bool:
    """Tell whether a text is made up of cues."""
    return _BEGINS.match(text) is not None


def heard(text: str, start: int) -> Iterator[Utterance]:
    """Read subtitles that begin at an offset of their file, cue by cue."""
    voice: str | None = None
    before = False
    for block in _blocks(text):
        times = _TIMES.search(text, *block)
        at = times.end() if times else block.start
        chars, offsets, name = _payload(text[at : block.end].rstrip(), start + at, spoken=times is not None)
        parted = not (before and times) or (name is not None and name != voice)
        voice = name if name is not None else voice
        before = times is not None
        if chars.strip():
            yield Utterance(chars, offsets, _shown(times[1]) if times else None, parted)


def _blocks(text: str) -> Iterator[Span]:
    """Give the ranges of lines in a row that hold something."""
    start, at = -1, 0
    for line in text.split("\n"):
        if line.strip():
            start = at if start == -1 else start
        elif start != -1:
            yield Span(start, at)
            start = -1
        at += len(line) + 1
    if start != -1:
        yield Span(start, len(text))


def _payload(text: str, start: int, *, spoken: bool) -> tuple[str, list[int], str | None]:
    """Give what is heard of a cue, where each character stands, and whose voice it is if that is said."""
    chars: list[str] = []
    offsets: list[int] = []
    voice: str | None = None
    for found in _MARK.finditer(text):
        sign = found[0]
        if spoken and len(sign) > 1 and sign[0] == "<":
            voice = found["name"].strip() if found["voice"] and voice is None else voice
            continue
        said = html.unescape(sign) if spoken else sign
        chars.append(said)
        places = range(len(sign)) if sign == said else [0] * len(said)
        offsets.extend(start + found.start() + place for place in places)
    return "".join(chars), offsets, voice


def _shown(time: str) -> str:
    """Give a time as players show it: hours only where there are any, no fractions."""
    parts = [int(part) for part in re.split(r"[.,]", time)[0].split(":")]
    hours, minutes, seconds = [0] * (3 - len(parts)) + parts
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
