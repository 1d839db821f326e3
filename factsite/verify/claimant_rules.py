"""Rules on claimants: each spelling means one of them, and near spellings are told of."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from factsite.corpus.characters import HIDDEN
from factsite.corpus.claimants import Claimant, Claimants
from factsite.corpus.model import Claim, Excerpt
from factsite.corpus.names import is_id
from factsite.diagnostics import START, Diagnostic, Finding, Location, rule, warning
from factsite.verify.claim_rules import repeated_item, unknown_name
from factsite.verify.near_names import near_pairs, nearest_name
from factsite.verify.record import Card


@rule
def shared_spelling(location: Location, spelling: str, claimants: Sequence[Claimant]) -> Iterator[Finding]:
    """A spelling means one claimant; if it means several, each of them has a `note` that tells them apart."""
    names = " and ".join(f"`{claimant.id}`" for claimant in claimants)
    help_ = "give each of them a `note`, and name them by id in claims; or leave the spelling out of one"
    yield Finding(location, f"`{spelling}` is a spelling of {names}", help_)


@rule
def ambiguous_claimant(location: Location, name: str, claimants: Sequence[Claimant]) -> Iterator[Finding]:
    """A claim names its claimants so that each can be only one."""
    told = ", ".join(f"`{claimant.id}` ({claimant.note or claimant.name})" for claimant in claimants)
    yield Finding(location, f"`{name}` may be any of {len(claimants)} claimants", f"write the id: {told}")


@warning
def near_spelling(location: Location, name: str, near: str, where: str) -> Iterator[Finding]:
    """A claimant who is not declared has no name that differs by a slip of the pen from that of another claimant.

    In a name of eight letters or more one may be wrong; other capitals, quotation marks and dashes, and letters that
    look the same, are a slip in any name. Other digits are none.
    """
    yield Finding(
        location,
        f"the claimant `{name}` is spelt nearly as `{near}` in {where}",
        f"write `{near}`; or declare the claimant with both spellings under `claimants` in mkdocs.yml",
        of=name,
    )


def check_declared(claimants: Claimants, path: str) -> Iterator[Diagnostic]:
    """Check that spellings tell declared claimants apart."""
    told: set[tuple[str, ...]] = set()
    for spelling, named in claimants.by_spelling.items():
        ids = tuple(claimant.id for claimant in named)
        if len(named) > 1 and ids not in told and not all(claimant.note for claimant in named):
            told.add(ids)
            yield from shared_spelling(path, named[-1].locations.get("name", START), spelling, named)


def check_claimants(claim: Claim[Excerpt], claimants: Claimants) -> Iterator[Diagnostic]:
    """Check how a claim names its claimants."""
    for number, claimant in enumerate(claim.claimants):
        location = claim.locations.get(f"claimant.{number}", claim.locations.get("claimant", START))
        if claimant.key in {other.key for other in claim.claimants[:number]}:
            yield from repeated_item(claim.path, location, "claimant", claimant.name)
        elif not claimant.id:
            yield from _undeclared(claim.path, location, claimant.name, claimants)


def _undeclared(path: str, location: Location, name: str, claimants: Claimants) -> Iterator[Diagnostic]:
    if called := claimants.called(name):
        yield from ambiguous_claimant(path, location, name, called)
    elif "-" in name and is_id(name) and not name.replace("-", "").isdigit():
        yield from unknown_name(path, location, "claimant", name, claimants.declared)
    elif near := nearest_name(name, claimants.spellings):
        yield from near_spelling(path, location, name, near, "mkdocs.yml")


def near_claimants(
    claims: Mapping[str, Claim[Excerpt] | Card], fresh: Container[str], known: Claimants
) -> Iterator[tuple[str, int, str, str]]:
    """Give each claim with a claimant who is spelt nearly as another claim's, neither of them declared.

    That is the claim, the number of the claimant in it, the other spelling, and the other claim. Of two spellings, the
    one that only `fresh` claims have is told of, or else the one whose claims were reviewed later; both, where nothing
    tells.
    """
    spelt: dict[str, list[tuple[str, int]]] = {}
    for name, claim in claims.items():
        for number, claimant in enumerate(claim.claimants):
            # What has a character that cannot be seen is told of already.
            if not claimant.id and not known.called(claimant.name) and not HIDDEN.search(claimant.name):
                spelt.setdefault(claimant.key, []).append((name, number))
    since = {
        spelling: min((name in fresh, claims[name].reviewed.first) for name, _ in places)
        for spelling, places in spelt.items()
    }
    for spelling, near in near_pairs(spelt):
        if since[near] <= since[spelling] and not nearest_name(spelling, known.spellings):
            yield from ((name, number, near, spelt[near][0][0]) for name, number in spelt[spelling])
