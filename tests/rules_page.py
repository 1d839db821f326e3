"""The documentation of the rules, docs/project/rules.md, made from their docstrings."""

from __future__ import annotations

from collections.abc import Iterable

from factsite.diagnostics import Rule, Severity, Stage

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
        "What `factsite` checks, by the name that stands in brackets at the end of a finding.",
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
