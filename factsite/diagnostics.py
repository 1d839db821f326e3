"""Problems as values: one finding of one rule at one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: an error stops publication, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Mark(NamedTuple):
    """A place on one line of a file; lines and columns count from 1, `end_column` is exclusive."""

    line: int
    column: int
    end_column: int


START = Mark(1, 1, 1)


class Edit(NamedTuple):
    """A replacement of the characters `start` to `end` (code points of the file) by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding of one rule at `path:line:column`.

    `message` stands alone, starts in lower case and gives no advice; advice goes into `help`.
    `edit` is set only where a rewrite is certain to be right.
    """

    path: str
    mark: Mark
    rule: str
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR
    edit: Edit | None = field(default=None, compare=False)


def has_errors(diagnostics: list[Diagnostic]) -> bool:
    """Tell whether any finding forbids publication."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
