"""A document as a string with addressable places: offsets, lines, columns, spans.

All offsets are code points. Lines and columns count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """The half-open range of code points from `start` to `end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end


class Place(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """The decoded text of one file, under the path by which diagnostics name it."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; only LF ends a line, a CR before it is white space."""
        starts = [0]
        for line in self.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts[:-1]

    def place(self, offset: int) -> Place:
        """Give the line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Place(line, offset - self.line_starts[line - 1] + 1)

    def lines_of(self, span: Span) -> tuple[int, int]:
        """Give the first and the last line of a range."""
        return self.place(span.start).line, self.place(max(span.start, span.end - 1)).line

    def line(self, number: int) -> str:
        """Give the text of a line without its line end, or nothing past the last line."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end == -1 else end].rstrip("\r")

    def lines_span(self, first: int, last: int) -> Span:
        """Give the range of the lines `first` to `last`, both included, as far as there are such lines."""
        starts = self.line_starts
        end = starts[last] if last < len(starts) else len(self.text)
        return Span(starts[first - 1] if first <= len(starts) else end, end)
