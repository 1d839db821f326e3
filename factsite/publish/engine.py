"""The site builders: pages in, HTML out, into a folder of its own.

MkDocs can also build only some of the pages; what it writes for one page depends on that page, the configuration and
the list of all pages, so that the result is, file by file, what a whole build gives.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import Files

from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.publish import disk
from factsite.publish.progress import Progress
from factsite.publish.workers import cores, spread

CONFIG = "mkdocs.yml"
_DIRTY = "A 'dirty' build is being performed"


class Engine(StrEnum):
    """The builders that can publish the pages."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


PARALLEL = 200
"""From so many pages on, all cores build them."""


@rule
def builder_refuses(message: str) -> Iterator[Finding]:
    """The site builder builds every page without a warning."""
    yield Finding(START, f"the site builder says: {message}", "mend the page or the setting that it names")


def build(
    root: Path, into: Path, engine: Engine, date: int, progress: Progress, wanted: frozenset[str] | None = None
) -> list[Diagnostic]:
    """Build the pages under docs/ into an empty folder; `date` is the build's time in seconds since 1970.

    With `wanted`, which only MkDocs takes, only those files are built, and those that speak of all pages.
    Gives the builder's complaints, each of which means that the site must not be published.
    """
    os.environ["SOURCE_DATE_EPOCH"] = str(date)
    lines = _mkdocs(root, into, wanted, progress) if engine is Engine.MKDOCS else _zensical(root, into)
    return [found for line in dict.fromkeys(lines) for found in builder_refuses(CONFIG, line)]


class _Messages(logging.Handler):
    """Collects what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        if not record.getMessage().startswith(_DIRTY):
            self.lines.append(record.getMessage())


def _mkdocs(root: Path, into: Path, wanted: frozenset[str] | None, progress: Progress) -> list[str]:
    """Build with MkDocs, in one process for each core where there is much to do; all write into the same folder."""
    paths = sorted(disk.walk(root / "docs") if wanted is None else wanted)
    count = cores() if len(paths) >= PARALLEL else 1
    shares = [_Share(frozenset(paths[n::count]), theme=wanted is None and n == 0) for n in range(count)]
    build_share = partial(_build_share, root, into, progress)
    with progress.work("building, two steps a page", 2 * sum(path.endswith(".md") for path in paths)):
        return [line for lines in spread(build_share, shares, least=2, chunk=1, beat=progress.beat) for line in lines]


@dataclass(frozen=True, slots=True)
class _Share:
    """What one process builds: files by path below docs/, and the theme's own files if it is to copy them."""

    files: frozenset[str]
    theme: bool

    def mark(self, files: Files, *, config: MkDocsConfig) -> None:
        """Tell MkDocs which files are not in this share; it then neither reads nor writes them."""
        for file in files:
            if file.src_dir == config.docs_dir and file.src_uri not in self.files:
                file.is_modified = _never  # type: ignore[method-assign]  # MkDocs asks each file for itself


def _never() -> bool:
    return False


def _build_share(root: Path, into: Path, progress: Progress, share: _Share) -> list[str]:
    messages = _Messages()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(messages)
    logger.propagate = False
    try:
        # Strictness is ours: every warning is collected, and any of them stops publication.
        config = load_config(str(root / CONFIG), site_dir=str(into), strict=False)
        if not share.theme:
            _leave_out_theme(config)
        config.plugins.events["files"].append(share.mark)
        for step in ("page_content", "post_page"):
            config.plugins.events[step].append(lambda _text, **_: progress.advance())
        mkdocs_build(config, dirty=True)
    except (MkDocsException, SystemExit) as error:
        messages.lines.append(str(error))
    finally:
        logger.removeHandler(messages)
    return messages.lines


def _leave_out_theme(config: MkDocsConfig) -> None:
    """Spare MkDocs the listing of the theme's files, ten thousand icons among them, when none is to be copied."""
    environment = config.theme.get_env()
    environment.list_templates = lambda *_, **__: []  # type: ignore[method-assign]  # asked for by MkDocs only
    config.theme.get_env = lambda: environment  # type: ignore[method-assign]  # so that MkDocs uses this one


def _zensical(root: Path, into: Path) -> list[str]:
    """Run Zensical, which takes its folders from its configuration only."""
    config = root / f".zensical-{os.getpid()}.yml"
    given = {"INHERIT": CONFIG, "site_dir": os.path.relpath(into, root)}
    try:
        disk.write(config, yaml.safe_dump(given).encode())
        run = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--strict", "-f", config.name],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        config.unlink(missing_ok=True)
    return [] if run.returncode == 0 else [line for line in (run.stderr + run.stdout).splitlines() if line.strip()]
