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
    heading = f"\n  {_words(section.heading)}\n" if section.heading else ""
    indent = "    " if section.heading else "  "
    lines = [f"{indent}{'  ' * line.depth}{_words(line.words)}\n" for line in section.lines]
    page = f"{indent}{section.address}\n" if section.address else ""
    return f"{heading}{''.join(lines)}{page}"


def _words(words: Words) -> str:
    return "".join(f"“{harmless(shown(word.text))}”" if isinstance(word, Foreign) else word for word in words)


def harmless(text: str) -> str:
    """Part the characters that a workflow's runner takes for the beginning of a command."""
    return re.sub(r":(?=:)|##(?=\[)", r"\g<0> ", text)
