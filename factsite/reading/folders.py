"""Whole folders: emptied, removed, doubled, exchanged."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from factsite.reading import disk


def make_folder(folder: Path) -> None:
    """Make a folder, unless it is there."""
    folder.mkdir(parents=True, exist_ok=True)


def empty_folder(folder: Path) -> None:
    """Make a folder, empty, whatever was in it."""
    remove_tree(folder)
    folder.mkdir(parents=True)


@contextmanager
def scratch() -> Iterator[Path]:
    """Give an empty folder outside of the workspace, which is gone afterwards."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def remove_tree(folder: Path) -> None:
    """Remove a folder with everything in it, if it is there."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)


def link_tree(source: Path, target: Path) -> None:
    """Make a second tree of the same files."""
    shutil.copytree(source, target, copy_function=link_file)


def link_file(source: str, target: str) -> None:
    """Give one file of a tree a second name."""
    disk.link(Path(source), Path(target))


def exchange(fresh: Path, place: Path, aside: Path) -> None:
    """Put a folder in the place of another in one step; afterwards `fresh` holds what stood there, if anything.

    Uses Linux's renameat2 with RENAME_EXCHANGE. Where the system has no such call, what stood there is moved `aside`
    first; `put_back` mends what is left if the run ends between these steps.
    """
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.rename(place)
    elif not _swap(fresh, place):
        place.rename(aside)
        fresh.rename(place)
        aside.rename(fresh)


def put_back(place: Path, aside: Path) -> None:
    """Undo or finish an exchange that was cut off."""
    if aside.exists() and not place.exists():
        aside.rename(place)
    remove_tree(aside)


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def _swap(one: Path, other: Path) -> bool:
    """Exchange two paths; tell whether the system could."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    error = ctypes.get_errno()
    if error in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(error, os.strerror(error), str(other))
