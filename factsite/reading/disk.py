"""Reading and writing files: the only module that does, with `folders` for whole folders.

`read` refuses what is no regular file, and all of the record is read with it. `write` and `move` are all or nothing: a
reader sees the old bytes or the new. The other calls promise neither, and serve where neither is needed: for what this
program keeps to itself, and for a file that is not there yet.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """What the file system says of a file's state without reading it; a changed file has a changed stamp."""

    size: int
    modified: int
    changed: int
    inode: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A directory entry: its name, what it is if not a regular file, and its stamp."""

    name: str
    oddity: str | None
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read, and why."""

    why: str


def entries(folder: Path) -> list[Entry]:
    """List a folder in order of name; a missing one is empty, and one that is a link to another is odd itself."""
    if folder.is_symlink():
        return [Entry(".", "a symbolic link", _stamp(folder.lstat()))]
    try:
        with os.scandir(folder) as found:
            return sorted((_entry(one.name, one) for one in found), key=lambda entry: entry.name)
    except FileNotFoundError:
        return []


def below(folder: Path) -> dict[str, Entry]:
    """List everything below a folder but folders, by its path with forward slashes; follows no symbolic link."""
    return {path: _entry(path, found) for path, found in _scan(folder)}


def _scan(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    pending = [("", str(folder))] if folder.is_dir() else []
    while pending:
        prefix, path = pending.pop()
        with os.scandir(path) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    pending.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    yield prefix + entry.name, entry


def _entry(name: str, found: os.DirEntry[str]) -> Entry:
    info = found.stat(follow_symlinks=False)
    return Entry(name, _oddity(info.st_mode), _stamp(info))


def oddity(path: Path) -> str | None:
    """Say what stands at a path, if it is neither nothing nor a regular file: "a folder", "a symbolic link"."""
    try:
        return _oddity(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _oddity(mode: int) -> str | None:
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    return "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"


def _stamp(info: os.stat_result) -> Stamp:
    return Stamp(info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)


def stamp(path: Path) -> Stamp | None:
    """Give the stamp of a regular file, or nothing if there is none."""
    try:
        info = path.lstat()
    except OSError:
        return None
    return _stamp(info) if stat.S_ISREG(info.st_mode) else None


def read(path: Path, limit: int) -> bytes | Unreadable:
    """Read a regular file, at most one byte more than `limit`; never follows a symbolic link at its end."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return Unreadable(error.strerror or "it cannot be opened")
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return Unreadable("it is not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(limit + 1)
    finally:
        os.close(handle)


def load(path: Path) -> bytes:
    """Read a whole file that this program brought or wrote, or a theme's; follows links, and knows no limit."""
    return path.read_bytes()


def write(path: Path, data: bytes) -> None:
    """Write a file so that it has, at every moment, its old bytes or its new ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def put(path: Path, data: bytes) -> None:
    """Write a file where nobody looks yet."""
    path.write_bytes(data)


def discard(path: Path) -> None:
    """Remove a file, if it is there."""
    path.unlink(missing_ok=True)


def create(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet; raises FileExistsError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that ends with this process, however it ends; raises BlockingIOError where another holds it.

    The folder for the lock is made; neither it nor the lock may be a symbolic link, which could lead anywhere.
    """
    path.parent.mkdir(exist_ok=True)
    if path.parent.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, "a symbolic link, not a folder", str(path.parent))
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


class Seen(NamedTuple):
    """A file's size and time of change, which hard links leave alone."""

    size: int
    modified: int


def walk(folder: Path) -> dict[str, Seen]:
    """List every file below a folder, links included, by its path with forward slashes."""
    found = ((path, entry.stat(follow_symlinks=False)) for path, entry in _scan(folder))
    return {path: Seen(info.st_size, info.st_mtime_ns) for path, info in found}


def same(one: Path, other: Path) -> bool:
    """Tell whether two files hold the same bytes; a missing one is like no other."""
    try:
        return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
    except FileNotFoundError:
        return False


def move(source: Path, target: Path) -> None:
    """Move a file into place, over what stood there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)


def link(source: Path, target: Path) -> None:
    """Give a file a second name; copy it where the file system has no hard links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def remove(folder: Path, path: str) -> None:
    """Remove a file below a folder, and the folders that it leaves empty."""
    (folder / path).unlink(missing_ok=True)
    parent = (folder / path).parent
    while parent != folder and parent.is_dir() and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Rewrite a text file."""
    path.write_text(change(path.read_text("utf-8")), "utf-8", newline="")
