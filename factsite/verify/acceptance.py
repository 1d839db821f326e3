"""Warnings that editors let stand: one by one, where they stand, each with a reason that reviewers read.

There is no other way to silence a warning. An acceptance names the rule and the word or number that the warning is
about, so that it accepts this one and none that comes later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factsite.corpus.model import Acceptance, Claim, Excerpt, Locations, Source
from factsite.corpus.names import did_you_mean
from factsite.diagnostics import REGISTRY, START, Diagnostic, Finding, Location, Severity, rule, warning
from factsite.verify.normalized import comparable


@dataclass(frozen=True, slots=True)
class Granted:
    """An acceptance in its file, and the places of the findings that it can meet: its own record's keys."""

    path: str
    acceptance: Acceptance
    places: frozenset[Location]

    @property
    def location(self) -> Location:
        """Give the place of the acceptance."""
        return self.acceptance.locations.get("", START)

    def meets(self, found: Diagnostic) -> bool:
        """Tell whether a finding is the one that is accepted."""
        wanted = self.acceptance
        return (
            (found.path, found.rule) == (self.path, wanted.rule)
            and bool(found.of)
            and found.location in self.places
            and comparable(found.of) == comparable(wanted.of)
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings held against acceptances: those still open, how many were accepted, and acceptances that met none."""

    open: tuple[Diagnostic, ...]
    accepted: int
    unmet: tuple[Granted, ...]


@rule
def unknown_warning(location: Location, name: str, known: Iterable[str], refused: str) -> Iterator[Finding]:
    """What is accepted, or given another severity in mkdocs.yml, is a warning: an error is one in every record."""
    an_error = name in REGISTRY and REGISTRY[name].severity is Severity.ERROR
    message = f"`{name}` is an error, which {refused}" if an_error else f"no warning is called `{name}`"
    yield Finding(location, message, did_you_mean(name, known, "docs/project/rules.md"))


@warning
def needless_acceptance(granted: Granted) -> Iterator[Finding]:
    """Every acceptance meets a warning, of the same rule and of just these words, on the record in which it stands."""
    wanted = granted.acceptance
    yield Finding(granted.location, f"there is no `{wanted.rule}` of `{wanted.of}` here", "leave the acceptance out")


def granted_by_claim(claim: Claim[Excerpt]) -> Iterator[Granted]:
    """Give the acceptances in a claim file: those of the claim, and those of each piece of evidence."""
    yield from _granted(claim.path, claim.accepted, claim.locations)
    for entry in claim.evidence:
        yield from _granted(claim.path, entry.accepted, entry.locations)


def granted_by_source(source: Source) -> Iterator[Granted]:
    """Give the acceptances in a sidecar."""
    yield from _granted(source.path, source.accepted, source.locations)


def _granted(path: str, accepted: Iterable[Acceptance], locations: Locations) -> Iterator[Granted]:
    places = frozenset(location for key, location in locations.items() if key and not key.startswith("evidence"))
    yield from (Granted(path, acceptance, places) for acceptance in accepted)


def settle(found: Iterable[Diagnostic], granted: Iterable[Granted]) -> Settled:
    """Hold findings against acceptances; each acceptance meets one finding."""
    still = list(dict.fromkeys(found))
    count, unmet = len(still), []
    for one in granted:
        met = next((finding for finding in still if one.meets(finding)), None)
        if met is None:
            unmet.append(one)
        else:
            still.remove(met)
    return Settled(tuple(still), count - len(still), tuple(unmet))


def check_names(granted: Iterable[Granted]) -> Iterator[Diagnostic]:
    """Check that acceptances name warnings."""
    for one in granted:
        if one.acceptance.rule not in (known := acceptable()):
            location = one.acceptance.locations.get("rule", one.location)
            yield from unknown_warning(one.path, location, one.acceptance.rule, known, "cannot be accepted")


def check_needed(unmet: Iterable[Granted]) -> Iterator[Diagnostic]:
    """Warn of acceptances that met nothing; where there are errors some rules stand back, and nothing is needless."""
    for one in unmet:
        if one.acceptance.rule in acceptable():
            yield from needless_acceptance(one.path, one)


def acceptable() -> list[str]:
    """Give the names of the warnings that can be accepted: those on the record, for a change is reviewed but once."""
    warnings = (known for known in REGISTRY.values() if known.severity is Severity.WARNING)
    return sorted(
        known.name
        for known in warnings
        if known.find.__module__.startswith(f"{__package__}.") and known is not needless_acceptance
    )
