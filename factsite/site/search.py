"""The search index: small scripts that a page loads one by one, only as a search needs them.

Claims are numbered from the oldest to the newest, so that a new claim comes last, and indexed in segments of
consecutive numbers. A segment's files depend on its own claims alone: that bounds what an edit remakes and how
large a file can grow. Each file calls one global function with its name and its data, because a script loads
from `file:` and under a strict content security policy, where `fetch` and WebAssembly do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from factsite.corpus.model import Certainty
from factsite.site.output import Output
from factsite.site.search_segment import CARDS_IN_FILE, FOLDER, Segment, facets, runs, script
from factsite.verify.record import Card, Record

CARDS_IN_SEGMENT = 2000
MOST_CHOICES = 200
"""So many claimants and sources are offered in a list; the text search finds the rest."""


def outputs(record: Record) -> Iterator[Output]:
    """Give the files of the search index."""
    segments = _segments(record)
    yield Output(f"{FOLDER}/index.js", tuple(_all_inputs(record)), partial(_index, record, segments))
    for segment in segments:
        yield from segment.outputs()


def newest_last(cards: Iterable[Card]) -> list[Card]:
    """Sort cards by the day of the claim and by id; claims without a date come first."""
    return sorted(cards, key=lambda card: (card.claimed.stated.isoformat() if card.claimed else "", card.id))


def _segments(record: Record) -> list[Segment]:
    cards = newest_last(record.cards.values())
    return [Segment(number, run, record) for number, run in enumerate(runs(cards, CARDS_IN_SEGMENT))]


def _all_inputs(record: Record) -> Iterator[str]:
    yield "settings"
    yield from (f"source:{source}" for source in record.sources)
    yield from (f"card:{claim}" for claim in record.cards)


def _index(record: Record, segments: list[Segment]) -> bytes:
    return script(
        "index",
        {
            "segments": [
                {"claims": len(segment.cards), "buckets": segment.buckets, "key": segment.key} for segment in segments
            ],
            "cardsInFile": CARDS_IN_FILE,
            "choices": _choices(record),
        },
    )


def _choices(record: Record) -> dict[str, list[tuple[str, str, int]]]:
    """List what each filter offers: value, label, number of claims."""
    counts = Counter(chain.from_iterable(map(facets, record.cards.values())))
    settings = record.settings
    fixed = {
        "verdict": [(verdict.id, verdict.label) for verdict in settings.verdicts.values()],
        "topic": list(settings.topics.items()),
        "certainty": [(level.value, level.value.capitalize()) for level in Certainty],
    }
    claimants = sorted({claimant.shown for card in record.cards.values() for claimant in card.claimants})
    sources = [(each.source.id, each.source.name) for each in record.sources.values()]
    growing = {"claimant": [(name, name) for name in claimants], "source": sources}
    offered = {
        facet: [(value, label, counts[f"{facet}:{value}"]) for value, label in values]
        for facet, values in (fixed | growing).items()
    }
    for facet in growing:
        offered[facet] = sorted(offered[facet], key=lambda choice: (-choice[2], choice[1]))[:MOST_CHOICES]
    return {facet: [choice for choice in choices if choice[2]] for facet, choices in offered.items()}
