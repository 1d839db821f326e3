"""The gates for files that a site is made from: what git can hold and a published folder must not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factsite.corpus.files import MAX_SEED_BYTES, too_large
from factsite.corpus.folder import Folder, colliding_names, not_a_regular_file
from factsite.diagnostics import START, Diagnostic, Finding, rule


class File(NamedTuple):
    """A file of a version: its path, its size in bytes, and what it is if not a regular file."""

    path: str
    size: int
    oddity: str | None


_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069<>:\"|?*\\]|(?:^|/)[-. ]|[. ](?:/|$)")


@rule
def odd_name() -> Iterator[Finding]:
    """The name of a file in docs/ is printable UTF-8 that every file system and every shell takes.

    No control character, none of `<>:"|?*` or a backslash; no part begins with a dot, a dash or a space, or ends in a
    dot or a space.
    """
    yield Finding(START, "the file's name has a character that not every system takes", "rename it")


def check_files(files: Iterable[File]) -> Iterator[Diagnostic]:
    """Check the files below docs/, and that the folders of the record are folders.

    What lies inside claims/ and seeds/ has stricter rules of its own.
    """
    seen: dict[str, str] = {}
    for file in files:
        if file.path.startswith(tuple(f"{folder}/" for folder in Folder)):
            continue
        if file.oddity:
            yield from not_a_regular_file(file.path, file.oddity)
        elif file.path in (*Folder, "docs"):
            yield from not_a_regular_file(file.path, "a file where a folder is due")
        if _ODD.search(file.path):
            yield from odd_name(file.path)
        if file.size > MAX_SEED_BYTES:
            yield from too_large(file.path, MAX_SEED_BYTES)
        if (other := seen.setdefault(file.path.lower(), file.path)) != file.path:
            yield from colliding_names(file.path, file.path, other)
