"""The exact words of a source that an author roughly remembers, as evidence ready to paste."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from factsite.corpus.model import Citation, Excerpt
from factsite.corpus.text import Span
from factsite.corpus.written import BLANK_LINE, block, quoted, scalar
from factsite.verify.boundaries import is_whole, whole
from factsite.verify.nearest import Near, likest, nearest
from factsite.verify.normalized import comparable
from factsite.verify.quotes import Miss, borders_within, cite, passage_at, whole_places, within_block
from factsite.verify.record import ArchivedSource
from factsite.verify.surroundings import in_sentence

_MOST_BEFORE = 50
"""So many words before a passage are tried to tell it from its like."""

_FARTHEST_BEFORE = 2_000
"""They stand within so many characters."""

_MOST_WORDS = 2 / 3
"""The share of the words asked for that makes one passage the one that was meant."""

_MOST_SHOWN = 3
"""So many places are shown where none has the very words."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of a source: its words and lines, itself in its sentences, and whether it is just what was asked for.

    `text` has a blank line where a block begins. `after` is set where the words stand more than once: the words before
    this occurrence; `time` is when they are heard, in a recording.
    """

    source: str
    text: str
    first_line: int
    last_line: int
    context: str
    exact: bool
    after: str | None
    time: str | None = None


def find(words: str, archived: ArchivedSource) -> list[Found]:
    """Find the words as they are, wherever they stand, or else what they most resemble: one passage, or sentences."""
    normalized = archived.normalized.text
    if places := whole_places(words, archived):
        return [_found(place.start, place.end, archived, exact=True) for place in places]
    near = nearest(words, normalized, _MOST_WORDS)
    meant = _everywhere(near, archived) if near else _like(words, archived)
    return [_found(*place, archived, exact=False) for place in meant[:_MOST_SHOWN]]


def _everywhere(near: Near, archived: ArchivedSource) -> list[Span]:
    """Give all places of the words that stand at one."""
    normalized = archived.normalized.text
    start, end = within_block(archived, *whole(normalized, near.start, near.end))
    end = start + len(normalized[start:end].rstrip())
    return [Span(place.start, place.end) for place in whole_places(normalized[start:end], archived)]


def _like(words: str, archived: ArchivedSource) -> list[Span]:
    """Give the sentences that are most like some words."""
    normalized = archived.normalized.text
    places = list(_sentences(archived))
    return [places[index] for index in likest(words, [normalized[start:end] for start, end in places])]


def _sentences(archived: ArchivedSource) -> Iterator[Span]:
    """Give where in the view of a source its sentences stand, as far as they can be quoted."""
    normalized, read = archived.normalized.text, archived.readable.text
    behind = 0
    for start, end in archived.sentences:
        sentence = comparable(read[start:end])
        at = normalized.find(sentence, behind)
        if at != -1:  # a sentence that begins inside a cluster does not stand in the view
            behind = at + len(sentence)
            place = whole(normalized, at, behind)
            if is_whole(normalized, *place):
                yield Span(*place)


def _found(start: int, end: int, archived: ArchivedSource, *, exact: bool) -> Found:
    normalized = archived.normalized
    passage = passage_at(archived, start, end)
    edges = (start, *borders_within(archived, start, end), end)
    text = BLANK_LINE.join(normalized.text[one:other].strip() for one, other in pairwise(edges))
    return Found(
        source=archived.source.id,
        text=text,
        first_line=archived.line_at(start),
        last_line=archived.line_at(end - 1),
        context=in_sentence(archived, Citation(archived.source.id, (passage,))),
        exact=exact,
        after=_after(text, start, archived),
        time=archived.time_at(passage),
    )


def _after(text: str, start: int, archived: ArchivedSource) -> str | None:
    """Give the fewest words before a passage, two if there are, that tell it from its like, if there is any like it."""
    normalized = archived.normalized.text
    if not isinstance(cite(Excerpt(text, archived.source.id), archived), Miss):
        return None
    before = normalized[max(0, start - _FARTHEST_BEFORE) : start].split()[-_MOST_BEFORE:]
    for count in range(min(2, len(before) or 1), len(before) + 1):
        words = " ".join(before[-count:])
        found = cite(Excerpt(text, archived.source.id, after=words), archived)
        if not isinstance(found, Miss):
            return words
    return None


def evidence(found: Found, *, translated: bool) -> str:
    """Write a passage as an item of a claim's `evidence`, with what only the author can say left open."""
    lines = [
        f"  - source: {found.source}",
        "    stance:  # supports | contradicts | qualifies | mentions",
        "    according_to:  # who says it inside the document; leave the key out for its own voice",
        "    says:  # what it says, in a few words",
        f"    quote: {block(found.text, ' ' * 6) if _is_seen(found.text) else quoted(found.text)}",
    ]
    lines += [f"    after: {scalar(found.after)}"] if found.after else []
    lines += ["    translation:", "    translated_by: human"] if translated else []
    return "\n".join(lines) + "\n"


def _is_seen(text: str) -> bool:
    return "".join(text.split(BLANK_LINE)).isprintable()


def shown(found: list[Found], *, translated: bool) -> str:
    """Write passages for an editor: where each stands, in context, and its evidence ready to paste."""
    if not found:
        language = ", which is in another language than the site," if translated else ""
        return f"nothing in this source{language} is like these words; try others, or another source\n"
    return "\n".join(_shown(one, translated=translated) for one in found)


def _shown(one: Found, *, translated: bool) -> str:
    lines = f"line {one.first_line}" if one.first_line == one.last_line else f"lines {one.first_line}-{one.last_line}"
    lines += f", at {one.time}" if one.time else ""
    how = "word for word" if one.exact else "near, but not what was typed"
    return f"# {one.source}, {lines} ({how}):\n# {one.context}\n{evidence(one, translated=translated)}"
