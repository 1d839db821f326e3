"""Views that several kinds of page share: a verdict's badge, a claim's card, a link, the pages of a long list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from factsite.corpus.model import Settings, Source
from factsite.site import addresses, words
from factsite.site.addresses import Here
from factsite.site.output import fact
from factsite.site.urls import relative
from factsite.verify.record import Card, Record

T = TypeVar("T")

ENTRIES_ON_PAGE = 100

HINDI = "hi"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that lead somewhere."""

    text: str
    href: Markup


@dataclass(frozen=True, slots=True)
class Badge:
    """A verdict as readers meet it: its icon and tone come with its id, from a stylesheet made of the settings."""

    id: str
    label: str
    meaning: str


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
    claim: str
    byline: str
    verdict: Badge
    certainty: str
    summary: str
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


def paged(title: str, leaf: Leaf[T]) -> str:
    """Give the title of a page of a list."""
    return title if leaf.number == 1 else f"{title}, page {leaf.number} of {leaf.last}"


@dataclass(frozen=True, slots=True)
class Pager:
    """The way from one page of a list to the others."""

    number: int
    last: int
    previous: Markup | None
    following: Markup | None


def pager(leaf: Leaf[T], first: str, here: Here) -> Pager:
    """Link a page of a list with its neighbours."""

    def to(number: int) -> Markup | None:
        return here.to(addresses.further(first, number)) if 1 <= number <= leaf.last else None

    return Pager(leaf.number, leaf.last, to(leaf.number - 1), to(leaf.number + 1))


def hand_written(page: str, record: Record, here: Here, part: str = "") -> Markup | None:
    """Link a page that people write, or a part of it, as far as the site has it."""
    if page not in record.hand_written:
        return None
    return here.to(page, part if f"{page}#{part}" in record.hand_written else "")


def has_hindi(record: Record) -> bool:
    """Tell whether any claim is translated, so that there is an index in Hindi."""
    return any(HINDI in card.translations for card in record.cards.values())


def in_both(english: str, hindi: str) -> dict[str, str]:
    """Name, for a page's front matter, where it stands in either language."""
    return {"english": relative(english), "hindi": relative(hindi)}


def badge(verdict: str, settings: Settings) -> Badge:
    """Show a verdict."""
    found = settings.verdicts[verdict]
    return Badge(found.id, found.label, found.meaning)


def byline(card: Card) -> str:
    """Say whose claim it is and since when it stands."""
    return f"{card.claimant}, {words.when(card.claimed)}" if card.claimed else card.claimant


def numbers(card: Card) -> Numbers:
    """Put a tally into words."""
    tally = card.tally
    return Numbers(
        speaking=words.count(tally.documents, "document"),
        origins=words.count(tally.origins, "independent origin"),
        documents_for=tally.documents_for,
        origins_for=words.count(tally.origins_for, "origin"),
        documents_against=tally.documents_against,
        origins_against=words.count(tally.origins_against, "origin"),
        silent=len(tally.silent),
        not_looked_at=len(tally.not_looked_at),
    )


def claim_card(card: Card, record: Record, here: Here) -> ClaimCard:
    """Show a claim in short."""
    return ClaimCard(
        href=here.to(addresses.claim(card.id)),
        claim=card.claim,
        byline=byline(card),
        verdict=badge(card.verdict, record.settings),
        certainty=card.certainty.value,
        summary=card.summary,
        numbers=numbers(card),
        withdrawn=card.withdrawn is not None,
    )


def in_reading_order(record: Record) -> list[Card]:
    """Sort all claims as indexes list them: by first topic, then by date, then by id."""
    rank = {topic: number for number, topic in enumerate(record.settings.topics)}

    def key(card: Card) -> tuple[int, str, str]:
        stated = card.claimed or card.about
        return rank[card.topics[0]], stated.stated.isoformat() if stated else "9", card.id

    return sorted(record.cards.values(), key=key)


def dated(source: Source) -> str:
    """Say when a source was published, or that it does not say."""
    return words.when(source.published) if source.published else "no date stated"
