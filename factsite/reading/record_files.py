"""Reading a version of a workspace, file by file; what is wrong with a file becomes a finding."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factsite.corpus import settings as settings_of
from factsite.corpus.files import MAX_RECORD_BYTES, plain_text_of
from factsite.corpus.folder import Folder, check_names, is_record_file, not_a_regular_file, unreadable_file
from factsite.corpus.messages import FOLDER, check_catalogue, check_words
from factsite.corpus.model import Settings
from factsite.corpus.text import Document
from factsite.diagnostics import Diagnostic
from factsite.reading.disk import Entry, Unreadable
from factsite.reading.snapshot import Snapshot
from factsite.site.catalogues import check_languages

CONFIG = "mkdocs.yml"


class RecordFiles:
    """Files of one version, read one after another; collects what is wrong, and the texts that findings point into."""

    def __init__(self, version: Snapshot) -> None:
        self.version = version
        self.found: list[Diagnostic] = []
        self.documents: dict[str, Document] = {}

    def entries(self, folder: Folder) -> list[Entry]:
        """List the files of a folder that are part of the record, reporting all that are not."""
        found = self.version.entries(folder)
        for entry in found:
            if entry.oddity:
                self.found.extend(not_a_regular_file(f"{folder}/{entry.name}", entry.oddity))
        regular = [entry for entry in found if not entry.oddity]
        self.found.extend(check_names(folder, [entry.name for entry in regular]))
        return [entry for entry in regular if is_record_file(folder, entry.name)]

    def settings(self) -> Settings | None:
        """Decode mkdocs.yml; nothing if it holds no settings at all."""
        document = self.text(CONFIG)
        if document is None:
            return None
        settings, found = settings_of.settings(document)
        self.found.extend(found)
        if settings is None:
            return None
        self.found.extend(check_words(document))
        settings = replace(settings, catalogues=dict(self._catalogues((settings.language, *settings.editions))))
        self.found.extend(check_languages(document, settings))
        return settings

    def _catalogues(self, languages: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Read the record's own catalogues of some languages, as far as it has any."""
        names = {entry.name for entry in self.version.entries(FOLDER)}
        for language in languages:
            if f"{language}.po" in names:
                document = self.text(f"{FOLDER}/{language}.po")
                if document is not None:
                    self.found.extend(check_catalogue(document, language))
                    yield language, document.text

    def text(self, path: str) -> Document | None:
        """Read a file that editors write."""
        data = self.data(path, MAX_RECORD_BYTES)
        if data is None:
            return None
        document, found = plain_text_of(path, data)
        self.found.extend(found)
        if document is not None:
            self.documents[path] = document
        return document

    def data(self, path: str, limit: int) -> bytes | None:
        """Read a file's bytes."""
        data = self.version.read(path, limit)
        if isinstance(data, Unreadable):
            self.found.extend(unreadable_file(path, data.why))
            return None
        return data


def digest(text: str) -> str:
    """Name a text by its content."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
