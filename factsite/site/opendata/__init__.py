"""Whatever a page shows, as data at a stable address."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from factsite.site import addresses
from factsite.site.jsontext import document
from factsite.site.opendata import cards, claims, datafeed, sources, table
from factsite.site.opendata.schema import schema_of
from factsite.site.opendata.shapes import FOLDER
from factsite.site.output import Output
from factsite.site.urls import absolute
from factsite.verify.record import Record

SHAPES: dict[str, type] = {
    "claim": claims.ClaimData,
    "claims": cards.ClaimsData,
    "sources": sources.SourcesData,
    "claimreview": datafeed.DataFeed,
}
"""The shape of each kind of JSON file, by the name of its schema."""


def outputs(record: Record) -> Iterator[Output]:
    """Give the data files and their schemas."""
    all_sources = tuple(f"source:{name}" for name in record.sources)
    all_cards = tuple(f"card:{name}" for name in record.cards)
    for name, card in record.cards.items():
        cited = (f"source:{source}" for source in card.stances)
        inputs = (f"claim:{name}", f"card:{name}", "settings", *cited)
        yield Output(addresses.claim_data(name), inputs, partial(claims.make, name, record))
    yield Output(f"{FOLDER}/claims.json", ("settings", *all_cards), partial(cards.make, record))
    yield Output(f"{FOLDER}/claims.csv", ("settings", *all_cards), partial(table.make, record))
    yield Output(f"{FOLDER}/claimreview.json", ("settings", *all_sources, *all_cards), partial(datafeed.make, record))
    yield Output(f"{FOLDER}/sources.json", ("settings", "pairs", *all_sources), partial(sources.make, record))
    for name in SHAPES:
        yield Output(schema_path(name), ("settings",), partial(_schema, name, record))


def schema_path(name: str) -> str:
    """Give the path of a schema under docs/."""
    return f"{FOLDER}/schema/{name}.schema.json"


def _schema(name: str, record: Record) -> bytes:
    return document(schema_of(SHAPES[name], absolute(record.settings, schema_path(name))))
