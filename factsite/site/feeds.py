"""Atom feeds of claims and of corrections, for people who want to hear of changes.

A feed holds the newest entries only, so that it does not grow with the archive. An entry's id is an address that
never changes, and its date comes from the record, so the same record always gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial
from heapq import nsmallest
from xml.etree.ElementTree import Element, SubElement, tostring

from factsite.corpus.dates import PartialDate
from factsite.corpus.model import Settings
from factsite.site import addresses
from factsite.site.output import Output
from factsite.site.urls import absolute
from factsite.verify.record import Card, Record

CLAIMS = "feeds/claims.xml"
CORRECTIONS = "feeds/corrections.xml"

ENTRIES = 50
"""So many entries a feed has."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that a feed tells: its lasting id, where to read it, and when it happened."""

    id: str
    link: str
    card: Card
    title: str
    text: str
    on: PartialDate


def outputs(record: Record) -> Iterator[Output]:
    """Give both feeds."""
    inputs = ("settings", *(f"card:{name}" for name in record.cards))
    yield Output(CLAIMS, inputs, partial(_claims, record))
    yield Output(CORRECTIONS, inputs, partial(_corrections, record))


def _claims(record: Record) -> bytes:
    entries = (_claim(card, record.settings) for card in record.cards.values() if not card.withdrawn)
    return _feed(record.settings, CLAIMS, record.settings.site_name, entries)


def _corrections(record: Record) -> bytes:
    entries = (entry for card in record.cards.values() for entry in _changes(card, record.settings))
    return _feed(record.settings, CORRECTIONS, f"{record.settings.site_name}: corrections", entries)


def _claim(card: Card, settings: Settings) -> FeedEntry:
    page = absolute(settings, addresses.claim(card.id))
    text = f"{settings.verdicts[card.verdict].label}. {card.summary}"
    return FeedEntry(page, page, card, card.claim, text, card.changed)


def _changes(card: Card, settings: Settings) -> Iterator[FeedEntry]:
    """Give a claim's corrections that changed its meaning, and its withdrawal.

    Corrections are numbered from the oldest, so that a new one renames none.
    """
    page = absolute(settings, addresses.claim(card.id))
    for number, correction in enumerate(reversed(card.corrections), 1):
        if correction.typographical:
            continue
        was = settings.verdicts.get(correction.verdict_was or "")
        text = f"{correction.what} The verdict was: {was.label}." if was else correction.what
        lasting, link = f"{page}#correction-{number}", f"{page}#corrections"
        yield FeedEntry(lasting, link, card, f"Corrected: {card.claim}", text, correction.on)
    if card.withdrawn:
        lasting = f"{page}#withdrawn"
        yield FeedEntry(lasting, page, card, f"Withdrawn: {card.claim}", card.withdrawn.why, card.withdrawn.on)


def _feed(settings: Settings, path: str, title: str, entries: Iterable[FeedEntry]) -> bytes:
    newest = nsmallest(ENTRIES, entries, key=lambda entry: (-_instant(entry.on).timestamp(), entry.id))
    address = absolute(settings, path)
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _add(feed, "id", address)
    _add(feed, "title", title)
    _add(feed, "updated", _stamp(newest[0].on) if newest else _NEVER)
    _add(feed, "link", rel="self", type="application/atom+xml", href=address)
    _add(feed, "link", rel="alternate", type="text/html", href=settings.site_url)
    author = SubElement(feed, "author")
    _add(author, "name", settings.publisher.name)
    if settings.publisher.url:
        _add(author, "uri", settings.publisher.url)
    _add(feed, "rights", settings.licence.name)
    for entry in newest:
        _add_entry(feed, entry, settings)
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add_entry(feed: Element, entry: FeedEntry, settings: Settings) -> None:
    element = SubElement(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _stamp(entry.on))
    _add(element, "link", rel="alternate", type="text/html", href=entry.link)
    data = absolute(settings, addresses.claim_data(entry.card.id))
    _add(element, "link", rel="related", type="application/json", href=data)
    for topic in entry.card.topics:
        _add(element, "category", term=topic, label=settings.topics[topic])
    _add(element, "summary", entry.text)


def _add(parent: Element, tag: str, text: str = "", **attributes: str) -> None:
    """Add an element; a character that XML cannot hold becomes the replacement character."""
    element = SubElement(parent, tag, {key: _NOT_XML.sub("\ufffd", value) for key, value in attributes.items()})
    element.text = _NOT_XML.sub("\ufffd", text)


def _instant(date: PartialDate) -> datetime:
    """Give the moment, or the start in UTC of the first day, where no more is known."""
    moment = date.moment or datetime.combine(date.first, time(), UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _stamp(date: PartialDate) -> str:
    return _instant(date).isoformat(timespec="seconds")
