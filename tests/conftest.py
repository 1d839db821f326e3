"""What tests share: how Hypothesis searches, and the project's own site, built once a run."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from factsite.building.engines import Engine
from factsite.building.site import publish

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()

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
                name
                for name in names
                if any(fnmatch((Path(at) / name).relative_to(ROOT).as_posix(), pattern) for pattern in generated)
            },
        )
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """Build a workspace once for all processes that run tests side by side, and give the folder of its site."""
    # Each process has a folder of its own within that of the run, if there are several.
    shared = factory.getbasetemp().parent if os.environ.get("PYTEST_XDIST_WORKER") else factory.getbasetemp()
    root = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "site").exists():
            build(root)
    return root / "site"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own site with MkDocs, once for all processes, and give its folder."""
    return once(tmp_path_factory, "own", lambda root: publish(copy_workspace(root), Engine.MKDOCS, lambda _: None))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium, once for all tests."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium; install Debian's package `chromium`")
        pytest.skip("no Chromium on this machine; CI has one")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_SWITCHES)
        yield started
        started.close()
