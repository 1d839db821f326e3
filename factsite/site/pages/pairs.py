"""Two related sources side by side: their shared words, or what both say on the same claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup

from factsite.corpus.model import Citation, Evidence, Source
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, fill
from factsite.site.edition import Edition
from factsite.site.output import Output
from factsite.site.pages import parts, uses
from factsite.site.pages.alignment import Aligned, align
from factsite.site.pages.parts import Anchor
from factsite.site.words import Words
from factsite.verify.record import Pair, Record

CLAIMS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two sources that share words, or of which one is declared to be taken from the other."""

    left: str
    right: str
    measured: Pair | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says on a claim, with its words."""

    quote: str
    translation: Told


@dataclass(frozen=True, slots=True)
class BothSay:
    """A claim to which both sources speak."""

    claim: Anchor
    left: tuple[Said, ...]
    right: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """Everything that the page of two sources shows."""

    front: Markup
    title: str
    left: Anchor
    right: Anchor
    left_lang: Markup
    right_lang: Markup
    declared: str
    measured: str
    aligned: tuple[Aligned, ...]
    both: tuple[BothSay, ...]
    left_alone: tuple[Anchor, ...]
    right_alone: tuple[Anchor, ...]
    lineage: Markup


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims to which both sources of a pair speak, or one of them alone."""

    both: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


def related(record: Record) -> list[Kinship]:
    """List the measured pairs, and the declared ones that no measure can see."""
    found = {(pair.left, pair.right): Kinship(pair.left, pair.right, pair) for pair in record.pairs}
    for name, archived in record.sources.items():
        parent = archived.source.derived_from
        if parent and (name, parent) not in found and (parent, name) not in found:
            found[parent, name] = Kinship(parent, name, None)
    return list(found.values())


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give a page for each related pair."""
    quoting = {name: dict.fromkeys(claims) for name, claims in uses.by_source(record).items()}
    for kinship in related(record):
        claims = _claims(quoting.get(kinship.left, {}), quoting.get(kinship.right, {}))
        here = Here(addresses.pair(kinship.left, kinship.right), edition)
        yield Output(here.path, tuple(_inputs(kinship, claims)), partial(_make, kinship, claims, record, here))


def _inputs(kinship: Kinship, claims: Claims) -> Iterator[str]:
    yield from ("settings", "pairs", f"source:{kinship.left}", f"source:{kinship.right}")
    yield from (f"card:{name}" for name in (*claims.both, *claims.left, *claims.right))
    yield from (f"claim:{name}" for name in claims.both)


def _claims(left: dict[str, None], right: dict[str, None]) -> Claims:
    def some(ids: Iterator[str]) -> tuple[str, ...]:
        return tuple(islice(ids, CLAIMS_SHOWN))

    return Claims(
        some(name for name in left if name in right),
        some(name for name in left if name not in right),
        some(name for name in right if name not in left),
    )


def _make(kinship: Kinship, claims: Claims, record: Record, here: Here) -> bytes:
    return fill("pages/pair.md.j2", here.words, page=view(kinship, claims, record, here))


def view(kinship: Kinship, claims: Claims, record: Record, here: Here) -> PairPage:
    """Decide what the page of two sources shows."""
    words = here.words
    one, other = record.sources[kinship.left], record.sources[kinship.right]
    left, right = one.source, other.source
    title = words.listing([left.name, right.name])
    aligned = tuple(align(one, other, kinship.measured.shared)) if kinship.measured else ()
    return PairPage(
        front=here.front(
            "seeds/",
            wide=True,
            title=title,
            description=words.say("What these two documents share: {documents}.", documents=title),
        ),
        title=title,
        left=Anchor(left.name, here.to(addresses.source(left.id))),
        right=Anchor(right.name, here.to(addresses.source(right.id))),
        left_lang=words.lang(left.language),
        right_lang=words.lang(right.language),
        declared=declared(left, right, words),
        measured=_measured(kinship.measured, left, right, words),
        aligned=aligned,
        both=tuple(_both(name, kinship, record, here) for name in claims.both) if not aligned else (),
        left_alone=_anchors(claims.left, record, here),
        right_alone=_anchors(claims.right, record, here),
        lineage=here.to(addresses.LINEAGE),
    )


def declared(left: Source, right: Source, words: Words) -> str:
    """Say what the editors declare of two sources."""
    for child, parent in ((left, right), (right, left)):
        if child.derived_from == parent.id:
            named = {"child": child.name, "parent": parent.name, "relation": words.relation(child.relation)}
            if "derived_from" in child.inferred:
                return words.say("{child} is a {relation} of {parent}, as the editors infer.", **named)
            return words.say("{child} is a {relation} of {parent}.", **named)
    if left.origin == right.origin:
        return words.say("Both go back to one origin.")
    return words.say("They go back to different origins.")


def _measured(pair: Pair | None, left: Source, right: Source, words: Words) -> str:
    if pair is None:
        return words.say(
            "One is in {left}, the other in {right}, so no words can be compared.",
            left=words.language_name(left.language),
            right=words.language_name(right.language),
        )
    return " ".join(
        (
            words.say(
                "Of the runs of three words in {left}, {share_of_left} stand in {right} too; of those in {right}, "
                "{share_of_right} stand in {left}.",
                left=left.name,
                right=right.name,
                share_of_left=words.share(pair.share_of_left),
                share_of_right=words.share(pair.share_of_right),
            ),
            words.say(
                "Outside quotation marks, {share} of the shorter one's stand in the other.",
                share=words.share(pair.share_unquoted),
            ),
            words.count(
                pair.longest,
                "The longest run that both have has {number} word.",
                "The longest run that both have has {number} words.",
            ),
            words.say("By this measure, {outcome}.", outcome=words.outcome(pair.outcome)),
        )
    )


def _anchors(ids: Sequence[str], record: Record, here: Here) -> tuple[Anchor, ...]:
    return tuple(parts.claim_anchor(record.cards[name], here) for name in ids)


def _both(name: str, kinship: Kinship, record: Record, here: Here) -> BothSay:
    evidence = record.claims[name].evidence
    return BothSay(
        parts.claim_anchor(record.cards[name], here),
        tuple(_said(item, record, here) for item in evidence if item.source == kinship.left),
        tuple(_said(item, record, here) for item in evidence if item.source == kinship.right),
    )


def _said(item: Evidence[Citation], record: Record, here: Here) -> Said:
    needed = record.sources[item.source].source.main_language != here.edition.main_language
    return Said(item.quote.line, here.edition.told((item.translation or "") if needed else ""))
