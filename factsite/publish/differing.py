"""Two commits read as far as they differ: what stands in both is read once, or not at all.

What a change cannot touch is not checked again, for the older commit was checked when it was published. A change can
touch the claims whose files differ, those that name a source or a claim that differs, those that say what sources are
silent on, and, where the settings differ, every claim.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from factsite.corpus import decode
from factsite.corpus.files import MAX_RECORD_BYTES, MAX_SEED_BYTES
from factsite.corpus.folder import Folder
from factsite.corpus.model import Claim, Excerpt, Settings
from factsite.corpus.text import Document
from factsite.diagnostics import has_errors
from factsite.publish.archive import ArchiveReading
from factsite.publish.git import CannotRead, Commit
from factsite.publish.reading import CONFIG, Reading
from factsite.site.dialect import has_icon
from factsite.verify import lineage, source_rules
from factsite.verify.record import ArchivedSource
from factsite.verify.settings_rules import check_settings

MOST_BYTES = 64 * 1024 * 1024
"""The most that changed files may weigh together; nobody could read more either."""

_CLAIMS = f"{Folder.CLAIMS}/"
_NAME = re.compile(r"[a-z0-9-]+")
_SPEAKS_OF_ALL = "absent"
"""The key of a claim file under which it may speak of every source."""


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """A claim file as it was read: what was decoded of it, if anything, its text, and whether it has faults."""

    claim: Claim[Excerpt] | None
    document: Document
    faulty: bool


class Differing:
    """Two commits; `then` and `now` read them and collect what is wrong with either. Raises CannotRead.

    `claims` are the ids of the newer claims, `described` those of the newer sources, whether or not they are in order.
    """

    def __init__(self, before: Commit, after: Commit) -> None:
        self.before, self.after = before, after
        self.then, self.now = ArchiveReading(before), ArchiveReading(after)
        paths = before.blobs.keys() | after.blobs.keys()
        self.paths = frozenset(path for path in paths if before.blobs.get(path) != after.blobs.get(path))
        weight = sum(after.blobs[path].size for path in self.paths if path in after.blobs)
        if weight > MOST_BYTES:
            raise CannotRead(f"the change weighs {weight:,} bytes, more than the {MOST_BYTES:,} that are read at once")
        self.claims = [id_of(entry.name) for entry in self.now.entries(Folder.CLAIMS)]
        self.seeds = [entry.name for entry in self.now.entries(Folder.SEEDS)]
        self.described = frozenset(id_of(name) for name in self.seeds if name.endswith(".yml"))

    def settings(self) -> tuple[Settings, Settings]:
        """Decode both settings and check the newer; where one cannot be read, the other stands in for it."""
        now = self.now.settings()
        if now is not None:
            document = self.now.documents[CONFIG]
            self.now.found.extend(check_settings(now, document, has_icon, self.described, frozenset(self.claims)))
        then = self.then.settings() if CONFIG in self.paths else now
        either = now or then
        if either is None:
            raise CannotRead(f"{CONFIG} cannot be read in either version; `check` says why")
        return then or either, now or either

    def sources(self, settings: Settings) -> dict[str, ArchivedSource]:
        """Read and check the newer archive; what its texts share is measured only where one of them differs."""
        self.after.fetch([f"{Folder.SEEDS}/{name}" for name in self.seeds], MAX_SEED_BYTES)
        described = self.now.described([name for name in self.seeds if name.endswith(".yml")])
        sources = self.now.archived(described, [name for name in self.seeds if name.endswith(".txt")])
        for source in described.values():
            self.now.found.extend(source_rules.check_described(source, settings, described))
        if any(path.startswith(f"{Folder.SEEDS}/") for path in self.paths):
            self.now.found.extend(lineage.check_lineage(sources, lineage.pairs(sources)))
        return sources

    def sources_before(self, sources: Mapping[str, ArchivedSource]) -> dict[str, ArchivedSource]:
        """Read the older archive as far as it differs; what does not is the same object in both."""
        same = {
            name: archived
            for name, archived in sources.items()
            if self.paths.isdisjoint((archived.source.path, archived.document.path))
        }
        names = [entry.name for entry in self.then.entries(Folder.SEEDS)]
        described = self.then.described([name for name in names if name.endswith(".yml") and id_of(name) not in same])
        files = {source.file for source in described.values()}
        return same | self.then.archived(described, [name for name in names if name in files])

    def touched(self, altered: Collection[str]) -> list[str]:
        """List the claims that the change can touch, given the sources that differ."""
        gone = {id_of(path) for path in self.paths if path.startswith(_CLAIMS) and path not in self.after.blobs}
        names = {*altered, *gone, _SPEAKS_OF_ALL} if altered or gone else set()
        naming = self.naming(names, self.claims)
        return [name for name in self.claims if path_of(name) in self.paths or name in naming]

    def naming(self, names: Collection[str], claims: Collection[str]) -> set[str]:
        """Give those of the newer claims whose files hold one of some names; their bytes are enough for that."""
        if not names:
            return set()
        wanted = frozenset(names)
        self.after.fetch(map(path_of, claims), MAX_RECORD_BYTES)
        files = {name: self.after.read(path_of(name), MAX_RECORD_BYTES) for name in claims}
        return {
            name
            for name, data in files.items()
            if isinstance(data, bytes) and not wanted.isdisjoint(_NAME.findall(data.decode("latin-1")))
        }

    def files(self, claims: Collection[str]) -> dict[str, ClaimFile]:
        """Read newer claims."""
        self.after.fetch(map(path_of, claims), MAX_RECORD_BYTES)
        return {name: file for name in claims if (file := _file(self.now, name))}

    def files_before(self, files: Mapping[str, ClaimFile]) -> dict[str, ClaimFile]:
        """Read the older files of the same claims, and those of claims that are gone."""
        before = {name: file for name, file in files.items() if path_of(name) not in self.paths}
        for path in sorted(self.paths & self.before.blobs.keys()):
            if path.startswith(_CLAIMS) and path.endswith(".yml") and (file := _file(self.then, id_of(path))):
                before[id_of(path)] = file
        return before


def path_of(claim: str) -> str:
    """Give the path of a claim's file."""
    return f"{_CLAIMS}{claim}.yml"


def id_of(path: str) -> str:
    """Give the id that a file's name is."""
    return path.rpartition("/")[2].removesuffix(".yml")


def _file(reading: Reading, name: str) -> ClaimFile | None:
    """Read a claim file; nothing if not even its characters can be read."""
    document = reading.text(path_of(name))
    if document is None:
        return None
    claim, found = decode.claim(document)
    reading.found.extend(found)
    return ClaimFile(claim, document, has_errors(found))
