"""One version of a workspace's files, wherever it is kept: in a folder, or in a commit (see `git`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from factsite.reading import disk
from factsite.reading.disk import Entry, Unreadable


class Snapshot(Protocol):
    """Files by their path below the workspace's root, with `/` between the names."""

    def entries(self, folder: str) -> list[Entry]:
        """List a folder in order of name; a missing folder is empty."""
        ...

    def read(self, path: str, limit: int) -> bytes | Unreadable:
        """Read a regular file, at most one byte more than `limit`."""
        ...


@dataclass(frozen=True, slots=True)
class WorkingFolder:
    """The version that an editor is at work on."""

    root: Path

    def entries(self, folder: str) -> list[Entry]:
        """List a folder in order of name; a missing folder is empty."""
        return disk.entries(self.root / folder)

    def read(self, path: str, limit: int) -> bytes | Unreadable:
        """Read a regular file, at most one byte more than `limit`; never follow a symbolic link."""
        return disk.read(self.root / path, limit)
