"""From bytes to text: what a claim file, a sidecar or a seed may consist of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Edit, Finding, Location, rule

MAX_RECORD_BYTES = 256 * 1024
"""The largest claim file or sidecar; the longest one written by hand so far has under 10 KB."""

MAX_SEED_BYTES = 4 * 1024 * 1024
"""The largest archived document: a book's worth of text."""

_LINE_ENDS_OF_YAML = re.compile("[\x85\u2028\u2029]")


@rule
def not_utf8(error: UnicodeDecodeError, line: int) -> Iterator[Finding]:
    """Every text file is UTF-8."""
    yield Finding(
        Location(line, 1, 1),
        f"not UTF-8: byte 0x{error.object[error.start]:02x} at offset {error.start:,} begins no character",
        "save the file with the encoding UTF-8",
    )


@rule
def too_large(limit: int) -> Iterator[Finding]:
    """A claim file or a sidecar has at most 256 KiB, an archived document at most 4 MiB."""
    yield Finding(START, f"the file has more than {limit:,} bytes", "split it, or leave out what is not needed")


@rule
def not_plain_lines(document: Document) -> Iterator[Finding]:
    """A claim file or a sidecar has no byte order mark, and its lines end in LF.

    Both are invisible, and both make two files differ that look the same. YAML also ends a line, and a comment with it,
    at U+0085, U+2028 and U+2029, which reviewers see as part of the line.
    """
    if document.text.startswith("\ufeff"):
        yield Finding(START, "the file begins with a byte order mark", "save it without one", Edit(0, 1, ""))
    at = document.text.find("\r")
    if at != -1:
        line, column = document.place(at)
        fixed = document.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        edit = Edit(int(document.text.startswith("\ufeff")), len(document.text), fixed)
        yield Finding(Location(line, column, column + 1), "lines end in CR", "save it with LF line ends", edit)
    if found := _LINE_ENDS_OF_YAML.search(document.text):
        line, column = document.place(found.start())
        what = f"U+{ord(found[0]):04X}, which YAML takes for the end of a line"
        yield Finding(Location(line, column, column + 1), what, "write a space or a line end instead")


def text_of(path: str, data: bytes, limit: int = MAX_RECORD_BYTES) -> tuple[Document | None, list[Diagnostic]]:
    """Decode a file's bytes, or say why that cannot be done."""
    if len(data) > limit:
        return None, [*too_large(path, limit)]
    try:
        return Document(path, data.decode()), []
    except UnicodeDecodeError as error:
        return None, [*not_utf8(path, error, data.count(b"\n", 0, error.start) + 1)]


def plain_text_of(path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """Decode a file that editors write, which must also have plain lines."""
    document, problems = text_of(path, data)
    return document, [*problems, *not_plain_lines(path, document)] if document else problems
