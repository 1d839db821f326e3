"""The report as plain text, for a terminal or a workflow's log."""

from __future__ import annotations

import re

from factsite.review.lines import Foreign, Report, Section, Words, shown


def plain(report: Report) -> str:
    """Write a report."""
    parts = [f"{report.headline}.\n", *(f"{_words(line.words)}\n" for line in report.opening)]
    for chapter in report.chapters:
        parts += [f"\n{chapter.title}\n", *map(_section, chapter.sections)]
    return "".join(parts)


def _section(section: Section) -> str:
    page = f"    {section.address}\n" if section.address else ""
    lines = [f"    {'  ' * line.depth}{_words(line.words)}\n" for line in section.lines]
    return f"\n  {_words(section.heading)}\n{page}{''.join(lines)}"


def _words(words: Words) -> str:
    return "".join(f"“{harmless(shown(word.text))}”" if isinstance(word, Foreign) else word for word in words)


def harmless(text: str) -> str:
    """Part the characters that a workflow's runner takes for the beginning of a command."""
    return re.sub(r":(?=:)|##(?=\[)", r"\g<0> ", text)
