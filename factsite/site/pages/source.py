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
from factsite.site import addresses, words
from factsite.site.addresses import Here
from factsite.site.dialect import address, fill, front_matter
from factsite.site.output import Output
from factsite.site.pages import parts, uses
from factsite.site.pages.context import Stretch, quotes, shown, stretches
from factsite.site.pages.parts import Anchor, Leaf, Pager
from factsite.site.pages.uses import Use
from factsite.verify.record import ArchivedSource, Card, Record
from factsite.verify.shares import showable

QUOTES_LISTED = 60
CLAIMS_LISTED = 20
"""So many quotes, and claims in each of the two lists, are named on one page; the comparison holds the rest."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is known of a source; `inferred` where the document does not state it."""

    label: str
    text: str
    inferred: bool = False
    href: Markup | None = None


@dataclass(frozen=True, slots=True)
class UseView:
    """A quote's claim, under the quote's number on the page."""

    number: int
    claim: str
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
    language: str
    facts: tuple[Fact, ...]
    note: str
    file: str
    lines: str
    sha256: str
    quotes: str
    in_part: bool
    stretches: tuple[StretchView, ...]
    notes: dict[int, Markup]
    alone: tuple[Anchor, ...]
    left_out: tuple[Anchor, ...]
    limits: Markup | None
    coverage: Markup
    pager: Pager


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """A source, a page of it, and the claims that quote it or leave it out."""

    archived: ArchivedSource
    leaf: Leaf[int]
    claims: tuple[str, ...]
    left_out: tuple[Card, ...]

    @property
    def path(self) -> str:
        """Give the address of the page."""
        return addresses.further(addresses.source(self.archived.source.id), self.leaf.number)


def outputs(record: Record) -> Iterator[Output]:
    """Give the pages of every source."""
    claims = uses.by_source(record)
    left_out = _left_out(record)
    for name, archived in record.sources.items():
        for leaf in parts.leaves(range(addresses.windows(archived)), 1):
            subject = QuotedSource(archived, leaf, tuple(claims[name]), tuple(left_out[name][:CLAIMS_LISTED]))
            inputs = ("settings", f"source:{name}", *_inputs(subject))
            yield Output(subject.path, inputs, partial(_make, subject, record))


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


def _make(subject: QuotedSource, record: Record) -> bytes:
    return fill("pages/source.md.j2", page=view(subject, record))


def view(subject: QuotedSource, record: Record) -> SourcePage:
    """Decide what a page of a source shows."""
    source = subject.archived.source
    here, number = Here(subject.path), subject.leaf.number
    quoting = uses.in_order(source.id, list(subject.claims), record)
    listed = [use for use in quoting if _page_of(use, subject.archived) == number]
    first = number == 1
    most = showable(subject.archived, record.settings.rules)
    return SourcePage(
        front=front_matter(
            source.path,
            title=parts.paged(source.name, subject.leaf),
            description=f"{source.title}. {_described(source)}",
        ),
        name=source.name,
        title=source.title,
        language=source.language,
        facts=tuple(_facts(source, record, here)) if first else (),
        note=source.note or "" if first else "",
        file=subject.archived.document.path,
        lines=f"{source.lines.first}–{source.lines.last}" if source.lines else "all",
        sha256=source.sha256,
        quotes=words.count(len(quoting), "quote"),
        in_part=most < 1,
        stretches=tuple(_stretches(subject, listed, shown(subject.archived, quoting, most), here)),
        notes={number: _to(use, here) for number, use in enumerate(listed, start=1)},
        alone=tuple(_alone(subject, record, here)) if first else (),
        left_out=tuple(_anchor(card, here) for card in subject.left_out) if first else (),
        limits=parts.hand_written(addresses.LIMITS, record, here),
        coverage=here.to(addresses.coverage(source.id)),
        pager=parts.pager(subject.leaf, addresses.source(source.id), here),
    )


def _described(source: Source) -> str:
    return f"{words.kind(source).capitalize()}, {parts.dated(source)}, in {words.language(source.language)}."


def _facts(source: Source, record: Record, here: Here) -> Iterator[Fact]:
    inferred = frozenset(source.inferred)
    yield Fact("Publisher", source.publisher or "not stated in the document", "publisher" in inferred)
    published = words.moment(source.published) if source.published else "not stated in the document"
    yield Fact("Published", published, "published" in inferred)
    if source.updated:
        yield Fact("Updated", words.moment(source.updated), "updated" in inferred)
    translated = ", translated by a machine" if source.machine_translated else ""
    yield Fact(
        "Language", words.language(source.language) + translated, bool(inferred & {"language", "machine_translated"})
    )
    yield Fact("Origin", record.settings.origins[source.origin], "origin" in inferred, here.to(addresses.LINEAGE))
    yield Fact("Relation to it", words.RELATION[source.relation], "relation" in inferred)
    if source.derived_from:
        parent = record.sources[source.derived_from].source
        yield Fact("Taken from", parent.name, "derived_from" in inferred, here.to(addresses.source(parent.id)))
    if source.primary:
        yield Fact("Kind", f"{words.PRIMARY}, itself the act or the record that others report", "primary" in inferred)
    if source.quotable:
        yield Fact("May be quoted whole", source.quotable.whole)
    if source.url:
        yield Fact("Address", source.url, "url" in inferred, address(source.url))
    if source.archived:
        yield Fact("Archived at", source.archived, "archived" in inferred, address(source.archived))


def _page_of(use: Use, archived: ArchivedSource) -> int:
    return addresses.citation_page(archived, use.evidence.quote.passages[0])


def _stretches(subject: QuotedSource, quoting: list[Use], spans: list[Span], here: Here) -> Iterator[StretchView]:
    for stretch in stretches(subject.archived, spans, quotes(subject.archived, quoting)):
        first, last = stretch.first_line, stretch.last_line
        yield StretchView(
            stretch,
            f"line {first}" if first == last else f"lines {first}–{last}",
            tuple(_use(number, quoting[number - 1], here) for number in stretch.quotes if number <= QUOTES_LISTED),
        )


def _use(number: int, use: Use, here: Here) -> UseView:
    stance = use.evidence.stance
    return UseView(number, use.card.claim, _to(use, here), stance, words.STANCE[stance])


def _to(use: Use, here: Here) -> Markup:
    return here.to(addresses.claim(use.card.id), f"e-{use.number}")


def _alone(subject: QuotedSource, record: Record, here: Here) -> Iterator[Anchor]:
    """List the claims to which this source alone speaks."""
    cards = (record.cards[name] for name in subject.claims)
    for card in islice((card for card in cards if len(card.stances) == 1), CLAIMS_LISTED):
        yield _anchor(card, here)


def _anchor(card: Card, here: Here) -> Anchor:
    return Anchor(card.claim, here.to(addresses.claim(card.id)))
