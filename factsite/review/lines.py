"""The report as lines of two kinds of text: our own words, and words that somebody typed into a file.

Every form of the report is written from these, so that each has to say only once how foreign words are kept harmless.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from factsite.corpus.characters import spelled_out

LENGTH = 120
"""The most characters of foreign text that are shown in one place."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words that came from a file of the proposed change: shown as they are, and never more than text."""

    text: str


Words: TypeAlias = tuple[str | Foreign, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One point of the report; a deeper one explains the one above it."""

    words: Words
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A claim, a source or another subject: its heading, where it has one, what is told of it, and its page."""

    heading: Words
    lines: tuple[Line, ...]
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """Sections of one kind."""

    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report: what it comes to, and the particulars."""

    headline: str
    opening: tuple[Line, ...]
    chapters: tuple[Chapter, ...]


def line(*words: str | Foreign, depth: int = 0) -> Line:
    """Make a line."""
    return Line(words, depth)


def shown(text: str) -> str:
    """Give foreign text on one line, with what cannot be seen spelled out, cut to a readable length."""
    plain = "".join(spelled_out(char) for char in " ".join(text[: LENGTH * 20].split())[: LENGTH + 1])
    return plain if len(plain) <= LENGTH else plain[: LENGTH - 1] + "…"
