"""Change the program in one place after another and name the changes that no test notices: `make mutants`.

    python -m tests.mutants factsite/verify/quotes.py [...] --sample 40 --first tests/verify/test_documents.py

Each module is changed in a copy of the committed tree, and the tests of its folder are run with `-x`, first those that
are most likely to fail: a change that is noticed costs seconds, and only one that survives all the tests of the folder.
A change that survives is listed with its line; `survivors.md` beside this file explains those that may.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
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
@click.option("--first", multiple=True, help="Tests to run before the others; those of the module's name if left out.")
@click.option("--sample", type=click.IntRange(min=1), help="Try so many changes of each module, drawn at random.")
@click.option("--seed", default=0, show_default=True, help="Another seed draws another sample.")
def main(
    modules: tuple[Path, ...], tests: tuple[str, ...], first: tuple[str, ...], sample: int | None, seed: int
) -> None:
    """Try every change of some modules, or of verify/, review/ and html_check/."""
    survived = 0
    for module in modules or MODULES:
        ordered = [*(first or _own_tests(module)), *(tests or _folder_tests(module))]
        for line in _survivors(module.resolve(), ordered, sample, seed):
            click.echo(line)
            survived += 1
    sys.exit(1 if survived else 0)


def _own_tests(module: Path) -> list[str]:
    tests = PROJECT / "tests" / module.parent.name / f"test_{module.name}"
    return [tests.relative_to(PROJECT).as_posix()] if tests.exists() else []


def _folder_tests(module: Path) -> list[str]:
    return [f"tests/{module.parent.name}", "tests/cases"]


def _survivors(module: Path, tests: list[str], sample: int | None, seed: int) -> Iterator[str]:
    """Give each change of a module that its tests do not notice, or of a sample of them."""
    path = module.relative_to(PROJECT).as_posix()
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch, "copy")
        _run(["git", "clone", "--quiet", str(PROJECT), str(copy)], PROJECT)
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
        if subprocess.run(command, check=False, cwd=copy, capture_output=True, env=_environment()).returncode:
            raise click.ClickException(f"the tests of {path} fail before anything is changed: {' '.join(tests)}")
        config = copy / "mutants.toml"
        config.write_text(_CONFIG.format(module=path, seconds=SECONDS, command=" ".join(command)))
        _run([sys.executable, "-m", "cosmic_ray.cli", "init", config.name, "session.sqlite"], copy)
        _run([sys.executable, "-m", _FILTER, "session.sqlite", config.name], copy)
        if sample is not None:
            _leave(copy / "session.sqlite", sample, seed)
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


def _leave(session: Path, sample: int, seed: int) -> None:
    """Leave so many of the changes that are still to be tried; the same seed draws the same ones of the same module."""
    with closing(sqlite3.connect(session)) as database, database:
        # Jobs have new names each time, so what they change decides which are drawn.
        jobs = database.execute(
            "SELECT job_id, start_pos_row, start_pos_col, operator_name, operator_args, occurrence FROM mutation_specs"
            " WHERE job_id NOT IN (SELECT job_id FROM work_results)"
        ).fetchall()
        drawn = sorted(jobs, key=lambda job: sha256(repr((seed, *job[1:])).encode()).digest())
        dropped = [job[:1] for job in drawn[sample:]]
        database.executemany("DELETE FROM mutation_specs WHERE job_id = ?", dropped)
        database.executemany("DELETE FROM work_items WHERE job_id = ?", dropped)


def _run(command: list[str], folder: Path) -> str:
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, env=_environment()).stdout


def _environment() -> dict[str, str]:
    # In CI mode the laws try the same examples on every run, so a change fares alike each time.
    return os.environ | {"CI": "true"}


if __name__ == "__main__":
    main()
