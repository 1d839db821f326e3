"""A folder with mkdocs.yml, claims/ and seeds/, read and checked as a whole.

Every file is either part of the record or a finding; nothing is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from factsite.checking import cache, handwritten
from factsite.checking.cache import Cache, Known
from factsite.checking.card_letters import check_letters, fonts
from factsite.checking.placeholders import check_placeholders
from factsite.checking.whole import Whole
from factsite.corpus.folder import Folder
from factsite.corpus.model import Rules, Settings
from factsite.corpus.text import Document
from factsite.diagnostics import Diagnostic, Stage, count_rules, has_errors
from factsite.progress import Progress
from factsite.reading import archive, disk
from factsite.reading.archive import Archived
from factsite.reading.disk import Entry
from factsite.reading.record_files import CONFIG, RecordFiles, digest
from factsite.reading.snapshot import Snapshot, WorkingFolder
from factsite.report import Counts
from factsite.site.addresses import CORRECTIONS_POLICY, HAND_WRITTEN, REPORT_ANCHOR, written_in
from factsite.site.dialect import has_icon
from factsite.site.edition import editions
from factsite.verify.checks import check_record
from factsite.verify.record import Record
from factsite.verify.severities import weighed
from factsite.verify.verify import Archive

# The file that makes a folder a workspace is part of what a workspace is.
__all__ = ["CONFIG"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking found: the record, unless there are errors, all findings, and the texts that they point into."""

    record: Record | None
    diagnostics: tuple[Diagnostic, ...]
    documents: dict[str, Document]
    counts: Counts


def is_workspace(folder: Path) -> bool:
    """Tell whether a folder has an mkdocs.yml, whatever that is."""
    return disk.stamp(folder / CONFIG) is not None or disk.oddity(folder / CONFIG) is not None


def check(root: Path, remembered: Cache | None = None, progress: Progress | None = None) -> Outcome:
    """Read and check a whole workspace; with a memory, only what changed since it was filled."""
    return Check(WorkingFolder(root), remembered, progress).run()


class Check(RecordFiles):
    """One run over a version of a workspace."""

    def __init__(self, version: Snapshot, remembered: Cache | None = None, progress: Progress | None = None) -> None:
        super().__init__(version)
        self.memory = remembered or Cache("")
        self.progress = progress or Progress()

    def run(self) -> Outcome:
        """Check everything."""
        settings, rules = self.settings(), count_rules(Stage.RECORD, Stage.WHOLE)
        claims = self.entries(Folder.CLAIMS)
        archived = self.archive(self.entries(Folder.SEEDS), settings)
        self.found.extend(archived.found)
        self.documents |= archived.documents
        if settings is None:
            return self.outcome(None, Rules(), Counts(len(claims), len(archived.names), 0, rules, 0))
        ids = frozenset(entry.name.removesuffix(".yml") for entry in claims)
        if settings.rules.severity:
            import_module("factsite.review.rules")  # settings may name its warnings, which nothing here gives
        against = Archive(settings, archived.sources, ids, archived.names)
        whole = Whole(self, claims, against, digest(f"{settings!r} {archived.fingerprint}"), self.memory, self.progress)
        findings = check_record(whole, has_icon)
        self.found += findings.open
        written = {page.path: page for page in handwritten.pages(self.version, settings.editions)}
        self.look_for_placeholders(written)
        pages = frozenset(_linked(written, settings))
        own = fonts(self, settings, whole.cards.values())
        self.found += check_letters(settings, self.documents[CONFIG], whole.cards, whole.place, own)
        record = Record(
            settings,
            archived.sources,
            whole.proved(),
            whole.cards,
            archived.pairs,
            whole.quoted(),
            _digests(archived, whole.known) | {"settings": digest(f"{settings!r} {sorted(pages)}")},
            pages,
            own,
        )
        counts = Counts(len(claims), len(archived.names), whole.quotes, rules, findings.accepted)
        return self.outcome(record, settings.rules, counts)

    def outcome(self, record: Record | None, rules: Rules, counts: Counts) -> Outcome:
        """Give the record, unless something forbids it, with all findings in order."""
        found = tuple(sorted(weighed(set(self.found), rules)))
        return Outcome(None if has_errors(found) else record, found, self.documents, counts)

    def look_for_placeholders(self, pages: Mapping[str, Document]) -> None:
        """Find what the record's owner still has to fill in; only pages on which there is such are kept."""
        found = list(check_placeholders(self.documents[CONFIG], pages.values()))
        self.documents |= {one.path: pages[one.path] for one in found if one.path in pages}
        self.found += found

    def archive(self, entries: list[Entry], settings: Settings | None) -> Archived:
        """Read the archive, or take it from memory if nothing in it changed."""
        seeds = tuple((entry.name, entry.stamp) for entry in entries)
        remembered, named = self.memory.archive, digest(repr(settings))
        if remembered is not None and (self.memory.seeds, self.memory.settings) == (seeds, named):
            return remembered
        read = archive.read(self.version, [entry.name for entry in entries], settings)
        if all(cache.settled(entry) for entry in entries):
            self.memory.seeds, self.memory.settings, self.memory.archive = seeds, named, read
        return read


def _digests(archived: Archived, known: Mapping[str, Known]) -> dict[str, str]:
    """Name the content of everything that pages are made from."""
    named = dict(archived.digests)
    for name, one in known.items():
        named[f"claim:{name}"], named[f"card:{name}"] = one.claim_digest, one.card_digest
    return named


def _linked(written: Mapping[str, Document], settings: Settings) -> Iterator[str]:
    """Give the pages that people wrote, of those to which generated ones lead, and the part that reports errors."""
    for edition in editions(settings):
        for page in HAND_WRITTEN:
            name = written_in(page, edition)
            if f"docs/{name}" in written:
                yield name
                if page == CORRECTIONS_POLICY and f"#{REPORT_ANCHOR}" in written[f"docs/{name}"].text:
                    yield f"{name}#{REPORT_ANCHOR}"
