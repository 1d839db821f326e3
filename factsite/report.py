"""Findings in words: for a terminal, for GitHub's annotations, for programs. The one place that words a report."""

from __future__ import annotations

import json
import os
import secrets
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from factsite.corpus.text import Document
from factsite.diagnostics import Diagnostic, Rule, Severity, Stage

ANNOTATIONS = 10
"""GitHub shows at most ten errors and ten warnings of a step."""

ANNOTATION_LENGTH = 4_000
WIDTH = 160
"""A longer line of a file is cut around the place that a report points to."""


class Format(StrEnum):
    """How a report is written."""

    AUTO = "auto"
    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was checked, and how many warnings editors accepted with a reason."""

    claims: int = 0
    sources: int = 0
    quotes: int = 0
    rules: int = 0
    accepted: int = 0


def written(diagnostics: Sequence[Diagnostic], documents: Mapping[str, Document], counts: Counts, form: Format) -> str:
    """Write a report, ending in a line break."""
    if form is Format.AUTO:
        form = Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else Format.TEXT
    if form is Format.JSON:
        return as_json(diagnostics, counts)
    body = [text(found, documents) for found in diagnostics]
    if form is Format.GITHUB and body:
        # The runner obeys commands wherever it reads them, so it is told not to while files are quoted.
        token = secrets.token_hex(16)
        body = [f"::stop-commands::{token}", *body, f"::{token}::", *workflow_commands(diagnostics)]
    return "\n".join([*body, summary(diagnostics, counts)]) + "\n"


def text(found: Diagnostic, documents: Mapping[str, Document]) -> str:
    """Write a finding for a terminal: one line that says it, the line of the file with a caret, the advice."""
    at = found.location
    lines = [
        f"{one_line(found.path)}:{at.line}:{at.column}: {found.severity}: {one_line(found.message)} [{found.rule}]"
    ]
    document = documents.get(found.path)
    if document is not None and document.line(at.line).strip():
        lines += _pointed(document.line(at.line), at.line, at.column, at.end_column)
    if found.help:
        lines.append(f"   help: {one_line(found.help)}")
    return "\n".join(lines) + "\n"


def _pointed(line: str, number: int, column: int, end_column: int) -> list[str]:
    """Give a line of a file with carets under the columns meant, cut to a readable width."""
    start = max(0, column - 1 - WIDTH // 2)
    cut = line[start : start + WIDTH]
    before = "".join(" " * _cells(char) for char in cut[: column - 1 - start])
    below = "".join("^" * _cells(char) for char in cut[column - 1 - start : end_column - 1 - start]) or "^"
    return [f"{number:>6} | {one_line(cut)}", f"{'':>6} | {before}{below}"]


def _cells(char: str) -> int:
    """Give the columns that a terminal uses for a character as shown: none for marks, two for wide ones."""
    if len(shown := one_line(char)) > 1:
        return len(shown)
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def one_line(text: str) -> str:
    """Give text on one line, with control characters spelled out so that they drive neither terminal nor runner."""
    shown = (char if char.isprintable() or char in "\u200c\u200d" else _spelled(char) for char in text)
    return "".join(shown).replace("##[", "## [")


def _spelled(char: str) -> str:
    return " " if char in "\n\t " else f"<U+{ord(char):04X}>"


def workflow_commands(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Write findings as GitHub's workflow commands, worst first; the last one says how many more there are."""
    lines: list[str] = []
    for severity in Severity:
        chosen = [found for found in diagnostics if found.severity is severity]
        fits = len(chosen) <= ANNOTATIONS
        shown = chosen if fits else chosen[: ANNOTATIONS - 1]
        lines += [_annotation(found) for found in shown]
        if not fits:
            lines.append(
                f"::{severity} title=more::{len(chosen) - len(shown)} more; see the log of `build_site.py check`"
            )
    return lines


def _annotation(found: Diagnostic) -> str:
    line, column, end_column = found.location
    place = f"file={_property(one_line(found.path))},line={line},col={column},endColumn={end_column}"
    message = f"{one_line(found.message)}\n{one_line(found.help)}".rstrip("\n")[:ANNOTATION_LENGTH]
    return f"::{found.severity} {place},title={_property(found.rule)}::{_data(message)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "## [")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Iterable[Diagnostic], counts: Counts) -> str:
    """Write findings as one JSON object."""
    found = {"checked": asdict(counts), "diagnostics": [facts(one) for one in diagnostics]}
    written = json.dumps(found, ensure_ascii=False, indent=2)
    # `##[` drives a runner wherever it stands in a log; inside JSON it can only stand in a text, as can what is hidden.
    visible = "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in written)
    return visible.replace("##[", "##\\u005b") + "\n"


def facts(found: Diagnostic) -> dict[str, str | int]:
    """Give what a program is told of a finding."""
    return {
        "path": found.path,
        "line": found.location.line,
        "column": found.location.column,
        "end_column": found.location.end_column,
        "rule": found.rule,
        "severity": found.severity.value,
        "message": found.message,
        "help": found.help,
        "of": found.of,
    }


def summary(diagnostics: Iterable[Diagnostic], counts: Counts) -> str:
    """Say what was checked and what was found, in one line."""
    severities = [found.severity for found in diagnostics]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    checked = ", ".join(
        [
            counted(counts.claims, "claim"),
            counted(counts.sources, "source"),
            counted(counts.quotes, "quote"),
            counted(counts.rules, "rule"),
        ]
    )
    accepted = f", {counted(counts.accepted, 'finding')} accepted" if counts.accepted else ""
    return f"checked {checked}: {counted(errors, 'error')}, {counted(warnings, 'warning')}{accepted}"


def mended(found: Diagnostic) -> str:
    """Say in one line what `check --fix` rewrote, and where it stood."""
    place = f"{one_line(found.path)}:{found.location.line}:{found.location.column}"
    return f"{place}: mended: {one_line(found.message)} [{found.rule}]"


def trouble(error: OSError) -> str:
    """Say in one line what the system refused to do, and with which file."""
    what = error.strerror or str(error) or type(error).__name__
    return one_line(f"could not run: {what}" + (f": {error.filename}" if error.filename else ""))


_ALONE = {
    Stage.WHOLE: "Run by `check` and a build, and not by `review`.",
    Stage.CHANGE: "Run by `review` alone.",
    Stage.PAGES: "Run by a build alone.",
}
"""Which command runs the rules of a stage, where it is not every one that checks."""


def rules_page(rules: Iterable[Rule[...]]) -> str:
    """Write the documentation of rules as Markdown, in order of name."""
    lines = [
        "# Rules",
        "",
        "What `build_site.py` checks, by the name that stands in brackets at the end of a finding.",
        "An error stops publication; a warning does not.",
        "A rule that does not say otherwise is run by `check`, `review` and a build.",
        "",
    ]
    for rule in sorted(rules, key=lambda rule: rule.name):
        lines += [f"## {rule.name} {{ #{rule.name} }}", ""]
        severity = "A warning." if rule.severity is Severity.WARNING else ""
        if told := " ".join(filter(None, (severity, _ALONE.get(rule.stage)))):
            lines += [told, ""]
        for paragraph in rule.documentation.split("\n\n"):
            lines += [_as_markdown(" ".join(paragraph.split())), ""]
    return "\n".join(lines)


def _as_markdown(text: str) -> str:
    """Write a paragraph so that Markdown takes no `<` for a tag; between back-ticks it takes none anyway."""
    parts = text.split("`")
    return "`".join([part if number % 2 else part.replace("<", "&lt;") for number, part in enumerate(parts)])


def counted(count: int, noun: str) -> str:
    """Write a count with its noun in the right number."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
