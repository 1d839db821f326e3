"""Work shared among the machine's cores, by processes that see all that this one has in memory.

The workers are forked, so that nothing need be sent to them but numbers. Where the system cannot fork safely (a process
with several threads cannot), or where the work is small, it is done here; the results are the same.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.pool import IMapIterator
from typing import Any, TypeVar

BEAT = 0.2
"""Seconds between two signs of life while workers are at work."""

_PR_SET_PDEATHSIG = 1

T = TypeVar("T")
R = TypeVar("R")

_job: Callable[[range], list[Any]] | None = None
"""What a forked worker is to do with some numbers; set just before forking and only then."""


def cores() -> int:
    """Give the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[T], R], items: Sequence[T], *, least: int, chunk: int = 16, beat: Callable[[], object] = int
) -> Iterator[R]:
    """Do a piece of work for each item and give the results in order; alone, if there are fewer than `least` items.

    While workers are at work, `beat` is called now and then.
    """
    global _job  # noqa: PLW0603 -- a forked worker can be given code only through memory
    alone = cores() == 1 or not sys.platform.startswith("linux") or threading.active_count() > 1
    if alone or len(items) < least:
        yield from map(work, items)
        return
    _job = lambda numbers: [work(items[number]) for number in numbers]  # noqa: E731 -- it must see the arguments
    shares = [range(start, min(start + chunk, len(items))) for start in range(0, len(items), chunk)]
    try:
        with multiprocessing.get_context("fork").Pool(cores(), _end_with, (os.getpid(),)) as pool:
            yield from _collect(pool.imap(_do, shares), beat)
    finally:
        _job = None


def _end_with(parent: int) -> None:
    """Let a worker end with the process that started it, and leave an interruption to that process.

    A worker that outlived it would hold the workspace's lock, and write where the next build does.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _do(numbers: range) -> list[Any]:
    assert _job is not None
    return _job(numbers)


def _collect(results: IMapIterator[list[Any]], beat: Callable[[], object]) -> Iterator[Any]:
    """Give results as they come. Raises ChildProcessError where a worker was killed, for whose work all would wait."""
    workers = {worker.pid for worker in multiprocessing.active_children()}
    while True:
        try:
            yield from results.next(timeout=BEAT)
        except multiprocessing.TimeoutError:
            if not workers <= {worker.pid for worker in multiprocessing.active_children()}:
                raise ChildProcessError("a part of the build was killed; memory may have run out") from None
            beat()
        except StopIteration:
            return
