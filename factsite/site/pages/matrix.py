"""A table of claims by sources: what each document does to each claim, every cell a way to the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from factsite.corpus.model import Source, Stance
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, markup
from factsite.site.edition import Badge
from factsite.site.pages import parts
from factsite.verify.record import Card, Record

COLUMNS = 24
"""A table of more sources than this is too wide to read; its rows then list their sources instead."""

ROW_WEIGHT, CELL_WEIGHT, PAGE_WEIGHT = 300, 125, 44_000
"""Bytes of HTML that a row and a cell take, and that the tables of one page may take together."""


@dataclass(frozen=True, slots=True)
class OriginHeading:
    """An origin over the columns of its sources."""

    label: Told
    columns: int


@dataclass(frozen=True, slots=True)
class Column:
    """A source as the head of a column."""

    id: str
    name: str
    href: Markup
    first_of_origin: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source does to one claim; no stances where it gives no evidence."""

    source: str
    stances: tuple[Stance, ...]
    href: Markup | None


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with a cell for each column."""

    claim: Told
    href: Markup
    verdict: Badge
    withdrawn: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of one topic."""

    topic: Told
    href: Markup
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table; without columns it is a list."""

    origins: tuple[OriginHeading, ...]
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    width: int


def paged(cards: Sequence[Card]) -> list[list[Card]]:
    """Split claims into pages by what their rows weigh; no claims still make one page."""
    pages: list[list[Card]] = [[]]
    weight = 0
    for card in cards:
        own = ROW_WEIGHT + CELL_WEIGHT * len(card.stances)
        if pages[-1] and (weight + own > PAGE_WEIGHT or len(pages[-1]) == parts.ENTRIES_ON_PAGE):
            pages.append([])
            weight = 0
        pages[-1].append(card)
        weight += own
    return pages


def inputs(cards: Sequence[Card]) -> tuple[str, ...]:
    """Name the digests that a table of these claims depends on."""
    sources = dict.fromkeys(source for card in cards for source in card.stances)
    return ("settings", *(f"card:{card.id}" for card in cards), *(f"source:{name}" for name in sources))


def matrix(cards: Sequence[Card], record: Record, here: Here, topic: str = "") -> Matrix:
    """Lay out claims by their first topic, or all under one topic, and their sources by origin."""
    sources = _sources(cards, record)
    columns = tuple(_columns(sources, here)) if len(sources) <= COLUMNS else ()
    return Matrix(
        origins=tuple(_headings(sources, here)) if columns else (),
        columns=columns,
        groups=tuple(_groups(cards, columns, record, here, topic)),
        width=len(columns) + 2,
    )


def _sources(cards: Sequence[Card], record: Record) -> list[Source]:
    rank = {origin: number for number, origin in enumerate(record.settings.origins)}
    found = {name: record.sources[name].source for card in cards for name in card.stances}
    return sorted(found.values(), key=lambda source: (rank[source.origin], source.id))


def _headings(sources: Sequence[Source], here: Here) -> Iterator[OriginHeading]:
    for origin, group in groupby(sources, key=lambda source: source.origin):
        yield OriginHeading(here.edition.origin(origin), len(list(group)))


def _columns(sources: Sequence[Source], here: Here) -> Iterator[Column]:
    before = ""
    for source in sources:
        yield Column(source.id, source.name, here.to(addresses.source(source.id)), source.origin != before)
        before = source.origin


def _groups(
    cards: Sequence[Card], columns: Sequence[Column], record: Record, here: Here, topic: str
) -> Iterator[RowGroup]:
    for name, group in groupby(cards, key=lambda card: topic or card.topics[0]):
        rows = tuple(_row(card, columns, record, here) for card in group)
        yield RowGroup(here.edition.topic(name), here.to(addresses.topic(name)), rows)


def _row(card: Card, columns: Sequence[Column], record: Record, here: Here) -> Row:
    shown = columns or [
        Column(name, record.sources[name].source.name, markup(""), first_of_origin=False) for name in card.stances
    ]
    return Row(
        claim=here.edition.claim(card),
        href=here.to(addresses.claim(card.id)),
        verdict=here.edition.verdict(card.verdict),
        withdrawn=card.withdrawn is not None,
        cells=tuple(_cell(card, column, here) for column in shown),
    )


def _cell(card: Card, column: Column, here: Here) -> Cell:
    stances = tuple(dict.fromkeys(card.stances.get(column.id, ())))
    href = here.to(addresses.claim(card.id), f"s-{column.id}") if stances else None
    return Cell(column.name, stances, href)
