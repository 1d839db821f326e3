"""The page of lineage: which document goes back to which origin, and what the texts themselves say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from markupsafe import Markup

from factsite.corpus.model import Relation, Source
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, fill
from factsite.site.edition import Edition
from factsite.site.output import Output, fact
from factsite.site.pages import descent, pairs, parts
from factsite.site.pages.pairs import Kinship
from factsite.site.pages.parts import Anchor, HandWritten, Leaf, Pager
from factsite.site.pictures import lineage
from factsite.site.words import Words
from factsite.verify.record import Pair, Record

SOURCES_ON_PAGE = 40


@dataclass(frozen=True, slots=True)
class DescentRow:
    """A source, its origin, and whence it was taken; `no_parent` stands where no source is named for that."""

    source: Anchor
    origin: Told
    relation: str
    parent: Anchor | None
    no_parent: str
    published: str
    inferred: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two related sources and how much of their words they share."""

    href: Markup
    names: str
    shares: str
    declared: str


@dataclass(frozen=True, slots=True)
class LineagePage:
    """A page of lineage."""

    front: Markup
    lead: str
    picture: Markup
    rows: tuple[DescentRow, ...]
    pairs: tuple[PairRow, ...]
    limits: HandWritten | None
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sources and the pairs of one page."""

    sources: Leaf[Source]
    pairs: Sequence[Kinship]


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the pages of lineage."""
    rank = {origin: number for number, origin in enumerate(record.settings.origins)}
    sources = [archived.source for archived in record.sources.values()]
    sources.sort(key=lambda source: (rank[source.origin], source.id))
    kin = parts.leaves(pairs.related(record))
    groups = [leaf.entries for leaf in parts.leaves(sources, SOURCES_ON_PAGE)]
    last = max(len(kin), len(groups))
    for number, (own, leaf) in enumerate(zip_longest(groups, kin), start=1):
        sheet = Sheet(Leaf(own or [], number, last), leaf.entries if leaf else [])
        here = Here(addresses.further(addresses.LINEAGE, number), edition)
        yield Output(here.path, _inputs(sheet, record), partial(_make, sheet, record, here))


def _inputs(sheet: Sheet, record: Record) -> tuple[str, ...]:
    ids = dict.fromkeys(source.id for source in sheet.sources.entries)
    ids |= dict.fromkeys(source.derived_from for source in sheet.sources.entries if source.derived_from)
    ids |= dict.fromkeys(name for kinship in sheet.pairs for name in (kinship.left, kinship.right))
    whole = (sheet.sources.input, fact("sources", len(record.sources)), fact("origins", _origins(record)))
    return ("settings", "pairs", *whole, *(f"source:{name}" for name in ids))


def _make(sheet: Sheet, record: Record, here: Here) -> bytes:
    return fill("pages/lineage.md.j2", here.words, page=view(sheet, record, here))


def view(sheet: Sheet, record: Record, here: Here) -> LineagePage:
    """Decide what a page of lineage shows."""
    leaf, words = sheet.sources, here.words
    return LineagePage(
        front=here.front(
            "seeds/",
            wide=True,
            title=parts.paged(words.say("Lineage"), leaf, words),
            description=words.say("Who took from whom: documents, their origins, and the words that they share."),
        ),
        lead=words.say(
            "{documents}, {origins}.",
            documents=parts.documents(len(record.sources), words),
            origins=parts.independent_origins(_origins(record), words),
        ),
        picture=_picture(leaf.entries, here.edition) if leaf.entries else Markup(),
        rows=tuple(_row(source, record, here) for source in leaf.entries),
        pairs=tuple(_pair(kinship, record, here) for kinship in sheet.pairs),
        limits=parts.hand_written(addresses.LIMITS, record, here),
        pager=parts.pager(leaf, addresses.LINEAGE, here),
    )


def _origins(record: Record) -> int:
    return len({archived.source.origin for archived in record.sources.values()})


def _picture(sources: Sequence[Source], edition: Edition) -> Markup:
    return lineage.draw(
        descent.trees(sources, edition),
        edition.words.say("Which documents go back to which origin"),
        edition.words.say("Lines lead from each origin to its documents; the table below the picture says the same."),
        rtl=edition.words.is_rtl,
    )


def _row(source: Source, record: Record, here: Here) -> DescentRow:
    parent = record.sources[source.derived_from].source if source.derived_from else None
    words = here.words
    inferred = [name for name in ("origin", "relation", "derived_from") if name in source.inferred]
    return DescentRow(
        source=Anchor(source.name, here.to(addresses.source(source.id))),
        origin=here.edition.origin(source.origin),
        relation=words.relation(source.relation),
        parent=Anchor(parent.name, here.to(addresses.source(parent.id))) if parent else None,
        no_parent="–" if source.relation is Relation.ORIGINAL else words.say("not in the archive"),
        published=parts.dated(source, words),
        inferred=words.inferred(inferred),
    )


def _pair(kinship: Kinship, record: Record, here: Here) -> PairRow:
    words = here.words
    left, right = record.sources[kinship.left].source, record.sources[kinship.right].source
    return PairRow(
        href=here.to(addresses.pair(left.id, right.id)),
        names=words.listing([left.name, right.name]),
        shares=_shares(kinship.measured, words) if kinship.measured else words.say("written in two languages"),
        declared=pairs.declared(left, right, words),
    )


def _shares(pair: Pair, words: Words) -> str:
    return words.count(
        pair.longest,
        "{left} of the first, {right} of the second; the longest run that both have has {number} word; {outcome}",
        "{left} of the first, {right} of the second; the longest run that both have has {number} words; {outcome}",
        left=words.share(pair.share_of_left),
        right=words.share(pair.share_of_right),
        outcome=words.outcome(pair.outcome),
    )
