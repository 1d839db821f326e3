"""Which evidence quotes a source: found through the cards, so that only claims that do are loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from factsite.corpus.model import Citation, Evidence
from factsite.verify.record import Card, Record


@dataclass(frozen=True, slots=True)
class Use:
    """One piece of evidence and the claim that it belongs to; `number` is its place in the claim."""

    card: Card
    number: int
    evidence: Evidence[Citation]

    @property
    def start(self) -> int:
        """Give the code point at which its quote begins in the seed."""
        return self.evidence.quote.passages[0].start


def by_source(record: Record) -> dict[str, list[str]]:
    """Give, for each source, the ids of the claims that quote it."""
    found: dict[str, list[str]] = defaultdict(list)
    for card in record.cards.values():
        for source in card.stances:
            found[source].append(card.id)
    return found


def in_order(source: str, claims: list[str], record: Record) -> list[Use]:
    """Load every use of a source in some claims, in the order in which the quotes stand in it."""
    found = (use for name in claims for use in _of_claim(source, name, record))
    return sorted(found, key=lambda use: (use.start, use.card.id, use.number))


def _of_claim(source: str, name: str, record: Record) -> Iterator[Use]:
    for number, item in enumerate(record.claims[name].evidence, start=1):
        if item.source == source:
            yield Use(record.cards[name], number, item)
