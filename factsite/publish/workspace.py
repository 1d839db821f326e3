"""A folder with mkdocs.yml, claims/ and seeds/, read and checked as a whole.

Every file is either part of the record or a finding; nothing is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factsite.corpus import decode, prose
from factsite.corpus.folder import Folder
from factsite.corpus.model import Citation, Claim, Excerpt, Settings
from factsite.corpus.text import Document
from factsite.diagnostics import REGISTRY, START, Diagnostic, has_errors
from factsite.publish import archive, disk, memory
from factsite.publish.archive import Archived
from factsite.publish.disk import Entry
from factsite.publish.memory import Known, Memory
from factsite.publish.progress import Progress
from factsite.publish.reading import CONFIG, Reading, digest
from factsite.publish.version import Version, WorkingFolder
from factsite.report import Counts
from factsite.site.dialect import has_icon
from factsite.verify.claim_rules import same_claim, same_claims
from factsite.verify.coverage import quoted_in
from factsite.verify.record import Card, Record
from factsite.verify.settings_rules import check_settings
from factsite.verify.shares import check_shares
from factsite.verify.verify import Archive, check_claim

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


def check(root: Path, remembered: Memory | None = None, progress: Progress | None = None) -> Outcome:
    """Read and check a whole workspace; with a memory, only what changed since it was filled."""
    return Check(WorkingFolder(root), remembered, progress).run()


class Check(Reading):
    """One run over a version of a workspace."""

    def __init__(self, version: Version, remembered: Memory | None = None, progress: Progress | None = None) -> None:
        super().__init__(version)
        self.memory = remembered or Memory("")
        self.progress = progress or Progress()
        self.quotes = 0

    def run(self) -> Outcome:
        """Check everything."""
        settings = self.settings()
        claims = self.entries(Folder.CLAIMS)
        archived = self.archive(self.entries(Folder.SEEDS), settings)
        self.found.extend(archived.found)
        self.documents |= archived.documents
        described = len(archived.names)
        if settings is None:
            return self.outcome(None, Counts(len(claims), described, 0, len(REGISTRY)))
        ids = frozenset(entry.name.removesuffix(".yml") for entry in claims)
        against = Archive(settings, archived.sources, ids, archived.names)
        self.found.extend(check_settings(settings, self.documents[CONFIG], has_icon, archived.names, ids))
        loaded, known = self.claims(claims, against, digest(f"{settings!r} {archived.fingerprint}"))
        quoted = {name: one.spans for name, one in known.items()}
        self.found.extend(check_shares(archived.sources, quoted))
        cards = {name: one.card for name, one in known.items()}
        self.check_sameness(cards)
        record = Record(
            settings,
            archived.sources,
            _Claims(known.keys(), loaded, lambda name: self.claim(f"{name}.yml", against)),
            cards,
            archived.pairs,
            quoted,
            self.digests(settings, archived, known),
        )
        return self.outcome(record, Counts(len(claims), described, self.quotes, len(REGISTRY)))

    def check_sameness(self, cards: Mapping[str, Card]) -> None:
        """Report claims that are there already; only their files are read for the place to point at."""
        for name, other in same_claims(cards):
            document = self.text(f"{Folder.CLAIMS}/{name}.yml")
            claim = decode.claim(document)[0] if document else None
            if claim is not None:
                self.found.extend(same_claim(claim.path, claim.marks.get("claim", START), other))

    def digests(self, settings: Settings, archived: Archived, known: Mapping[str, Known]) -> dict[str, str]:
        """Name the content of everything that pages are made from."""
        named = {"settings": digest(repr(settings)), **archived.digests}
        for name, one in known.items():
            named[f"claim:{name}"], named[f"card:{name}"] = one.claim_digest, one.card_digest
        return named

    def outcome(self, record: Record | None, counts: Counts) -> Outcome:
        """Give the record, unless something forbids it, with all findings in order."""
        found = tuple(sorted(set(self.found)))
        return Outcome(None if has_errors(found) else record, found, self.documents, counts)

    def archive(self, entries: list[Entry], settings: Settings | None) -> Archived:
        """Read the archive, or take it from memory if nothing in it changed."""
        seeds = tuple((entry.name, entry.stamp) for entry in entries)
        remembered, named = self.memory.archive, digest(repr(settings))
        if remembered is not None and (self.memory.seeds, self.memory.settings) == (seeds, named):
            return remembered
        read = archive.read(self.version, [entry.name for entry in entries], settings)
        if all(memory.settled(entry) for entry in entries):
            self.memory.seeds, self.memory.settings, self.memory.archive = seeds, named, read
        return read

    def claims(
        self, entries: list[Entry], against: Archive, fingerprint: str
    ) -> tuple[dict[str, Claim[Citation]], dict[str, Known]]:
        """Check every claim, or take it from memory; give those that were read in full, and what is known of each."""
        before = self.memory.claims if self.memory.against == fingerprint else {}
        loaded: dict[str, Claim[Citation]] = {}
        known: dict[str, Known] = {}
        with self.progress.work("checking", len(entries)):
            for entry in entries:
                one = before.get(entry.name)
                if one is None or one.stamp != entry.stamp or not one.refers_to <= against.claims:
                    one = self.read_claim(entry, against, loaded)
                else:
                    self.repeat(entry, one)
                if one is not None:
                    known[one.card.id] = one
                self.progress.advance()
        self.memory.against = fingerprint
        self.memory.claims = {
            entry.name: one for entry in entries if (one := known.get(entry.name[:-4])) and _keeps(entry, one, against)
        }
        return loaded, known

    def repeat(self, entry: Entry, known: Known) -> None:
        """Report again what was found in a claim that has not changed."""
        self.quotes += known.quotes
        self.found.extend(known.found)
        if known.found:
            self.text(f"{Folder.CLAIMS}/{entry.name}")

    def read_claim(self, entry: Entry, against: Archive, loaded: dict[str, Claim[Citation]]) -> Known | None:
        """Check one claim and give what is to be known of it, unless its quotes could not be proved."""
        start = len(self.found)
        document = self.text(f"{Folder.CLAIMS}/{entry.name}")
        claim, found = decode.claim(document) if document else (None, [])
        self.found.extend(found)
        if claim is None or document is None:
            return None
        self.quotes += len(claim.evidence)
        checked = check_claim(claim, document, against, sound=not found)
        self.found.extend(checked.diagnostics)
        if checked.claim is None or checked.card is None:
            return None
        loaded[claim.id] = checked.claim
        return Known(
            stamp=entry.stamp,
            card=checked.card,
            claim_digest=digest(document.text),
            card_digest=digest(repr(checked.card)),
            quotes=len(claim.evidence),
            refers_to=_refers_to(claim),
            spans=quoted_in(checked.claim),
            found=tuple(self.found[start:]),
        )

    def claim(self, name: str, against: Archive) -> Claim[Citation]:
        """Read and prove one claim that was found in order before. Raises ChangedMeanwhile."""
        document = self.text(f"{Folder.CLAIMS}/{name}")
        claim = decode.claim(document)[0] if document else None
        proved = check_claim(claim, document, against).claim if claim and document else None
        if proved is None:
            raise ChangedMeanwhile(f"{Folder.CLAIMS}/{name}")
        return proved


class ChangedMeanwhile(Exception):
    """A file was changed while the workspace was being read; its path is the argument."""


class _Claims(Mapping[str, Claim[Citation]]):
    """Proved claims by id; those that were not read in this run are read when they are asked for."""

    def __init__(
        self, ids: Iterable[str], loaded: dict[str, Claim[Citation]], load: Callable[[str], Claim[Citation]]
    ) -> None:
        self._ids = dict.fromkeys(ids)
        self._loaded = loaded
        self._load = load

    def __getitem__(self, name: str) -> Claim[Citation]:
        if name not in self._loaded:
            if name not in self._ids:
                raise KeyError(name)
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def _keeps(entry: Entry, known: Known, against: Archive) -> bool:
    """Tell whether what is known of a claim may be remembered; not while it refers to a claim that may yet come."""
    return known.refers_to <= against.claims and memory.settled(entry)


def _refers_to(claim: Claim[Excerpt]) -> frozenset[str]:
    linked = (link.id for link in prose.references(claim.reasoning) if link.scheme == prose.CLAIM)
    return frozenset((*claim.related, *linked))
