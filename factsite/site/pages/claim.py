"""The page of one claim: what was claimed, what the record shows, and the words behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.corpus.model import Citation, Claim, Correction
from factsite.site import addresses, images, prose, words
from factsite.site.addresses import Here
from factsite.site.claimreview import json_ld
from factsite.site.dialect import fill, front_matter, markup
from factsite.site.output import Output
from factsite.site.pages import citing, parts
from factsite.site.pages.citations import CitationView, cited
from factsite.site.pages.comparison import QUIET_SHOWN, Dispatch, compare, quiet
from factsite.site.pages.parts import Anchor, Badge, Numbers
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class Caveat:
    """A reason why certainty is not higher."""

    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction; `verdict_was` is the label of the verdict that it replaced."""

    on: str
    what: str
    verdict_was: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The claims before and after this one."""

    previous: Card | None
    following: Card | None


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Everything that the page of a claim shows, in its order."""

    front: Markup
    topics: tuple[Anchor, ...]
    claim: str
    byline: str
    about: str
    verdict: Badge
    certainty: str
    certainty_means: str
    summary: str
    numbers: Numbers
    lineage: Markup
    scale: Markup
    hindi: Markup | None
    withdrawn: CorrectionView | None
    overturned: CorrectionView | None
    dispatches: tuple[Dispatch, ...]
    more_silent: str
    more_not_looked_at: str
    sources: Markup
    reasoning: Markup
    doubts: tuple[Caveat, ...]
    citations: tuple[CitationView, ...]
    corrections: tuple[CorrectionView, ...]
    reviewed: str
    related: tuple[parts.ClaimCard, ...]
    previous: Anchor | None
    following: Anchor | None
    data: Markup
    report: Markup | None
    cite: citing.PageCitation
    structured: Markup


def outputs(record: Record) -> Iterator[Output]:
    """Give the page of every claim."""
    ordered = parts.in_reading_order(record)
    for number, card in enumerate(ordered):
        neighbours = Neighbours(
            ordered[number - 1] if number else None,
            ordered[number + 1] if number + 1 < len(ordered) else None,
        )
        yield Output(
            addresses.claim(card.id),
            tuple(_inputs(card, neighbours, record)),
            partial(_make, card, neighbours, record),
        )


def _inputs(card: Card, neighbours: Neighbours, record: Record) -> Iterator[str]:
    yield f"claim:{card.id}"
    yield "settings"
    if not images.drawable(card, record):
        yield "fact:image=none"
    near = [card, *filter(None, (neighbours.previous, neighbours.following))]
    yield from (f"card:{other.id}" for other in near)
    yield from (f"card:{name}" for name in card.related if name in record.cards)
    yield from (f"source:{name}" for name in (*card.stances, *quiet(card.tally)))


def _make(card: Card, neighbours: Neighbours, record: Record) -> bytes:
    page = view(record.claims[card.id], card, neighbours, record)
    return fill("pages/claim.md.j2", page=page)


def view(claim: Claim[Citation], card: Card, neighbours: Neighbours, record: Record) -> ClaimPage:
    """Decide what the page of a claim shows."""
    here = Here(addresses.claim(claim.id))
    settings = record.settings
    verdict = parts.badge(claim.verdict, settings)
    corrections = tuple(_correction(item, record) for item in claim.corrections if not item.typographical)
    hindi = addresses.claim_in(parts.HINDI, claim.id) if parts.HINDI in claim.translations else None
    return ClaimPage(
        front=front_matter(
            claim.path,
            parts.in_both(here.path, hindi) if hindi else None,
            title=claim.claim,
            description=f"{'Withdrawn' if claim.withdrawn else verdict.label}. {claim.summary}",
            image=addresses.claim_image(claim.id) if images.drawable(card, record) else "",
        ),
        topics=tuple(Anchor(settings.topics[name], here.to(addresses.topic(name))) for name in claim.topics),
        claim=claim.claim,
        byline=parts.byline(card),
        about=words.when(claim.about) if claim.about else "",
        verdict=verdict,
        certainty=claim.certainty.value,
        certainty_means=words.CERTAINTY[claim.certainty],
        summary=claim.summary,
        numbers=parts.numbers(card),
        lineage=here.to(addresses.LINEAGE),
        scale=here.to(addresses.SCALE, addresses.verdict_anchor(claim.verdict)),
        hindi=here.to(hindi) if hindi else None,
        withdrawn=_withdrawal(claim),
        overturned=next((item for item in corrections if item.verdict_was), None),
        dispatches=compare(claim, card.tally, record, here),
        more_silent=_more(len(card.tally.silent), QUIET_SHOWN),
        more_not_looked_at=_more(len(card.tally.not_looked_at), max(0, QUIET_SHOWN - len(card.tally.silent))),
        sources=here.to(addresses.SOURCES),
        reasoning=prose.write(claim.reasoning, here),
        doubts=tuple(Caveat(*words.REASON[reason]) for reason in claim.because),
        citations=tuple(cited(number, item, record, here) for number, item in enumerate(claim.evidence, start=1)),
        corrections=corrections,
        reviewed=words.when(claim.reviewed),
        related=tuple(
            parts.claim_card(record.cards[name], record, here) for name in claim.related if name in record.cards
        ),
        previous=_to(neighbours.previous, here),
        following=_to(neighbours.following, here),
        data=here.to(addresses.claim_data(claim.id)),
        report=parts.hand_written(addresses.CORRECTIONS_POLICY, record, here, addresses.REPORT_ANCHOR),
        cite=citing.reference(claim, settings),
        structured=markup(json_ld(claim, record)),
    )


def _correction(item: Correction, record: Record) -> CorrectionView:
    verdicts = record.settings.verdicts
    was = item.verdict_was or ""
    return CorrectionView(words.when(item.on), item.what, verdicts[was].label if was in verdicts else was)


def _withdrawal(claim: Claim[Citation]) -> CorrectionView | None:
    if claim.withdrawn is None:
        return None
    return CorrectionView(words.when(claim.withdrawn.on), claim.withdrawn.why, "")


def _more(number: int, shown: int) -> str:
    return words.count(number - shown, "more document") if number > shown else ""


def _to(card: Card | None, here: Here) -> Anchor | None:
    return Anchor(card.claim, here.to(addresses.claim(card.id))) if card else None
