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
from factsite.site import addresses
from factsite.site.catalogues import SOURCE_LANGUAGE
from factsite.site.edition import Edition
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


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give both feeds."""
    inputs = ("settings", *(f"card:{name}" for name in record.cards))
    yield Output(edition.folder + CLAIMS, inputs, partial(_claims, record, edition))
    yield Output(edition.folder + CORRECTIONS, inputs, partial(_corrections, record, edition))


def _claims(record: Record, edition: Edition) -> bytes:
    entries = (_claim(card, edition) for card in record.cards.values() if not card.withdrawn)
    return _feed(edition, CLAIMS, edition.name, entries)


def _corrections(record: Record, edition: Edition) -> bytes:
    entries = (entry for card in record.cards.values() for entry in _changes(card, edition))
    title = edition.words.say("{site}: corrections", site=edition.name)
    return _feed(edition, CORRECTIONS, title, entries)


def _page(card: Card, edition: Edition) -> str:
    return absolute(edition.settings, edition.folder + addresses.claim(card.id))


def _claim(card: Card, edition: Edition) -> FeedEntry:
    page = _page(card, edition)
    text = edition.words.say(
        "{verdict}. {summary}", verdict=edition.verdict(card.verdict).label, summary=edition.summary(card)
    )
    return FeedEntry(page, page, card, edition.claim(card).text, text, card.changed)


def _changes(card: Card, edition: Edition) -> Iterator[FeedEntry]:
    """Give a claim's corrections that changed its meaning, and its withdrawal.

    Corrections are numbered from the oldest, so that a new one renames none.
    """
    page, claim, words = _page(card, edition), edition.claim(card), edition.words
    for number, correction in enumerate(reversed(card.corrections), 1):
        if correction.typographical:
            continue
        text = correction.what
        if (before := correction.verdict_was or "") in edition.settings.verdicts:
            was = words.say("The verdict was: {verdict}.", verdict=edition.verdict(before).label)
            text = f"{text} {was}"
        lasting, link = f"{page}#correction-{number}", f"{page}#corrections"
        yield FeedEntry(lasting, link, card, words.say("Corrected: {claim}", claim=claim), text, correction.on)
    if card.withdrawn:
        lasting = f"{page}#withdrawn"
        title = words.say("Withdrawn: {claim}", claim=claim)
        yield FeedEntry(lasting, page, card, title, card.withdrawn.why, card.withdrawn.on)


def _feed(edition: Edition, path: str, title: str, entries: Iterable[FeedEntry]) -> bytes:
    newest = nsmallest(ENTRIES, entries, key=lambda entry: (-_instant(entry.on).timestamp(), entry.id))
    settings = edition.settings
    address = absolute(settings, edition.folder + path)
    language = {} if edition.is_own and edition.language == SOURCE_LANGUAGE else {"xml:lang": edition.language}
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", **language})
    _add(feed, "id", address)
    _add(feed, "title", title)
    _add(feed, "updated", _stamp(newest[0].on) if newest else _NEVER)
    _add(feed, "link", rel="self", type="application/atom+xml", href=address)
    _add(feed, "link", rel="alternate", type="text/html", href=settings.site_url + edition.folder)
    author = SubElement(feed, "author")
    _add(author, "name", settings.publisher.name)
    if settings.publisher.url:
        _add(author, "uri", settings.publisher.url)
    _add(feed, "rights", settings.licence.name)
    for entry in newest:
        _add_entry(feed, entry, edition)
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add_entry(feed: Element, entry: FeedEntry, edition: Edition) -> None:
    element = SubElement(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _stamp(entry.on))
    _add(element, "link", rel="alternate", type="text/html", href=entry.link)
    data = absolute(edition.settings, addresses.claim_data(entry.card.id))
    _add(element, "link", rel="related", type="application/json", href=data)
    for topic in entry.card.topics:
        _add(element, "category", term=topic, label=edition.topic(topic).text)
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
