"""Two commits read as far as they differ: what stands in both is read once, or not at all.

What a change cannot touch is not checked again, for the older commit was checked when it was published. A change can
touch the claims whose files differ, those that name a source or a claim that differs, those that call all sources
silent that give no evidence, and, where the settings differ, every claim.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from factsite.corpus import decode
from factsite.corpus.files import MAX_RECORD_BYTES, MAX_SEED_BYTES
from factsite.corpus.folder import Folder
from factsite.corpus.mentions import ABSENT, Search, Words, file_words, mentions
from factsite.corpus.model import Claim, Claimants, Excerpt, Settings
from factsite.corpus.text import Document
from factsite.diagnostics import Diagnostic, has_errors
from factsite.reading.archive import ArchiveReading
from factsite.reading.git import CannotRead, Commit
from factsite.reading.record_files import CONFIG, RecordFiles
from factsite.verify.record import ArchivedSource

MOST_BYTES = 64 * 1024 * 1024
"""The most that changed files may weigh together; nobody could read more either."""

_CLAIMS = f"{Folder.CLAIMS}/"


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """A claim file as it was read: what was decoded of it, if anything, its text, and what is wrong with it."""

    claim: Claim[Excerpt] | None
    document: Document
    found: tuple[Diagnostic, ...]

    @property
    def faulty(self) -> bool:
        """Tell whether what was decoded holds stand-ins."""
        return has_errors(self.found)


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
        self.config: Document | None = None
        self.declared = Claimants()
        self._known_words: dict[str, Words | None] = {}

    def settings(self) -> tuple[Settings, Settings]:
        """Decode both settings; where one cannot be read, the other stands in for it."""
        now = self.now.settings()
        then = self.then.settings() if CONFIG in self.paths else now
        either = now or then
        if either is None:
            raise CannotRead(f"{CONFIG} cannot be read in either version; `check` says why")
        self.config = self.now.documents[CONFIG] if now else None
        # Names of either version mean what they mean now: another spelling of a claimant is no other claimant.
        self.declared = (now or either).claimants
        return then or either, now or either

    def sources(self, settings: Settings) -> dict[str, ArchivedSource]:
        """Read and check the newer archive; what its texts share is measured only where one of them differs.

        That is measured also where the settings differ, which may say how much a shared text weighs.
        """
        self.after.fetch([f"{Folder.SEEDS}/{name}" for name in self.seeds], MAX_SEED_BYTES)
        measured = any(path == CONFIG or path.startswith(f"{Folder.SEEDS}/") for path in self.paths)
        return self.now.read(self.seeds, settings, measured=measured).sources

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

    def touched(self, altered: Collection[str]) -> dict[str, ClaimFile]:
        """Read the newer claims that the change can touch, given the sources that differ."""
        gone = {id_of(path) for path in self.paths if path.startswith(_CLAIMS) and path not in self.after.blobs}
        same = [name for name in self.claims if path_of(name) not in self.paths]
        near = self.holding([*altered, *gone, *([ABSENT] if altered else [])], same)
        read = self.files(name for name in self.claims if path_of(name) in self.paths or name in near)
        return {
            name: file
            for name, file in read.items()
            if path_of(name) in self.paths or _concerns(file, frozenset(altered), gone)
        }

    def holding(self, values: Collection[str], claims: Iterable[str]) -> set[str]:
        """Give those of the newer claims whose files may hold one of some values, names or sentences."""
        if not values:
            return set()
        search, names = Search(values), list(claims)
        self.after.fetch(map(path_of, names), MAX_RECORD_BYTES)
        return {name for name in names if search.may_find(self._words(name))}

    def excerpts(self, claims: Iterable[str]) -> dict[str, tuple[Excerpt, ...]]:
        """Read no more of newer claims than what they quote."""
        documents = {name: self.now.text(path_of(name)) for name in claims}
        return {name: decode.excerpts(document) for name, document in documents.items() if document}

    def claimants(self, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Read no more of newer claims than what they call their claimants."""
        names = list(claims)
        self.after.fetch(map(path_of, names), MAX_RECORD_BYTES)
        documents = {name: self.now.text(path_of(name)) for name in names}
        return {name: decode.claimants(document) for name, document in documents.items() if document}

    def files(self, claims: Iterable[str]) -> dict[str, ClaimFile]:
        """Read newer claims."""
        names = list(claims)
        self.after.fetch(map(path_of, names), MAX_RECORD_BYTES)
        return {name: file for name in names if (file := _file(self.now, name, self.declared))}

    def files_before(self, files: Mapping[str, ClaimFile]) -> dict[str, ClaimFile]:
        """Read the older files of the same claims, and those of claims that are gone."""
        before = {name: file for name, file in files.items() if path_of(name) not in self.paths}
        for path in sorted(self.paths & self.before.blobs.keys()):
            if (
                path.startswith(_CLAIMS)
                and path.endswith(".yml")
                and (file := _file(self.then, id_of(path), self.declared))
            ):
                before[id_of(path)] = file
        return before

    def _words(self, claim: str) -> Words | None:
        """Give the words of a claim's file, if its bytes tell them."""
        if claim not in self._known_words:
            data = self.after.read(path_of(claim), MAX_RECORD_BYTES)
            self._known_words[claim] = file_words(data) if isinstance(data, bytes) else None
        return self._known_words[claim]


def path_of(claim: str) -> str:
    """Give the path of a claim's file."""
    return f"{_CLAIMS}{claim}.yml"


def id_of(path: str) -> str:
    """Give the id that a file's name is."""
    return path.rpartition("/")[2].removesuffix(".yml")


def _concerns(file: ClaimFile, sources: AbstractSet[str], claims: AbstractSet[str]) -> bool:
    """Tell whether a claim speaks of one of some sources or claims; one that cannot be decoded may."""
    if file.claim is None or file.faulty:
        return True
    named = mentions(file.claim)
    return bool(named.sources & sources or named.claims & claims or (sources and named.silence_of_all))


def _file(reading: RecordFiles, name: str, known: Claimants) -> ClaimFile | None:
    """Read a claim file, and find out whom its names mean; nothing if not even its characters can be read."""
    document = reading.text(path_of(name))
    if document is None:
        return None
    claim, found = decode.claim(document)
    return ClaimFile(claim and claim.attributed(known), document, tuple(found))
