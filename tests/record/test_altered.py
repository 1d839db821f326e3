"""Of the real documents, no sentence with one edit is accepted as a quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from factsite.corpus.model import Citation
from factsite.verify.normalized import comparable
from tests.verify.alterations import alterations
from tests.verify.test_quotes import proof, sentences_of, sources


def test_no_altered_sentence_of_the_archive_is_found(record_property: Callable[[str, object], None]) -> None:
    """Of all one-edit alterations of all sentences of the real documents, none that is not itself there is accepted."""
    tried: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    for source in sources().values():
        normalized = source.normalized.text
        for sentence in sentences_of(source):
            for kind, altered in alterations(sentence, source.source.language):
                if comparable(altered) in normalized or comparable(altered) == sentence:
                    continue
                tried[kind] += 1
                accepted[kind] += isinstance(proof(altered, source), Citation)
    record_property("measured", f"altered quotes tried: {tried.total():,}, accepted: {accepted.total():,}")
    assert tried.total() > 20_000
    assert accepted.total() == 0
