"""How far long work has come: a bar with counts and the time left on a terminal, a plain line now and then elsewhere.

The count lives in memory that forked workers share, so that they can add their part; only the process that began the
work tells of it.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

LONG = 500
"""Work of fewer pieces is done before a reader could follow."""

BEAT = {True: 0.1, False: 10.0}
"""Seconds between two signs of life, on a terminal and elsewhere."""

WIDTH = 30

Write = Callable[[str], object]


@dataclass
class Progress:
    """Tells of one piece of work after another; with no `write`, of none."""

    write: Write | None = None
    terminal: bool = False
    _done: Any = field(default_factory=lambda: multiprocessing.get_context().Value("Q", 0), init=False)
    _label: str = field(default="", init=False)
    _total: int = field(default=0, init=False)
    _began: float = field(default=0.0, init=False)
    _told: float = field(default=0.0, init=False)
    _teller: int = field(default_factory=os.getpid, init=False)

    @contextmanager
    def work(self, label: str, total: int) -> Iterator[None]:
        """Tell of so many pieces of work that are done while this lasts."""
        self._label, self._total = label, total if self.write else 0
        self._began = self._told = time.monotonic()
        self._done.value = 0
        yield
        if self.terminal and self._total >= LONG and self.write:
            self.write(f"\r{'':{WIDTH + len(label) + 50}}\r")
        self._total = 0

    def advance(self, pieces: int = 1) -> None:
        """Count finished pieces; workers may call this."""
        with self._done.get_lock():
            self._done.value += pieces
        self.beat()

    def beat(self) -> None:
        """Give a sign of life, if it is time for one and the work is long."""
        if self.write is None or self._total < LONG or os.getpid() != self._teller:
            return
        now = time.monotonic()
        if now - self._told < BEAT[self.terminal]:
            return
        self._told = now
        self.write(line(self._label, self._done.value, self._total, now - self._began, bar=self.terminal))


def line(label: str, done: int, total: int, seconds: float, *, bar: bool) -> str:
    """Word how far work has come after so many seconds."""
    left = f", {_duration(seconds / done * (total - done))} left" if done > total / 50 else ""
    text = f"{label}: {done:,} of {total:,}{left}"
    if not bar:
        return f"{text}\n"
    filled = WIDTH * done // max(total, 1)
    return f"\r[{'#' * filled}{'-' * (WIDTH - filled)}] {text}   "


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
