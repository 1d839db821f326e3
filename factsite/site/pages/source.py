"""The pages of a source: what it is, where it came from, and its quotes in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup

from factsite.corpus.model import Source, Stance
from factsite.corpus.text import Span
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, address, fill
from factsite.site.edition import Edition
from factsite.site.output import Output
from factsite.site.pages import parts, uses
from factsite.site.pages.citations import lines_between
from factsite.site.pages.context import Stretch, quotes, shown, stretches
from factsite.site.pages.parts import Anchor, HandWritten, Leaf, Pager
from factsite.site.pages.uses import Use
from factsite.site.words import Words
from factsite.verify.record import ArchivedSource, Card, Record
from factsite.verify.shares import showable

QUOTES_LISTED = 60
CLAIMS_LISTED = 20
"""So many quotes, and claims in each of the two lists, are named on one page; the comparison holds the rest."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is known of a source; `inferred` where the document does not state it."""

    label: str
    text: str | Told
    inferred: bool = False
    href: Markup | None = None


@dataclass(frozen=True, slots=True)
class UseView:
    """A quote's claim, under the quote's number on the page."""

    number: int
    claim: Told
    href: Markup
    stance: Stance
    stance_word: str


@dataclass(frozen=True, slots=True)
class StretchView:
    """A stretch of the source with the claims that quote it."""

    stretch: Stretch
    lines: str
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Everything that a page of a source shows; `in_part` where it may not show all of the document."""

    front: Markup
    name: str
    title: str
    lang: Markup
    facts: tuple[Fact, ...]
    note: Told
    file: str
    lines: str
    sha256: str
    quotes: str
    in_part: bool
    stretches: tuple[StretchView, ...]
    notes: dict[int, Markup]
    alone: tuple[Anchor, ...]
    left_out: tuple[Anchor, ...]
    limits: HandWritten | None
    coverage: Markup
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """A source, a page of it, and the claims that quote it or leave it out."""

    archived: ArchivedSource
    leaf: Leaf[int]
    claims: tuple[str, ...]
    left_out: tuple[Card, ...]

    @property
    def page(self) -> str:
        """Give the address of the page in an edition."""
        return addresses.further(addresses.source(self.archived.source.id), self.leaf.number)


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the pages of every source."""
    claims = uses.by_source(record)
    left_out = _left_out(record)
    for name, archived in record.sources.items():
        for leaf in parts.leaves(range(addresses.windows(archived)), 1):
            subject = QuotedSource(archived, leaf, tuple(claims[name]), tuple(left_out[name][:CLAIMS_LISTED]))
            inputs = ("settings", f"source:{name}", *_inputs(subject))
            here = Here(subject.page, edition)
            yield Output(here.path, inputs, partial(_make, subject, record, here))


def _left_out(record: Record) -> Mapping[str, list[Card]]:
    """Give, by source, the claims found in several others on which it is silent."""
    found: dict[str, list[Card]] = defaultdict(list)
    for card in parts.in_reading_order(record):
        if len(card.stances) > 1:
            for name in card.tally.silent:
                found[name].append(card)
    return found


def _inputs(subject: QuotedSource) -> Iterator[str]:
    for name in subject.claims:
        yield f"claim:{name}"
        yield f"card:{name}"
    if subject.leaf.number == 1:
        yield from (f"card:{card.id}" for card in subject.left_out)
        if subject.archived.source.derived_from:
            yield f"source:{subject.archived.source.derived_from}"


def _make(subject: QuotedSource, record: Record, here: Here) -> bytes:
    return fill("pages/source.md.j2", here.words, page=view(subject, record, here))


def view(subject: QuotedSource, record: Record, here: Here) -> SourcePage:
    """Decide what a page of a source shows."""
    source, words = subject.archived.source, here.words
    number = subject.leaf.number
    quoting = uses.in_order(source.id, list(subject.claims), record)
    listed = [use for use in quoting if _page_of(use, subject.archived) == number]
    first = number == 1
    most = showable(subject.archived, record.settings.rules)
    return SourcePage(
        front=here.front(
            source.path,
            title=parts.paged(source.name, subject.leaf, words),
            description=f"{source.title}. {_described(source, words)}",
        ),
        name=source.name,
        title=source.title,
        lang=words.lang(source.language),
        facts=tuple(_facts(source, record, here)) if first else (),
        note=here.edition.told(source.note or "" if first else ""),
        file=subject.archived.document.path,
        lines=f"{source.lines.first}–{source.lines.last}" if source.lines else words.say("all"),
        sha256=source.sha256,
        quotes=words.count(
            len(quoting),
            "{number} quote in the order of the document, marked in the sentences in which they stand.",
            "{number} quotes in the order of the document, marked in the sentences in which they stand.",
        ),
        in_part=most < 1,
        stretches=tuple(_stretches(subject, listed, shown(subject.archived, quoting, most), here)),
        notes={number: _to(use, here) for number, use in enumerate(listed, start=1)},
        alone=tuple(_alone(subject, record, here)) if first else (),
        left_out=tuple(parts.claim_anchor(card, here) for card in subject.left_out) if first else (),
        limits=parts.hand_written(addresses.LIMITS, record, here),
        coverage=here.to(addresses.coverage(source.id)),
        pager=parts.pager(subject.leaf, addresses.source(source.id), here),
    )


def _described(source: Source, words: Words) -> str:
    return words.say(
        "{kind}, {date}, in {language}.",
        kind=words.begun(words.kind(source)),
        date=parts.dated(source, words),
        language=words.language_name(source.language),
    )


def _facts(source: Source, record: Record, here: Here) -> Iterator[Fact]:
    inferred, words, edition = frozenset(source.inferred), here.words, here.edition
    say, unstated = words.say, words.say("not stated in the document")
    yield Fact(say("Publisher"), source.publisher or unstated, "publisher" in inferred)
    published = words.moment(source.published) if source.published else unstated
    yield Fact(say("Published"), published, "published" in inferred)
    if source.updated:
        yield Fact(say("Updated"), words.moment(source.updated), "updated" in inferred)
    language = words.language_name(source.language)
    if source.machine_translated:
        language = say("{language}, translated by a machine", language=language)
    yield Fact(say("Language"), language, bool(inferred & {"language", "machine_translated"}))
    yield Fact(say("Origin"), edition.origin(source.origin), "origin" in inferred, here.to(addresses.LINEAGE))
    yield Fact(say("Relation to it"), words.relation(source.relation), "relation" in inferred)
    if source.derived_from:
        parent = record.sources[source.derived_from].source
        there = here.to(addresses.source(parent.id))
        yield Fact(say("Taken from"), parent.name, "derived_from" in inferred, there)
    if source.primary:
        kind = say("primary document, itself the act or the record that others report")
        yield Fact(say("Kind"), kind, "primary" in inferred)
    if source.quotable:
        yield Fact(say("May be quoted whole"), edition.told(source.quotable.whole))
    if source.url:
        yield Fact(say("Address"), source.url, "url" in inferred, address(source.url))
    if source.archived:
        yield Fact(say("Archived at"), source.archived, "archived" in inferred, address(source.archived))


def _page_of(use: Use, archived: ArchivedSource) -> int:
    return addresses.citation_page(archived, use.evidence.quote.passages[0])


def _stretches(subject: QuotedSource, quoting: list[Use], spans: list[Span], here: Here) -> Iterator[StretchView]:
    for stretch in stretches(subject.archived, spans, quotes(subject.archived, quoting)):
        first, last = stretch.first_line, stretch.last_line
        yield StretchView(
            stretch,
            lines_between(first, last, here.words),
            tuple(_use(number, quoting[number - 1], here) for number in stretch.quotes if number <= QUOTES_LISTED),
        )


def _use(number: int, use: Use, here: Here) -> UseView:
    stance = use.evidence.stance
    return UseView(number, here.edition.claim(use.card), _to(use, here), stance, here.words.stance(stance))


def _to(use: Use, here: Here) -> Markup:
    return here.to(addresses.claim(use.card.id), f"e-{use.number}")


def _alone(subject: QuotedSource, record: Record, here: Here) -> Iterator[Anchor]:
    """List the claims to which this source alone speaks."""
    cards = (record.cards[name] for name in subject.claims)
    for card in islice((card for card in cards if len(card.stances) == 1), CLAIMS_LISTED):
        yield parts.claim_anchor(card, here)
