"""Commits of a git repository, read as objects: nothing is checked out, and nothing in them is run.

Whatever a commit holds is text to git and to us. Links and submodules in it are named and never followed.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple, Protocol

from factsite.corpus.folder import Folder
from factsite.corpus.messages import FOLDER
from factsite.reading.disk import Entry, Stamp, Unreadable

READ = (*Folder, FOLDER, "docs", "mkdocs.yml")
"""What is listed of a commit: all that a site is made from, and nothing else."""

_BATCH = 256
"""So many objects are asked for at a time; their names take 11 KB of a pipe that holds 64."""

_REGULAR = {"100644", "100755"}
_ODDITIES = {"120000": "a symbolic link", "160000": "a submodule"}


class CannotRead(Exception):
    """git, the repository or a commit is missing or broken; the message says which."""


class Blob(NamedTuple):
    """A file of a commit: its object's id, its size in bytes, and what it is if not a regular file."""

    id: str
    size: int
    oddity: str | None


class Objects(Protocol):
    """Where the contents of files are kept."""

    def read(self, blobs: Iterable[Blob]) -> Iterator[bytes | Unreadable]:
        """Read whole blobs, in their order."""
        ...


class _Objects:
    """A `git cat-file --batch` at work: asked for one object after another."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._questions = questions
        self._answers = answers

    def read(self, blobs: Iterable[Blob]) -> Iterator[bytes | Unreadable]:
        """Read whole blobs; so few are asked for at a time that no pipe fills while nobody reads."""
        waiting = iter(blobs)
        while batch := list(islice(waiting, _BATCH)):
            self._questions.write(b"".join(blob.id.encode() + b"\n" for blob in batch))
            self._questions.flush()
            yield from [self._answer() for _ in batch]

    def _answer(self) -> bytes | Unreadable:
        header = self._answers.readline().split()
        if len(header) != 3 or header[1] != b"blob":
            return Unreadable("git has no such file")
        data = self._answers.read(int(header[2]))
        self._answers.read(1)
        return data


@dataclass(frozen=True)
class Commit:
    """One commit as a version of the workspace."""

    id: str
    blobs: dict[str, Blob]
    objects: Objects
    fetched: dict[str, bytes | Unreadable] = field(default_factory=dict)

    def entries(self, folder: str) -> list[Entry]:
        """List a folder in order of name; a missing folder is empty."""
        return self._folders.get(folder, [])

    @cached_property
    def _folders(self) -> dict[str, list[Entry]]:
        found: dict[str, dict[str, Entry]] = {folder: {} for folder in READ}
        for path, blob in self.blobs.items():
            folder, _, rest = path.partition("/")
            name, below, _ = rest.partition("/")
            if name:
                found[folder][name] = Entry(name, "a folder" if below else blob.oddity, Stamp(blob.size, 0, 0, 0))
        return {folder: [names[name] for name in sorted(names)] for folder, names in found.items()}

    def read(self, path: str, limit: int) -> bytes | Unreadable:
        """Read a regular file; of one that is larger than `limit`, no more than tells that it is."""
        blob = self.blobs.get(path)
        if blob is None:
            return Unreadable("it is not in this version")
        if blob.oddity:
            return Unreadable(f"it is {blob.oddity}")
        if blob.size > limit:
            # That it is too large is all that is said of such a file, so there is no need to load it.
            return bytes(limit + 1)
        if path not in self.fetched:
            self.fetch([path], limit)
        return self.fetched[path]

    def fetch(self, paths: Iterable[str], limit: int) -> None:
        """Read many files of at most some size at once, and keep them; one by one takes several times as long."""
        missing = [path for path in paths if path in self.blobs and path not in self.fetched]
        fit = [path for path in missing if not self.blobs[path].oddity and self.blobs[path].size <= limit]
        self.fetched.update(zip(fit, self.objects.read(self.blobs[path] for path in fit), strict=True))


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository, seen from a workspace in it."""

    root: Path
    objects: _Objects

    def commit(self, revision: str) -> Commit:
        """Find a commit and list its files. Raises CannotRead."""
        name = self._ask(
            f"no commit `{revision}` in this repository", "rev-parse", "--verify", "--end-of-options", f"{revision}^0"
        )
        return Commit(name, dict(self._blobs(name)), self.objects)

    def fork_point(self, base: str, head: Commit) -> Commit:
        """Give the commit at which `head` left the line of `base`. Raises CannotRead."""
        tip = self.commit(base)
        why = f"`{base}` and {head.id[:12]} have no commit in common; fetch more of the history"
        found = self._ask(why, "merge-base", tip.id, head.id)
        return tip if found == tip.id else self.commit(found)

    def uncommitted(self) -> list[str]:
        """List the files of the record that differ in the work tree from what is checked out. Raises CannotRead."""
        listing = self._ask(
            "the work tree cannot be compared", "status", "--porcelain", "-z", "--no-renames", "-uall", "--", *READ
        )
        return [line[3:] for line in listing.split("\0") if line]

    def _blobs(self, commit: str) -> Iterator[tuple[str, Blob]]:
        why = f"the files of {commit[:12]} cannot be listed"
        listing = self._ask(why, "ls-tree", "-r", "-l", "-z", commit, "--", *READ)
        for line in filter(None, listing.split("\0")):
            facts, _, path = line.partition("\t")
            mode, _, name, size = facts.split()
            oddity = None if mode in _REGULAR else _ODDITIES.get(mode, "neither a file nor a folder")
            yield path, Blob(name, int(size) if size.isdecimal() else 0, oddity)

    def _ask(self, why: str, *command: str) -> str:
        try:
            run = subprocess.run([*_GIT, *command], cwd=self.root, capture_output=True, check=False)
        except OSError as error:
            raise CannotRead(f"git cannot be run: {error.strerror}") from error
        if run.returncode != 0:
            said = run.stderr.decode(errors="backslashreplace").strip()
            raise CannotRead(f"{why} (git says: {said.splitlines()[-1]})" if said else why)
        # A name that is no UTF-8 is shown by its bytes; no rule on names lets it pass.
        return run.stdout.decode(errors="backslashreplace").rstrip("\n")


_GIT = ("git", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs")


@contextmanager
def repository(root: Path) -> Iterator[Repository]:
    """Open the repository that holds a workspace. Raises CannotRead."""
    try:
        with subprocess.Popen(
            [*_GIT, "cat-file", "--batch"],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            yield Repository(root, _Objects(process.stdin, process.stdout))
    except OSError as error:
        raise CannotRead(f"git cannot be run: {error.strerror}") from error
