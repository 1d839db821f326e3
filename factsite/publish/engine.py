"""The site builders, and what is done to their output before it is published.

A builder writes into a folder of its own; the finished, checked site then takes the place of the last one in one step.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import yaml

from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.publish import disk

CONFIG = "mkdocs.yml"


class Engine(StrEnum):
    """The builders that can publish the pages."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


@rule
def builder_refuses(message: str) -> Iterator[Finding]:
    """The site builder builds every page without a warning; it runs in strict mode."""
    yield Finding(START, f"the site builder says: {message}", "mend the page or the setting that it names")


class _Messages(logging.Handler):
    """Collects what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.lines.append(record.getMessage())


def build(root: Path, into: Path, engine: Engine, date: int) -> list[Diagnostic]:
    """Build the pages under docs/ into an empty folder; `date` is the build's time in seconds since 1970.

    Gives the builder's complaints, each of which means that the site must not be published.
    """
    os.environ["SOURCE_DATE_EPOCH"] = str(date)
    lines = _mkdocs(root, into) if engine is Engine.MKDOCS else _zensical(root, into)
    return [found for line in lines for found in builder_refuses(CONFIG, line)]


def _mkdocs(root: Path, into: Path) -> list[str]:
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    messages = _Messages()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(messages)
    try:
        config = load_config(str(root / CONFIG), site_dir=str(into), strict=True)
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        messages.lines.append(str(error))
    finally:
        logger.removeHandler(messages)
    return messages.lines


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
