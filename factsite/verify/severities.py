"""How much a record's own rules let warnings weigh; what is an error is one in every record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factsite.corpus.model import Rules
from factsite.diagnostics import REGISTRY, START, Diagnostic, Severity
from factsite.verify.acceptance import unknown_warning


def weighed(found: Iterable[Diagnostic], rules: Rules) -> Iterator[Diagnostic]:
    """Give findings with the severity that a record sets for their rules."""
    for one in found:
        raised = one.severity is Severity.WARNING and rules.severity.get(one.rule)
        yield replace(one, severity=raised) if raised else one


def check_severities(rules: Rules, path: str) -> Iterator[Diagnostic]:
    """Check that a record sets the severity of warnings only."""
    known = sorted(name for name, rule in REGISTRY.items() if rule.severity is Severity.WARNING)
    for name in rules.severity:
        if name not in known:
            yield from unknown_warning(path, rules.locations.get(f"severity.{name}", START), name, known, "stays one")
