"""The home page: what the record is about, how it stands, and a way in for each kind of visitor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup

from factsite.site import addresses, prose, words
from factsite.site.addresses import Here
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output
from factsite.site.pages import descent, parts
from factsite.site.pages.parts import Anchor, Badge, ClaimCard
from factsite.site.pictures import bar, lineage
from factsite.verify.record import Card, Record

CARDS = 4
SOURCES_DRAWN = 12
"""So many sources fit into the small picture of lineage."""


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """A verdict, how many claims have it, and the list of these."""

    verdict: Badge
    count: int
    standing: str
    href: Markup


@dataclass(frozen=True, slots=True)
class Door:
    """A way in for one kind of visitor."""

    who: str
    what: str
    links: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything that the home page shows."""

    front: Markup
    name: str
    introduction: Markup
    claims: str
    documents: str
    origins: str
    bar: Markup
    verdicts: tuple[VerdictCount, ...]
    disputed: tuple[ClaimCard, ...]
    newest: tuple[ClaimCard, ...]
    picture: Markup
    lineage: Markup
    unsettled: tuple[VerdictCount, ...]
    limits: Markup | None
    doors: tuple[Door, ...]


def outputs(record: Record) -> Iterator[Output]:
    """Give the home page."""
    inputs = ("settings", *(f"card:{name}" for name in record.cards), *(f"source:{name}" for name in record.sources))
    yield Output(addresses.HOME, inputs, partial(_make, record))


def _make(record: Record) -> bytes:
    return fill("pages/home.md.j2", page=view(record))


def view(record: Record) -> HomePage:
    """Decide what the home page shows."""
    here = Here(addresses.HOME)
    settings = record.settings
    standing = [card for card in record.cards.values() if card.withdrawn is None]
    verdicts = tuple(_verdicts(standing, record, here))
    disputed = most_disputed(standing)
    return HomePage(
        front=front_matter("the record", wide=True, title=settings.site_name, description=settings.site_description),
        name=settings.site_name,
        introduction=prose.write(settings.introduction or settings.site_description, here),
        claims=words.count(len(standing), "claim"),
        documents=words.count(len(record.sources), "document"),
        origins=words.count(len({item.source.origin for item in record.sources.values()}), "independent origin"),
        bar=bar.bar([(item.verdict.id, item.count) for item in verdicts]),
        verdicts=verdicts,
        disputed=tuple(parts.claim_card(card, record, here) for card in disputed),
        newest=tuple(parts.claim_card(card, record, here) for card in _newest(standing, disputed)),
        picture=_picture(record),
        lineage=here.to(addresses.LINEAGE),
        unsettled=tuple(item for item in verdicts if settings.verdicts[item.verdict.id].number is None),
        limits=parts.hand_written(addresses.LIMITS, record, here),
        doors=_doors(record, here),
    )


def _verdicts(cards: Iterable[Card], record: Record, here: Here) -> Iterator[VerdictCount]:
    counts = Counter(card.verdict for card in cards)
    for name in record.settings.verdicts:
        if counts[name]:
            href = here.to(addresses.EXPLORE, query=f"verdict={name}")
            standing = words.count(counts[name], "claim is", "claims are")
            yield VerdictCount(parts.badge(name, record.settings), counts[name], standing, href)


def most_disputed(cards: Iterable[Card]) -> list[Card]:
    """Choose the claims on which most origins stand against each other."""

    def key(card: Card) -> tuple[int, int, int, str]:
        tally = card.tally
        return -min(tally.origins_for, tally.origins_against), -tally.origins, -tally.documents, card.id

    contested = (card for card in cards if card.tally.origins_for and card.tally.origins_against)
    return sorted(contested, key=key)[:CARDS]


def _newest(cards: Iterable[Card], shown: Iterable[Card]) -> list[Card]:
    taken = {card.id for card in shown}
    ordered = sorted(cards, key=lambda card: (card.reviewed.last.isoformat(), card.id), reverse=True)
    return list(islice((card for card in ordered if card.id not in taken), CARDS))


def _picture(record: Record) -> Markup:
    if len(record.sources) > SOURCES_DRAWN:
        return Markup()
    sources = [archived.source for archived in record.sources.values()]
    return lineage.draw(
        descent.trees(sources, record),
        "Which documents go back to which origin",
        "The same facts stand as a table on the page on lineage.",
    )


def _doors(record: Record, here: Here) -> tuple[Door, ...]:
    def door(who: str, what: str, *links: tuple[str, str]) -> Door:
        there = [(text, to) for text, to in links if to not in addresses.HAND_WRITTEN or to in record.hand_written]
        return Door(who, what, tuple(Anchor(text, here.to(to)) for text, to in there))

    return (
        door(
            "Readers",
            "What was claimed, and what the documents say to it.",
            ("All claims", addresses.CLAIMS),
            ("Find a claim", addresses.EXPLORE),
            ("Timeline", addresses.TIMELINE),
        ),
        door(
            "Reviewers",
            "How verdicts are reached, and the words on which they rest.",
            ("Methodology", addresses.METHODOLOGY),
            ("Compare the documents", addresses.COMPARE),
            ("Corrections", addresses.CORRECTIONS),
        ),
        door(
            "Editors",
            "What is on record of each document, and how the site is made.",
            ("Coverage", addresses.COVERAGE),
            ("Verdict scale", addresses.SCALE),
            ("How it is made", addresses.PROJECT),
        ),
        door(
            "Data users",
            "Every claim, verdict and quote, for programs.",
            ("Use the data", addresses.DATA_GUIDE),
            ("Sources", addresses.SOURCES),
        ),
    )
