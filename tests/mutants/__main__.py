"""Change the program in one place after another and name the changes that no test notices: `make mutants`.

    python -m tests.mutants factsite/verify/quotes.py [...]

Each module is changed in a copy of the committed tree, and the tests of its folder are run with `-x`. A change that
survives is listed with its line; `survivors.md` beside this file explains those that may.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

PROJECT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    path for folder in ("verify", "review", "html_check") for path in (PROJECT / "factsite" / folder).glob("*.py")
)
SECONDS = 300
"""A run of the tests that takes longer counts as a failure: the change made a loop without end."""

_FILTER = "cosmic_ray.tools.filters.operators_filter"
_CONFIG = """[cosmic-ray]
module-path = {module!r}
timeout = {seconds}
test-command = {command!r}
excluded-modules = []
[cosmic-ray.distributor]
name = "local"
[cosmic-ray.filters.operators-filter]
exclude-operators = [
  "core/RemoveDecorator",
  "core/NumberReplacer",
  "core/ExceptionReplacer",
  "core/ReplaceComparisonOperator_.*_(Is|IsNot)",
  "core/ReplaceComparisonOperator_(Is|IsNot)_(?!Is).*",
  "core/ReplaceComparisonOperator_(Eq|NotEq)_(Lt|Gt)E?",
  "core/ReplaceComparisonOperator_(Lt|Gt)E?_(Eq|NotEq)",
  "core/ReplaceBinaryOperator_(?!Add_Sub|Sub_Add|Mul_Div).*",
  "core/ReplaceUnaryOperator_(?!Delete_Not|USub_UAdd).*",
]
"""
"""The kinds of change that only repeat what another kind shows, or that change a table, are left out."""


@click.command()
@click.argument("modules", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--tests", multiple=True, help="The tests to run; those of the module's folder, and the cases, if left out."
)
def main(modules: tuple[Path, ...], tests: tuple[str, ...]) -> None:
    """Try every change of some modules, or of verify/, review/ and the gate."""
    survived = 0
    for module in modules or MODULES:
        for line in _survivors(module.resolve(), list(tests)):
            click.echo(line)
            survived += 1
    sys.exit(1 if survived else 0)


def _survivors(module: Path, tests: list[str]) -> Iterator[str]:
    """Give each change of a module that its tests do not notice."""
    path = module.relative_to(PROJECT).as_posix()
    folder = path.split("/")[1]
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch, "copy")
        _run(["git", "clone", "--quiet", str(PROJECT), str(copy)], PROJECT)
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        command += tests or [f"tests/{folder}", "tests/cases"]
        config = copy / "mutants.toml"
        config.write_text(_CONFIG.format(module=path, seconds=SECONDS, command=" ".join(command)))
        _run([sys.executable, "-m", "cosmic_ray.cli", "init", config.name, "session.sqlite"], copy)
        _run([sys.executable, "-m", _FILTER, "session.sqlite", config.name], copy)
        _run([sys.executable, "-m", "cosmic_ray.cli", "exec", config.name, "session.sqlite"], copy)
        dumped = _run([sys.executable, "-m", "cosmic_ray.cli", "dump", "session.sqlite"], copy)
    tried = 0
    for line in dumped.splitlines():
        item, result = json.loads(line)
        tried += result is not None and result["worker_outcome"] == "normal"
        if result and result["test_outcome"] == "survived":
            for change in item["mutations"]:
                row, column = change["start_pos"]
                yield f"{path}:{row}:{column + 1}: {change['operator_name']} number {change['occurrence']} survived"
    click.echo(f"{path}: {tried} changes tried", err=True)


def _run(command: list[str], folder: Path) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
