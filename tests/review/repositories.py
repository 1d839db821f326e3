"""Real git repositories for tests: the small record in base/ as it was published, and a branch that changes it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

BASE = Path(__file__).parent / "base"
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A. Author",
    "GIT_AUTHOR_EMAIL": "author@checks.example",
    "GIT_COMMITTER_NAME": "A. Author",
    "GIT_COMMITTER_EMAIL": "author@checks.example",
    "GIT_AUTHOR_DATE": "2026-11-21T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-11-21T12:00:00Z",
}
"""Nobody's own git settings, and one date: the same files make the same commits."""

Edit = Callable[[Path], object]
"""A change of the files in a work tree."""


def git(root: Path, *command: str) -> str:
    """Run git in a folder and give what it prints."""
    run = subprocess.run(["git", *command], cwd=root, env=ENVIRONMENT, check=True, capture_output=True)
    return run.stdout.decode().strip()


def published(root: Path) -> Path:
    """Make a repository whose branch `main` holds the record in base/."""
    shutil.copytree(BASE, root)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Publish")
    return root


def commit(root: Path, message: str) -> str:
    """Commit everything in the work tree and give the commit's id."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", f"--message={message}")
    return git(root, "rev-parse", "HEAD")


def proposed(root: Path, edit: Edit) -> Path:
    """Make a repository that is on a branch `proposal` with one change to the published record."""
    published(root)
    git(root, "switch", "--quiet", "--create", "proposal")
    edit(root)
    commit(root, "Propose")
    return root


def replace(path: Path, old: str, new: str) -> None:
    """Replace words that stand in a file exactly once."""
    text = path.read_text()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new))
