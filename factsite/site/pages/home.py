"""The home page: what the record is about, how it stands, and a way in for each kind of visitor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup

from factsite.site import addresses, prose
from factsite.site.addresses import Here
from factsite.site.dialect import fill
from factsite.site.edition import Badge, Edition
from factsite.site.output import Output
from factsite.site.pages import descent, parts
from factsite.site.pages.parts import Anchor, ClaimCard, HandWritten
from factsite.site.pictures import bar, lineage
from factsite.verify.record import Card, Record

CARDS = 4
SOURCES_DRAWN = 12
"""So many sources fit into the small picture of lineage."""


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """A verdict, how many claims have it, and the list of these."""

    verdict: Badge
    count: str
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
    introduction_lang: Markup
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
    limits: HandWritten | None
    doors: tuple[Door, ...]


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the home page."""
    inputs = ("settings", *(f"card:{name}" for name in record.cards), *(f"source:{name}" for name in record.sources))
    here = Here(addresses.HOME, edition)
    yield Output(here.path, inputs, partial(_make, record, here))


def _make(record: Record, here: Here) -> bytes:
    return fill("pages/home.md.j2", here.words, page=view(record, here))


def view(record: Record, here: Here) -> HomePage:
    """Decide what the home page shows."""
    settings, edition, words = record.settings, here.edition, here.words
    counts = _counts(record)
    standing = [card for card in record.cards.values() if card.withdrawn is None]
    verdicts = tuple(_verdicts(counts, here))
    introduction = edition.labels.introduction or edition.labels.description
    disputed = most_disputed(standing)
    return HomePage(
        front=here.front("the record", wide=True, title=edition.name, description=edition.description),
        name=edition.name,
        introduction=prose.write(introduction or settings.introduction or settings.site_description, here),
        introduction_lang=Markup() if introduction or edition.is_own else words.lang(settings.language),
        claims=parts.claims(len(standing), words),
        documents=parts.documents(len(record.sources), words),
        origins=parts.independent_origins(len({item.source.origin for item in record.sources.values()}), words),
        bar=bar.bar([(item.verdict.id, counts[item.verdict.id]) for item in verdicts], rtl=words.is_rtl),
        verdicts=verdicts,
        disputed=tuple(parts.claim_card(card, here) for card in disputed),
        newest=tuple(parts.claim_card(card, here) for card in _newest(standing, disputed)),
        picture=_picture(record, edition),
        lineage=here.to(addresses.LINEAGE),
        unsettled=tuple(item for item in verdicts if settings.verdicts[item.verdict.id].number is None),
        limits=parts.hand_written(addresses.LIMITS, record, here),
        doors=_doors(record, here),
    )


def _counts(record: Record) -> Counter[str]:
    """Count the claims that stand, by verdict."""
    return Counter(card.verdict for card in record.cards.values() if card.withdrawn is None)


def _verdicts(counts: Counter[str], here: Here) -> Iterator[VerdictCount]:
    words = here.words
    for name in here.edition.settings.verdicts:
        if number := counts[name]:
            href = here.to(addresses.EXPLORE, query=f"verdict={name}")
            standing = words.count(number, "{number} claim is", "{number} claims are")
            yield VerdictCount(here.edition.verdict(name), words.number(number), standing, href)


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


def _picture(record: Record, edition: Edition) -> Markup:
    if len(record.sources) > SOURCES_DRAWN:
        return Markup()
    sources = [archived.source for archived in record.sources.values()]
    return lineage.draw(
        descent.trees(sources, edition),
        edition.words.say("Which documents go back to which origin"),
        edition.words.say("The same facts stand as a table on the page on lineage."),
        rtl=edition.words.is_rtl,
    )


def _doors(record: Record, here: Here) -> tuple[Door, ...]:
    say = here.words.say

    def door(who: str, what: str, *links: tuple[str, str]) -> Door:
        return Door(who, what, tuple(link for text, to in links if (link := _way(text, to, record, here))))

    return (
        door(
            say("Readers"),
            say("What was claimed, and what the documents say to it."),
            (say("All claims"), addresses.CLAIMS),
            (say("Find a claim"), addresses.EXPLORE),
            (say("Timeline"), addresses.TIMELINE),
        ),
        door(
            say("Reviewers"),
            say("How verdicts are reached, and the words on which they rest."),
            (say("Methodology"), addresses.METHODOLOGY),
            (say("Compare the documents"), addresses.COMPARE),
            (say("Corrections"), addresses.CORRECTIONS),
        ),
        door(
            say("Editors"),
            say("What is on record of each document, and how the site is made."),
            (say("Coverage"), addresses.COVERAGE),
            (say("Verdict scale"), addresses.SCALE),
            (say("How it is made"), addresses.PROJECT),
        ),
        door(
            say("Data users"),
            say("Every claim, verdict and quote, for programs."),
            (say("Use the data"), addresses.DATA_GUIDE),
            (say("Sources"), addresses.SOURCES),
        ),
    )


def _way(text: str, to: str, record: Record, here: Here) -> Anchor | None:
    if to not in addresses.HAND_WRITTEN:
        return Anchor(text, here.to(to))
    page = parts.hand_written(to, record, here)
    return Anchor(f"{text}{page.mark}", page.href) if page else None
