"""The pages below docs/ that people write, read without going through those that the build writes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factsite.corpus.files import MAX_RECORD_BYTES
from factsite.corpus.text import Document
from factsite.reading.disk import Unreadable
from factsite.reading.snapshot import Snapshot
from factsite.site.addresses import FOLDERS
from factsite.site.dialect import NOTE_LENGTH, bears_note

_DOCS = "docs"


def pages(version: Snapshot, editions: Collection[str] = (), folder: str = _DOCS) -> Iterator[Document]:
    """Give the pages that people write; one that cannot be read is left to the builder, which says so.

    `editions` are languages whose folders hold generated pages alone.
    """
    for entry in version.entries(folder):
        path = f"{folder}/{entry.name}"
        if entry.oddity == "a folder" and (folder != _DOCS or entry.name not in {*FOLDERS, *editions}):
            yield from pages(version, folder=path)
        elif entry.oddity is None and path.endswith(".md"):
            data = version.read(path, MAX_RECORD_BYTES)
            text = "" if isinstance(data, Unreadable) else data.decode(errors="replace")
            if not bears_note(text[:NOTE_LENGTH]):
                yield Document(path, text)
