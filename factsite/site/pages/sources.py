"""The index of sources, by origin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from factsite.corpus.model import Source
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, fill
from factsite.site.edition import Edition
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
    lang: Markup
    detail: str
    claims: str


@dataclass(frozen=True, slots=True)
class OriginSection:
    """An origin with those of its sources that stand on this page."""

    id: str
    label: Told
    entries: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """A page of the index of sources."""

    front: Markup
    lead: str
    lineage: Markup
    sections: tuple[OriginSection, ...]
    pager: Pager | None


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the pages of the index of sources."""
    claims = uses.by_source(record)
    rank = {origin: number for number, origin in enumerate(record.settings.origins)}
    listed = [Listed(archived.source, len(claims[name])) for name, archived in record.sources.items()]
    listed.sort(key=lambda item: (rank[item.source.origin], item.source.id))
    for leaf in parts.leaves(listed):
        inputs = ("settings", leaf.input, fact("sources", len(listed)), *_inputs(leaf.entries))
        here = Here(addresses.further(addresses.SOURCES, leaf.number), edition)
        yield Output(here.path, inputs, partial(_make, leaf, record, here))


def _inputs(entries: Sequence[Listed]) -> Iterator[str]:
    for item in entries:
        yield f"source:{item.source.id}"
        yield fact(f"claims of {item.source.id}", item.claims)


def _make(leaf: Leaf[Listed], record: Record, here: Here) -> bytes:
    return fill("pages/sources.md.j2", here.words, page=view(leaf, record, here))


def view(leaf: Leaf[Listed], record: Record, here: Here) -> SourcesPage:
    """Decide what a page of the index shows."""
    words = here.words
    documents = parts.documents(len(record.sources), words)
    origins = {archived.source.origin for archived in record.sources.values()}
    return SourcesPage(
        front=here.front(
            "seeds/",
            title=parts.paged(words.say("Sources"), leaf, words),
            description=words.say("The archive: {documents}, by origin.", documents=documents),
        ),
        lead=words.say("{documents} from {origins}.", documents=documents, origins=parts.origins(len(origins), words)),
        lineage=here.to(addresses.LINEAGE),
        sections=tuple(_sections(leaf.entries, here)),
        pager=parts.pager(leaf, addresses.SOURCES, here),
    )


def _sections(entries: Sequence[Listed], here: Here) -> Iterator[OriginSection]:
    for origin, group in groupby(entries, key=lambda item: item.source.origin):
        yield OriginSection(origin, here.edition.origin(origin), tuple(_entry(item, here) for item in group))


def _entry(item: Listed, here: Here) -> SourceEntry:
    source, words = item.source, here.words
    return SourceEntry(
        name=source.name,
        href=here.to(addresses.source(source.id)),
        title=source.title,
        lang=words.lang(source.language),
        detail=words.say(
            "{kind}, {date}, {language}",
            kind=words.begun(words.kind(source)),
            date=parts.dated(source, words),
            language=words.language_name(source.language),
        ),
        claims=parts.claims(item.claims, words),
    )
