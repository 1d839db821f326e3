"""The rules on files and their names: what may lie in claims/ and seeds/, and how it may be called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import PurePosixPath

from factsite.corpus.names import MAX_ID, is_id, slug
from factsite.diagnostics import START, Diagnostic, Finding, rule

_SEED_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}\.txt")
_COMPANIONS = {"README.md"}
"""Files that may lie in claims/ and seeds/ without being part of the record."""


class Folder(StrEnum):
    """The two folders that editors fill."""

    CLAIMS = "claims"
    SEEDS = "seeds"


@rule
def unreadable_file(why: str) -> Iterator[Finding]:
    """Every file of the record can be read."""
    yield Finding(START, f"the file cannot be read: {why}", "check that it is there and that you may read it")


@rule
def not_a_regular_file(kind: str) -> Iterator[Finding]:
    """claims/, seeds/ and docs/ hold regular files, no symbolic links and no submodules.

    A builder would publish whatever a link points to.
    """
    yield Finding(START, f"{kind}, not a regular file", "put the file itself here")


@rule
def stray_file(folder: Folder, name: str) -> Iterator[Finding]:
    """claims/ holds `.yml` files, seeds/ holds `.txt` files and their `.yml` sidecars, neither has subfolders.

    A file of another kind would otherwise be passed over in silence. Hidden files and editors' copies (`.name`,
    `name~`, `#name#`) are not looked at.
    """
    kinds = "`.yml` files" if folder is Folder.CLAIMS else "`.txt` files and `.yml` sidecars"
    path = PurePosixPath(name)
    is_yaml = path.suffix.lower() in (".yaml", ".yml")
    advice = f"rename it to {path.stem}.yml" if is_yaml else "rename the file, or move it elsewhere"
    yield Finding(START, f"{folder}/ holds only {kinds}, side by side", advice)


@rule
def bad_file_name(name: str) -> Iterator[Finding]:
    """The name of a claim or sidecar is its id and address: lower-case letters, digits and single dashes."""
    better = slug(PurePosixPath(name).stem, words=12)
    yield Finding(
        START,
        f"`{name}` cannot be an id and an address",
        f"rename it to {better}.yml"
        if is_id(better)
        else f"use lower-case letters, digits and dashes, at most {MAX_ID}",
    )


@rule
def colliding_names(name: str, other: str) -> Iterator[Finding]:
    """No two files differ only in case: some file systems hold them for one."""
    yield Finding(START, f"`{name}` and `{other}` differ only in case", "rename one of them")


def is_record_file(folder: Folder, name: str) -> bool:
    """Tell whether a file name in a folder is one that is read."""
    if is_temporary(name):
        return False
    return name.endswith(".yml") or (folder is Folder.SEEDS and name.endswith(".txt"))


def is_temporary(name: str) -> bool:
    """Tell whether a name is that of a hidden file or of an editor's copy of a file being edited."""
    return name.startswith((".", "#")) or name.endswith("~")


def check_names(folder: Folder, names: Iterable[str]) -> Iterator[Diagnostic]:
    """Check the names of the entries of a folder."""
    seen: dict[str, str] = {}
    for name in names:
        path = f"{folder}/{name}"
        if name in _COMPANIONS or is_temporary(name):
            continue
        if (other := seen.setdefault(name.lower(), name)) != name:
            yield from colliding_names(path, name, other)
        if not is_record_file(folder, name):
            yield from stray_file(path, folder, name)
        elif not (_SEED_NAME.fullmatch(name) if name.endswith(".txt") else is_id(name.removesuffix(".yml"))):
            yield from bad_file_name(path, name)
