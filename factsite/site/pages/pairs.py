"""Two related sources side by side: their shared words, or what both say on the same claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup

from factsite.corpus.model import Citation, Evidence, Source
from factsite.site import addresses, words
from factsite.site.addresses import Here
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output
from factsite.site.pages import uses
from factsite.site.pages.alignment import Aligned, align
from factsite.site.pages.parts import Anchor
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

    says: str
    quote: str
    translation: str


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
    left: Anchor
    right: Anchor
    left_language: str
    right_language: str
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


def outputs(record: Record) -> Iterator[Output]:
    """Give a page for each related pair."""
    quoting = {name: dict.fromkeys(claims) for name, claims in uses.by_source(record).items()}
    for kinship in related(record):
        claims = _claims(quoting.get(kinship.left, {}), quoting.get(kinship.right, {}))
        yield Output(
            addresses.pair(kinship.left, kinship.right),
            tuple(_inputs(kinship, claims)),
            partial(_make, kinship, claims, record),
        )


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


def _make(kinship: Kinship, claims: Claims, record: Record) -> bytes:
    return fill("pages/pair.md.j2", page=view(kinship, claims, record))


def view(kinship: Kinship, claims: Claims, record: Record) -> PairPage:
    """Decide what the page of two sources shows."""
    here = Here(addresses.pair(kinship.left, kinship.right))
    one, other = record.sources[kinship.left], record.sources[kinship.right]
    left, right = one.source, other.source
    title = f"{left.name} and {right.name}"
    aligned = tuple(align(one, other, kinship.measured.shared)) if kinship.measured else ()
    return PairPage(
        front=front_matter("seeds/", wide=True, title=title, description=f"What these two documents share: {title}."),
        left=Anchor(left.name, here.to(addresses.source(left.id))),
        right=Anchor(right.name, here.to(addresses.source(right.id))),
        left_language=left.language,
        right_language=right.language,
        declared=declared(left, right),
        measured=_measured(kinship.measured, left, right),
        aligned=aligned,
        both=tuple(_both(name, kinship, record, here) for name in claims.both) if not aligned else (),
        left_alone=_anchors(claims.left, record, here),
        right_alone=_anchors(claims.right, record, here),
        lineage=here.to(addresses.LINEAGE),
    )


def declared(left: Source, right: Source) -> str:
    """Say what the editors declare of two sources."""
    for child, parent in ((left, right), (right, left)):
        if child.derived_from == parent.id:
            inferred = ", as the editors infer" if "derived_from" in child.inferred else ""
            return f"{child.name} is a {words.RELATION[child.relation]} of {parent.name}{inferred}."
    if left.origin == right.origin:
        return "Both go back to one origin."
    return "They go back to different origins."


def _measured(pair: Pair | None, left: Source, right: Source) -> str:
    if pair is None:
        languages = f"{words.language(left.language)}, the other in {words.language(right.language)}"
        return f"One is in {languages}, so no words can be compared."
    return (
        f"Of the runs of three words in {left.name}, {words.share(pair.share_of_left)} stand in {right.name} too; "
        f"of those in {right.name}, {words.share(pair.share_of_right)} stand in {left.name}. "
        f"Outside quotation marks, {words.share(pair.share_unquoted)} of the shorter one's stand in the other. "
        f"The longest run that both have has {words.count(pair.longest, 'word')}. By this measure, "
        f"{words.OUTCOME[pair.outcome]}."
    )


def _anchors(ids: Sequence[str], record: Record, here: Here) -> tuple[Anchor, ...]:
    return tuple(Anchor(record.cards[name].claim, here.to(addresses.claim(name))) for name in ids)


def _both(name: str, kinship: Kinship, record: Record, here: Here) -> BothSay:
    claim = record.claims[name]
    return BothSay(
        Anchor(claim.claim, here.to(addresses.claim(name))),
        tuple(_said(item) for item in claim.evidence if item.source == kinship.left),
        tuple(_said(item) for item in claim.evidence if item.source == kinship.right),
    )


def _said(item: Evidence[Citation]) -> Said:
    return Said(item.says, item.quote.line, item.translation or "")
