"""A quote as it is known: typed by an author, or proved to stand in a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from factsite.corpus.text import Span
from factsite.diagnostics import START, Location


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What an author typed as a quote; not proved, never shown to readers.

    `start` and `end` are the code points of the claim file that hold the YAML scalar.
    """

    text: str
    source: str
    after: str | None = None
    location: Location = field(default=START, compare=False, repr=False)
    start: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)


class Passage(NamedTuple):
    """An unbroken part of a citation: its code points in the seed, and the characters that a reader sees there.

    In a plain text `text` is exactly `document.text[start:end]`; of Markdown it leaves out marks and link targets, of
    subtitles numbers and times.
    `borders` says where in it a heading, paragraph, item, cell or column begins behind another.
    """

    start: int
    end: int
    text: str
    borders: tuple[int, ...] = ()

    @property
    def span(self) -> Span:
        """Give the range of the seed that holds the passage."""
        return Span(self.start, self.end)

    @property
    def blocks(self) -> tuple[str, ...]:
        """Give its text block by block, with each line end and run of white space as one space."""
        edges = (0, *self.borders, len(self.text))
        return tuple(" ".join(self.text[start:end].split()) for start, end in pairwise(edges))


class Citation(NamedTuple):
    """A proved quote: passages of one source, in the order in which they stand there."""

    source: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """Give the seed's characters, passages joined by an ellipsis in brackets."""
        return " […] ".join(passage.text for passage in self.passages)

    @property
    def line(self) -> str:
        """Give the text on one line, with a mark where a block of the document begins."""
        return " […] ".join(" ¶ ".join(passage.blocks) for passage in self.passages)
