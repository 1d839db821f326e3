"""The archive: every sidecar decoded, every seed held against it, every pair of sources measured."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from factsite.corpus import decode
from factsite.corpus.files import MAX_SEED_BYTES, text_of
from factsite.corpus.folder import Folder
from factsite.corpus.model import Settings, Source
from factsite.corpus.text import Document, Span
from factsite.diagnostics import Diagnostic
from factsite.reading.record_files import RecordFiles, digest
from factsite.reading.snapshot import Snapshot
from factsite.verify import lineage, source_rules
from factsite.verify.record import ArchivedSource, Pair


@dataclass(frozen=True, slots=True)
class Archived:
    """The archive as it was read: sources by id, the digests of their contents, shared passages, findings.

    `names` are the ids of all sidecars, in order or not.
    """

    sources: dict[str, ArchivedSource]
    digests: dict[str, str]
    pairs: tuple[Pair, ...]
    names: frozenset[str]
    found: tuple[Diagnostic, ...]
    documents: dict[str, Document]

    @property
    def fingerprint(self) -> str:
        """Name all that claims are checked against."""
        return digest(repr(sorted(self.digests.items())))


def read(version: Snapshot, names: Iterable[str], settings: Settings | None) -> Archived:
    """Read and check the files of seeds/."""
    return ArchiveReading(version).read(list(names), settings)


class ArchiveReading(RecordFiles):
    """One run over seeds/."""

    def __init__(self, version: Snapshot) -> None:
        super().__init__(version)
        self.digests: dict[str, str] = {}
        self.unsound: set[str] = set()

    def read(self, names: list[str], settings: Settings | None, *, measured: bool = True) -> Archived:
        """Read and check everything; what texts share is left out if not `measured`, for it takes long to measure."""
        sidecars = [name for name in names if name.endswith(".yml")]
        described = self.described(sidecars)
        sources = self.archived(described, [name for name in names if name.endswith(".txt")])
        pairs = lineage.pairs(sources) if measured else ()
        self.digests["pairs"] = digest(repr(pairs))
        if measured:
            self.found.extend(lineage.check_lineage(sources, pairs))
        if settings is not None:
            for source in described.values():
                self.found.extend(source_rules.check_described(source, settings, described))
        ids = frozenset(name.removesuffix(".yml") for name in sidecars)
        return Archived(sources, self.digests, pairs, ids, tuple(self.found), self.documents)

    def described(self, names: list[str]) -> dict[str, Source]:
        """Decode the sidecars, by id."""
        sources = {}
        for name in names:
            document = self.text(f"{Folder.SEEDS}/{name}")
            if document is None:
                continue
            source, found = decode.source(document)
            self.found.extend(found)
            if found:
                self.unsound.add(name.removesuffix(".yml"))
            if source is not None:
                sources[source.id] = source
                self.digests[f"source:{source.id}"] = digest(document.text)
        return sources

    def archived(self, described: dict[str, Source], seeds: list[str]) -> dict[str, ArchivedSource]:
        """Read the seeds and hold each source against its own."""
        used = {source.file for source in described.values()}
        for file in seeds:
            if file not in used and self.unsound <= described.keys():
                self.found.extend(source_rules.undescribed_seed(f"{Folder.SEEDS}/{file}", file))
        texts = {file: self.seed(file) for file in seeds if file in used}
        sources = {}
        for source in described.values():
            read = texts.get(source.file)
            if source.id in self.unsound:
                continue  # it holds stand-ins for what could not be read; nothing can be held against them
            if source.file not in texts:
                self.found.extend(source_rules.missing_seed(source.path, source, seeds))
            elif read is not None:
                self.found.extend(source_rules.changed_seed(source.path, source, read[1]))
                self.digests[f"source:{source.id}"] += read[1]
                sources[source.id] = ArchivedSource(source, read[0], self.part(source, read[0]))
        for archived in sources.values():
            self.found.extend(source_rules.check_archived(archived))
        self.found.extend(source_rules.check_shared_files(sources.values()))
        return sources

    def seed(self, file: str) -> tuple[Document, str] | None:
        """Read a seed: its text and its SHA-256."""
        path = f"{Folder.SEEDS}/{file}"
        data = self.data(path, MAX_SEED_BYTES)
        if data is None:
            return None
        document, found = text_of(path, data, MAX_SEED_BYTES)
        self.found.extend(found)
        return (document, hashlib.sha256(data).hexdigest()) if document else None

    def part(self, source: Source, document: Document) -> Span:
        """Give the part of a document that is a source's."""
        if source.lines is None:
            return Span(0, len(document.text))
        self.found.extend(source_rules.lines_outside_file(source.path, source, source.lines, document))
        return document.lines_span(source.lines.first, source.lines.last)
