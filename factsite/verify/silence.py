"""All that a source says, in one form for what looks alike: a source is silent only on what stands nowhere in it.

Looked through are its words as they are read; the same with the hyphens of words that a line end broke; without tags,
which may stand inside a word or between two, and with the characters that references mean; and, of Markdown, the file
itself, for the alternative text of an image, the target of a link and a comment are not seen, but a source is not
silent on what stands in them.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import regex

from factsite.corpus.model import TextFormat
from factsite.corpus.readable import Readable
from factsite.corpus.text import Span
from factsite.verify.fold import alike, folded
from factsite.verify.view import View, comparable

_MARKUP = regex.compile(r"<(?:/?[A-Za-z]|\d)[^<>]{0,200}>|&#?\w{1,31};")
"""A tag of HTML, the time of a word in subtitles, or a reference to a character."""
_GROUPED = regex.compile(r"(?<=\d)[ ,.'’](?=\d{2,3}(?!\d))")
"""What parts the digits of one number; folded text has no other spaces than plain ones."""
_DIGIT = regex.compile(r"\d")


class _Reading(NamedTuple):
    """One way to read a source: folded text, and the index of the view at which each of its characters stands."""

    text: str
    places: Sequence[int]


class Heard:
    """What a source says, in every way to read it."""

    def __init__(self, view: View, readable: Readable, file: str, part: Span, form: TextFormat) -> None:
        self._view, self._readable, self._part = view, readable, part
        self._file = View(file[slice(*part)] if form is TextFormat.MARKDOWN else "")

    def find(self, term: str) -> int:
        """Give the index of the view at which a term stands or next to which it is hidden; -1 if nowhere."""
        wanted = alike(comparable(term)).strip()
        if not wanted:
            return -1
        readings, written = self._readings, self._written
        if _DIGIT.search(wanted):
            wanted = _GROUPED.sub("", wanted)
            readings, written = [_without(_GROUPED, one) for one in readings], _without(_GROUPED, written)
        for reading in readings:
            if (at := reading.text.find(wanted)) != -1:
                return reading.places[at]
        at = written.text.find(wanted)
        return -1 if at == -1 else self._nearest(written.places[at])

    @cached_property
    def _readings(self) -> list[_Reading]:
        readings = [_Reading(*folded(self._view.text))]
        if any(not joint.read for joint in self._view.joints):
            readings.append(self._with_hyphens())
        if _MARKUP.search(self._view.text):
            readings += [self._without_markup(tag) for tag in ("", " ")]
        return readings

    def _without_markup(self, tag: str) -> _Reading:
        """Read what references to characters mean, and something else for each tag."""
        text, pieces, places, at = self._view.text, list[str](), list[int](), 0
        for found in _MARKUP.finditer(text):
            meant = html.unescape(found[0]) if found[0][0] == "&" else tag
            pieces += [text[at : found.start()], meant]
            places += [*range(at, found.start()), *[found.start()] * len(meant)]
            at = found.end()
        made = folded("".join([*pieces, text[at:]]))
        places += range(at, len(text))
        return _Reading(made.text, [places[place] for place in made.places])

    def _with_hyphens(self) -> _Reading:
        """Read the words that line ends broke as compounds."""
        pieces, places, at = [], list[int](), 0
        for joint in self._view.joints:
            if not joint.read and joint.ways[-1] in "-‐":
                pieces += [self._view.text[at : joint.at], "-"]
                places += [*range(at, joint.at), joint.at]
                at = joint.at
        text = "".join([*pieces, self._view.text[at:]])
        places += range(at, len(self._view.text))
        made = folded(text)
        return _Reading(made.text, [places[place] for place in made.places])

    @cached_property
    def _written(self) -> _Reading:
        """Give the folded file; its places are those of the file's own view."""
        return _Reading(*folded(self._file.text))

    def _nearest(self, index: int) -> int:
        """Give the index of what is seen next to an index of the file's own view."""
        place = self._part.start + self._file.span(index, index + 1)[0]
        text = self._readable
        behind = text.reading(Span(place, place)).start
        beside = [at for at in (behind - 1, behind) if 0 <= at < len(text.text)]
        nearest = min(beside, key=lambda at: abs(text.span(at, at + 1).start - place), default=0)
        while nearest and text.text[nearest].isspace():
            nearest -= 1
        return max(0, self._view.index(nearest))


def _without(dropped: regex.Pattern[str], reading: _Reading) -> _Reading:
    """Read a text without what a pattern finds."""
    kept = list(_kept(dropped, reading.text))
    text = "".join(reading.text[slice(*part)] for part in kept)
    return _Reading(text, [place for start, end in kept for place in reading.places[start:end]])


def _kept(dropped: regex.Pattern[str], text: str) -> Iterator[Span]:
    at = 0
    for found in dropped.finditer(text):
        yield Span(at, found.start())
        at = found.end()
    yield Span(at, len(text))
