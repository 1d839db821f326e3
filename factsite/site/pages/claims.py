"""The index of claims, by topic, a hundred to a page; and a page for each topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from factsite.site import addresses, words
from factsite.site.addresses import Here
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output, fact
from factsite.site.pages import parts
from factsite.site.pages.parts import ClaimCard, Leaf, Pager
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class TopicSection:
    """A topic with those of its claims that stand on this page."""

    id: str
    label: str
    href: Markup
    cards: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """A page of the index of claims."""

    front: Markup
    lead: str
    sections: tuple[TopicSection, ...]
    pager: Pager


def outputs(record: Record) -> Iterator[Output]:
    """Give the pages of the index of claims."""
    for leaf in parts.leaves(parts.in_reading_order(record)):
        whole = (fact("claims", len(record.cards)), fact("Hindi", parts.has_hindi(record)))
        inputs = ("settings", leaf.input, *whole, *(f"card:{card.id}" for card in leaf.entries))
        yield Output(addresses.further(addresses.CLAIMS, leaf.number), inputs, partial(_make, leaf, record))


def _make(leaf: Leaf[Card], record: Record) -> bytes:
    return fill("pages/claims.md.j2", page=view(leaf, record))


def view(leaf: Leaf[Card], record: Record) -> ClaimsPage:
    """Decide what a page of the index shows."""
    here = Here(addresses.further(addresses.CLAIMS, leaf.number))
    return ClaimsPage(
        front=front_matter(
            "claims/",
            parts.in_both(here.path, addresses.HINDI) if leaf.number == 1 and parts.has_hindi(record) else None,
            title=parts.paged("Claims", leaf),
            description="All claims on record, by topic, with their verdicts.",
        ),
        lead=words.count(len(record.cards), "claim"),
        sections=tuple(_sections(leaf.entries, record, here)),
        pager=parts.pager(leaf, addresses.CLAIMS, here),
    )


def _sections(cards: Sequence[Card], record: Record, here: Here) -> Iterator[TopicSection]:
    for topic, group in groupby(cards, key=lambda card: card.topics[0]):
        yield TopicSection(
            topic,
            record.settings.topics[topic],
            here.to(addresses.topic(topic)),
            tuple(parts.claim_card(card, record, here) for card in group),
        )
