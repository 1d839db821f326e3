"""Workspaces in memory for tests: files by path, checked as if they lay in a folder; and cases written as changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from factsite import report
from factsite.checking.workspace import Check, Outcome
from factsite.reading.disk import Entry, Stamp, Unreadable
from factsite.report import Format

BASE = Path(__file__).parent / "cases" / "base"


def base() -> dict[str, bytes]:
    """Read the clean base workspace."""
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in BASE.rglob("*") if path.is_file()}


@dataclass(frozen=True)
class Files:
    """A version of a workspace that is kept in memory; `odd` says what the entries are that are no regular files."""

    files: Mapping[str, bytes]
    odd: Mapping[str, str] = field(default_factory=dict)

    def entries(self, folder: str) -> list[Entry]:
        """List a folder in order of name."""
        names = sorted(path for path in {*self.files, *self.odd} if path.startswith(f"{folder}/"))
        stamp = Stamp(0, 0, 0, 0)
        return [Entry(name.removeprefix(f"{folder}/"), self.odd.get(name), stamp) for name in names]

    def read(self, path: str, limit: int) -> bytes | Unreadable:
        """Read a file, at most one byte more than `limit`."""
        return self.files[path][: limit + 1] if path in self.files else Unreadable("No such file or directory")


def check(files: Mapping[str, bytes], odd: Mapping[str, str] | None = None) -> Outcome:
    """Check a workspace that is kept in memory."""
    return Check(Files(files, odd or {})).run()


def reported(outcome: Outcome) -> str:
    """Write an outcome's report as a terminal shows it, without the number of rules, which grows with the program."""
    written = report.written(outcome.diagnostics, outcome.documents, outcome.counts, Format.TEXT)
    return re.sub(r", \d+ rules:", ":", written)


_HEADER = re.compile(r"^=== (change|reseed|crlf|bom|write|bytes|remove|odd) (\S+)(?: (.*))?\n", re.MULTILINE)


def altered(files: Mapping[str, bytes], case: str) -> tuple[dict[str, bytes], dict[str, str]]:
    """Apply a case to files: text that says what is wrong, then headers, each with what to do to one file.

    `=== change PATH`: lines that begin with `-` stand in the file once; lines that begin with `+` take their place.
    `=== reseed PATH`: the same, and sidecars get the new SHA-256.
    `=== crlf PATH`: its lines end in CR and LF. `=== bom PATH`: it begins with a byte order mark.
    `=== write PATH`: the file holds the lines that follow. `=== bytes PATH`: the same, with Python's escapes.
    `=== remove PATH`: the file is not there. `=== odd PATH WHAT`: the entry is WHAT, not a regular file.
    """
    made, odd = dict(files), dict[str, str]()
    found = list(_HEADER.finditer(case))
    assert found, "a case changes something"
    for header, following in zip(found, [*found[1:], None], strict=True):
        body = case[header.end() : following.start() if following else len(case)]
        what, path, more = header[1], header[2], header[3]
        if what == "odd":
            odd[path] = more
        elif what == "remove":
            del made[path]
        else:
            data = _written(what, made.get(path, b""), body)
            made = _replaced(made, path, data) if what in ("reseed", "crlf") else made | {path: data}
    return made, odd


def _written(what: str, before: bytes, body: str) -> bytes:
    match what:
        case "write":
            return body.encode()
        case "bytes":
            return body.removesuffix("\n").encode().decode("unicode_escape").encode("latin-1")
        case "crlf":
            return before.replace(b"\n", b"\r\n")
        case "bom":
            return b"\xef\xbb\xbf" + before
        case _:
            return _changed(before.decode(), body).encode()


def _replaced(files: Mapping[str, bytes], path: str, data: bytes) -> dict[str, bytes]:
    """Replace a file, and its SHA-256 wherever that stands."""
    before = _digest(files[path])
    return {name: data if name == path else kept.replace(before, _digest(data)) for name, kept in files.items()}


def _digest(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()


def _changed(text: str, body: str) -> str:
    for hunk in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", body, re.MULTILINE):
        old, new = (re.sub("^[-+]", "", part, flags=re.MULTILINE) for part in hunk)
        assert text.count(old) == 1, f"these lines stand {text.count(old)} times in the file:\n{old}"
        text = text.replace(old, new)
    return text
