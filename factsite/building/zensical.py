"""Building with Zensical, which publishes the same pages.

Zensical takes everything from beside its configuration and keeps a cache there, so it is given a folder of its own,
with the pages as hard links: nothing old gets into the site, and nothing is left among the editors' files.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from factsite.building.configuration import CONFIG, THEME, joined
from factsite.building.ownership import DOCS
from factsite.reading import disk, folders

_SITE = "site"
_THEME = "theme"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_PLACE = re.compile(r"\s*╭─\[ (.+?) \]")
_COMPLAINT = re.compile(r"(?:Warning|Error): (.+)")


def build(root: Path, theme: Path | None, into: Path) -> list[str]:
    """Build the pages into an empty folder, in a folder beside it; give Zensical's complaints."""
    if find_spec("zensical") is None:
        return ["Zensical is not installed; requirements-dev.txt names it"]
    project = into.with_name(f"zensical-{os.getpid()}")
    try:
        _prepare(root.resolve(), theme, project)
        run = _run(project)
        if run.returncode == 0:
            folders.exchange(project / _SITE, into, project / "aside")
    finally:
        folders.remove_tree(project)
    return [] if run.returncode == 0 else _complaints(run.stderr + run.stdout)


def _prepare(root: Path, theme: Path | None, project: Path) -> None:
    folders.empty_folder(project)
    folders.link_tree(root / DOCS, project / DOCS)
    for overrides in filter(None, (THEME, theme)):
        for path in disk.walk(overrides):
            disk.discard(project / _THEME / path)
            disk.link(overrides / path, project / _THEME / path)
    given: dict[str, Any] = {"INHERIT": str(root / CONFIG), **joined(root), "docs_dir": DOCS, "site_dir": _SITE}
    given["theme"]["custom_dir"] = _THEME
    disk.put(project / CONFIG, yaml.safe_dump(given).encode())


def _run(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict", "-f", CONFIG],
        cwd=project,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _complaints(output: str) -> list[str]:
    """Give each complaint in one line, with the place that stands below it; all that was said, if it says none."""
    lines = _COLOUR.sub("", output).splitlines()
    found = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if (said := _COMPLAINT.match(line)) is not None:
            place = _PLACE.match(below)
            found.append(f"{said[1]}, at {place[1]}" if place else said[1])
    return found or [line for line in lines if line.strip()]
