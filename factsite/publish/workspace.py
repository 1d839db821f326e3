"""A folder with mkdocs.yml, claims/ and seeds/, read and checked as a whole.

Every file is either part of the record or a finding; nothing is passed over in silence.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from factsite.corpus import decode
from factsite.corpus import settings as settings_of
from factsite.corpus.files import MAX_RECORD_BYTES, MAX_SEED_BYTES, plain_text_of, text_of
from factsite.corpus.folder import Folder, check_names, is_record_file, not_a_regular_file, unreadable_file
from factsite.corpus.model import Citation, Claim, Excerpt, Settings, Source
from factsite.corpus.text import Document, Span
from factsite.diagnostics import REGISTRY, Diagnostic, has_errors
from factsite.publish.disk import Unreadable
from factsite.publish.version import Version, WorkingFolder
from factsite.report import Counts
from factsite.verify import lineage, source_rules
from factsite.verify.record import ArchivedSource, Card, Record
from factsite.verify.verify import Archive, check_claim

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking found: the record, unless there are errors, all findings, and the texts that they point into."""

    record: Record | None
    diagnostics: tuple[Diagnostic, ...]
    documents: dict[str, Document]
    counts: Counts


def check(root: Path) -> Outcome:
    """Read and check a whole workspace."""
    return Check(WorkingFolder(root)).run()


class Check:
    """One run over a version of a workspace; collects findings, documents and digests on the way."""

    def __init__(self, version: Version) -> None:
        self.version = version
        self.found: list[Diagnostic] = []
        self.documents: dict[str, Document] = {}
        self.digests: dict[str, str] = {}

    def run(self) -> Outcome:
        """Check everything."""
        settings = self.settings()
        names = {folder: self.names(folder) for folder in Folder}
        described = self.described(names[Folder.SEEDS])
        sources = self.archived(described, names[Folder.SEEDS])
        pairs = lineage.pairs(sources)
        self.digests["pairs"] = digest(repr(pairs))
        self.found.extend(lineage.check_lineage(sources, pairs))
        if settings is None:
            return self.outcome(None, Counts(0, len(described), 0, len(REGISTRY)))
        for source in described.values():
            self.found.extend(source_rules.check_described(source, settings, described))
        known = frozenset(name.removesuffix(".yml") for name in names[Folder.CLAIMS])
        claims, cards, quotes = self.claims(names[Folder.CLAIMS], Archive(settings, sources, known))
        record = Record(settings, sources, claims, cards, pairs, self.digests)
        return self.outcome(record, Counts(len(known), len(described), quotes, len(REGISTRY)))

    def outcome(self, record: Record | None, counts: Counts) -> Outcome:
        """Give the record, unless something forbids it, with all findings in order."""
        found = tuple(sorted(set(self.found)))
        return Outcome(None if has_errors(found) else record, found, self.documents, counts)

    def settings(self) -> Settings | None:
        """Decode mkdocs.yml."""
        document = self.text(CONFIG, MAX_RECORD_BYTES)
        if document is None:
            return None
        settings, found = settings_of.settings(document)
        self.found.extend(found)
        self.digests["settings"] = digest(repr(settings))
        return settings

    def names(self, folder: Folder) -> list[str]:
        """List the files of a folder that are read, reporting all that are not."""
        found = self.version.entries(folder)
        for entry in found:
            if entry.oddity:
                self.found.extend(not_a_regular_file(f"{folder}/{entry.name}", entry.oddity))
        regular = [entry.name for entry in found if not entry.oddity]
        self.found.extend(check_names(folder, regular))
        return [name for name in regular if is_record_file(folder, name)]

    def described(self, names: list[str]) -> dict[str, Source]:
        """Decode the sidecars, by id."""
        sources = {}
        for name in names:
            if name.endswith(".yml") and (document := self.text(f"{Folder.SEEDS}/{name}", MAX_RECORD_BYTES)):
                source, found = decode.source(document)
                self.found.extend(found)
                if source is not None:
                    sources[source.id] = source
                    self.digests[f"source:{source.id}"] = digest(document.text)
        return sources

    def archived(self, described: dict[str, Source], names: list[str]) -> dict[str, ArchivedSource]:
        """Read the seeds and hold each source against its own."""
        seeds = [name for name in names if name.endswith(".txt")]
        used = {source.file for source in described.values()}
        for file in seeds:
            if file not in used:
                self.found.extend(source_rules.undescribed_seed(f"{Folder.SEEDS}/{file}", file))
        texts: dict[str, tuple[Document, str] | None] = {file: self.seed(file) for file in seeds if file in used}
        sources = {}
        for source in described.values():
            read = texts.get(source.file)
            if source.file not in texts:
                self.found.extend(source_rules.missing_seed(source.path, source, seeds))
            elif read is not None:
                self.found.extend(source_rules.changed_seed(source.path, source, read[1]))
                sources[source.id] = ArchivedSource(source, read[0], self.part(source, read[0]))
        for archived in sources.values():
            self.found.extend(source_rules.check_archived(archived))
        self.found.extend(source_rules.check_shared_files(sources.values()))
        return sources

    def part(self, source: Source, document: Document) -> Span:
        """Give the part of a document that is a source's."""
        if source.lines is None:
            return Span(0, len(document.text))
        self.found.extend(source_rules.lines_outside_file(source.path, source, source.lines, document))
        return document.lines_span(source.lines.first, source.lines.last)

    def seed(self, file: str) -> tuple[Document, str] | None:
        """Read a seed: its text and its SHA-256."""
        path = f"{Folder.SEEDS}/{file}"
        data = self.data(path, MAX_SEED_BYTES)
        if data is None:
            return None
        document, found = text_of(path, data, MAX_SEED_BYTES)
        self.found.extend(found)
        return (document, hashlib.sha256(data).hexdigest()) if document else None

    def claims(self, names: list[str], archive: Archive) -> tuple[dict[str, Claim[Citation]], dict[str, Card], int]:
        """Decode and check every claim."""
        claims: dict[str, Claim[Citation]] = {}
        cards: dict[str, Card] = {}
        quotes = 0
        for name in names:
            claim, document = self.claim(name)
            if claim is None or document is None:
                continue
            quotes += len(claim.evidence)
            checked = check_claim(claim, document, archive)
            self.found.extend(checked.diagnostics)
            if checked.claim is not None and checked.card is not None:
                claims[claim.id], cards[claim.id] = checked.claim, checked.card
                self.digests[f"claim:{claim.id}"] = digest(document.text)
                self.digests[f"card:{claim.id}"] = digest(repr(checked.card))
        return claims, cards, quotes

    def claim(self, name: str) -> tuple[Claim[Excerpt] | None, Document | None]:
        """Read and decode one claim file."""
        document = self.text(f"{Folder.CLAIMS}/{name}", MAX_RECORD_BYTES)
        if document is None:
            return None, None
        claim, found = decode.claim(document)
        self.found.extend(found)
        return claim, document

    def text(self, path: str, limit: int) -> Document | None:
        """Read a file that editors write, reporting what is wrong with its bytes."""
        data = self.data(path, limit)
        if data is None:
            return None
        document, found = plain_text_of(path, data)
        self.found.extend(found)
        if document is not None:
            self.documents[path] = document
        return document

    def data(self, path: str, limit: int) -> bytes | None:
        """Read a file's bytes, reporting why that cannot be done."""
        data = self.version.read(path, limit)
        if isinstance(data, Unreadable):
            self.found.extend(unreadable_file(path, data.why))
            return None
        return data


def digest(text: str) -> str:
    """Name a text by its content."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
