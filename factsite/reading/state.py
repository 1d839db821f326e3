"""What the generator remembers between runs, in `.factsite/`: what it wrote, and what it found when it last checked.

One lock guards it, so that two commands in one workspace take turns. It may be deleted when no command is running; the
next build then does everything anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from factsite.reading import disk

T = TypeVar("T")

FOLDER = ".factsite"
_LOCK = "lock"


class Busy(Exception):
    """Another command is at work in the same workspace."""


@contextmanager
def locked(root: Path) -> Iterator[Path]:
    """Hold the workspace's lock and give the folder for remembered state; raises Busy, OSError."""
    folder = root / FOLDER
    try:
        with disk.locked(folder / _LOCK):
            yield folder
    except BlockingIOError as error:
        raise Busy from error


def load(path: Path, kind: type[T]) -> T | None:
    """Load what was saved; nothing where it is missing, damaged, or of another shape than `kind`.

    It is data and can run no code; but it may have come with a pull request or a copy, so whoever acts on a path that
    stands in it makes sure where that leads.
    """
    try:
        return msgspec.json.decode(disk.load(path), type=kind)
    except (OSError, msgspec.MsgspecError, UnicodeError, ValueError, RecursionError):
        return None


def save(path: Path, value: object) -> None:
    """Save a value for the next run."""
    fresh = path.with_suffix(".new")
    disk.put(fresh, msgspec.json.encode(value))
    disk.move(fresh, path)


def own_folder(folder: Path, name: str) -> Path:
    """Name a folder for what can run code, by what nobody can foresee or bring along.

    That is the number and the moment that the system gave to the lock.
    """
    stamp = disk.stamp(folder / _LOCK)
    if stamp is None:
        raise FileNotFoundError(folder / _LOCK)
    return folder / f"{name}-{stamp.inode}-{stamp.changed}"
