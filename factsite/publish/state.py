"""What the generator remembers between runs, in `.factsite/`: a cache that may be deleted at any time.

One lock guards it, so that two commands in one workspace take turns.
"""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from factsite.publish import disk

FOLDER = ".factsite"
T = TypeVar("T")


class Busy(Exception):
    """Another command is at work in the same workspace."""


@contextmanager
def locked(root: Path) -> Iterator[Path]:
    """Hold the workspace's lock and give the folder for remembered state; raises Busy, OSError."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy from error
        yield folder


def load(path: Path, kind: type[T]) -> T | None:
    """Load what was saved; nothing where it is missing, damaged or of another version of the code.

    The file is this program's own, in the workspace; it is never taken from a pull request or a download.
    """
    try:
        value = pickle.loads(path.read_bytes())  # noqa: S301 -- written by `save` on this machine only
    except Exception:  # noqa: BLE001 -- a cache that cannot be read is no cache, whatever the reason
        return None
    return value if isinstance(value, kind) else None


def save(path: Path, value: object) -> None:
    """Save a value for the next run."""
    disk.write(path, pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
