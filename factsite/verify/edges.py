"""What stands just beside a quote and changes what it says: a negation, a hedge, the rest of a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice, pairwise
from typing import NamedTuple, TypeAlias

import regex

from factsite.corpus.model import Citation
from factsite.corpus.text import Span
from factsite.languages.language import languages
from factsite.verify.ellipses import left_out
from factsite.verify.numbers import numbers_in
from factsite.verify.record import ArchivedSource
from factsite.verify.sentences import around
from factsite.verify.vocabulary import KnownWords, vocabulary
from factsite.verify.wording import Word, words_in

_REACH_OF_NEGATION = 4
"""So many words before a quote may hold a negation or a denial of it: `denied that the mayor ⟦took`."""

_REACH = 3
"""So many words before a quote may hold a hedge of it, and so many behind it any of them: `took it⟧, he falsely`."""

_NARROW = 40
"""So many characters beside a quote mostly hold the words that are looked at."""
_NEAR = 80
"""How many characters beside a quote are looked at and shown, and how many of a quote are shown at most."""

_ENDS = frozenset(mark for language in languages().values() for mark in language.ends) | {""}
_PARTED = regex.compile(r"[,;:—–]")
_NUMBER_EDGE = regex.compile(r"[\s\p{Sc}(-]*")
_BESIDE, _UNDER = "just beside the quote", "under `[…]`"


class Loss(Enum):
    """What is lost with words that a quote leaves out."""

    NEGATION = auto()
    HEDGE = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True)
class Lost:
    """Words beside a quote or under its `[…]`, where they stand, and the sentence with the quote marked in it."""

    loss: Loss
    words: str
    where: str
    sentence: str


class _Beside(NamedTuple):
    """The words next to a quote: at most so many as any of them reaches, and not yet held against its sentence."""

    text: str
    quote: Span
    before: Sequence[Word]
    behind: Sequence[Word]
    tags: tuple[str, str]
    known: KnownWords


_Words: TypeAlias = tuple[Loss, Sequence[Word]]


def lost(citation: Citation, archived: ArchivedSource, site_language: str) -> Iterator[Lost]:
    """Give what a quote loses at its beginning, at its end and under its `[…]`, of each the first that is found."""
    text, language = archived.readable.text, archived.source.language
    spans = [archived.readable.reading(passage.span) for passage in citation.passages]
    start, end = spans[0].start, spans[-1].end
    before = _nearest_words(text, start, -_REACH_OF_NEGATION)
    behind = _nearest_words(text, end, _REACH)
    beside = _Beside(text, Span(start, end), before, behind, (language, site_language), vocabulary(language))
    sentence: Span | None = None
    for side in (_before(beside), _behind(beside)):
        for loss, words in side:
            sentence = sentence or around(beside.quote, archived.sentences)
            if sentence.overlaps(words[0].span):
                yield _lost(loss, words, beside, sentence)
                break
    gaps = [Span(left.end, right.start) for left, right in pairwise(spans)]
    yield from islice(_under(beside, gaps, citation, archived), 1)


def _nearest_words(text: str, at: int, count: int) -> Sequence[Word]:
    """Give so many words behind a place, or before it if the number is negative."""
    found = _words_beside(text, at, count, _NARROW)
    return found if len(found) == abs(count) else _words_beside(text, at, count, _NEAR)


def _words_beside(text: str, at: int, count: int, width: int) -> Sequence[Word]:
    """Give the words within so many characters, but for one that may be cut."""
    if count < 0:
        start = max(0, at - width)
        return words_in(text, Span(start, at))[start > 0 :][count:]
    end = min(len(text), at + width)
    words = words_in(text, Span(at, end))
    return (words[:-1] if end < len(text) else words)[:count]


def _before(beside: _Beside) -> Iterator[_Words]:
    """Look at the words before a quote, from the nearest on."""
    for found in reversed(list(beside.known.opposing.find(beside.before))):
        yield Loss.NEGATION, found
    for found in reversed(list(beside.known.hedges.find(beside.before[-_REACH:]))):
        if not _is_name(found, beside.text):
            yield Loss.HEDGE, found
    if found := _bound_of_number(beside):
        yield Loss.NUMBER, found


def _behind(beside: _Beside) -> Iterator[_Words]:
    """Look at the words behind a quote; a negation behind a comma is one of something else."""
    known, words = beside.known, beside.behind
    if found := _rest_of_number(beside):
        yield Loss.NUMBER, found
    for found in known.opposing.find(words):
        parted = _PARTED.search(beside.text, beside.quote.end, found[0].span.start)
        if not (parted and known.negations.beginning(found)):
            yield Loss.NEGATION, found
    for found in known.hedges.find(words):
        # What bounds a number stands before it, so that it belongs to the next one.
        if not known.comparisons.beginning(found) and not _is_name(found, beside.text):
            yield Loss.HEDGE, found


def _under(beside: _Beside, gaps: list[Span], citation: Citation, archived: ArchivedSource) -> Iterator[Lost]:
    """Look at the hedges that are left out of sentences that are quoted."""
    for found in left_out(citation, archived, beside.known.hedges) if gaps else ():
        gap = next(gap for gap in gaps if gap.overlaps(found[0].span))
        # What bounds a number that is left out as well takes nothing from the quote.
        bounds = beside.known.comparisons.beginning(found) and words_in(beside.text, Span(found[-1].span.end, gap.end))
        if not bounds and not _is_name(found, beside.text):
            sentence = around(gap, archived.sentences)
            yield Lost(Loss.HEDGE, _said(beside.text, found), _UNDER, _shown(beside.text, sentence, gap, "[]"))


def _lost(loss: Loss, words: Sequence[Word], beside: _Beside, sentence: Span) -> Lost:
    return Lost(loss, _said(beside.text, words), _BESIDE, _shown(beside.text, sentence, beside.quote, "⟦⟧"))


def _said(text: str, words: Sequence[Word]) -> str:
    return " ".join(text[words[0].span.start : words[-1].span.end].split())


def _is_name(words: Sequence[Word], text: str) -> bool:
    """Tell whether a word has a capital and no sentence ends before it, as the month of May has."""
    start = words[0].span.start
    return text[start].isupper() and text[max(0, start - 8) : start].rstrip()[-1:] not in _ENDS


def _bound_of_number(beside: _Beside) -> Sequence[Word]:
    """Give the words before a quote that bound the number with which it begins, such as `over` and `30 to`."""
    text, words, (start, end) = beside.text, beside.before, beside.quote
    found = beside.known.comparisons.ending(words[-_REACH:])
    if not (found or beside.known.ranges.ending(words[-1:])):
        return ()
    first = next(iter(numbers_in(text[start : min(end, start + _NEAR)], beside.tags)), None)
    if first is None or not _NUMBER_EDGE.fullmatch(text, words[-1].span.end, start + first.span.start):
        return ()
    at = words[-1].span.start
    before = text[max(0, at - _NEAR) : at].rstrip()
    numbers = () if found else numbers_in(before, beside.tags)
    return words[-2:] if numbers and numbers[-1].span.end == len(before) else found


def _rest_of_number(beside: _Beside) -> Sequence[Word]:
    """Give the words behind a quote that belong to the number with which it ends, such as `million` and `to 40`."""
    text, words, (start, end) = beside.text, beside.behind, beside.quote
    found = beside.known.scales.beginning(words)
    if not (found or beside.known.ranges.beginning(words[:1])):
        return ()
    at = max(start, end - _NEAR)
    last = next(reversed(numbers_in(text[at:end], beside.tags)), None)
    if last is None or not _NUMBER_EDGE.fullmatch(text, at + last.span.end, words[0].span.start):
        return ()
    behind = text[words[0].span.end : words[0].span.end + _NEAR].lstrip()
    numbers = () if found else numbers_in(behind, beside.tags)
    return words[:2] if numbers and numbers[0].span.start == 0 else found


def _shown(text: str, sentence: Span, quote: Span, marks: str) -> str:
    """Give the sentence of a quote, with the quote between marks, cut where it is long."""
    (first, last), (start, end) = sentence, quote
    parts = (text[first:start], text[start:end], text[end:last])
    before, words, behind = (" ".join(part.split()) for part in parts)
    left, right = (" " * any(map(str.isspace, text[at - 1 : at + 1])) for at in (start, end))
    if len(words) > _NEAR:
        words = f"{_cut(words[: _NEAR // 2], first=True)} … {_cut(words[-_NEAR // 2 :])}"
    before = before if len(before) <= _NEAR else f"… {_cut(before[-_NEAR:])}"
    behind = behind if len(behind) <= _NEAR else f"{_cut(behind[:_NEAR], first=True)} …"
    return f"{before}{left}{marks[0]}{words}{marks[1]}{right}{behind}".strip()


def _cut(text: str, *, first: bool = False) -> str:
    """Leave out the word that was cut, at the end of what stands first and else at the beginning."""
    if " " not in text:
        return text
    return text.rpartition(" ")[0] if first else text.partition(" ")[2]
