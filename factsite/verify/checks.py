"""The one list of what is checked of a record, for all of it and for what a change concerns.

`check` looks at a whole record, and remembers what it found; `review` looks at what a change concerns. Both give what
they look at as a `Scope`, and both have it checked here: a rule that is called from here is run by either.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol, TypeAlias

from factsite.corpus.model import Claim, Excerpt
from factsite.corpus.text import Document
from factsite.diagnostics import Diagnostic, Location, has_errors
from factsite.verify.acceptance import Granted, check_needed, granted_by_source, settle
from factsite.verify.claimant_rules import near_claimants, near_spelling
from factsite.verify.record import Card, Quoted
from factsite.verify.repeated import check_repeated
from factsite.verify.same_claims import same_claim, same_claims
from factsite.verify.settings_rules import check_settings
from factsite.verify.shares import check_shares
from factsite.verify.verify import Archive, Checked, check_claim

ClaimCheck: TypeAlias = Callable[[Claim[Excerpt], Document, bool], Checked]
"""Check one claim, given its file and whether it was decoded without faults."""


class Scope(Protocol):
    """As much of a record as is looked at; its archive was checked while it was read, and is always the whole one."""

    @property
    def archive(self) -> Archive:
        """All that claims are checked against."""
        ...

    @property
    def config(self) -> Document | None:
        """The file of the settings; nothing where it cannot be read and other settings stand in."""
        ...

    @property
    def fresh(self) -> Container[str]:
        """The claims that are known to be new, by id."""
        ...

    def each_claim(self, check: ClaimCheck) -> Iterable[Diagnostic]:
        """Check each claim that is looked at, or repeat what was found in it; the other methods are called later."""
        ...

    def quoted(self) -> Quoted:
        """Give what claims quote: of each source that is looked at, all of it."""
        ...

    def statements(self) -> Mapping[str, Claim[Excerpt] | Card]:
        """Give the claims that are looked at, with all that may say the same as one of them."""
        ...

    def attributions(self) -> Mapping[str, Claim[Excerpt] | Card]:
        """Give the claims that are looked at, with all whose claimants may be spelt nearly as those of one of them."""
        ...

    def place(self, claim: str, *keys: str) -> Location:
        """Give the place of the first of some keys that a claim's file has."""
        ...

    @property
    def accepted(self) -> int:
        """Count the warnings that were accepted in the claims that are looked at."""
        ...

    @property
    def pending(self) -> Iterable[Granted]:
        """Give those claims' acceptances of what only several claims together show."""
        ...

    def decides(self, granted: Granted) -> bool:
        """Tell whether all that an acceptance could meet is looked at, so that it is needless if it meets nothing."""
        ...


class Findings(NamedTuple):
    """What is open, and how many warnings editors accepted."""

    open: tuple[Diagnostic, ...]
    accepted: int


def check_record(scope: Scope, has_icon: Callable[[str], bool]) -> Findings:
    """Run the rules of the record on settings, on claims, and on what only several claims together can break."""
    archive = scope.archive
    found: list[Diagnostic] = []
    if scope.config is not None:
        found += check_settings(archive.settings, scope.config, has_icon, archive.described, archive.claims)
    found += scope.each_claim(lambda claim, document, sound: check_claim(claim, document, archive, sound=sound))
    quoted = scope.quoted()
    found += check_shares(archive.sources, quoted, archive.settings.rules)
    in_sidecars = (granted for archived in archive.sources.values() for granted in granted_by_source(archived.source))
    settled = settle(
        [*check_repeated(archive.sources, quoted), *_said_again(scope), *_spelt_nearly(scope)],
        (*scope.pending, *in_sidecars),
    )
    found += settled.open
    if not has_errors(found):
        found += check_needed(one for one in settled.unmet if scope.decides(one))
    return Findings(tuple(found), scope.accepted + settled.accepted)


def _said_again(scope: Scope) -> Iterator[Diagnostic]:
    for name, other in same_claims(scope.statements(), scope.fresh):
        yield from same_claim(f"claims/{name}.yml", scope.place(name, "claim"), other)


def _spelt_nearly(scope: Scope) -> Iterator[Diagnostic]:
    claims, known = scope.attributions(), scope.archive.settings.claimants
    for name, number, near, other in near_claimants(claims, scope.fresh, known):
        location = scope.place(name, f"claimant.{number}", "claimant")
        path, spelling = f"claims/{name}.yml", claims[name].claimants[number].name
        yield from near_spelling(path, location, spelling, near, f"claims/{other}.yml")
