"""Faults on purpose: a child process that is killed, interrupted or refused at a chosen one of its writes.

Python announces every call that changes a file before it makes it, so that no write of ours, of MkDocs or of the
standard library escapes. What a fault does to the child is done there; the test looks at what is left.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

_CHANGES = frozenset(
    "os.mkdir os.rename os.remove os.rmdir os.link os.symlink os.truncate shutil.copyfile shutil.move".split()
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FAILED = 3
"""How a child ends that was refused a write."""


class Fault(Enum):
    """What befalls the child."""

    KILLED = "killed before the write"
    TORN = "killed in the middle of the write"
    INTERRUPTED = "interrupted"
    DISK_FULL = "refused this and every later write"


def writes(work: Callable[[], object], folder: Path) -> int:
    """Count the writes below a folder that some work makes, in a child process that does it in full."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        counter = _Counter(folder, 0, None)
        _run(work, counter)
        os.write(writing, str(counter.count).encode())
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as said:
        assert status == 0
        return int(said.read())


def suffer(work: Callable[[], object], folder: Path, fault: Fault, at: int) -> int:
    """Do some work in a child process that meets a fault at its n-th write below a folder; give how it ended."""
    child = os.fork()
    if child == 0:
        _run(work, _Counter(folder, at, fault))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _run(work: Callable[[], object], counter: _Counter) -> None:
    """Do the work; end the process at once if it raises, without a word of it or of pytest."""
    sys.addaudithook(counter.hear)
    try:
        work()
    except (OSError, KeyboardInterrupt):
        os._exit(FAILED)
    except BaseException as error:  # noqa: BLE001 -- whatever it is, this process must not go on as a test
        os._exit(FAILED if getattr(error, "code", None) == 2 else _tell(error))
    finally:
        counter.done = True


def _tell(error: BaseException) -> int:
    os.write(2, "".join(traceback.format_exception(error)).encode())
    return 1


class _Counter:
    """Counts writes below a folder, and brings the fault about at the chosen one."""

    def __init__(self, folder: Path, at: int, fault: Fault | None) -> None:
        self.folder = str(folder)
        self.at = at
        self.fault = fault
        self.count = 0
        self.done = False

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear of every call; this runs before it is made."""
        if self.done or not self._is_write(event, arguments):
            return
        self.count += 1
        if self.fault is not Fault.DISK_FULL:
            if self.count == self.at:
                self._strike(event, arguments)
        elif self.count >= self.at > 0 and event not in ("os.remove", "os.rmdir"):  # a full disk lets files go
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))

    def _strike(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.fault is Fault.INTERRUPTED:
            raise KeyboardInterrupt
        self.done = True
        if self.fault is Fault.TORN and event == "open" and arguments[2] & (os.O_TRUNC | os.O_EXCL):
            Path(os.fsdecode(arguments[0])).write_bytes(b"<!doctype html><html><head>torn")
        os.kill(os.getpid(), signal.SIGKILL)

    def _is_write(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if event == "open":
            path, _, flags = arguments
            return isinstance(path, str | bytes) and bool(flags & _WRITES) and self._is_below(path)
        return event in _CHANGES and self._is_below(arguments[0])

    def _is_below(self, path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(self.folder)
