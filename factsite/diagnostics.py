"""Problems as values: one finding of one rule at one place, and the registry of rules.

A rule is a small function that yields findings. Its name is its function's name with dashes, its docstring is its
documentation, and both are what a diagnostic, the rules page and the tests go by.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from inspect import cleandoc
from typing import Generic, NamedTuple, ParamSpec


class Severity(StrEnum):
    """How much a finding weighs: an error stops publication, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Stage(StrEnum):
    """When a rule is run, and so by which commands; it is that of the folder in which the rule stands.

    The rules of the record are run by all commands that check, the others by one of them.
    """

    RECORD = "record"
    """On what editors wrote: by `check`, by `review` as far as a change concerns it, and before a build."""
    WHOLE = "whole"
    """On a whole workspace, with the pages that people write: by `check`, and before a build."""
    CHANGE = "change"
    """On two versions of the record, and on the files of the newer one: by `review`."""
    PAGES = "pages"
    """On pages, written and built: by a build."""


_STAGES = {
    **dict.fromkeys(["corpus", "verify"], Stage.RECORD),
    "review": Stage.CHANGE,
    "checking": Stage.WHOLE,
    **dict.fromkeys(["html_check", "building"], Stage.PAGES),
}


class Location(NamedTuple):
    """A place on one line of a file; lines and columns count from 1, `end_column` is exclusive."""

    line: int
    column: int
    end_column: int


START = Location(1, 1, 1)


class Edit(NamedTuple):
    """A replacement of the characters `start` to `end` (code points of the file) by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding of one rule at `path:line:column`.

    `message` stands alone, starts in lower case and gives no advice; advice goes into `help`.
    `edit` is set only where a rewrite is certain to be right. `of` is the word, the number or the name that a warning
    is about: with the rule and the place it tells one warning from all others, so that it can be accepted.
    """

    path: str
    location: Location
    rule: str
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR
    edit: Edit | None = field(default=None, compare=False)
    of: str = field(default="", compare=False)


class Finding(NamedTuple):
    """What a rule found: a place, a sentence, advice, a rewrite where one is certain, and what it is about."""

    location: Location
    message: str
    help: str = ""
    edit: Edit | None = None
    of: str = ""


Inputs = ParamSpec("Inputs")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Inputs]):
    """One named check; calling it with a path and the function's own arguments gives its diagnostics."""

    name: str
    severity: Severity
    stage: Stage
    documentation: str
    find: Callable[Inputs, Iterable[Finding]]

    def __call__(self, path: str, *args: Inputs.args, **kwargs: Inputs.kwargs) -> Iterator[Diagnostic]:
        """Run the check on one file's matter and stamp what it finds with path, name and severity."""
        for found in self.find(*args, **kwargs):
            advice = f"{found.help}; {_acceptance(self.name, found.of)}" if found.of else found.help
            yield Diagnostic(
                path, found.location, self.name, found.message, advice, self.severity, found.edit, found.of
            )


def _acceptance(rule: str, of: str) -> str:
    """Say what to write for a warning to be accepted; JSON's strings are YAML's as well."""
    entry = f"accepted: [{{rule: {rule}, of: {json.dumps(of, ensure_ascii=False)}, why: …}}]"
    return f"or add beside this key, with your reason: `{entry}`"


REGISTRY: dict[str, Rule[...]] = {}
"""All rules by name; filled as the modules that define them are imported."""


def rule(find: Callable[Inputs, Iterable[Finding]]) -> Rule[Inputs]:
    """Register a function as a rule whose findings are errors."""
    return _register(find, Severity.ERROR)


def warning(find: Callable[Inputs, Iterable[Finding]]) -> Rule[Inputs]:
    """Register a function as a rule whose findings are warnings; those that say what they are `of` can be accepted."""
    return _register(find, Severity.WARNING)


def _register(find: Callable[Inputs, Iterable[Finding]], severity: Severity) -> Rule[Inputs]:
    name = find.__name__.replace("_", "-")
    made = Rule(name, severity, _stage(find.__module__), cleandoc(find.__doc__ or ""), find)
    REGISTRY[name] = made
    return made


def _stage(module: str) -> Stage:
    """Give the stage of the rules in a module, by its folder of the program."""
    folder = module.removeprefix("factsite.").partition(".")[0]
    return _STAGES.get(folder, Stage.RECORD)


def count_rules(*stages: Stage) -> int:
    """Count the rules that some stages run."""
    return sum(rule.stage in stages for rule in REGISTRY.values())


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding forbids publication."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
