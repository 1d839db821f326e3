"""The same record gives the same bytes, whatever the machine, the account and the folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.building.small import outcome, small_workspace, tree
from tests.conftest import ROOT


def built_under(root: Path, umask: int, **environment: str) -> dict[str, bytes]:
    """Build a workspace in a process of its own and give what it wrote."""
    command = [sys.executable, str(ROOT / "build_site.py"), "--root", str(root)]
    env = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "SOURCE_DATE"))}
    run = subprocess.run(command, env=env | environment, capture_output=True, umask=umask, check=False)
    assert run.returncode == 0, run.stderr.decode()
    return outcome(root)


def reordered(root: Path, target: Path) -> Path:
    """Copy a workspace file by file from the last to the first, so that folders list them in another order."""
    for path in sorted((path for path in root.rglob("*") if path.is_file()), reverse=True):
        place = target / path.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    return target


def test_builds_are_the_same_everywhere(tmp_path: Path) -> None:
    """Locale, time zone, hash seed, umask, age and order of files, and the path of the folder change no byte."""
    one = small_workspace(tmp_path / "one")
    other = reordered(one, tmp_path / "a path with spaces, äöü" / "and deeper")
    for path in other.rglob("*"):
        os.utime(path, (0, 86_400))
    first = built_under(one, 0o022, LC_ALL="C.UTF-8", TZ="UTC", PYTHONHASHSEED="0")
    second = built_under(other, 0o077, LC_ALL="C", TZ="Asia/Kolkata", PYTHONHASHSEED="12345", PYTHONUTF8="0")
    assert first == second


def test_no_page_tells_where_it_was_built(tmp_path: Path) -> None:
    """Neither the folder's path nor the account's name gets into the site."""
    root = small_workspace(tmp_path / "unlikely-name-of-a-folder")
    built_under(root, 0o022)
    assert [path for path, data in tree(root / "site").items() if b"unlikely-name-of-a-folder" in data] == []
