"""The page of all corrections and withdrawals, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.corpus.dates import PartialDate
from factsite.site import addresses, words
from factsite.site.addresses import Here
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output
from factsite.site.pages import parts
from factsite.site.pages.parts import Leaf, Pager
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class Notice:
    """One correction or withdrawal of a claim."""

    on: PartialDate
    what: str
    kind: str
    card: Card


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change as the page lists it."""

    on: str
    kind: str
    what: str
    claim: str
    href: Markup


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """A page of corrections."""

    front: Markup
    entries: tuple[ChangeEntry, ...]
    policy: Markup | None
    pager: Pager


def outputs(record: Record) -> Iterator[Output]:
    """Give the pages of corrections."""
    for leaf in parts.leaves(changes(record)):
        cards = dict.fromkeys(change.card.id for change in leaf.entries)
        inputs = ("settings", leaf.input, *(f"card:{name}" for name in cards))
        yield Output(addresses.further(addresses.CORRECTIONS, leaf.number), inputs, partial(_make, leaf, record))


def changes(record: Record) -> list[Notice]:
    """List every correction of meaning and every withdrawal, newest first."""
    found = [change for card in record.cards.values() for change in _changes(card, record)]
    return sorted(found, key=lambda change: (change.on.last.isoformat(), change.card.id), reverse=True)


def _changes(card: Card, record: Record) -> Iterator[Notice]:
    if card.withdrawn:
        yield Notice(card.withdrawn.on, card.withdrawn.why, "Withdrawn", card)
    for item in card.corrections:
        if item.typographical:
            continue
        verdict = record.settings.verdicts.get(item.verdict_was or "")
        yield Notice(item.on, item.what, f"Verdict was: {verdict.label}" if verdict else "Corrected", card)


def _make(leaf: Leaf[Notice], record: Record) -> bytes:
    return fill("pages/corrections.md.j2", page=view(leaf, record))


def view(leaf: Leaf[Notice], record: Record) -> CorrectionsPage:
    """Decide what a page of corrections shows."""
    here = Here(addresses.further(addresses.CORRECTIONS, leaf.number))
    return CorrectionsPage(
        front=front_matter(
            "claims/",
            within=True,
            title=parts.paged("Corrections", leaf),
            description="What was wrong on this site, and since when it is right.",
        ),
        entries=tuple(_entry(change, here) for change in leaf.entries),
        policy=parts.hand_written(addresses.CORRECTIONS_POLICY, record, here),
        pager=parts.pager(leaf, addresses.CORRECTIONS, here),
    )


def _entry(change: Notice, here: Here) -> ChangeEntry:
    card = change.card
    return ChangeEntry(words.when(change.on), change.kind, change.what, card.claim, here.to(addresses.claim(card.id)))
