"""The house stands: modules import only what comes before them, stay short, and leave files to the disk."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = [
    *("diagnostics", "progress", "languages", "corpus", "verify", "site", "review", "reading", "checking", "proposals"),
    *("commands", "html_check", "building", "report", "api", "cli"),
]
"""The way of the data; a module imports from its own floor and from those before it."""

AIDS = {"report"}
"""Wording findings needs only the first floors, and may be used from any floor behind them."""

MODULES = sorted((ROOT / "factsite").rglob("*.py"))
LONGEST = 300
OPENERS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
"""Calls that read or write files."""

MAY_OPEN = {"reading/disk.py", "building/configuration.py"}
"""The disk, and MkDocs' own loader, which takes an open file."""


def name_of(module: Path) -> str:
    """Give a module's place below the package."""
    return module.relative_to(ROOT / "factsite").as_posix()


def floor(dotted: str) -> str:
    """Give the floor of a module by its dotted name below the package."""
    return dotted.partition(".")[0]


def imported(module: Path) -> Iterator[str]:
    """Give the dotted names below the package that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            base = node.module or ""
            names = [f"{base}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name.removeprefix("factsite.") for name in names if name.startswith("factsite."))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_imports_only_what_comes_before_it(module: Path) -> None:
    """Data flows one way, from the corpus to the outside world."""
    own = name_of(module).removesuffix(".py").partition("/")[0]
    if own == "__init__":
        assert list(imported(module)) == []
        return
    for name in imported(module):
        if floor(name) in AIDS:
            assert FLOORS.index(own) > FLOORS.index("verify"), name
        else:
            assert FLOORS.index(floor(name)) <= FLOORS.index(own), name


def test_findings_are_worded_without_the_upper_floors() -> None:
    """The report knows only documents and diagnostics, so that every floor may use it."""
    assert {floor(name) for name in imported(ROOT / "factsite" / "report.py")} <= {"diagnostics", "corpus"}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_is_short(module: Path) -> None:
    """No module is too long to be read in one sitting."""
    assert len(module.read_text().splitlines()) <= LONGEST


def test_the_entry_point_is_a_dozen_lines() -> None:
    """Whoever opens build_site.py sees at once where things are."""
    assert len((ROOT / "build_site.py").read_text().splitlines()) <= 14


def opened(module: Path) -> set[str]:
    """Give the calls in a module that read or write files."""
    calls = (node for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.Call))
    names = (call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "") for call in calls)
    return OPENERS.intersection(names)


@pytest.mark.parametrize("module", [module for module in MODULES if name_of(module) not in MAY_OPEN], ids=name_of)
def test_only_the_disk_opens_files(module: Path) -> None:
    """One module reads and writes the workspace; the package's own templates and fonts are read where they are used."""
    found = opened(module)
    assert not found or reads_only_the_package(module), found


def reads_only_the_package(module: Path) -> bool:
    """Tell whether all that a module opens lies beside itself."""
    text = module.read_text()
    return any(place in text for place in ("__file__", "__package__", "files(factsite)")) and opened(module) <= {
        "read_text",
        "read_bytes",
    }


def test_no_two_classes_have_one_name() -> None:
    """Whoever reads a name knows which class is meant."""
    names = [
        node.name
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.ClassDef)
    ]
    assert [name for name, times in Counter(names).items() if times > 1] == []
