"""The explore page: a table of all claims, which `theme/assets/explore.js` makes searchable and filterable.

Without JavaScript it is a plain table, newest claims first, a hundred to a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.site import addresses, search, words
from factsite.site.addresses import Here
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output
from factsite.site.pages import parts
from factsite.site.pages.parts import Badge, Leaf, Pager
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class Filter:
    """A field by which claims are filtered; the search index gives its choices."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class ExploreRow:
    """A claim as a row of the table."""

    claim: str
    href: Markup
    verdict: Badge
    claimant: str
    claimed: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class ExplorePage:
    """A page of the table; the first one has the filters."""

    front: Markup
    first: Markup
    filters: tuple[Filter, ...]
    rows: tuple[ExploreRow, ...]
    pager: Pager


FILTERS = (
    Filter("verdict", "Verdict"),
    Filter("topic", "Topic"),
    Filter("claimant", "Claimant"),
    Filter("source", "Source"),
    Filter("certainty", "Certainty"),
)


def outputs(record: Record) -> Iterator[Output]:
    """Give the pages of the table."""
    newest_first = search.newest_last(record.cards.values())[::-1]
    for leaf in parts.leaves(newest_first):
        inputs = ("settings", leaf.input, *(f"card:{card.id}" for card in leaf.entries))
        yield Output(addresses.further(addresses.EXPLORE, leaf.number), inputs, partial(_make, leaf, record))


def _make(leaf: Leaf[Card], record: Record) -> bytes:
    return fill("pages/explore.md.j2", page=view(leaf, record))


def view(leaf: Leaf[Card], record: Record) -> ExplorePage:
    """Decide what a page of the table shows."""
    here = Here(addresses.further(addresses.EXPLORE, leaf.number))
    return ExplorePage(
        front=front_matter(
            "claims/",
            title=parts.paged("Explore", leaf),
            description="Find claims by words, verdict, topic, claimant, source and certainty.",
        ),
        first=here.to(addresses.EXPLORE),
        filters=FILTERS if leaf.number == 1 else (),
        rows=tuple(_rows(leaf.entries, record, here)),
        pager=parts.pager(leaf, addresses.EXPLORE, here),
    )


def _rows(cards: Sequence[Card], record: Record, here: Here) -> Iterator[ExploreRow]:
    for card in cards:
        yield ExploreRow(
            claim=card.claim,
            href=here.to(addresses.claim(card.id)),
            verdict=parts.badge(card.verdict, record.settings),
            claimant=card.claimant,
            claimed=words.when(card.claimed) if card.claimed else "",
            withdrawn=card.withdrawn is not None,
        )
