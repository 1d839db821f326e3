"""The Hindi view: claim, verdict and summary in the project's own translation, each with an address of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.corpus.dates import PartialDate
from factsite.corpus.model import Certainty, Settings, Withdrawal
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.date_words import DateWords
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output, fact
from factsite.site.pages import parts
from factsite.site.pages.parts import Badge, Leaf, Pager
from factsite.verify.record import Card, Record

DATES = DateWords(
    months=tuple("जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर".split()),
    seasons=("वसंत", "गर्मी", "शरद", "सर्दी"),
    span="{} से {}",
    before="{} या उससे पहले",
    after="{} या उसके बाद",
    since_unknown="अज्ञात तिथि से {}",
    until_unknown="{} से अज्ञात तिथि",
    about="लगभग {}",
    uncertain="{} (अनिश्चित)",
    decade="{} से {} के बीच का कोई वर्ष",
    month="{} का कोई महीना",
    day="{} का कोई दिन",
)
CERTAINTY = {Certainty.HIGH: "अधिक", Certainty.MODERATE: "मध्यम", Certainty.LOW: "कम"}


@dataclass(frozen=True, slots=True)
class Retraction:
    """A withdrawal: its day in Hindi, and the reason, which is in English."""

    on: str
    why: str


@dataclass(frozen=True, slots=True)
class HindiClaim:
    """A claim in Hindi."""

    href: Markup
    claim: str
    summary: str
    byline: str
    verdict: Badge
    certainty: Certainty
    certainty_word: str
    numbers: str
    withdrawn: Retraction | None


@dataclass(frozen=True, slots=True)
class HindiClaimPage:
    """The page of a claim in Hindi."""

    front: Markup
    item: HindiClaim
    english: Markup
    index: Markup


@dataclass(frozen=True, slots=True)
class HindiIndexPage:
    """A page of the index in Hindi."""

    front: Markup
    lead: str
    items: tuple[HindiClaim, ...]
    english: Markup
    pager: Pager


def outputs(record: Record) -> Iterator[Output]:
    """Give the index in Hindi and a page for each claim that is translated."""
    cards = [card for card in parts.in_reading_order(record) if parts.HINDI in card.translations]
    documents = len(record.sources)
    origins = len({archived.source.origin for archived in record.sources.values()})
    lead = f"{len(cards)} दावे · {documents} दस्तावेज़ · {origins} स्वतंत्र स्रोत-मूल"
    for leaf in parts.leaves(cards) if cards else ():
        inputs = ("settings", leaf.input, fact("lead", lead), *(f"card:{card.id}" for card in leaf.entries))
        yield Output(addresses.further(addresses.HINDI, leaf.number), inputs, partial(_make_index, leaf, lead, record))
    for card in cards:
        path = addresses.claim_in(parts.HINDI, card.id)
        yield Output(path, ("settings", f"card:{card.id}"), partial(_make_claim, card, record))


def _make_index(leaf: Leaf[Card], lead: str, record: Record) -> bytes:
    here = Here(addresses.further(addresses.HINDI, leaf.number))
    page = HindiIndexPage(
        front=front_matter(
            "claims/",
            parts.in_both(addresses.CLAIMS, here.path) if leaf.number == 1 else None,
            lang=parts.HINDI,
            title="दावे",
            description="दावे, निष्कर्ष और सार हिन्दी में।",
        ),
        lead=lead,
        items=tuple(_claims(leaf.entries, record, here)),
        english=here.to(addresses.CLAIMS),
        pager=parts.pager(leaf, addresses.HINDI, here),
    )
    return fill("pages/hindi.md.j2", page=page)


def _make_claim(card: Card, record: Record) -> bytes:
    here = Here(addresses.claim_in(parts.HINDI, card.id))
    item = _claim(card, record, here)
    page = HindiClaimPage(
        front=front_matter(
            f"claims/{card.id}.yml",
            parts.in_both(addresses.claim(card.id), here.path),
            lang=parts.HINDI,
            title=item.claim,
            description=f"{'वापस लिया गया' if item.withdrawn else item.verdict.label}। {item.summary}",
        ),
        item=item,
        english=here.to(addresses.claim(card.id)),
        index=here.to(addresses.HINDI),
    )
    return fill("pages/hindi-claim.md.j2", page=page)


def _claims(cards: Sequence[Card], record: Record, here: Here) -> Iterator[HindiClaim]:
    yield from (_claim(card, record, here) for card in cards)


def _claim(card: Card, record: Record, here: Here) -> HindiClaim:
    translated = card.translations[parts.HINDI]
    tally = card.tally
    return HindiClaim(
        href=here.to(addresses.claim_in(parts.HINDI, card.id)),
        claim=translated.claim,
        summary=translated.summary,
        byline=_byline(card),
        verdict=_badge(card.verdict, record.settings),
        certainty=card.certainty,
        certainty_word=CERTAINTY[card.certainty],
        numbers=f"{tally.documents} दस्तावेज़ · {tally.origins} स्वतंत्र स्रोत-मूल",
        withdrawn=_retraction(card.withdrawn) if card.withdrawn else None,
    )


def _byline(card: Card) -> str:
    """Say whose claim it is, where all have a name in Hindi, and since when it stands."""
    names = [claimant.names.get(parts.HINDI, "") for claimant in card.claimants]
    return ", ".join(filter(None, [*(names if all(names) else ()), when(card.claimed) if card.claimed else ""]))


def _retraction(withdrawal: Withdrawal) -> Retraction:
    return Retraction(when(withdrawal.on), withdrawal.why)


def _badge(name: str, settings: Settings) -> Badge:
    verdict = settings.verdicts[name]
    translated = verdict.translations.get(parts.HINDI)
    return Badge(name, translated.label, translated.meaning) if translated else parts.badge(name, settings)


def when(value: PartialDate) -> str:
    """Write a date in Hindi as precisely and as certainly as it is known."""
    return DATES.say(value)
