"""Reading and writing files: the only module that does.

Reads refuse what is no regular file. Writes are all or nothing for each file: a reader sees the old bytes or the new.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
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
    """List a folder in order of name; a missing folder is empty."""
    try:
        with os.scandir(folder) as found:
            return sorted(map(_entry, found), key=lambda entry: entry.name)
    except FileNotFoundError:
        return []


def _entry(found: os.DirEntry[str]) -> Entry:
    info = found.stat(follow_symlinks=False)
    return Entry(found.name, _oddity(info.st_mode), _stamp(info))


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
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return Unreadable("it is not a regular file")
        return file.read(limit + 1)


def load(path: Path) -> bytes:
    """Read a file that this program wrote."""
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


def create(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet; raises FileExistsError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)


def odd_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Give everything below a folder that is neither a regular file nor a folder."""
    for parent, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(parent, name)
            oddity = _oddity(path.lstat().st_mode)
            if oddity not in (None, "a folder"):
                yield path, oddity


def remove_tree(folder: Path) -> None:
    """Remove a folder with everything in it, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def exchange(fresh: Path, place: Path) -> None:
    """Put a folder in the place of another in one step; afterwards `fresh` holds what stood there, if anything.

    Uses Linux's renameat2 with RENAME_EXCHANGE. Where the system has no such call there is a moment without a folder.
    """
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.rename(place)
    elif not _swap(fresh, place):
        aside = fresh.with_name(f"{fresh.name}.old")
        place.rename(aside)
        fresh.rename(place)
        aside.rename(fresh)


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


class Seen(NamedTuple):
    """A file's size and time of change, which hard links leave alone."""

    size: int
    modified: int


def walk(folder: Path) -> dict[str, Seen]:
    """List every file below a folder, links included, by its path with forward slashes."""
    found: dict[str, Seen] = {}
    pending = [("", str(folder))] if folder.is_dir() else []
    while pending:
        prefix, path = pending.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    info = entry.stat(follow_symlinks=False)
                    found[prefix + entry.name] = Seen(info.st_size, info.st_mtime_ns)
    return found


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


def link_tree(source: Path, target: Path) -> None:
    """Make a second tree of the same files."""
    shutil.copytree(source, target, copy_function=link_file)


def link_file(source: str, target: str) -> None:
    """Give one file of a tree a second name."""
    link(Path(source), Path(target))


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
