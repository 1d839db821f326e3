"""Small cards and records for tests of pages that read cards alone."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s

from factsite.corpus import dates
from factsite.corpus.model import (
    Certainty,
    ClaimWords,
    Party,
    Relation,
    Settings,
    Source,
    Stance,
    Tone,
    Verdict,
    VerdictWords,
)
from factsite.corpus.text import Document, Span
from factsite.verify.record import ArchivedSource, Card, Record, Tally

SETTINGS = Settings(
    site_name="On the record",
    site_url="https://factsite.example.org/",
    publisher=Party("Somebody"),
    licence=Party("CC BY 4.0"),
    verdicts={
        "disputed": Verdict(
            "disputed",
            "Disputed",
            "The documents disagree.",
            Tone.OPEN,
            "scale-balance",
            translations={"hi": VerdictWords("विवादित", "दस्तावेज़ असहमत हैं।")},
        ),
        "refuted": Verdict("refuted", "Refuted", "The documents contradict it.", Tone.BAD, "close"),
    },
    topics={"disclosure": "Who was told what", "numbers": "How many people"},
    origins={"pti": "PTI"},
)


def card(
    identity: str,
    claim: str = "The ministry was told in May.",
    *,
    summary: str = "Officials differ.",
    claimed: str | None = "2019-11-01",
    claimant: str = "WhatsApp",
    verdict: str = "disputed",
    topics: tuple[str, ...] = ("disclosure",),
    sources: tuple[str, ...] = ("wire",),
    hindi: str | None = None,
) -> Card:
    """Make a card; what a test does not speak of has a plain value."""
    return Card(
        id=identity,
        claim=claim,
        claimant=claimant,
        topics=topics,
        verdict=verdict,
        certainty=Certainty.LOW,
        reviewed=dates.parse("2026-11-21"),
        summary=summary,
        stances=dict.fromkeys(sources, (Stance.SUPPORTS,)),
        tally=Tally(1, 1, 1, 1, 0, 0, 1, 0, ()),
        claimed=dates.parse(claimed) if claimed else None,
        translations={"hi": ClaimWords(hindi, hindi)} if hindi else {},
    )


def record(cards: Iterable[Card]) -> Record:
    """Make a record that has these cards, and sources for all that they name."""
    by_id = {each.id: each for each in sorted(cards, key=lambda each: each.id)}
    names = sorted({name for each in by_id.values() for name in each.stances})
    digests = {"settings": _digest(SETTINGS), "pairs": _digest(())}
    digests |= {f"card:{each.id}": _digest(each) for each in by_id.values()}
    digests |= {f"source:{name}": _digest(name) for name in names}
    return Record(SETTINGS, {name: _source(name) for name in names}, {}, by_id, (), digests)


def _source(identity: str) -> ArchivedSource:
    source = Source(
        id=identity,
        path=f"seeds/{identity}.yml",
        file=f"{identity}.txt",
        sha256="0" * 64,
        name=f"The {identity.capitalize()}",
        title="A report",
        language="en",
        origin="pti",
        relation=Relation.ORIGINAL,
    )
    return ArchivedSource(source, Document(f"seeds/{identity}.txt", ""), Span(0, 0))


def _digest(value: object) -> str:
    return blake2s(repr(value).encode()).hexdigest()
