"""What tests share: how Hypothesis searches, and the project's own site, built once a run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from factsite.building.engines import Engine
from factsite.building.site import publish

ROOT = Path(__file__).parents[1]

# Without a deadline, a busy machine fails no test; in CI, the same commit tries the same examples.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let expected files be written anew."""
    parser.addoption("--update", action="store_true", help="write the expected files from what the code gives now")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests measured, which pytest keeps to itself where they pass."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, value in getattr(report, "user_properties", []):
                if name == "measured" and report.when == "call":
                    terminalreporter.write_line(str(value))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Hold a text against the file that says what is expected; with `--update`, write the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode(), f"differs from {path.relative_to(ROOT)}; see `pytest --update`"

    return compare


def copy_workspace(target: Path) -> Path:
    """Copy what editors and authors wrote, and nothing that was generated from it."""
    generated = {line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines()}
    for folder in ("claims", "seeds", "docs", "factsite/site/theme"):
        shutil.copytree(
            ROOT / folder,
            target / folder,
            ignore=lambda at, names: {
                name for name in names if (Path(at) / name).relative_to(ROOT).as_posix() in generated
            },
        )
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own site with MkDocs and give its folder."""
    root = copy_workspace(tmp_path_factory.mktemp("workspace"))
    publish(root, Engine.MKDOCS, lambda _: None)
    return root / "site"
