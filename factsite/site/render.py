"""Every generated file of the site, from a verified record."""

from __future__ import annotations

from collections.abc import Iterator

from factsite.site import explore, feeds, images, opendata, search, style
from factsite.site.edition import editions
from factsite.site.output import Output
from factsite.site.pages import (
    claim,
    claims,
    compare,
    corrections,
    coverage,
    dataguide,
    home,
    lineage,
    pairs,
    scale,
    source,
    sources,
    timeline,
)
from factsite.verify.record import Record

EDITION = (
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
    explore,
    search,
    images,
    feeds,
)
"""What each edition has."""

SHARED = (style, opendata)
"""What all editions share."""


def outputs(record: Record) -> Iterator[Output]:
    """Describe every generated file; making one is a matter of its own."""
    for part in SHARED:
        yield from part.outputs(record)
    for edition in editions(record.settings):
        for member in EDITION:
            yield from member.outputs(record, edition)
