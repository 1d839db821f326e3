"""The page of one claim: what was claimed, what the record shows, and the words behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.corpus.model import Citation, Claim, Correction
from factsite.site import addresses, images, prose
from factsite.site.addresses import Here
from factsite.site.claimreview import json_ld
from factsite.site.dialect import Told, fill, markup
from factsite.site.edition import Badge, Edition
from factsite.site.output import Output
from factsite.site.pages import citing, parts
from factsite.site.pages.citations import CitationView, cited
from factsite.site.pages.comparison import QUIET_SHOWN, Dispatch, compare, quiet
from factsite.site.pages.parts import Anchor, HandWritten, Numbers
from factsite.site.words import Words
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
    what: Told
    verdict_was: Told


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
    claim: Told
    byline: str
    about: str
    verdict: Badge
    certainty: str
    certainty_word: str
    certainty_means: str
    summary: Told
    numbers: Numbers
    lineage: Markup
    scale: Markup
    withdrawn: CorrectionView | None
    overturned: CorrectionView | None
    dispatches: tuple[Dispatch, ...]
    more_silent: str
    more_not_looked_at: str
    sources: Markup
    reasoning: Markup
    reasoning_lang: Markup
    doubts: tuple[Caveat, ...]
    citations: tuple[CitationView, ...]
    corrections: tuple[CorrectionView, ...]
    reviewed: str
    related: tuple[parts.ClaimCard, ...]
    previous: Anchor | None
    following: Anchor | None
    data: Markup
    report: HandWritten | None
    cite: citing.PageCitation
    structured: Markup


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the page of every claim."""
    ordered = parts.in_reading_order(record)
    for number, card in enumerate(ordered):
        neighbours = Neighbours(
            ordered[number - 1] if number else None,
            ordered[number + 1] if number + 1 < len(ordered) else None,
        )
        here = Here(addresses.claim(card.id), edition)
        inputs = tuple(_inputs(card, neighbours, record, edition))
        yield Output(here.path, inputs, partial(_make, card, neighbours, record, here))


def _inputs(card: Card, neighbours: Neighbours, record: Record, edition: Edition) -> Iterator[str]:
    yield f"claim:{card.id}"
    yield "settings"
    if not images.drawable(card, edition, record):
        yield "fact:image=none"
    near = [card, *filter(None, (neighbours.previous, neighbours.following))]
    yield from (f"card:{other.id}" for other in near)
    yield from (f"card:{name}" for name in card.related if name in record.cards)
    yield from (f"source:{name}" for name in (*card.stances, *quiet(card.tally)))


def _make(card: Card, neighbours: Neighbours, record: Record, here: Here) -> bytes:
    page = view(record.claims[card.id], card, neighbours, record, here)
    return fill("pages/claim.md.j2", here.words, page=page)


def view(claim: Claim[Citation], card: Card, neighbours: Neighbours, record: Record, here: Here) -> ClaimPage:
    """Decide what the page of a claim shows."""
    settings, edition, words = record.settings, here.edition, here.words
    verdict = edition.verdict(claim.verdict)
    corrections = tuple(_correction(item, here) for item in claim.corrections if not item.typographical)
    translated = edition.translation(claim.translations)
    reasoned = translated is not None and translated.reasoning
    standing = words.say("Withdrawn") if claim.withdrawn else verdict.label
    return ClaimPage(
        front=here.front(
            claim.path,
            title=edition.claim(card).text,
            description=words.say("{verdict}. {summary}", verdict=standing, summary=edition.summary(card)),
            image=edition.folder + addresses.claim_image(claim.id) if images.drawable(card, edition, record) else "",
        ),
        topics=tuple(Anchor(edition.topic(name), here.to(addresses.topic(name))) for name in claim.topics),
        claim=edition.claim(card),
        byline=parts.byline(card, edition),
        about=words.when(claim.about) if claim.about else "",
        verdict=verdict,
        certainty=claim.certainty.value,
        certainty_word=words.certainty(claim.certainty),
        certainty_means=words.certainty_means(claim.certainty),
        summary=edition.summary(card),
        numbers=parts.numbers(card, words),
        lineage=here.to(addresses.LINEAGE),
        scale=here.to(addresses.SCALE, addresses.verdict_anchor(claim.verdict)),
        withdrawn=_withdrawal(claim, here),
        overturned=next((item for item in corrections if item.verdict_was), None),
        dispatches=compare(claim, card.tally, record, here),
        more_silent=_more(len(card.tally.silent), QUIET_SHOWN, words),
        more_not_looked_at=_more(len(card.tally.not_looked_at), max(0, QUIET_SHOWN - len(card.tally.silent)), words),
        sources=here.to(addresses.SOURCES),
        reasoning=prose.write(translated.reasoning if translated and reasoned else claim.reasoning, here),
        reasoning_lang=Markup() if reasoned or edition.is_own else words.lang(settings.language),
        doubts=tuple(Caveat(*words.reason(reason)) for reason in claim.because),
        citations=tuple(cited(number, item, record, here) for number, item in enumerate(claim.evidence, start=1)),
        corrections=corrections,
        reviewed=words.when(claim.reviewed),
        related=tuple(parts.claim_card(record.cards[name], here) for name in claim.related if name in record.cards),
        previous=_to(neighbours.previous, here),
        following=_to(neighbours.following, here),
        data=here.beyond(addresses.claim_data(claim.id)),
        report=parts.hand_written(addresses.CORRECTIONS_POLICY, record, here, addresses.REPORT_ANCHOR),
        cite=citing.reference(claim, card, here),
        structured=markup(json_ld(claim, record, edition)),
    )


def _correction(item: Correction, here: Here) -> CorrectionView:
    edition = here.edition
    was = item.verdict_was or ""
    label = edition.verdict(was).label if was in edition.settings.verdicts else Told(was)
    return CorrectionView(here.words.when(item.on), edition.told(item.what), label)


def _withdrawal(claim: Claim[Citation], here: Here) -> CorrectionView | None:
    if claim.withdrawn is None:
        return None
    return CorrectionView(here.words.when(claim.withdrawn.on), here.edition.told(claim.withdrawn.why), Told(""))


def _more(number: int, shown: int, words: Words) -> str:
    if number <= shown:
        return ""
    return words.count(number - shown, "{number} more document", "{number} more documents")


def _to(card: Card | None, here: Here) -> Anchor | None:
    return parts.claim_anchor(card, here) if card else None
