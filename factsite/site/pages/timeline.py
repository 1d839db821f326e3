"""The timeline: which dates claims concern, when they were made, and when documents were published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from factsite.corpus.dates import PartialDate
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, fill
from factsite.site.edition import Edition
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
    text: Told
    detail: str
    path: str
    key: str


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event in the list."""

    lane: Lane
    text: Told
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
    lanes: Mapping[Lane, str]
    pager: Pager | None


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the pages of the timeline."""
    undated = sum(card.claimed is None and card.about is None for card in record.cards.values())
    for leaf in parts.leaves(events(record, edition)):
        own = dict.fromkeys(event.key for event in leaf.entries)
        inputs = ("settings", leaf.input, fact("claims without a date", undated), *own)
        here = Here(addresses.further(addresses.TIMELINE, leaf.number), edition)
        yield Output(here.path, inputs, partial(_make, leaf, undated, here))


def events(record: Record, edition: Edition) -> list[Event]:
    """List every dated event, in order of time; what is less exactly dated comes first."""
    found = [event for card in record.cards.values() for event in _of_claim(card, edition)]
    found += _of_sources(record, edition)
    return sorted(
        found, key=lambda event: (event.when.stated, -event.when.last.toordinal(), event.lane.value, event.key)
    )


def _of_claim(card: Card, edition: Edition) -> Iterator[Event]:
    words, claim = edition.words, edition.claim(card)
    label = str(edition.verdict(card.verdict).label)
    if card.withdrawn:
        label = words.say("{verdict} · withdrawn", verdict=label)
    path, key = addresses.claim(card.id), f"card:{card.id}"
    if card.about:
        yield Event(card.about, Lane.CONCERNS, claim, label, path, key)
    if card.claimed:
        yield Event(card.claimed, Lane.SAID, claim, f"{words.named(card.claimants)} · {label}", path, key)


def _of_sources(record: Record, edition: Edition) -> Iterator[Event]:
    for name, archived in record.sources.items():
        source = archived.source
        if source.published:
            title, path = edition.told(source.title, source.language), addresses.source(name)
            yield Event(source.published, Lane.PUBLISHED, title, source.name, path, f"source:{name}")


def _make(leaf: Leaf[Event], undated: int, here: Here) -> bytes:
    return fill("pages/timeline.md.j2", here.words, page=view(leaf, undated, here))


def view(leaf: Leaf[Event], undated: int, here: Here) -> TimelinePage:
    """Decide what a page of the timeline shows."""
    words = here.words
    lanes = picture.lanes(words)
    return TimelinePage(
        front=here.front(
            "claims/ and seeds/",
            wide=True,
            title=parts.paged(words.say("Timeline"), leaf, words),
            description=words.say(
                "The dates that claims concern, and the days on which they and the documents were published."
            ),
        ),
        picture=picture.draw([(event.when, event.lane) for event in leaf.entries], words),
        dates=tuple(
            Date(label, tuple(_entry(event, here) for event in group))
            for label, group in groupby(leaf.entries, key=lambda event: words.when(event.when))
        ),
        undated=undated,
        lanes=lanes,
        pager=parts.pager(leaf, addresses.TIMELINE, here),
    )


def _entry(event: Event, here: Here) -> EventEntry:
    return EventEntry(event.lane, event.text, event.detail, here.to(event.path))
