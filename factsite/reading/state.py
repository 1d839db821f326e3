"""What the generator remembers between runs, in `.factsite/`: what it wrote, and what it found when it last checked.

One lock guards it, so that two commands in one workspace take turns. It may be deleted when no command is running; the
next build then does everything anew.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factsite.reading import disk

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    T = TypeVar("T", bound=DataclassInstance)

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
    """Load what was saved; nothing where it is missing, damaged, of another version of the code, or from elsewhere.

    What is unpickled can run code, so it must bear the seal of this very folder: a file that came with a pull request,
    a download or a copy has it not.
    """
    try:
        data = memoryview(disk.load(path))
        seal = _seal(path.parent)
        value = pickle.loads(data[len(seal) :]) if data[: len(seal)] == seal else None  # noqa: S301 -- sealed
    except Exception:  # noqa: BLE001 -- what cannot be read is not remembered, whatever the reason
        return None
    whole = isinstance(value, kind) and all(hasattr(value, field.name) for field in fields(kind))
    return value if whole else None


def own_folder(folder: Path, name: str) -> Path:
    """Name a folder for what can run code, under a name that nobody else can foresee."""
    return folder / f"{name}-{_seal(folder).decode().strip().replace(' ', '-')}"


def save(path: Path, value: object) -> None:
    """Save a value for the next run."""
    fresh = path.with_suffix(".new")
    disk.put(fresh, _seal(path.parent) + pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
    disk.move(fresh, path)


def _seal(folder: Path) -> bytes:
    """Give what nobody else can foresee or bring along: the number and the moment that the system gave to the lock."""
    stamp = disk.stamp(folder / _LOCK)
    if stamp is None:
        raise FileNotFoundError(folder / _LOCK)
    return f"{stamp.inode} {stamp.changed}\n".encode()
