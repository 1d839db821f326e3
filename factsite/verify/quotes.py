"""The proof: where in a source an excerpt stands, character for character, or why it cannot be cited.

What counts as verbatim: equality of the comparable forms (see `view`), at word boundaries, in exactly one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from typing import NamedTuple

from factsite.corpus.model import Citation, Excerpt, Passage
from factsite.verify.boundaries import is_boundary, is_whole
from factsite.verify.record import ArchivedSource
from factsite.verify.view import View, comparable

ELLIPSIS = re.compile(r"(?:(?<!\s)\s+)?\[(?:…|\.\.\.)\]\s*")
"""What joins passages that stand apart in the source; tried once in a run of white space, however long."""


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
    text, view = excerpt.text, archived.view
    if "[" not in text and not excerpt.after:  # as in nearly all excerpts
        words = comparable(text) if "\n" in text else text
        if words and (start := _in_one_place(words, view)) != -1:
            return Citation(archived.source.id, (_passage(archived, start, start + len(words)),))
    after = comparable(excerpt.after) if excerpt.after else ""
    found: list[Passage] = []
    behind = 0
    for part in parts(text):
        place = _among(comparable(part.text), part, view.text, after)
        if isinstance(place, Miss):
            return place
        start, end = place
        if start < behind:
            return Miss(Fault.OUT_OF_ORDER, part, (start,))
        found.append(_passage(archived, start, end))
        behind, after = end, ""
    return Citation(archived.source.id, tuple(found))


def _in_one_place(words: str, view: View) -> int:
    """Give where words stand whole and in one place alone, or -1.

    What stands so is comparable already, for a part of a comparable text is, unless it has a space at an edge.
    """
    start = view.only(words)
    return start if start != -1 and is_whole(view.text, start, start + len(words)) else -1


def _among(words: str, part: Part, text: str, after: str) -> tuple[int, int] | Miss:
    """Choose among all the places where words stand, or say why none can be chosen."""
    if not words:
        return Miss(Fault.EMPTY, part)
    behind = sorted(_behind(after, words, text)) if after else []
    everywhere = tuple(behind or islice(occurrences(words, text), MANY))
    if len(everywhere) >= MANY:
        return Miss(Fault.AMBIGUOUS, part, everywhere)
    whole = tuple(at for at in everywhere if is_whole(text, at, at + len(words)))
    if not whole:
        return Miss(Fault.INSIDE_WORD if everywhere else Fault.ABSENT, part, everywhere)
    if after and not behind:
        return Miss(Fault.NOT_AFTER, part, whole)
    if len(whole) > 1:
        return Miss(Fault.AMBIGUOUS, part, whole)
    return whole[0], whole[0] + len(words)


def _behind(after: str, words: str, text: str) -> Iterator[int]:
    """Give the indexes at which words stand just behind other whole words, with or without a space between."""
    for before in (f"{after} ", after):
        for at in islice(occurrences(before + words, text), MANY):
            if is_boundary(text, at):
                yield at + len(before)


def stands_in(words: str, archived: ArchivedSource) -> list[int]:
    """Give the indexes of a source's view at which words stand whole, of the first `MANY` at which they stand."""
    text, wanted = archived.view.text, comparable(words)
    hits = islice(occurrences(wanted, text), MANY) if wanted else ()
    return [at for at in hits if is_whole(text, at, at + len(wanted))]


def occurrences(words: str, text: str) -> Iterator[int]:
    """Give every index at which words stand in a text, overlapping ones included."""
    at = text.find(words)
    while at != -1:
        yield at
        at = text.find(words, at + 1)


def _passage(archived: ArchivedSource, start: int, end: int) -> Passage:
    first, last = archived.view.span(start, end)
    read = archived.readable
    # `read.span`, spelt out: every quote pays for a call.
    return Passage(read.offsets[first], read.offsets[last - 1] + 1, read.text[first:last])
