"""The page of all corrections and withdrawals, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.corpus.dates import PartialDate
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, fill
from factsite.site.edition import Edition
from factsite.site.output import Output
from factsite.site.pages import parts
from factsite.site.pages.parts import HandWritten, Leaf, Pager
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class Notice:
    """One correction or withdrawal of a claim."""

    on: PartialDate
    what: str
    verdict_was: str
    card: Card
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change as the page lists it."""

    on: str
    kind: str
    what: Told
    claim: Told
    href: Markup


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """A page of corrections."""

    front: Markup
    entries: tuple[ChangeEntry, ...]
    policy: HandWritten | None
    pager: Pager | None


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the pages of corrections."""
    for leaf in parts.leaves(changes(record)):
        cards = dict.fromkeys(change.card.id for change in leaf.entries)
        inputs = ("settings", leaf.input, *(f"card:{name}" for name in cards))
        here = Here(addresses.further(addresses.CORRECTIONS, leaf.number), edition)
        yield Output(here.path, inputs, partial(_make, leaf, record, here))


def changes(record: Record) -> list[Notice]:
    """List every correction of meaning and every withdrawal, newest first."""
    found = [change for card in record.cards.values() for change in _changes(card)]
    return sorted(found, key=lambda change: (change.on.last.isoformat(), change.card.id), reverse=True)


def _changes(card: Card) -> Iterator[Notice]:
    if card.withdrawn:
        yield Notice(card.withdrawn.on, card.withdrawn.why, "", card, withdrawn=True)
    for item in card.corrections:
        if item.typographical:
            continue
        yield Notice(item.on, item.what, item.verdict_was or "", card)


def _make(leaf: Leaf[Notice], record: Record, here: Here) -> bytes:
    return fill("pages/corrections.md.j2", here.words, page=view(leaf, record, here))


def view(leaf: Leaf[Notice], record: Record, here: Here) -> CorrectionsPage:
    """Decide what a page of corrections shows."""
    words = here.words
    return CorrectionsPage(
        front=here.front(
            "claims/",
            within=True,
            title=parts.paged(words.say("Corrections"), leaf, words),
            description=words.say("What was wrong on this site, and since when it is right."),
        ),
        entries=tuple(_entry(change, here) for change in leaf.entries),
        policy=parts.hand_written(addresses.CORRECTIONS_POLICY, record, here),
        pager=parts.pager(leaf, addresses.CORRECTIONS, here),
    )


def _entry(change: Notice, here: Here) -> ChangeEntry:
    card, edition = change.card, here.edition
    return ChangeEntry(
        here.words.when(change.on),
        _kind(change, here),
        edition.told(change.what),
        edition.claim(card),
        here.to(addresses.claim(card.id)),
    )


def _kind(change: Notice, here: Here) -> str:
    words = here.words
    if change.withdrawn:
        return words.say("Withdrawn")
    if change.verdict_was in here.edition.settings.verdicts:
        return words.say("Verdict was: {verdict}", verdict=here.edition.verdict(change.verdict_was).label)
    return words.say("Corrected")
