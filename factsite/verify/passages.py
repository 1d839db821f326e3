"""The exact words of a source that an author roughly remembers, as evidence ready to paste."""

from __future__ import annotations

from dataclasses import dataclass

from factsite.corpus.model import Excerpt
from factsite.corpus.text import Span
from factsite.corpus.written import block, quoted, scalar
from factsite.verify.boundaries import whole
from factsite.verify.nearest import likest, nearest
from factsite.verify.quotes import Miss, cite, stands_in
from factsite.verify.record import ArchivedSource
from factsite.verify.sentences import sentences
from factsite.verify.view import comparable

_MOST_BEFORE = 50
"""So many words before a passage are tried to tell it from its like."""

_MOST_WORDS = 2 / 3
"""The share of the words asked for that makes one passage the one that was meant."""

_MOST_SENTENCES = 3
"""So many sentences are shown where no passage was meant for certain."""

AROUND = 160
"""How many characters of the source are shown before and behind a passage."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage of a source: its words, its lines, what stands around it, and whether it is just what was asked for.

    `after` is set where the words stand more than once: the words before this occurrence.
    """

    source: str
    text: str
    first_line: int
    last_line: int
    before: str
    behind: str
    exact: bool
    after: str | None


def find(words: str, archived: ArchivedSource) -> list[Found]:
    """Find the words as they are, wherever they stand, or else what they most resemble: one passage, or sentences."""
    view = archived.view.text
    if hits := stands_in(words, archived):
        size = len(comparable(words))
        return [_found(hit, hit + size, archived, exact=True) for hit in hits]
    near = nearest(words, view, _MOST_WORDS)
    if near is not None:
        return [_found(*whole(view, near.start, near.end), archived, exact=False)]
    places = _sentences(archived)
    alike = likest(words, [view[start:end] for start, end in places], _MOST_SENTENCES)
    return [_found(*places[index], archived, exact=False) for index in alike]


def _sentences(archived: ArchivedSource) -> list[Span]:
    """Give where the sentences of a source stand in its view."""
    places = []
    behind = 0
    for start, end in sentences(archived.readable.text):
        sentence = comparable(archived.readable.text[start:end])
        at = archived.view.text.index(sentence, behind)
        behind = at + len(sentence)
        places.append(Span(at, behind))
    return places


def _found(start: int, end: int, archived: ArchivedSource, *, exact: bool) -> Found:
    view = archived.view.text
    text = view[start:end]
    return Found(
        source=archived.source.id,
        text=text,
        first_line=archived.line_at(start),
        last_line=archived.line_at(end - 1),
        before=_edge(view[max(0, start - AROUND) : start], whole=start <= AROUND, cut="left"),
        behind=_edge(view[end : end + AROUND], whole=end + AROUND >= len(view), cut="right"),
        exact=exact,
        after=_after(text, start, archived),
    )


def _edge(text: str, *, whole: bool, cut: str) -> str:
    """Cut context at a word, with an ellipsis where it was cut."""
    if whole or " " not in text:
        return text
    return f"… {text.partition(' ')[2]}" if cut == "left" else f"{text.rpartition(' ')[0]} …"


def _after(text: str, start: int, archived: ArchivedSource) -> str | None:
    """Give the fewest words before a passage, two or more, that tell it from its like; None where it stands once."""
    view = archived.view.text
    if not isinstance(cite(Excerpt(text, archived.source.id), archived), Miss):
        return None
    before = view[:start].split()[-_MOST_BEFORE:]
    for count in range(2, len(before) + 1):
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
        f"    quote: {block(found.text, ' ' * 6) if found.text.isprintable() else quoted(found.text)}",
    ]
    lines += [f"    after: {scalar(found.after)}"] if found.after else []
    lines += ["    translation:", "    translated_by: human"] if translated else []
    return "\n".join(lines) + "\n"


def shown(found: list[Found], *, translated: bool) -> str:
    """Write passages for an editor: where each stands, in context, and its evidence ready to paste."""
    if not found:
        return "nothing in this source is like these words; try others, or another source\n"
    return "\n".join(_shown(one, translated=translated) for one in found)


def _shown(one: Found, *, translated: bool) -> str:
    lines = f"line {one.first_line}" if one.first_line == one.last_line else f"lines {one.first_line}-{one.last_line}"
    how = "word for word" if one.exact else "near, but not what was typed"
    context = " ".join(filter(None, (one.before.strip(), f"⟦{one.text}⟧", one.behind.strip())))
    return f"# {one.source}, {lines} ({how}):\n# {context}\n{evidence(one, translated=translated)}"
