"""What a review costs: the whole command, from its start to its last line, on changes of a large record."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import made_up
from tests.review.repositories import commit, git

PROJECT = Path(__file__).resolve().parents[2]
CLAIMS = 5_000
CHANGED = 50
ROUNDS = 3

HEADINGS = ("measurement", "took", "may take")


def measure() -> Iterator[tuple[str, str, str]]:
    """Give each measurement with what it took and what it may take, the best of several rounds."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "record"
        made_up.make(root, CLAIMS)
        git(root, "init", "--quiet", "--initial-branch=main")
        commit(root, "Publish")
        for name, (edit, limit) in _EDITS.items():
            git(root, "switch", "--quiet", "--force-create", "proposal", "main")
            edit(root)
            commit(root, "Propose")
            took = min(_review(root) for _ in range(ROUNDS))
            yield f"review of {name} in a record of {CLAIMS:,}", f"{took:,.0f} ms", limit


def _review(root: Path) -> float:
    """Run the command once and give the milliseconds that it took."""
    command = [sys.executable, str(PROJECT / "build_site.py"), "review", "--base", "main", "--format", "markdown"]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    took = (time.perf_counter() - start) * 1_000
    assert done.returncode in (0, 1), done.stderr.decode()
    return took


def _reword(root: Path) -> None:
    for path in sorted((root / "claims").iterdir())[:CHANGED]:
        path.write_text(path.read_text().replace("claim: ", "claim: Reworded, ", 1))


def _add(root: Path) -> None:
    for path in sorted((root / "claims").iterdir())[:CHANGED]:
        text = path.read_text().replace("claim: ", "claim: Added, ", 1)
        path.with_name(f"added-{path.name}").write_text(text)


def _edit_seed(root: Path) -> None:
    path = min((root / "seeds").glob("*.txt"))
    path.write_text(path.read_text() + "One sentence more.\n")


def _nothing(root: Path) -> None:
    (root / "notes.txt").write_text("Nothing of the record.\n")


_EDITS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a change of code alone": (_nothing, "3,000 ms"),
    f"{CHANGED} changed claims": (_reword, "3,000 ms"),
    f"{CHANGED} added claims": (_add, "3,000 ms"),
    "one changed document": (_edit_seed, "as lineage of all documents does"),
}
