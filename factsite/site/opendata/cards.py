"""Claims in brief, from their cards alone: data/v1/claims.json."""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from factsite.corpus.model import Certainty, Claimant, ClaimantKind, Settings, Verdict
from factsite.site import addresses
from factsite.site.claimreview import Extended, Url, When
from factsite.site.jsontext import listing
from factsite.site.opendata.shapes import VERSION, Head, licence
from factsite.site.urls import absolute
from factsite.verify.record import Card, Record


class ClaimantData(TypedDict):
    """Who makes a claim."""

    id: NotRequired[Annotated[str, "the same for one claimant in all claims; left out where the editors declare none"]]
    name: str
    kind: NotRequired[ClaimantKind]
    note: NotRequired[Annotated[str, "what tells it from another of the same name"]]


class CardData(TypedDict):
    """A claim in brief."""

    id: str
    url: Annotated[Url, "the claim's page"]
    data: Annotated[Url, "the claim in full, as JSON"]
    claim: str
    claimant: Annotated[str, "who says so, in words"]
    claimants: Annotated[list[ClaimantData], "the same, one by one"]
    claimed: NotRequired[Annotated[Extended, "when it was said"]]
    about: NotRequired[Annotated[Extended, "the date or span that it speaks of"]]
    topics: list[str]
    verdict: str
    verdict_label: str
    rating: NotRequired[Annotated[int, "the verdict's number; left out where there is no conclusion"]]
    certainty: Certainty
    reviewed: When
    changed: Annotated[When, "the last review, correction or withdrawal"]
    withdrawn: NotRequired[Annotated[When, "since when the claim no longer stands"]]
    withdrawn_because: NotRequired[str]
    summary: str
    sources: Annotated[list[str], "sources with evidence, in the order of the page"]
    silent: Annotated[list[str], "sources without evidence, in which words were looked for that are not there"]
    not_looked_at: Annotated[list[str], "other sources without evidence; none is named in an archive of more than 50"]
    documents: int
    origins: Annotated[int, "independent origins of these documents"]
    documents_for: int
    origins_for: int
    documents_against: int
    origins_against: int


class VerdictWordsData(TypedDict):
    """A verdict's words in another language."""

    label: str
    meaning: str


class VerdictData(TypedDict):
    """One step of the scale."""

    id: str
    label: str
    meaning: str
    rating: NotRequired[int]
    translations: dict[str, VerdictWordsData]


class ClaimsHead(Head):
    """What stands before the claims in data/v1/claims.json."""

    verdicts: Annotated[list[VerdictData], "the scale, best supported first"]
    topics: Annotated[dict[str, str], "label by id"]


class ClaimsData(ClaimsHead):
    """All claims in brief: data/v1/claims.json."""

    claims: Annotated[list[CardData], "in order of id"]


def make(record: Record) -> bytes:
    """Make data/v1/claims.json."""
    settings = record.settings
    head: ClaimsHead = {
        "schema_version": VERSION,
        "licence": licence(settings),
        "verdicts": [_verdict(verdict) for verdict in settings.verdicts.values()],
        "topics": dict(settings.topics),
    }
    return listing(head, "claims", (brief(card, settings) for card in record.cards.values()))


def brief(card: Card, settings: Settings) -> CardData:
    """Give a claim in brief."""
    verdict, tally = settings.verdicts[card.verdict], card.tally
    made: CardData = {
        "id": card.id,
        "url": absolute(settings, addresses.claim(card.id)),
        "data": absolute(settings, addresses.claim_data(card.id)),
        "claim": card.claim,
        "claimant": card.claimant,
        "claimants": [_claimant(claimant) for claimant in card.claimants],
        "topics": list(card.topics),
        "verdict": card.verdict,
        "verdict_label": verdict.label,
        "certainty": card.certainty,
        "reviewed": card.reviewed.iso,
        "changed": card.changed.iso,
        "summary": card.summary,
        "sources": list(card.stances),
        "silent": list(tally.silent),
        "not_looked_at": list(tally.not_looked_at),
        "documents": tally.documents,
        "origins": tally.origins,
        "documents_for": tally.documents_for,
        "origins_for": tally.origins_for,
        "documents_against": tally.documents_against,
        "origins_against": tally.origins_against,
    }
    if card.claimed:
        made["claimed"] = card.claimed.iso
    if card.about:
        made["about"] = card.about.iso
    if verdict.number is not None:
        made["rating"] = verdict.number
    if card.withdrawn:
        made["withdrawn"] = card.withdrawn.on.iso
        made["withdrawn_because"] = card.withdrawn.why
    return made


def _claimant(claimant: Claimant) -> ClaimantData:
    made: ClaimantData = {"name": claimant.name}
    if claimant.id:
        made["id"] = claimant.id
    if claimant.kind:
        made["kind"] = claimant.kind
    if claimant.note:
        made["note"] = claimant.note
    return made


def _verdict(verdict: Verdict) -> VerdictData:
    made: VerdictData = {
        "id": verdict.id,
        "label": verdict.label,
        "meaning": verdict.meaning,
        "translations": {
            language: {"label": words.label, "meaning": words.meaning}
            for language, words in sorted(verdict.translations.items())
        },
    }
    if verdict.number is not None:
        made["rating"] = verdict.number
    return made
