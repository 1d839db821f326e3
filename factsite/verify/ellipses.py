"""What a citation of several passages leaves out between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from factsite.corpus.model import Citation
from factsite.verify.record import ArchivedSource
from factsite.verify.sentences import sentences

NEGATIONS = {
    "en": regex.compile(
        r"\b(?:no|not|nor|never|none|neither|nobody|nothing|nowhere|cannot|without)\b|\b\w+n['’]t\b", regex.IGNORECASE
    ),
    "hi": regex.compile(r"(?<![\w\p{M}])(?:नहीं|नही|नहिं|न|ना|मत|बिना|बगैर)(?![\w\p{M}])"),
}
"""The words that turn a sentence into its opposite, by language; a list, for no list of them is complete."""


def left_out_negations(citation: Citation, archived: ArchivedSource) -> Iterator[str]:
    """Give the negations between two passages, in the sentences of which one of the passages quotes a part."""
    negation = NEGATIONS.get(archived.source.language.partition("-")[0])
    if negation is None:
        return
    text = archived.readable.text
    for before, behind in pairwise(citation.passages):
        first, last = archived.readable.reading(before.span), archived.readable.reading(behind.span)
        cut = first.end - first.start, last.start - first.start
        for sentence in sentences(text[first.start : last.end]):
            if sentence.start < cut[0] or sentence.end > cut[1]:
                start, end = first.start + max(sentence.start, cut[0]), first.start + min(sentence.end, cut[1])
                yield from (found[0] for found in negation.finditer(text, start, end))
