"""What a citation of several passages leaves out between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from factsite.corpus.model import Citation
from factsite.corpus.text import Span
from factsite.verify.record import ArchivedSource
from factsite.verify.sentences import STOP

_NEGATION = regex.compile(
    r"\b(?:no|not|nor|never|none|neither|nobody|nothing|nowhere|cannot|without)\b|\b\w+n['’]t\b"
    r"|(?<![\w\p{M}])(?:नहीं|नही|नहिं|न|ना|मत|बिना|बगैर)(?![\w\p{M}])",
    regex.IGNORECASE,
)
"""The words that turn an English or a Hindi sentence into its opposite; a list, for no list of them is complete."""
_END = regex.compile(rf"{STOP.pattern}|[^\S\n]*\n[^\S\n]*\n\s*")
_DOUBTFUL = regex.compile(r"(?:\b\p{Lu}\p{L}{0,3}|\b(?:डॉ|श्री|श्रीमती)|\p{L}\.\p{L})\.\s+\Z")
"""What may be an abbreviation: where a sentence ends is asked here so that doubt keeps the negation."""


def left_out_negations(citation: Citation, archived: ArchivedSource) -> Iterator[str]:
    """Give the negations between two passages, unless whole sentences that hold them were left out.

    A line may end anywhere in a sentence, so that only a blank line ends one.
    """
    text = archived.readable.text
    for before, behind in pairwise(citation.passages):
        first, last = archived.readable.reading(before.span), archived.readable.reading(behind.span)
        ends = [end for end in _ends(text, Span(first.start, last.end)) if first.end <= end <= last.start]
        for found in _NEGATION.finditer(text, first.end, last.start):
            if not ends or found.start() < ends[0] or ends[-1] < found.end():
                yield found[0]


def _ends(text: str, within: Span) -> Iterator[int]:
    """Give where sentences certainly end: behind their marks and the white space that follows."""
    for found in _END.finditer(text, within.start, within.end):
        if not _DOUBTFUL.search(text, max(within.start, found.end() - 12), found.end()):
            yield found.end()
