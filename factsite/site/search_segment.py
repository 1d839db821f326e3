"""One segment of the search index: a run of claims, their words in buckets, and what results show of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import blake2s
from itertools import pairwise

from factsite.site.edition import Edition
from factsite.site.output import Output
from factsite.site.search_words import bucket, indexed
from factsite.verify.record import Card, Record

FOLDER = "assets/search"
CALLBACK = "factsiteSearch"
CARDS_IN_FILE = 20
CARDS_PER_BUCKET = 32


@dataclass(frozen=True)
class Segment:
    """A run of claims that is indexed on its own."""

    number: int
    cards: Sequence[Card]
    record: Record
    edition: Edition

    def outputs(self) -> Iterator[Output]:
        """Give the segment's files: its words in buckets, and what results show of its claims."""
        for number in range(self.buckets):
            yield Output(self._path(f"words-{number}"), self.inputs, partial(self._words_file, number))
        for number, cards in enumerate(runs(self.cards, CARDS_IN_FILE)):
            inputs = ("settings", *(f"card:{card.id}" for card in cards))
            yield Output(self._path(f"cards-{number}"), inputs, partial(self._cards_file, number, cards))

    @property
    def buckets(self) -> int:
        """Give the number of word files: a power of two, so that it seldom moves."""
        return 1 << ((len(self.cards) - 1) // CARDS_PER_BUCKET).bit_length()

    @cached_property
    def sources(self) -> list[str]:
        """Name the sources of this segment's claims."""
        return sorted({source for card in self.cards for source in card.stances})

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """Name what the words of this segment depend on."""
        cards = (f"card:{card.id}" for card in self.cards)
        return ("settings", *(f"source:{source}" for source in self.sources), *cards)

    @property
    def key(self) -> str:
        """Name the segment's content, so that no reader mixes files of two builds."""
        digests = "".join(self.record.digests[key] for key in self.inputs)
        return blake2s(digests.encode(), digest_size=6).hexdigest()

    @cached_property
    def postings(self) -> list[dict[str, list[int]]]:
        """List the claims of each term, bucket by bucket.

        A claim is twice its place in the segment, plus 1 where the word stands in the claim itself.
        """
        found: defaultdict[str, list[int]] = defaultdict(list)
        labels = _Labels(self.record, self.sources)
        for place, card in enumerate(self.cards):
            stated = indexed("\n".join((card.claim, *(each.claim for each in card.translations.values()))))
            for term in stated:
                found[term].append(2 * place + 1)
            for term in labels.words(card) - stated:
                found[term].append(2 * place)
            for term in facets(card):
                found[term].append(2 * place)
        buckets: list[dict[str, list[int]]] = [{} for _ in range(self.buckets)]
        for term in sorted(found):
            buckets[bucket(term, self.buckets)][term] = found[term]
        return buckets

    def _words_file(self, number: int) -> bytes:
        steps = {
            term: [places[0], *(after - before for before, after in pairwise(places))]
            for term, places in self.postings[number].items()
        }
        return script(f"{self.number}/words-{number}", steps)

    def _cards_file(self, number: int, cards: Sequence[Card]) -> bytes:
        return script(f"{self.number}/cards-{number}", [_shown(card, self.edition) for card in cards])

    def _path(self, name: str) -> str:
        return f"{self.edition.folder}{FOLDER}/{self.number}/{name}.js"


class _Labels:
    """The words of what cards name: verdicts, topics, sources. Each label is taken apart once."""

    def __init__(self, record: Record, sources: list[str]) -> None:
        settings = record.settings
        self.verdicts = {
            verdict.id: indexed("\n".join((verdict.label, *(each.label for each in verdict.translations.values()))))
            for verdict in settings.verdicts.values()
        }
        self.topics = {
            topic: indexed("\n".join((label, *(one.topics.get(topic, "") for one in settings.editions.values()))))
            for topic, label in settings.topics.items()
        }
        self.sources = {source: indexed(record.sources[source].source.name) for source in sources}

    def words(self, card: Card) -> frozenset[str]:
        """Give the words of everything that is searched besides the claim."""
        called = (" ".join((one.shown, *one.also, *one.names.values())) for one in card.claimants)
        texts = (*called, card.summary, *(each.summary for each in card.translations.values()))
        return indexed("\n".join(texts)).union(
            self.verdicts[card.verdict],
            *(self.topics[topic] for topic in card.topics),
            *(self.sources[source] for source in card.stances),
        )


def facets(card: Card) -> Iterator[str]:
    """Give the terms by which filters find a card; no word has a colon."""
    yield f"verdict:{card.verdict}"
    yield f"certainty:{card.certainty}"
    yield from (f"claimant:{claimant.shown}" for claimant in card.claimants)
    yield from (f"topic:{topic}" for topic in sorted(set(card.topics)))
    yield from (f"source:{source}" for source in card.stances)


def _shown(card: Card, edition: Edition) -> dict[str, object]:
    words = edition.words
    shown: dict[str, object] = {
        "id": card.id,
        "claim": edition.claim(card).text,
        "claimant": words.named(card.claimants),
        "verdict": card.verdict,
        "certainty": card.certainty,
    }
    if card.claimed:
        shown["claimed"] = words.when(card.claimed)
    if card.withdrawn:
        shown["withdrawn"] = True
    if edition.claim(card).lang:
        shown["lang"] = edition.settings.language
    return shown


def runs(cards: Sequence[Card], length: int) -> Iterator[Sequence[Card]]:
    """Cut a sequence into runs of at most `length`."""
    return (cards[start : start + length] for start in range(0, len(cards), length))


def script(name: str, data: object) -> bytes:
    """Write data as a script that hands it to the page."""
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{CALLBACK}({json.dumps(name)},{content});\n".encode()
