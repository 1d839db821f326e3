"""Every generated file of the site, from a verified record."""

from __future__ import annotations

from collections.abc import Iterator

from factsite.site import explore, feeds, images, opendata, search, style
from factsite.site.output import Output
from factsite.site.pages import (
    claim,
    claims,
    compare,
    corrections,
    coverage,
    dataguide,
    hindi,
    home,
    lineage,
    pairs,
    scale,
    source,
    sources,
    timeline,
)
from factsite.verify.record import Record

PARTS = (
    style,
    home,
    claim,
    claims,
    source,
    sources,
    compare,
    timeline,
    lineage,
    pairs,
    scale,
    corrections,
    coverage,
    dataguide,
    hindi,
    explore,
    search,
    images,
    opendata,
    feeds,
)


def outputs(record: Record) -> Iterator[Output]:
    """Describe every generated file; making one is a matter of its own."""
    for part in PARTS:
        yield from part.outputs(record)
