"""The index of claims, by topic, a hundred to a page; and a page for each topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, fill
from factsite.site.edition import Edition
from factsite.site.output import Output, fact
from factsite.site.pages import parts
from factsite.site.pages.parts import ClaimCard, Leaf, Pager
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class TopicSection:
    """A topic with those of its claims that stand on this page."""

    id: str
    label: Told
    href: Markup
    cards: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """A page of the index of claims."""

    front: Markup
    lead: str
    sections: tuple[TopicSection, ...]
    pager: Pager | None


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the pages of the index of claims."""
    for leaf in parts.leaves(parts.in_reading_order(record)):
        here = Here(addresses.further(addresses.CLAIMS, leaf.number), edition)
        whole = fact("claims", len(record.cards))
        inputs = ("settings", leaf.input, whole, *(f"card:{card.id}" for card in leaf.entries))
        yield Output(here.path, inputs, partial(_make, leaf, record, here))


def _make(leaf: Leaf[Card], record: Record, here: Here) -> bytes:
    return fill("pages/claims.md.j2", here.words, page=view(leaf, record, here))


def view(leaf: Leaf[Card], record: Record, here: Here) -> ClaimsPage:
    """Decide what a page of the index shows."""
    words = here.words
    return ClaimsPage(
        front=here.front(
            "claims/",
            title=parts.paged(words.say("Claims"), leaf, words),
            description=words.say("All claims on record, by topic, with their verdicts."),
        ),
        lead=words.count(
            len(record.cards), "{number} claim on record, by topic.", "{number} claims on record, by topic."
        ),
        sections=tuple(_sections(leaf.entries, here)),
        pager=parts.pager(leaf, addresses.CLAIMS, here),
    )


def _sections(cards: Sequence[Card], here: Here) -> Iterator[TopicSection]:
    for topic, group in groupby(cards, key=lambda card: card.topics[0]):
        yield TopicSection(
            topic,
            here.edition.topic(topic),
            here.to(addresses.topic(topic)),
            tuple(parts.claim_card(card, here) for card in group),
        )
