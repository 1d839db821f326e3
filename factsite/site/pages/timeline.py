"""The timeline: which dates claims concern, when they were made, and when documents were published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from factsite.corpus.dates import PartialDate
from factsite.site import addresses, words
from factsite.site.addresses import Here
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output, fact
from factsite.site.pages import parts
from factsite.site.pages.parts import Leaf, Pager
from factsite.site.pictures import timeline as picture
from factsite.site.pictures.timeline import Lane
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date; `key` is the digest that it comes from."""

    when: PartialDate
    lane: Lane
    text: str
    detail: str
    path: str
    key: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event in the list."""

    lane: Lane
    text: str
    language: str
    detail: str
    href: Markup


@dataclass(frozen=True, slots=True)
class Date:
    """All events of one date."""

    label: str
    entries: tuple[EventEntry, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A page of the timeline."""

    front: Markup
    picture: Markup
    dates: tuple[Date, ...]
    undated: int
    pager: Pager


def outputs(record: Record) -> Iterator[Output]:
    """Give the pages of the timeline."""
    undated = sum(card.claimed is None and card.about is None for card in record.cards.values())
    for leaf in parts.leaves(events(record)):
        own = dict.fromkeys(event.key for event in leaf.entries)
        inputs = ("settings", leaf.input, fact("claims without a date", undated), *own)
        yield Output(addresses.further(addresses.TIMELINE, leaf.number), inputs, partial(_make, leaf, undated))


def events(record: Record) -> list[Event]:
    """List every dated event, in order of time; what is less exactly dated comes first."""
    found = [event for card in record.cards.values() for event in _of_claim(card, record)]
    found += _of_sources(record)
    return sorted(
        found, key=lambda event: (event.when.stated, -event.when.last.toordinal(), event.lane.value, event.key)
    )


def _of_claim(card: Card, record: Record) -> Iterator[Event]:
    label = record.settings.verdicts[card.verdict].label + (" · withdrawn" if card.withdrawn else "")
    path, key = addresses.claim(card.id), f"card:{card.id}"
    if card.about:
        yield Event(card.about, Lane.CONCERNS, card.claim, label, path, key)
    if card.claimed:
        yield Event(card.claimed, Lane.SAID, card.claim, f"{card.claimant} · {label}", path, key)


def _of_sources(record: Record) -> Iterator[Event]:
    for name, archived in record.sources.items():
        source = archived.source
        if source.published:
            path = addresses.source(name)
            yield Event(
                source.published, Lane.PUBLISHED, source.title, source.name, path, f"source:{name}", source.language
            )


def _make(leaf: Leaf[Event], undated: int) -> bytes:
    return fill("pages/timeline.md.j2", page=view(leaf, undated))


def view(leaf: Leaf[Event], undated: int) -> TimelinePage:
    """Decide what a page of the timeline shows."""
    here = Here(addresses.further(addresses.TIMELINE, leaf.number))
    return TimelinePage(
        front=front_matter(
            "claims/ and seeds/",
            wide=True,
            title=parts.paged("Timeline", leaf),
            description="The dates that claims concern, and the days on which they and the documents were published.",
        ),
        picture=picture.draw([(event.when, event.lane) for event in leaf.entries]),
        dates=tuple(
            Date(label, tuple(_entry(event, here) for event in group))
            for label, group in groupby(leaf.entries, key=lambda event: words.when(event.when))
        ),
        undated=undated,
        pager=parts.pager(leaf, addresses.TIMELINE, here),
    )


def _entry(event: Event, here: Here) -> EventEntry:
    return EventEntry(event.lane, event.text, event.language, event.detail, here.to(event.path))
