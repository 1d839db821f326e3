"""Taking in ClaimReview from elsewhere: reads a file, writes a draft claim for each, overwrites nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factsite.corpus import decode
from factsite.corpus import settings as settings_of
from factsite.corpus.drafts import drafts
from factsite.corpus.files import MAX_RECORD_BYTES, text_of
from factsite.corpus.folder import Folder
from factsite.corpus.model import Settings, Source
from factsite.corpus.text import Document
from factsite.reading import disk
from factsite.reading.disk import Unreadable

MAX_FILE_BYTES = 64 * 1024 * 1024
"""The largest file taken in; a feed of 25,000 reviews has about half of that."""


class CannotTakeIn(Exception):
    """Nothing was written; the message says why.

    `code` is 1 where a file was read and holds nothing to take in, 2 where the command could not run.
    """

    def __init__(self, message: str, code: int = 2) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Intake:
    """The drafts that were written, those whose place was taken, and a sentence for all that could not be kept."""

    written: tuple[str, ...]
    taken: tuple[str, ...]
    unmapped: tuple[str, ...]


def take_in(root: Path, file: Path) -> Intake:
    """Write a draft under claims/ for every ClaimReview in a file. Raises CannotTakeIn, OSError."""
    made = drafts(_text(file, str(file), MAX_FILE_BYTES).text, _settings(root), _sources(root))
    if not made.files:
        raise CannotTakeIn("; ".join([*(made.unnamed or [f"no ClaimReview in {file}"]), *made.unmapped]), code=1)
    written, taken = [], []
    for path, text in made.files.items():
        try:
            disk.create(root / path, text.encode())
        except FileExistsError:
            taken.append(path)
        else:
            written.append(path)
    return Intake(tuple(written), tuple(taken), (*made.unnamed, *made.unmapped))


def _settings(root: Path) -> Settings:
    settings, _ = settings_of.settings(_text(root / "mkdocs.yml", "mkdocs.yml", MAX_RECORD_BYTES))
    if settings is None:
        raise CannotTakeIn("mkdocs.yml: no settings of this record; `check` says what is missing")
    return settings


def _sources(root: Path) -> dict[str, Source]:
    """Read the sources as far as they can be read; what is wrong with them is for the check to say."""
    folder = root / Folder.SEEDS
    names = [entry.name for entry in disk.entries(folder) if entry.name.endswith(".yml") and not entry.oddity]
    read = (decode.source(_text(folder / name, f"{Folder.SEEDS}/{name}", MAX_RECORD_BYTES))[0] for name in names)
    return {source.id: source for source in read if source is not None}


def _text(path: Path, name: str, limit: int) -> Document:
    data = disk.read(path, limit)
    if isinstance(data, Unreadable):
        raise CannotTakeIn(f"{name}: {data.why}")
    document, problems = text_of(name, data, limit)
    if document is None:
        raise CannotTakeIn(f"{name}: {problems[0].message}")
    return document
