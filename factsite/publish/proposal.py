"""A proposed change: two commits of a repository, read as far as they differ, checked and compared.

What the change cannot have touched is not checked again, for the older commit was checked when it was published. It can
touch the claims whose files differ, those that name a source or a claim that differs, those that say what sources are
silent on, and, where the settings differ, every claim.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factsite.corpus import decode
from factsite.corpus import settings as settings_of
from factsite.corpus.files import MAX_RECORD_BYTES
from factsite.corpus.folder import Folder
from factsite.corpus.model import Claim, Excerpt, Settings
from factsite.corpus.text import Document
from factsite.diagnostics import REGISTRY, has_errors
from factsite.publish.archive import ArchiveReading
from factsite.publish.git import CannotRead, Commit, repository
from factsite.publish.reading import Reading
from factsite.publish.workspace import CONFIG
from factsite.review.compare import compare
from factsite.review.gates import File, check_files
from factsite.review.review import Checked, Review
from factsite.review.rules import check_changes
from factsite.review.side import Side
from factsite.verify import lineage, source_rules
from factsite.verify.record import ArchivedSource
from factsite.verify.verify import Archive, check_claim

MOST_BYTES = 64 * 1024 * 1024
"""The most that changed files may weigh together; nobody could read more either."""

_CLAIMS = f"{Folder.CLAIMS}/"
_NAME = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class _File:
    """A claim file as it was read: what was decoded, unless it has faults, and its text."""

    claim: Claim[Excerpt] | None
    document: Document
    faulty: bool


def review(root: Path, base: str, head: str) -> Review:
    """Compare the commit `head` with the one at which it left `base`. Raises CannotRead."""
    with repository(root) as repo:
        after = repo.commit(head)
        return _Proposal(repo.fork_point(base, after), after).review()


class _Proposal:
    """One comparison at work; `then` and `now` read the two commits and collect what is wrong with them."""

    def __init__(self, before: Commit, after: Commit) -> None:
        self.before, self.after = before, after
        self.then, self.now = ArchiveReading(before), ArchiveReading(after)
        paths = before.blobs.keys() | after.blobs.keys()
        self.changed = frozenset(path for path in paths if before.blobs.get(path) != after.blobs.get(path))
        weight = sum(after.blobs[path].size for path in self.changed if path in after.blobs)
        if weight > MOST_BYTES:
            raise CannotRead(f"the change weighs {weight:,} bytes, more than the {MOST_BYTES:,} that are read at once")

    def review(self) -> Review:
        """Check and compare."""
        settings, settings_before = self.settings()
        claims = [_id(entry.name) for entry in self.now.entries(Folder.CLAIMS)]
        sources = self.sources(settings)
        sources_before = self.sources_before(sources)
        altered = {name for name in {*sources, *sources_before} if sources.get(name) is not sources_before.get(name)}
        touched = claims if settings != settings_before else self.touched(claims, altered)
        files = {name: file for name in touched if (file := _file(self.now, name))}
        files_before = self.files_before(files)
        self.check(files, Archive(settings, sources, frozenset(claims)))
        comparison = compare(_side(settings_before, sources_before, files_before), _side(settings, sources, files))
        self.now.found.extend(check_changes(comparison))
        return Review(
            self.before.id,
            self.after.id,
            comparison,
            tuple(sorted(set(self.now.found))),
            Checked(len(files), len(claims), len(sources), len(REGISTRY)),
            {name: verdict.label for name, verdict in (*settings_before.verdicts.items(), *settings.verdicts.items())},
            tuple(sorted(path for path in self.changed if path.startswith("docs/") and path.endswith(".md"))),
        )

    def settings(self) -> tuple[Settings, Settings]:
        """Decode the newer and the older settings; where one cannot be read, the other stands in for it."""
        now = _settings(self.now)
        then = _settings(self.then) if CONFIG in self.changed else now
        either = now or then
        if either is None:
            raise CannotRead(f"{CONFIG} cannot be read in either version; `check` says why")
        return now or either, then or either

    def sources(self, settings: Settings) -> dict[str, ArchivedSource]:
        """Read and check the whole archive; what its texts share is measured only where one of them changed."""
        names = [entry.name for entry in self.now.entries(Folder.SEEDS)]
        described = self.now.described([name for name in names if name.endswith(".yml")])
        sources = self.now.archived(described, [name for name in names if name.endswith(".txt")])
        for source in described.values():
            self.now.found.extend(source_rules.check_described(source, settings, described))
        if any(path.startswith(f"{Folder.SEEDS}/") for path in self.changed):
            self.now.found.extend(lineage.check_lineage(sources, lineage.pairs(sources)))
        return sources

    def sources_before(self, sources: dict[str, ArchivedSource]) -> dict[str, ArchivedSource]:
        """Read the older archive as far as it differs; what does not is the same in both."""
        same = {
            name: archived
            for name, archived in sources.items()
            if self.changed.isdisjoint((archived.source.path, archived.document.path))
        }
        names = [entry.name for entry in self.then.entries(Folder.SEEDS)]
        described = self.then.described([name for name in names if name.endswith(".yml") and _id(name) not in same])
        files = {source.file for source in described.values()}
        return same | self.then.archived(described, [name for name in names if name in files])

    def touched(self, claims: list[str], altered: set[str]) -> list[str]:
        """List the claims that the change can touch: their own file differs, or it names what differs."""
        gone = {_id(path) for path in self.changed if path.startswith(_CLAIMS) and path not in self.after.blobs}
        return [name for name in claims if _path(name) in self.changed or self.mentions(name, altered | gone)]

    def mentions(self, claim: str, names: set[str]) -> bool:
        """Tell whether a claim's file holds one of some names, or says that sources are silent."""
        if not names:
            return False
        data = self.after.read(_path(claim), MAX_RECORD_BYTES)
        return isinstance(data, bytes) and not (names | {"absent"}).isdisjoint(_NAME.findall(data.decode("latin-1")))

    def files_before(self, files: Mapping[str, _File]) -> dict[str, _File]:
        """Read the older files of touched claims, and those of claims that are gone."""
        before = {name: file for name, file in files.items() if _path(name) not in self.changed}
        for path in sorted(self.changed & self.before.blobs.keys()):
            if path.startswith(_CLAIMS) and path.endswith(".yml") and (file := _file(self.then, _id(path))):
                before[_id(path)] = file
        return before

    def check(self, files: Mapping[str, _File], archive: Archive) -> None:
        """Check the touched claims of the newer version, and all its files as files."""
        self.now.found.extend(
            check_files(File(path, blob.size, blob.oddity) for path, blob in self.after.blobs.items())
        )
        for file in files.values():
            if file.claim is not None:
                self.now.found.extend(check_claim(file.claim, file.document, archive).diagnostics)


def _settings(reading: Reading) -> Settings | None:
    document = reading.text(CONFIG)
    if document is None:
        return None
    settings, found = settings_of.settings(document)
    reading.found.extend(found)
    return settings


def _file(reading: Reading, name: str) -> _File | None:
    """Read a claim file; nothing if not even its characters can be read."""
    document = reading.text(_path(name))
    if document is None:
        return None
    claim, found = decode.claim(document)
    reading.found.extend(found)
    return _File(claim, document, has_errors(found))


def _side(settings: Settings, sources: Mapping[str, ArchivedSource], files: Mapping[str, _File]) -> Side:
    claims = {name: None if file.faulty else file.claim for name, file in files.items()}
    return Side(settings, sources, claims, {name: file.document.text for name, file in files.items()})


def _path(claim: str) -> str:
    return f"{_CLAIMS}{claim}.yml"


def _id(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yml")
