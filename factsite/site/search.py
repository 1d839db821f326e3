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
from factsite.site.edition import Edition
from factsite.site.output import Output
from factsite.site.search_segment import CARDS_IN_FILE, FOLDER, Segment, facets, runs, script
from factsite.site.words import Words
from factsite.verify.record import Card, Record

CARDS_IN_SEGMENT = 2000
MOST_CHOICES = 200
"""So many claimants and sources are offered in a list; the text search finds the rest."""


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the files of the search index."""
    segments = _segments(record, edition)
    path = f"{edition.folder}{FOLDER}/index.js"
    yield Output(path, tuple(_all_inputs(record)), partial(_index, record, edition, segments))
    for segment in segments:
        yield from segment.outputs()


def newest_last(cards: Iterable[Card]) -> list[Card]:
    """Sort cards by the day of the claim and by id; claims without a date come first."""
    return sorted(cards, key=lambda card: (card.claimed.stated.isoformat() if card.claimed else "", card.id))


def _segments(record: Record, edition: Edition) -> list[Segment]:
    cards = newest_last(record.cards.values())
    return [Segment(number, run, record, edition) for number, run in enumerate(runs(cards, CARDS_IN_SEGMENT))]


def _all_inputs(record: Record) -> Iterator[str]:
    yield "settings"
    yield from (f"source:{source}" for source in record.sources)
    yield from (f"card:{claim}" for claim in record.cards)


def _index(record: Record, edition: Edition, segments: list[Segment]) -> bytes:
    return script(
        "index",
        {
            "segments": [
                {"claims": len(segment.cards), "buckets": segment.buckets, "key": segment.key} for segment in segments
            ],
            "cardsInFile": CARDS_IN_FILE,
            "choices": _choices(record, edition),
            "says": _messages(edition.words),
        },
    )


def _messages(words: Words) -> dict[str, object]:
    """Give what the script says: how many claims were found, by the plural forms of the language, and marks."""
    return {
        "found": {
            form: words.shape(sample, "{number} claim found.", "{number} claims found.")
            for form, sample in words.plural_samples.items()
        },
        "none": words.say("No claims found."),
        "withdrawn": words.say("(withdrawn)"),
    }


def _choices(record: Record, edition: Edition) -> dict[str, list[tuple[str, str, int]]]:
    """List what each filter offers: value, label, number of claims."""
    counts = Counter(chain.from_iterable(map(facets, record.cards.values())))
    settings, words = record.settings, edition.words
    fixed = {
        "verdict": [(name, edition.verdict(name).label.text) for name in settings.verdicts],
        "topic": [(name, edition.topic(name).text) for name in settings.topics],
        "certainty": [(level.value, words.begun(words.certainty(level))) for level in Certainty],
    }
    named = {one.shown: words.named([one]) for card in record.cards.values() for one in card.claimants}
    sources = [(each.source.id, each.source.name) for each in record.sources.values()]
    growing = {"claimant": sorted(named.items()), "source": sources}
    offered = {
        facet: [(value, label, counts[f"{facet}:{value}"]) for value, label in values]
        for facet, values in (fixed | growing).items()
    }
    for facet in growing:
        offered[facet] = sorted(offered[facet], key=lambda choice: (-choice[2], choice[1]))[:MOST_CHOICES]
    return {facet: [choice for choice in choices if choice[2]] for facet, choices in offered.items()}
