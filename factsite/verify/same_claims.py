"""The rule on claims that the record has already, and which of two that say the same says it again."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from factsite.corpus.model import Claim, Excerpt
from factsite.diagnostics import Finding, Location, warning
from factsite.verify.normalized import comparable
from factsite.verify.record import Card


@warning
def same_claim(location: Location, other: str) -> Iterator[Finding]:
    """A claimant's sentence is one claim, in one file, so that all evidence on it is weighed together.

    Claims that were withdrawn do not count.
    """
    message = f"the same claim stands in claims/{other}.yml"
    yield Finding(location, message, "keep one of them, with the evidence of both", of=other)


def said(claim: Claim[Excerpt] | Card) -> tuple[str, frozenset[str]] | None:
    """Give what makes a claim the same as another: its words and who says them; nothing once it is withdrawn."""
    if claim.withdrawn is not None or not claim.claim:
        return None
    return comparable(claim.claim), frozenset(claimant.key for claimant in claim.claimants)


def same_claims(claims: Mapping[str, Claim[Excerpt] | Card], fresh: Container[str]) -> Iterator[tuple[str, str]]:
    """Give each claim that another one says already, and that other one.

    Of two, the `fresh` one says it again, or else the one that was reviewed later; both, where nothing tells.
    """
    saying: dict[tuple[str, frozenset[str]], list[str]] = {}
    for name, claim in claims.items():
        if (words := said(claim)) is not None:
            saying.setdefault(words, []).append(name)
    for names in saying.values():
        since = {name: (name in fresh, claims[name].reviewed.first) for name in names}
        for name in names:
            others = [other for other in names if other != name and since[other] <= since[name]]
            if others:
                yield name, min(others, key=lambda other: (since[other], other))
