"""What stands around a quote: the whole sentences of which it takes words, for a reader to judge it by."""

from __future__ import annotations

import re

from factsite.corpus.model import Citation, Passage
from factsite.corpus.text import Span
from factsite.verify.record import ArchivedSource

_SPACES = re.compile(r"\s+")
MOST = 600
"""So many characters of a sentence are shown on either side of a quote; what stands farther off tells little of it."""


def whole_sentences(archived: ArchivedSource, passage: Passage) -> Span:
    """Give the range of the readable text with the sentences that a passage touches, cut at words where it is long."""
    text = archived.readable.text
    part = archived.readable.reading(passage.span)
    around = archived.sentences_around(passage.span)
    start, end = around
    if part.start - start > MOST:
        start = text.find(" ", part.start - MOST, part.start) + 1 or part.start
    if end - part.end > MOST:
        end = max(text.rfind(" ", part.end, part.end + MOST), part.end)
    return Span(start, end)


def before_and_behind(archived: ArchivedSource, passage: Passage) -> tuple[str, str]:
    """Give the rest of the sentences that a passage touches, before it and behind it, on one line each.

    Where white space parts them from the passage they have a space at that edge.
    """
    text, part = archived.readable.text, archived.readable.reading(passage.span)
    start, end = whole_sentences(archived, passage)
    return _SPACES.sub(" ", text[start : part.start]), _SPACES.sub(" ", text[part.end : end])


def in_sentence(archived: ArchivedSource, citation: Citation) -> str:
    """Write a quote on one line between `⟦` and `⟧`, with the rest of the sentences in which it begins and ends."""
    before, _ = before_and_behind(archived, citation.passages[0])
    _, behind = before_and_behind(archived, citation.passages[-1])
    return f"{before}⟦{citation.line}⟧{behind}".strip()
