"""Work shared among the machine's cores, by processes that see all that this one has in memory.

The workers are forked, so that nothing need be sent to them. Where the system cannot fork safely (a process with
several threads cannot), or where the work is small, it is done here; the results are the same.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

BEAT = 0.2
"""Seconds between two signs of life while workers are at work."""

_PR_SET_PDEATHSIG = 1

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """Give the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[T], R], items: Sequence[T], *, least: int, chunk: int = 16, beat: Callable[[], object] = int
) -> Iterator[R]:
    """Do a piece of work for each item and give the results in order; alone, if there are fewer than `least` items.

    While workers are at work, `beat` is called now and then. Raises ChildProcessError where one of them is killed.
    """
    alone = cores() == 1 or not sys.platform.startswith("linux") or threading.active_count() > 1
    if alone or len(items) < least:
        yield from map(work, items)
        return
    shares = [items[start : start + chunk] for start in range(0, len(items), chunk)]
    with _workers(work, shares, min(cores(), len(shares))) as workers:
        for number in range(len(shares)):
            yield from _result(workers[number % len(workers)], beat)


@contextmanager
def _workers(work: Callable[[T], R], shares: list[Sequence[T]], count: int) -> Iterator[list[Connection]]:
    """Start workers, of which each takes every so-manieth share, and give the ends at which their results arrive."""
    processes, ends = [], []
    context = multiprocessing.get_context("fork")
    interruptible = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        for number in range(count):
            end, results = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(work, shares[number::count], results, os.getpid()))
            process.start()
            results.close()
            processes.append(process)
            ends.append(end)
        signal.pthread_sigmask(signal.SIG_SETMASK, interruptible)
        yield ends
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, interruptible)
        for process in processes:
            process.kill()
            process.join()


def _work(work: Callable[[T], R], shares: list[Sequence[T]], results: Connection, parent: int) -> None:
    """Do shares of work, as a process that ends with its parent and leaves an interruption to it.

    A worker that outlived its parent would hold the workspace's lock, and write where the next build does.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        return
    try:
        for share in shares:
            results.send([work(item) for item in share])
    except Exception as error:  # noqa: BLE001 -- whatever it is, the parent raises it
        results.send(error)


def _result(end: Connection, beat: Callable[[], object]) -> list[Any]:
    """Wait for a worker's next result."""
    beat()
    while not wait([end], BEAT):
        beat()
    try:
        result = end.recv()
    except EOFError:
        raise ChildProcessError("a part of the build was killed; memory may have run out") from None
    if isinstance(result, Exception):
        raise result
    assert isinstance(result, list)
    return result
