"""Which of two claims that say the same is told so."""

from __future__ import annotations

from typing import Any

from factsite.corpus import dates
from factsite.corpus.model import Citation, Claim, Withdrawal
from factsite.verify.same_claims import same_claims
from tests.records import claim

MARCH, MAY = dates.parse("2026-03-01"), dates.parse("2026-05-01")


def pairs(*claims: Any, fresh: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Give which claim says what another says."""
    return list(same_claims({one.id: one for one in claims}, fresh))


def said(name: str, **values: Any) -> Claim[Citation]:
    """Make a claim that says what all of these say."""
    return claim(name, **{"claim": "It ended at nine.", "reviewed": MARCH} | values)


def test_the_one_reviewed_later_says_it_again() -> None:
    """Without history, the claim that was reviewed later is told, wherever its name stands in the alphabet."""
    assert pairs(said("a", reviewed=MAY), said("b")) == [("a", "b")]
    assert pairs(said("a"), said("b", reviewed=MAY)) == [("b", "a")]


def test_both_are_told_where_nothing_tells_them_apart() -> None:
    """Of two that were reviewed on one day each is told of the other."""
    assert pairs(said("a"), said("b")) == [("a", "b"), ("b", "a")]


def test_a_new_one_says_it_again() -> None:
    """A claim that is known to be new is told, though it says that it was reviewed long ago."""
    assert pairs(said("a"), said("b", reviewed=MAY), fresh=frozenset({"a"})) == [("a", "b")]


def test_what_is_not_the_same() -> None:
    """Another claimant, other words and a withdrawn claim are no repetition."""
    withdrawn = said("d", withdrawn=Withdrawal(MAY, "Misquoted."))
    assert pairs(said("a"), said("b", claim="It ended at ten."), said("c", claimant="A boatman"), withdrawn) == []
