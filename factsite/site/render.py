"""Every generated file of the site, from a verified record."""

from __future__ import annotations

from collections.abc import Iterator

from factsite.site import feeds, opendata, style
from factsite.site.output import Output
from factsite.site.pages import claim, claims, home, source, sources
from factsite.verify.record import Record

PARTS = (style, home, claim, claims, source, sources, opendata, feeds)


def outputs(record: Record) -> Iterator[Output]:
    """Describe every generated file; making one is a matter of its own."""
    for part in PARTS:
        yield from part.outputs(record)
