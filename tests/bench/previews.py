"""What an editor waits for: from saving a claim to its page, or to its diagnostics, in the live preview."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.bench import made_up

BUILD = str(made_up.PROJECT / "build_site.py")
CLAIMS = 1_000
ROUNDS = 5
SETTLED = 1.2
"""Seconds before each save; a file that was just written is looked at again by the next build, whatever its stamp."""

HEADINGS = ("measurement", "took", "may take")


def measure() -> Iterator[tuple[str, str, str]]:
    """Give each measurement with what it took, the slowest of several rounds, and what it may take."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "record"
        root.mkdir()
        made_up.make(root, CLAIMS)
        made_up.without_pictures(root)
        time.sleep(SETTLED)
        with _preview(root) as address:
            shown = max(_shown(root, address, number) for number in range(ROUNDS))
            refused = max(_refused(root, address, number) for number in range(ROUNDS))
    yield f"from saving one of {CLAIMS:,} claims to its page", f"{shown:,.0f} ms", "1,500 ms"
    yield "from saving a claim with an error to its diagnostics", f"{refused:,.0f} ms", "1,500 ms"


def _shown(root: Path, address: str, number: int) -> float:
    """Save a claim; give the milliseconds until its page, as served, holds the change."""
    words = f"Saved for the {number} time."
    milliseconds, state = _saved(address, lambda: made_up.edit(root, number, words))
    with urlopen(f"{address}claims/claim-{number:06}/") as page:  # noqa: S310 -- a loopback address
        assert state["built"], state
        assert words in page.read().decode()
    return milliseconds


def _refused(root: Path, address: str, number: int) -> float:
    """Save a claim whose verdict is none; give the milliseconds until the preview says so. Undoes it."""
    path = root / "claims" / f"claim-{number:06}.yml"
    sound = path.read_text()
    milliseconds, state = _saved(address, lambda: path.write_text(sound.replace("verdict: ", "verdict: un", 1)))
    assert path.name in state["problems"]
    _saved(address, lambda: path.write_text(sound))
    return milliseconds


def _saved(address: str, save: Callable[[], object]) -> tuple[float, dict[str, Any]]:
    """Save, and give the milliseconds until there is news, and the news."""
    seen = _news(address, -1)["generation"]
    time.sleep(SETTLED)
    start = time.perf_counter()
    save()
    state = _news(address, seen)
    return (time.perf_counter() - start) * 1_000, state


def _news(address: str, seen: int) -> dict[str, Any]:
    while True:
        with urlopen(f"{address}_live/state?seen={seen}") as answer:  # noqa: S310 -- a loopback address
            state: dict[str, Any] = json.load(answer)
        if state["generation"] != seen:
            return state


@contextmanager
def _preview(root: Path) -> Iterator[str]:
    """Give the address of a preview at work, whose first build is done."""
    command = [sys.executable, "-u", BUILD, "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            address = process.stdout.readline().split()[2]
            _news(address, 0)
            yield address
        finally:
            process.terminate()
