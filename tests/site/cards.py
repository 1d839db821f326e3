"""Records of cards alone, for tests of what never loads a claim: search, explore, images."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from factsite.corpus import dates
from factsite.corpus.model import ClaimWords, Stance
from factsite.verify.record import Card, Record
from tests import records

SETTINGS = records.SETTINGS


def card(
    identity: str,
    claim: str = "The ministry was told in May.",
    *,
    summary: str = "Officials differ.",
    claimed: str | None = "2019-11-01",
    claimant: str = "WhatsApp",
    verdict: str = "disputed",
    sources: tuple[str, ...] = ("wire",),
    hindi: str | None = None,
) -> Card:
    """Make a card; what a test does not speak of has a plain value."""
    plain = records.card(records.claim(identity, claim=claim, summary=summary, claimant=claimant, verdict=verdict))
    return replace(
        plain,
        stances=dict.fromkeys(sources, (Stance.SUPPORTS,)),
        claimed=dates.parse(claimed) if claimed else None,
        translations={"hi": ClaimWords(hindi, hindi)} if hindi else {},
    )


def record(cards: Iterable[Card]) -> Record:
    """Make a record that has these cards, and sources for all that they name."""
    by_id = {each.id: each for each in sorted(cards, key=lambda each: each.id)}
    names = sorted({name for each in by_id.values() for name in each.stances})
    sources = {name: records.archived(name, "A report.\n") for name in names}
    contents: dict[str, object] = {"settings": SETTINGS, "pairs": ()}
    contents |= {f"card:{each.id}": each for each in by_id.values()}
    contents |= {f"source:{name}": source for name, source in sources.items()}
    digests = {key: sha256(repr(content).encode()).hexdigest() for key, content in contents.items()}
    return Record(SETTINGS, sources, {}, by_id, (), {}, digests)
