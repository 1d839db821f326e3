"""All that a source says, in one form for what looks alike: a source is silent only on what stands nowhere in it.

Looked through are its words as they are read; the same without tags and comments, which may stand inside a word or
between two, and with the characters that references mean; and, of Markdown, the file itself, for the alternative text
of an image, the target of a link and a comment are not seen, but a source is not silent on what stands in them.
Each is read a second time without the marks that hold compounds and numbers together.
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
from factsite.verify.fold import folded
from factsite.verify.normalized import NormalizedText, comparable, occurrences

_MARKUP = regex.compile(r"<(?:/?[A-Za-z]|\d|!--)[^<>]{0,200}>|&#?\w{1,31};")
"""A tag of HTML, a comment, the time of a word in subtitles, or a reference to a character."""
_TIES = regex.compile(
    r"-(?<=\p{L}\p{M}{0,4}-)(?=\p{L})"  # spy-ware
    r"|[ ,.'٬،](?<=\d.)(?=(?:\d\d[ ,.'٬،]){0,4}\d{3}(?!\d))"  # 1,400 and 1,40,000, but not 12.50
)
"""What holds the parts of a compound or of a number together; folded text has no other spaces than plain ones."""

_POINT = regex.compile(r"(?<=\d)[,٫](?=\d)")
"""What some languages have for the point in 1.5, where no groups are left."""


class _Reading(NamedTuple):
    """One way to read a source: folded text, and the index of the view at which each of its characters stands."""

    text: str
    places: Sequence[int]
    is_loose: bool = False

    def loosely(self) -> _Reading:
        """Read the text without ties and with one decimal point; so is what is searched in it."""
        untied = _without(_TIES, self)
        return _Reading(_POINT.sub(".", untied.text), untied.places, is_loose=True)


class Heard:
    """What a source says, in every way to read it."""

    def __init__(self, normalized: NormalizedText, readable: Readable, file: str, part: Span, form: TextFormat) -> None:
        self._normalized, self._readable, self._part = normalized, readable, part
        self._file = NormalizedText(file[slice(*part)] if form is TextFormat.MARKDOWN else "")

    def find(self, term: str) -> Span | None:
        """Give the range of the view in which a term stands, or next to which it is hidden."""
        words = folded(comparable(term))
        wanted, loose = words.text.strip(), _Reading(*words).loosely().text.strip()
        if not wanted:
            return None
        if found := _first(wanted, loose, self._readings):
            return found
        unseen = _first(wanted, loose, self._written)
        return self._nearest(unseen) if unseen else None

    @cached_property
    def _readings(self) -> list[_Reading]:
        readings = [_Reading(*folded(self._normalized.text))]
        if _MARKUP.search(self._normalized.text):
            readings += [self._without_markup(tag) for tag in ("", " ")]
        return [*readings, *(reading.loosely() for reading in readings)]

    def _without_markup(self, tag: str) -> _Reading:
        """Read what references to characters mean, and something else for each tag."""
        text, pieces, places, at = self._normalized.text, list[str](), list[int](), 0
        for found in _MARKUP.finditer(text):
            meant = html.unescape(found[0]) if found[0][0] == "&" else tag
            pieces += [text[at : found.start()], meant]
            places += [*range(at, found.start()), *[found.start()] * len(meant)]
            at = found.end()
        made = folded("".join([*pieces, text[at:]]))
        places += range(at, len(text))
        return _Reading(made.text, [places[place] for place in made.places])

    @cached_property
    def _written(self) -> list[_Reading]:
        """Give the readings of the file; their places are those of the file's own view."""
        reading = _Reading(*folded(self._file.text))
        return [reading, reading.loosely()]

    def _nearest(self, unseen: Span) -> Span:
        """Give a place as long, if there is one, of what is seen next to a place of the file's own view."""
        place = self._part.start + self._file.span(unseen.start, unseen.start + 1)[0]
        text = self._readable
        behind = text.reading(Span(place, place)).start
        beside = [at for at in (behind - 1, behind) if 0 <= at < len(text.text)]
        nearest = min(beside, key=lambda at: abs(text.span(at, at + 1).start - place), default=0)
        while nearest and text.text[nearest].isspace():
            nearest -= 1
        at = max(0, self._normalized.index(nearest))
        return Span(at, min(len(self._normalized.text), at + unseen.end - unseen.start))


def _first(wanted: str, loose: str, readings: list[_Reading]) -> Span | None:
    """Give where a term stands in the first of some readings that has it; loosely read, it cuts no number."""
    for reading in readings:
        term = loose if reading.is_loose else wanted
        hits = (Span(at, at + len(term)) for at in occurrences(term, reading.text))
        hit = next((hit for hit in hits if not (reading.is_loose and _cuts_number(reading.text, hit))), None)
        if hit:
            return Span(reading.places[hit.start], reading.places[hit.end - 1] + 1)
    return None


def _cuts_number(text: str, hit: Span) -> bool:
    """Tell whether a place begins or ends inside a number: 121 does not stand in 1,214."""
    edges = text[max(0, hit.start - 1) : hit.start + 1], text[hit.end - 1 : hit.end + 1]
    return any(len(edge) == 2 and edge.isdecimal() for edge in edges)


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
