"""The comparison of all claims with all sources, and the same for each topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.corpus.model import Stance
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, fill
from factsite.site.edition import Edition
from factsite.site.output import Output, fact
from factsite.site.pages import matrix, parts
from factsite.site.pages.matrix import Matrix
from factsite.site.pages.parts import Anchor, Leaf, Pager
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class Selection:
    """Which claims are compared, under what title, and where."""

    first: str
    title: str | Told
    description: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ComparePage:
    """A page of a comparison."""

    front: Markup
    title: str | Told
    lead: str
    elsewhere: tuple[Anchor, ...]
    stances: tuple[tuple[Stance, str], ...]
    stance_words: Mapping[Stance, str]
    matrix: Matrix
    grouped: bool
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic in the index of topics."""

    label: Told
    href: Markup
    claims: str


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """The index of topics."""

    front: Markup
    topics: tuple[TopicEntry, ...]


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the comparison, the pages of topics, and the index of topics."""
    cards, words = parts.in_reading_order(record), edition.words
    whole = Selection(
        addresses.COMPARE,
        words.say("Compare"),
        words.say("All claims by all documents: who supports, contradicts, qualifies or only mentions what."),
    )
    yield from _pages(whole, cards, record, edition)
    by_topic = _by_topic(cards, record)
    for name, members in by_topic.items():
        label = edition.topic(name)
        about = words.say("Claims on record about: {topic}.", topic=label)
        yield from _pages(Selection(addresses.topic(name), label, about, name), members, record, edition)
    inputs = ("settings", *(fact(f"claims on {topic}", len(members)) for topic, members in by_topic.items()))
    here = Here(addresses.TOPICS, edition)
    yield Output(here.path, inputs, partial(_make_topics, by_topic, here))


def _by_topic(cards: list[Card], record: Record) -> dict[str, list[Card]]:
    """Give each topic its claims; a claim of several topics stands under each."""
    found: dict[str, list[Card]] = {topic: [] for topic in record.settings.topics}
    for card in cards:
        for topic in card.topics:
            found[topic].append(card)
    return found


def _pages(scope: Selection, cards: list[Card], record: Record, edition: Edition) -> Iterator[Output]:
    pages = matrix.paged(cards)
    for number, entries in enumerate(pages, start=1):
        leaf = Leaf(entries, number, len(pages))
        here = Here(addresses.further(scope.first, number), edition)
        yield Output(here.path, (leaf.input, *matrix.inputs(entries)), partial(_make, scope, leaf, record, here))


def _make(scope: Selection, leaf: Leaf[Card], record: Record, here: Here) -> bytes:
    return fill("pages/compare.md.j2", here.words, page=view(scope, leaf, record, here))


def view(scope: Selection, leaf: Leaf[Card], record: Record, here: Here) -> ComparePage:
    """Decide what a page of a comparison shows."""
    whole, edition, words = not scope.topic, here.edition, here.words
    stances = tuple((stance, words.stance(stance)) for stance in Stance)
    topics = (Anchor(edition.topic(name), here.to(addresses.topic(name))) for name in record.settings.topics)
    on_page = words.count(len(leaf.entries), "{number} claim on this page.", "{number} claims on this page.")
    return ComparePage(
        front=here.front(
            "claims/", wide=True, title=parts.paged(str(scope.title), leaf, words), description=scope.description
        ),
        title=scope.title,
        lead=scope.description if whole else on_page,
        elsewhere=tuple(topics) if whole else (Anchor(words.say("All claims compared"), here.to(addresses.COMPARE)),),
        stances=stances,
        stance_words=dict(stances),
        matrix=matrix.matrix(leaf.entries, record, here, scope.topic),
        grouped=whole,
        pager=parts.pager(leaf, scope.first, here),
    )


def _make_topics(by_topic: dict[str, list[Card]], here: Here) -> bytes:
    words, edition = here.words, here.edition
    topics = tuple(
        TopicEntry(edition.topic(name), here.to(addresses.topic(name)), parts.claims(len(cards), words))
        for name, cards in by_topic.items()
    )
    front = here.front(
        "mkdocs.yml",
        within=True,
        title=words.say("Topics"),
        description=words.say("What the claims on record are about."),
    )
    return fill("pages/topics.md.j2", words, page=TopicsPage(front, topics))
