"""The whole record as a scope of checks: every claim is checked, or what is remembered of it is repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from factsite.checking import cache
from factsite.checking.cache import Cache, Known
from factsite.corpus import decode
from factsite.corpus.folder import Folder
from factsite.corpus.mentions import mentions
from factsite.corpus.model import Citation, Claim
from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Location
from factsite.progress import Progress
from factsite.reading.disk import Entry
from factsite.reading.record_files import CONFIG, RecordFiles, digest
from factsite.verify.acceptance import Granted
from factsite.verify.checks import ClaimCheck
from factsite.verify.coverage import quoted_in
from factsite.verify.record import Card, Quoted
from factsite.verify.verify import Archive, prove


@dataclass
class Whole:
    """All claims of a version, held against its archive; `against` names all that they are held against.

    `known` is filled by the check of each claim, in order of id; a claim whose quotes are not proved is not in it.
    One version alone does not tell which of its claims are `fresh`.
    """

    files: RecordFiles
    entries: list[Entry]
    archive: Archive
    against: str
    memory: Cache
    progress: Progress
    known: dict[str, Known] = field(default_factory=dict)
    loaded: dict[str, Claim[Citation]] = field(default_factory=dict)
    quotes: int = 0
    accepted: int = 0
    fresh: frozenset[str] = frozenset()

    @property
    def config(self) -> Document:
        """Give the file of the settings, without which nothing is checked."""
        return self.files.documents[CONFIG]

    @property
    def cards(self) -> dict[str, Card]:
        """Give the card of each claim."""
        return {name: one.card for name, one in self.known.items()}

    def quoted(self) -> Quoted:
        """Give what each claim quotes."""
        return {name: one.spans for name, one in self.known.items()}

    def statements(self) -> Mapping[str, Card]:
        """Give what each claim says; its card has all that is needed."""
        return self.cards

    @property
    def pending(self) -> Iterator[Granted]:
        """Give the acceptances of what only several claims together show."""
        return (granted for one in self.known.values() for granted in one.pending)

    def decides(self, granted: Granted) -> bool:  # noqa: ARG002 -- another scope has to look at it
        """Tell that all is looked at."""
        return True

    def attributions(self) -> Mapping[str, Card]:
        """Give whose each claim is; its card has all that is needed."""
        return self.cards

    def place(self, claim: str, *keys: str) -> Location:
        """Give the place of a key; the claim's file is read for that, for a card does not have it."""
        document = self.files.text(_path(claim))
        read = decode.claim(document)[0] if document else None
        return read.place(*keys) if read else START

    def proved(self) -> Mapping[str, Claim[Citation]]:
        """Give the proved claims; those that were not read in this run are read when they are asked for."""
        return _Claims(self.known, self.loaded, self._prove)

    def each_claim(self, check: ClaimCheck) -> Iterator[Diagnostic]:
        """Check every claim, or take it from memory, and remember what was found."""
        before = self.memory.claims if self.memory.against == self.against else {}
        with self.progress.work("checking", len(self.entries)):
            for entry in self.entries:
                one = before.get(entry.name)
                if one is None or one.stamp != entry.stamp or not one.refers_to <= self.archive.claims:
                    found, one = self._read(entry, check)
                    yield from found
                else:
                    yield from self._repeat(entry, one)
                if one is not None:
                    self.known[one.card.id] = one
                self.progress.advance()
        self.memory.against = self.against
        self.memory.claims = {
            entry.name: one
            for entry in self.entries
            if (one := self.known.get(entry.name[:-4])) and self._keeps(entry, one)
        }

    def _repeat(self, entry: Entry, known: Known) -> tuple[Diagnostic, ...]:
        """Report again what was found in a claim that has not changed."""
        self.quotes += known.quotes
        self.accepted += known.accepted
        if known.found:
            self.files.text(f"{Folder.CLAIMS}/{entry.name}")
        return known.found

    def _read(self, entry: Entry, check: ClaimCheck) -> tuple[list[Diagnostic], Known | None]:
        """Check one claim; give what was found and what is to be known of it, unless its quotes were not proved."""
        start = len(self.files.found)
        document = self.files.text(f"{Folder.CLAIMS}/{entry.name}")
        in_file = self.files.found[start:]
        claim, found = decode.claim(document) if document else (None, [])
        if claim is None or document is None:
            return found, None
        claim = claim.attributed(self.archive.settings.claimants)
        self.quotes += len(claim.evidence)
        checked = check(claim, document, not found)
        self.accepted += checked.accepted
        found = [*found, *checked.diagnostics]
        if checked.claim is None or checked.card is None:
            return found, None
        self.loaded[claim.id] = checked.claim
        return found, Known(
            stamp=entry.stamp,
            card=checked.card,
            claim_digest=digest(document.text),
            card_digest=digest(repr(checked.card)),
            quotes=len(claim.evidence),
            refers_to=mentions(claim).claims,
            spans=quoted_in(checked.claim),
            found=(*in_file, *found),
            accepted=checked.accepted,
            pending=checked.pending,
        )

    def _keeps(self, entry: Entry, known: Known) -> bool:
        """Tell whether what is known of a claim may be remembered; not while it refers to one that may yet come."""
        return known.refers_to <= self.archive.claims and cache.settled(entry)

    def _prove(self, name: str) -> Claim[Citation]:
        """Read and prove one claim that was found in order before. Raises ChangedMeanwhile."""
        document = self.files.text(_path(name))
        claim = decode.claim(document)[0] if document else None
        proved = prove(claim.attributed(self.archive.settings.claimants), self.archive) if claim else None
        if proved is None:
            raise ChangedMeanwhile(_path(name))
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


def _path(claim: str) -> str:
    return f"{Folder.CLAIMS}/{claim}.yml"
