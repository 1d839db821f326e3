"""The proof: where in a source an excerpt stands, character for character, or why it cannot be cited.

What counts as verbatim: equality of the comparable forms (see `normalized`), at word boundaries, in exactly one place,
and over the borders of blocks only where the author shows them by a blank line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice, pairwise
from typing import NamedTuple

from factsite.corpus.model import Citation, Excerpt, Passage
from factsite.verify.boundaries import is_boundary, is_whole
from factsite.verify.normalized import NormalizedText, Occurrence, comparable
from factsite.verify.record import ArchivedSource

ELLIPSIS = re.compile(r"(?:(?<!\s)\s+)?\[(?:…|\.\.\.)\]\s*")
"""What joins passages that stand apart in the source; tried once in a run of white space, however long."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
"""How an author shows that a quote runs from one block of a document into the next."""

MANY = 200
"""Words that stand so often in a source are cited from none of these places, and they are not looked at one by one."""


class Fault(Enum):
    """Why an excerpt cannot be cited."""

    EMPTY = auto()
    """There is nothing before, between or behind ellipses."""
    ABSENT = auto()
    """The source does not hold these words in these characters."""
    INSIDE_WORD = auto()
    """The characters are there, but cut a word or a character in two."""
    AMBIGUOUS = auto()
    """The words stand in the source more than once."""
    NOT_AFTER = auto()
    """The words are there, but not behind the words that `after` gives."""
    OUT_OF_ORDER = auto()
    """The passage stands in the source before the one that it follows in the excerpt."""
    ACROSS_BLOCKS = auto()
    """The passage runs from one block into another, and its author does not show where; the hits are these places."""


class Part(NamedTuple):
    """One passage of an excerpt as typed, and the index in the excerpt at which it begins."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Miss:
    """A passage that cannot be cited, why, and where in the view its words stand nevertheless."""

    fault: Fault
    part: Part
    hits: tuple[int, ...] = ()


def parts(text: str) -> Iterator[Part]:
    """Split an excerpt at its ellipses."""
    start = 0
    for joint in ELLIPSIS.finditer(text):
        yield Part(text[start : joint.start()], start)
        start = joint.end()
    yield Part(text[start:], start)


def cite(excerpt: Excerpt, archived: ArchivedSource) -> Citation | Miss:
    """Prove an excerpt against its source: give its citation, or the first passage that fails."""
    text, normalized = excerpt.text, archived.normalized
    if "[" not in text and not excerpt.after:  # as in nearly all excerpts
        words = comparable(text) if "\n" in text else text
        if words and (start := _in_one_place(words, normalized)) != -1:
            passage = _on_one_line(archived, start, words)
            if passage is not None:
                return Citation(archived.source.id, (passage,))
    after = comparable(excerpt.after) if excerpt.after else ""
    found: list[Passage] = []
    behind = 0
    for part in parts(text):
        place = _among(comparable(part.text), part, archived, after)
        if isinstance(place, Miss):
            return place
        if place.start < behind:
            return Miss(Fault.OUT_OF_ORDER, part, (place.start,))
        if unshown := _unshown_borders(place, part, archived):
            return Miss(Fault.ACROSS_BLOCKS, part, unshown)
        found.append(passage_at(archived, place.start, place.end, place.tail))
        behind, after = place.end, ""
    return Citation(archived.source.id, tuple(found))


def _in_one_place(words: str, normalized: NormalizedText) -> int:
    """Give where words stand whole and in one place alone, or -1.

    What stands so is comparable already, for a part of a comparable text is, unless it has a space at an edge.
    """
    if not normalized.is_plain:  # they may be read otherwise in another place
        return -1
    start = normalized.only(words)
    return start if start != -1 and is_whole(normalized.text, start, start + len(words)) else -1


def _on_one_line(archived: ArchivedSource, start: int, words: str) -> Passage | None:
    """Give the passage at a place where words stand just as typed, so that no border can be in it."""
    read, first = archived.readable, archived.normalized.place(start)
    if not read.text.startswith(words, first) or "<" in words or "|" in words:
        return None
    # `read.span`, spelt out: every quote pays for a call.
    return Passage(read.offsets[first], read.offsets[first + len(words) - 1] + 1, words)


def _among(words: str, part: Part, archived: ArchivedSource, after: str) -> Occurrence | Miss:
    """Choose among all the places where words stand, or say why none can be chosen."""
    if not words:
        return Miss(Fault.EMPTY, part)
    normalized = archived.normalized
    behind = sorted(_behind(after, words, normalized), key=_by_place) if after else []
    everywhere = tuple(behind or islice(normalized.places(words), MANY))
    if len(everywhere) >= MANY:
        return Miss(Fault.AMBIGUOUS, part, _starts(everywhere))
    whole = tuple(place for place in everywhere if _is_whole(place.start, place.end, archived))
    if not whole:
        return Miss(Fault.INSIDE_WORD if everywhere else Fault.ABSENT, part, _starts(everywhere))
    if after and not behind:
        return Miss(Fault.NOT_AFTER, part, _starts(whole))
    if len(whole) > 1:
        return Miss(Fault.AMBIGUOUS, part, _starts(whole))
    return whole[0]


def _is_whole(start: int, end: int, archived: ArchivedSource) -> bool:
    """Tell whether a quote may take in a range: a border of blocks parts what would be one number on a line."""
    text = archived.normalized.text
    if is_whole(text, start, end):
        return True
    begins = is_boundary(text, start) or start in archived.borders
    ends = is_boundary(text, end) or (text.startswith(" ", end) and end + 1 in archived.borders)
    return text[start] != " " != text[end - 1] and begins and ends


def _by_place(place: Occurrence) -> tuple[int, int]:
    return place.start, place.end


def _starts(places: tuple[Occurrence, ...]) -> tuple[int, ...]:
    return tuple(sorted(place.start for place in places))


def _behind(after: str, words: str, normalized: NormalizedText) -> Iterator[Occurrence]:
    """Give the places at which words stand just behind other whole words, with or without a space between."""
    for before in (f"{after} ", after):
        for place in islice(normalized.places(before + words), MANY):
            if is_boundary(normalized.text, place.start):
                yield place.behind(len(before))


def _unshown_borders(place: Occurrence, part: Part, archived: ArchivedSource) -> tuple[int, ...]:
    """Give the borders of blocks within a place that its author does not show."""
    inside = borders_within(archived, place.start, place.end)
    if not inside:
        return ()
    shown = {place.at(at) for at in _shown_borders(part.text)}
    return tuple(border for border in inside if border not in shown)


def _shown_borders(text: str) -> Iterator[int]:
    """Give where in the comparable form of a passage it begins anew behind a blank line."""
    at = 0
    for block in _BLANK_LINE.split(text):
        if words := comparable(block):
            if at:
                yield at
            at += len(words) + 1


def borders_within(archived: ArchivedSource, start: int, end: int) -> list[int]:
    """Give where within a range of a source's view blocks begin."""
    borders = archived.borders
    return borders[bisect_right(borders, start) : bisect_left(borders, end)]


def whole_places(words: str, archived: ArchivedSource) -> list[Occurrence]:
    """Give the places of a source's view at which words stand whole, in order, of the first `MANY` that there are."""
    wanted = comparable(words)
    hits = islice(archived.normalized.places(wanted), MANY) if wanted else ()
    return sorted((place for place in hits if _is_whole(place.start, place.end, archived)), key=_by_place)


def stands_in(words: str, archived: ArchivedSource) -> list[int]:
    """Give the indexes of a source's view at which words stand whole."""
    return [place.start for place in whole_places(words, archived)]


def within_block(archived: ArchivedSource, start: int, end: int) -> tuple[int, int]:
    """Give the longest part of a range of a source's view that lies in one block."""
    edges = (start, *borders_within(archived, start, end), end)
    return max(pairwise(edges), key=lambda part: part[1] - part[0])


def passage_at(archived: ArchivedSource, start: int, end: int, tail: int = 0) -> Passage:
    """Slice a passage from a source's document, with the borders in it and `tail` more characters that are printed."""
    first, last = archived.normalized.span(start, end)
    read = archived.readable
    span = read.span(first, last + tail)
    borders = tuple(
        archived.normalized.span(border, border + 1)[0] - first for border in borders_within(archived, start, end)
    )
    return Passage(span.start, span.end, read.text[first : last + tail], borders)
