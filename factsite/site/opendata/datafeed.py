"""The ClaimReview of every claim that stands, as one schema.org DataFeed: data/v1/claimreview.json."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from factsite.site.claimreview import ClaimReview, Url, When, review
from factsite.site.edition import Edition, editions
from factsite.site.jsontext import listing
from factsite.site.opendata.shapes import VERSION, LicenceData, licence
from factsite.verify.record import Card, Record

FeedItem = TypedDict(
    "FeedItem",
    {
        "@type": Literal["DataFeedItem"],
        "url": Annotated[Url, "the claim's page"],
        "dateModified": When,
        "item": Annotated[list[ClaimReview], "exactly one"],
    },
)
FeedHead = TypedDict(
    "FeedHead",
    {
        "@context": Literal["https://schema.org"],
        "@type": Literal["DataFeed"],
        "schema_version": Literal["1.1"],
        "licence": LicenceData,
        "license": NotRequired[Annotated[Url, "the same in schema.org's spelling"]],
        "name": str,
        "url": Url,
    },
)
DataFeed = TypedDict(
    "DataFeed",
    {
        "@context": Literal["https://schema.org"],
        "@type": Literal["DataFeed"],
        "schema_version": Literal["1.1"],
        "licence": LicenceData,
        "license": NotRequired[Annotated[Url, "the same in schema.org's spelling"]],
        "name": str,
        "url": Url,
        "dataFeedElement": list[FeedItem],
    },
)


def make(record: Record) -> bytes:
    """Make data/v1/claimreview.json."""
    settings, edition = record.settings, editions(record.settings)[0]
    head: FeedHead = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "schema_version": VERSION,
        "licence": licence(settings),
        "name": settings.site_name,
        "url": settings.site_url,
    }
    if settings.licence.url:
        head["license"] = settings.licence.url
    standing = (card for card in record.cards.values() if not card.withdrawn)
    return listing(head, "dataFeedElement", (_item(card, record, edition) for card in standing))


def _item(card: Card, record: Record, edition: Edition) -> FeedItem:
    made = review(card, record, edition)
    return {"@type": "DataFeedItem", "url": made["url"], "dateModified": made["dateModified"], "item": [made]}
