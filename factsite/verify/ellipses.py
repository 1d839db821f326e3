"""What a citation of several passages leaves out between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from factsite.corpus.model import Citation
from factsite.corpus.text import Span
from factsite.verify.record import ArchivedSource
from factsite.verify.sentences import ABBREVIATIONS, STOP
from factsite.verify.vocabulary import vocabulary
from factsite.verify.wording import Phrases, Word, words_in

_END = regex.compile(rf"{STOP.pattern}|[^\S\n]*\n[^\S\n]*\n\s*")
_DOUBTFUL = regex.compile(
    r"(?:\b\p{Lu}\p{L}{0,3}|\b(?:\L<abbreviations>)|\p{L}\.\p{L})\.\s+\Z", abbreviations=ABBREVIATIONS
)
"""What may be an abbreviation: where a sentence ends is asked here so that doubt keeps the negation."""


def left_out_negations(citation: Citation, archived: ArchivedSource) -> Iterator[str]:
    """Give the negations and denials that are left out of sentences that are quoted, as they stand in the text."""
    for found in left_out(citation, archived, vocabulary(archived.source.language).opposing):
        yield " ".join(archived.readable.text[found[0].span.start : found[-1].span.end].split())


def left_out(citation: Citation, archived: ArchivedSource, phrases: Phrases) -> Iterator[Sequence[Word]]:
    """Give the phrases that are left out between two passages, unless they stand in sentences left out as a whole.

    A line may end anywhere in a sentence, so that only a blank line ends one.
    """
    text = archived.readable.text
    for before, behind in pairwise(citation.passages):
        first, last = archived.readable.reading(before.span), archived.readable.reading(behind.span)
        gap = Span(first.end, last.start)
        read = [
            words_in(text, gap, joined=joined) for joined in (False, True) if not joined or "\n" in text[slice(*gap)]
        ]
        found = dict.fromkeys(tuple(phrase) for words in read for phrase in phrases.find(words))
        ends = [end for end in _ends(text, Span(first.start, last.end)) if first.end <= end <= last.start]
        for phrase in found:
            if not ends or phrase[0].span.start < ends[0] or ends[-1] < phrase[-1].span.end:
                yield phrase


def _ends(text: str, within: Span) -> Iterator[int]:
    """Give where sentences certainly end: behind their marks and the white space that follows."""
    for found in _END.finditer(text, within.start, within.end):
        if not _DOUBTFUL.search(text, max(within.start, found.end() - 12), found.end()):
            yield found.end()
