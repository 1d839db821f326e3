"""The index of sources, by origin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from factsite.corpus.model import Source
from factsite.site import addresses, words
from factsite.site.addresses import Here
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output, fact
from factsite.site.pages import parts, uses
from factsite.site.pages.parts import Leaf, Pager
from factsite.verify.record import Record


@dataclass(frozen=True, slots=True)
class Listed:
    """A source and the number of claims that quote it."""

    source: Source
    claims: int


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in the index."""

    name: str
    href: Markup
    title: str
    language: str
    detail: str
    claims: str


@dataclass(frozen=True, slots=True)
class OriginSection:
    """An origin with those of its sources that stand on this page."""

    id: str
    label: str
    entries: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """A page of the index of sources."""

    front: Markup
    lead: str
    lineage: Markup
    sections: tuple[OriginSection, ...]
    pager: Pager


def outputs(record: Record) -> Iterator[Output]:
    """Give the pages of the index of sources."""
    claims = uses.by_source(record)
    rank = {origin: number for number, origin in enumerate(record.settings.origins)}
    listed = [Listed(archived.source, len(claims[name])) for name, archived in record.sources.items()]
    listed.sort(key=lambda item: (rank[item.source.origin], item.source.id))
    for leaf in parts.leaves(listed):
        inputs = ("settings", leaf.input, fact("sources", len(listed)), *_inputs(leaf.entries))
        yield Output(addresses.further(addresses.SOURCES, leaf.number), inputs, partial(_make, leaf, record))


def _inputs(entries: Sequence[Listed]) -> Iterator[str]:
    for item in entries:
        yield f"source:{item.source.id}"
        yield fact(f"claims of {item.source.id}", item.claims)


def _make(leaf: Leaf[Listed], record: Record) -> bytes:
    return fill("pages/sources.md.j2", page=view(leaf, record))


def view(leaf: Leaf[Listed], record: Record) -> SourcesPage:
    """Decide what a page of the index shows."""
    here = Here(addresses.further(addresses.SOURCES, leaf.number))
    documents = words.count(len(record.sources), "document")
    origins = {archived.source.origin for archived in record.sources.values()}
    return SourcesPage(
        front=front_matter(
            "seeds/", title=parts.paged("Sources", leaf), description=f"The archive: {documents}, by origin."
        ),
        lead=f"{documents} from {words.count(len(origins), 'origin')}.",
        lineage=here.to(addresses.LINEAGE),
        sections=tuple(_sections(leaf.entries, record, here)),
        pager=parts.pager(leaf, addresses.SOURCES, here),
    )


def _sections(entries: Sequence[Listed], record: Record, here: Here) -> Iterator[OriginSection]:
    for origin, group in groupby(entries, key=lambda item: item.source.origin):
        yield OriginSection(origin, record.settings.origins[origin], tuple(_entry(item, here) for item in group))


def _entry(item: Listed, here: Here) -> SourceEntry:
    source = item.source
    language = words.language(source.language)
    return SourceEntry(
        name=source.name,
        href=here.to(addresses.source(source.id)),
        title=source.title,
        language=source.language,
        detail=f"{words.kind(source).capitalize()}, {parts.dated(source)}, {language}",
        claims=words.count(item.claims, "claim"),
    )
