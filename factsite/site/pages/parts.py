"""Views that several kinds of page share: a verdict's badge, a claim's card, a link, the pages of a long list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from factsite.corpus.model import Source
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told
from factsite.site.edition import Badge, Edition
from factsite.site.output import fact
from factsite.site.words import Words
from factsite.verify.record import Card, Record

T = TypeVar("T")

ENTRIES_ON_PAGE = 100


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that lead somewhere."""

    text: str | Told
    href: Markup


@dataclass(frozen=True, slots=True)
class Numbers:
    """A claim's tally in words."""

    speaking: str
    origins: str
    documents_for: int
    origins_for: str
    documents_against: int
    origins_against: str
    silent: int
    not_looked_at: int


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim in short, on any page but its own."""

    href: Markup
    claim: Told
    byline: str
    verdict: Badge
    certainty: str
    summary: Told
    numbers: Numbers
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a long list: its entries, its number, and the number of the last page."""

    entries: Sequence[T]
    number: int
    last: int

    @property
    def input(self) -> str:
        """Name what its pager depends on."""
        return fact("pages", self.last)


def leaves(entries: Sequence[T], size: int = ENTRIES_ON_PAGE) -> list[Leaf[T]]:
    """Split a long list into pages; an empty list still has one."""
    starts = range(0, max(len(entries), 1), size)
    return [Leaf(entries[start : start + size], number, len(starts)) for number, start in enumerate(starts, start=1)]


def paged(title: str, leaf: Leaf[T], words: Words) -> str:
    """Give the title of a page of a list."""
    if leaf.number == 1:
        return title
    number, last = words.number(leaf.number), words.number(leaf.last)
    return words.say("{title}, page {number} of {last}", title=title, number=number, last=last)


@dataclass(frozen=True, slots=True)
class Pager:
    """The way from one page of a list to the others."""

    number: str
    last: str
    previous: Markup | None
    following: Markup | None


def pager(leaf: Leaf[T], first: str, here: Here) -> Pager | None:
    """Link a page of a list with its neighbours, if it has any."""

    def to(number: int) -> Markup | None:
        return here.to(addresses.further(first, number)) if 1 <= number <= leaf.last else None

    if leaf.last == 1:
        return None
    number, last = here.words.number(leaf.number), here.words.number(leaf.last)
    return Pager(number, last, to(leaf.number - 1), to(leaf.number + 1))


@dataclass(frozen=True, slots=True)
class HandWritten:
    """The way to a page that people write; `mark` names its language where that is not the edition's."""

    href: Markup
    mark: str


def hand_written(page: str, record: Record, here: Here, part: str = "") -> HandWritten | None:
    """Link a page that people write, or a part of it, as far as the site has it: in this edition, or in the first."""
    for name, language in (
        (addresses.written_in(page, here.edition), here.edition.language),
        (page, record.settings.language),
    ):
        if name in record.hand_written:
            known = f"{name}#{part}" in record.hand_written
            mark = f" ({here.words.language_name(language)})" if language != here.edition.language else ""
            return HandWritten(here.beyond(name, part if known else ""), mark)
    return None


def byline(card: Card, edition: Edition) -> str:
    """Say whose claim it is and since when it stands."""
    words = edition.words
    who = words.named(card.claimants)
    return words.say("{claimant}, {date}", claimant=who, date=words.when(card.claimed)) if card.claimed else who


def documents(number: int, words: Words) -> str:
    """Count documents."""
    return words.count(number, "{number} document", "{number} documents")


def origins(number: int, words: Words) -> str:
    """Count origins."""
    return words.count(number, "{number} origin", "{number} origins")


def independent_origins(number: int, words: Words) -> str:
    """Count independent origins."""
    return words.count(number, "{number} independent origin", "{number} independent origins")


def claims(number: int, words: Words) -> str:
    """Count claims."""
    return words.count(number, "{number} claim", "{number} claims")


def numbers(card: Card, words: Words) -> Numbers:
    """Put a tally into words."""
    tally = card.tally
    return Numbers(
        speaking=documents(tally.documents, words),
        origins=independent_origins(tally.origins, words),
        documents_for=tally.documents_for,
        origins_for=origins(tally.origins_for, words),
        documents_against=tally.documents_against,
        origins_against=origins(tally.origins_against, words),
        silent=len(tally.silent),
        not_looked_at=len(tally.not_looked_at),
    )


def claim_card(card: Card, here: Here) -> ClaimCard:
    """Show a claim in short."""
    edition = here.edition
    return ClaimCard(
        href=here.to(addresses.claim(card.id)),
        claim=edition.claim(card),
        byline=byline(card, edition),
        verdict=edition.verdict(card.verdict),
        certainty=card.certainty.value,
        summary=edition.summary(card),
        numbers=numbers(card, edition.words),
        withdrawn=card.withdrawn is not None,
    )


def claim_anchor(card: Card, here: Here) -> Anchor:
    """Lead to a claim's page by the claim."""
    return Anchor(here.edition.claim(card), here.to(addresses.claim(card.id)))


def in_reading_order(record: Record) -> list[Card]:
    """Sort all claims as indexes list them: by first topic, then by date, then by id."""
    rank = {topic: number for number, topic in enumerate(record.settings.topics)}

    def key(card: Card) -> tuple[int, str, str]:
        stated = card.claimed or card.about
        return rank[card.topics[0]], stated.stated.isoformat() if stated else "9", card.id

    return sorted(record.cards.values(), key=key)


def dated(source: Source, words: Words) -> str:
    """Say when a source was published, or that it does not say."""
    return words.when(source.published) if source.published else words.say("no date stated")
