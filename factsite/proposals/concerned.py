"""What a change concerns as a scope of checks: the newer version of the record, as far as the change can touch it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from factsite.corpus.folder import Folder
from factsite.corpus.model import Claim, Excerpt, Settings
from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Location
from factsite.proposals.differing import ClaimFile, Differing, id_of
from factsite.proposals.quoting import newly_quoted, spans
from factsite.review.record_snapshot import RecordSnapshot
from factsite.verify.acceptance import Granted
from factsite.verify.checks import ClaimCheck
from factsite.verify.near_names import is_near
from factsite.verify.record import ArchivedSource, Card, Quoted
from factsite.verify.same_claims import said
from factsite.verify.verify import Archive


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two versions as it was read."""

    settings: Settings
    sources: dict[str, ArchivedSource]
    files: dict[str, ClaimFile]

    @property
    def side(self) -> RecordSnapshot:
        """Give what is compared."""
        claims = {name: None if file.faulty else file.claim for name, file in self.files.items()}
        return RecordSnapshot(
            self.settings, self.sources, claims, {name: one.document.text for name, one in self.files.items()}
        )

    @property
    def excerpts(self) -> dict[str, list[Excerpt]]:
        """Give what each claim quotes, as it is typed."""
        return {name: [entry.quote for entry in file.claim.evidence] for name, file in self.files.items() if file.claim}


class Concerned:
    """Both versions, read as far as the change can touch them, and what has to be checked of the newer one."""

    def __init__(self, differing: Differing) -> None:
        self.differing = differing
        settings_before, settings = differing.settings()
        sources = differing.sources(settings)
        before = differing.sources_before(sources)
        altered = {name for name in {*before, *sources} if before.get(name) is not sources.get(name)}
        files = differing.files(differing.claims) if settings != settings_before else differing.touched(altered)
        self.before = Half(settings_before, before, differing.files_before(files))
        self.after = Half(settings, sources, files)
        self.archive = Archive(settings, sources, frozenset(differing.claims), differing.described)
        self.cards: dict[str, Card] = {}
        self.accepted = 0
        self.pending: list[Granted] = []
        self.alike: dict[str, ClaimFile] = {}
        self.near: dict[str, ClaimFile] = {}

    @property
    def config(self) -> Document | None:
        """Give mkdocs.yml, unless other settings stand in for it."""
        return self.differing.config

    @cached_property
    def fresh(self) -> frozenset[str]:
        """Name the claims that say what they did not say before."""
        then = {name: said(file.claim) for name, file in self.before.files.items() if file.claim}
        now = {name: said(file.claim) for name, file in self.after.files.items() if file.claim}
        return frozenset(name for name, words in now.items() if words and words != then.get(name))

    def each_claim(self, check: ClaimCheck) -> Iterator[Diagnostic]:
        """Check the claims that the change can touch."""
        for name, file in self.after.files.items():
            yield from file.found
            if file.claim is not None:
                checked = check(file.claim, file.document, not file.faulty)
                yield from checked.diagnostics
                self.accepted += checked.accepted
                self.pending += checked.pending
                if checked.card is not None:
                    self.cards[name] = checked.card

    def quoted(self) -> Quoted:
        """Give what is quoted of those sources of which the change quotes more, by all claims."""
        then = [spans(excerpts, self.before.sources) for excerpts in self.before.excerpts.values()]
        now = {name: spans(excerpts, self.after.sources) for name, excerpts in self.after.excerpts.items()}
        sources = {name: self.after.sources[name] for name in newly_quoted(then, now.values())}
        others = self.differing.excerpts(self._others(sources))
        return now | {name: spans(excerpts, sources) for name, excerpts in others.items()}

    def statements(self) -> Mapping[str, Claim[Excerpt] | Card]:
        """Give the claims that the change touches, and all that may say the same as one that is new."""
        new = [card.claim for name, card in self.cards.items() if name in self.fresh]
        self.alike = self.differing.files(self._others(new))
        return self.cards | {name: file.claim for name, file in self.alike.items() if file.claim}

    def decides(self, granted: Granted) -> bool:
        """Tell whether all claims are looked at that stand on an accepted source, or may say the same as a claim."""
        return granted.path in self.differing.paths and (
            granted.path.startswith(f"{Folder.SEEDS}/") or id_of(granted.path) in self.fresh
        )

    def attributions(self) -> Mapping[str, Claim[Excerpt] | Card]:
        """Give the claims that the change touches, and all that name nearly as a new one a claimant not declared."""
        named = {one.name for name, card in self.cards.items() if name in self.fresh for one in card.claimants}
        undeclared = tuple(sorted(name for name in named if not self.archive.settings.claimants.called(name)))
        others = self.differing.claimants(self._unread) if undeclared else {}
        near = [claim for claim, names in others.items() if any(is_near(name, undeclared) for name in names)]
        self.near = self.differing.files(near)
        return self.cards | {name: file.claim for name, file in self.near.items() if file.claim}

    def place(self, claim: str, *keys: str) -> Location:
        """Give the place of the first of some keys that a claim's file has."""
        read = (self.after.files | self.alike | self.near)[claim].claim
        return read.place(*keys) if read else START

    def _others(self, values: Collection[str]) -> list[str]:
        """Name the claims not read so far whose files may hold one of some values."""
        return sorted(self.differing.holding(values, self._unread))

    @property
    def _unread(self) -> list[str]:
        return [one for one in self.differing.claims if one not in self.after.files]
