"""The comparison of all claims with all sources, and the same for each topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.corpus.model import Stance
from factsite.site import addresses, words
from factsite.site.addresses import Here
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output, fact
from factsite.site.pages import matrix, parts
from factsite.site.pages.matrix import Matrix
from factsite.site.pages.parts import Anchor, Leaf, Pager
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class Selection:
    """Which claims are compared, under what title, and where."""

    first: str
    title: str
    description: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ComparePage:
    """A page of a comparison."""

    front: Markup
    title: str
    lead: str
    elsewhere: tuple[Anchor, ...]
    stances: tuple[tuple[Stance, str], ...]
    matrix: Matrix
    grouped: bool
    pager: Pager


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic in the index of topics."""

    label: str
    href: Markup
    claims: str


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """The index of topics."""

    front: Markup
    topics: tuple[TopicEntry, ...]


def outputs(record: Record) -> Iterator[Output]:
    """Give the comparison, the pages of topics, and the index of topics."""
    cards = parts.in_reading_order(record)
    whole = Selection(
        addresses.COMPARE,
        "Compare",
        "All claims by all documents: who supports, contradicts, qualifies or only mentions what.",
    )
    yield from _pages(whole, cards, record)
    by_topic = _by_topic(cards, record)
    for name, members in by_topic.items():
        label = record.settings.topics[name]
        yield from _pages(
            Selection(addresses.topic(name), label, f"Claims on record about: {label}.", name), members, record
        )
    inputs = ("settings", *(fact(f"claims on {topic}", len(members)) for topic, members in by_topic.items()))
    yield Output(addresses.TOPICS, inputs, partial(_make_topics, by_topic, record))


def _by_topic(cards: list[Card], record: Record) -> dict[str, list[Card]]:
    """Give each topic its claims; a claim of several topics stands under each."""
    found: dict[str, list[Card]] = {topic: [] for topic in record.settings.topics}
    for card in cards:
        for topic in card.topics:
            found[topic].append(card)
    return found


def _pages(scope: Selection, cards: list[Card], record: Record) -> Iterator[Output]:
    pages = matrix.paged(cards)
    for number, entries in enumerate(pages, start=1):
        leaf = Leaf(entries, number, len(pages))
        path = addresses.further(scope.first, number)
        yield Output(path, (leaf.input, *matrix.inputs(entries)), partial(_make, scope, leaf, record))


def _make(scope: Selection, leaf: Leaf[Card], record: Record) -> bytes:
    return fill("pages/compare.md.j2", page=view(scope, leaf, record))


def view(scope: Selection, leaf: Leaf[Card], record: Record) -> ComparePage:
    """Decide what a page of a comparison shows."""
    here = Here(addresses.further(scope.first, leaf.number))
    whole = not scope.topic
    topics = (Anchor(label, here.to(addresses.topic(name))) for name, label in record.settings.topics.items())
    return ComparePage(
        front=front_matter("claims/", wide=True, title=parts.paged(scope.title, leaf), description=scope.description),
        title=scope.title,
        lead=scope.description if whole else f"{words.count(len(leaf.entries), 'claim')} on this page.",
        elsewhere=tuple(topics) if whole else (Anchor("All claims compared", here.to(addresses.COMPARE)),),
        stances=matrix.STANCES,
        matrix=matrix.matrix(leaf.entries, record, here, scope.topic),
        grouped=whole,
        pager=parts.pager(leaf, scope.first, here),
    )


def _make_topics(by_topic: dict[str, list[Card]], record: Record) -> bytes:
    here = Here(addresses.TOPICS)
    topics = tuple(
        TopicEntry(record.settings.topics[name], here.to(addresses.topic(name)), words.count(len(cards), "claim"))
        for name, cards in by_topic.items()
    )
    front = front_matter("mkdocs.yml", within=True, title="Topics", description="What the claims on record are about.")
    return fill("pages/topics.md.j2", page=TopicsPage(front, topics))
