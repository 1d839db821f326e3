"""The report in GitHub's Markdown: for a comment on a pull request and for a job's summary.

Foreign words stand in `<code>` with every punctuation character as an entity: no mention, no link and no markup in them
comes to life, and a runner finds no command in them.
"""

from __future__ import annotations

from factsite.report import counted
from factsite.review.lines import Chapter, Foreign, Report, Section, Words, shown
from factsite.site.dialect import encode

LIMIT = 60_000
"""Characters of a report; GitHub takes 65,536 in a comment, and whoever posts it may add a line."""

SECTION = 6_000
"""Characters that one claim or source may take, so that none crowds out the others."""

_RESERVE = 400
"""Characters kept for saying what was cut."""


def markdown(report: Report) -> str:
    """Write a report; what is too long is cut, and it is said how much."""
    opening = "".join(f"- {_words(line.words)}\n" for line in report.opening)
    parts = [f"## {report.headline}\n\n{opening}"]
    left = LIMIT - _RESERVE - len(parts[0])
    cut: list[str] = []
    for number, chapter in enumerate(report.chapters, 1):
        # Each chapter leaves as much again to those behind it.
        room = left if number == len(report.chapters) else left // 2
        text, missing = _chapter(chapter, room)
        parts.append(text)
        left -= len(text)
        cut += [f"{missing:,} under {chapter.title}"] if missing else []
    if cut:
        parts.append(f"\nThe report is too long to be shown whole. Left out: {', '.join(cut)}.\n")
    return "".join(parts)


def _chapter(chapter: Chapter, room: int) -> tuple[str, int]:
    """Write the sections that there is room for, and count the others."""
    text = f"\n### {chapter.title}\n" + ("" if chapter.sections[0].heading else "\n")
    for number, section in enumerate(chapter.sections):
        written = _section(section)
        if len(text) + len(written) > room:
            return text, len(chapter.sections) - number
        text += written
    return text, 0


def _section(section: Section) -> str:
    page = f" ([page]({section.address}))" if section.address else ""
    text = f"\n#### {_words(section.heading)}{page}\n\n" if section.heading else ""
    for number, line in enumerate(section.lines):
        written = f"{'  ' * line.depth}- {_words(line.words)}{'' if section.heading else page}\n"
        if len(text) + len(written) > SECTION:
            return f"{text}- and {counted(len(section.lines) - number, 'line')} more\n"
        text += written
    return text


def _words(words: Words) -> str:
    return "".join(f"<code>{encode(shown(word.text))}</code>" if isinstance(word, Foreign) else word for word in words)
