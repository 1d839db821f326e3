"""The explore page: a table of all claims, which `theme/assets/explore.js` makes searchable and filterable.

Without JavaScript it is a plain table, newest claims first, a hundred to a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.site import addresses, search
from factsite.site.addresses import Here
from factsite.site.dialect import Told, fill
from factsite.site.edition import Badge, Edition
from factsite.site.output import Output
from factsite.site.pages import parts
from factsite.site.pages.parts import Leaf, Pager
from factsite.site.search_segment import FOLDER
from factsite.site.words import Words
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class Filter:
    """A field by which claims are filtered; the search index gives its choices."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class ExploreRow:
    """A claim as a row of the table."""

    claim: Told
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
    pager: Pager | None
    index: Markup


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the pages of the table."""
    newest_first = search.newest_last(record.cards.values())[::-1]
    for leaf in parts.leaves(newest_first):
        inputs = ("settings", leaf.input, *(f"card:{card.id}" for card in leaf.entries))
        here = Here(addresses.further(addresses.EXPLORE, leaf.number), edition)
        yield Output(here.path, inputs, partial(_make, leaf, here))


def _make(leaf: Leaf[Card], here: Here) -> bytes:
    return fill("pages/explore.md.j2", here.words, page=view(leaf, here))


def view(leaf: Leaf[Card], here: Here) -> ExplorePage:
    """Decide what a page of the table shows."""
    words = here.words
    return ExplorePage(
        front=here.front(
            "claims/",
            title=parts.paged(words.say("Explore"), leaf, words),
            description=words.say("Find claims by words, verdict, topic, claimant, source and certainty."),
        ),
        first=here.to(addresses.EXPLORE),
        filters=tuple(_filters(words)) if leaf.number == 1 else (),
        rows=tuple(_rows(leaf.entries, here)),
        pager=parts.pager(leaf, addresses.EXPLORE, here),
        index=here.to(f"{FOLDER}/"),
    )


def _filters(words: Words) -> Iterator[Filter]:
    say = words.say
    yield Filter("verdict", say("Verdict"))
    yield Filter("topic", say("Topic"))
    yield Filter("claimant", say("Claimant"))
    yield Filter("source", say("Source"))
    yield Filter("certainty", say("Certainty"))


def _rows(cards: Sequence[Card], here: Here) -> Iterator[ExploreRow]:
    edition, words = here.edition, here.words
    for card in cards:
        yield ExploreRow(
            claim=edition.claim(card),
            href=here.to(addresses.claim(card.id)),
            verdict=edition.verdict(card.verdict),
            claimant=words.named(card.claimants),
            claimed=words.when(card.claimed) if card.claimed else "",
            withdrawn=card.withdrawn is not None,
        )
