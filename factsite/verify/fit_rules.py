"""Rules on the fit of quotes: what is left out beside them and between them, and whether they hold what is claimed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from factsite.corpus.model import Citation, Claim, Evidence, Excerpt, Source
from factsite.corpus.text import Span
from factsite.diagnostics import START, Diagnostic, Finding, Location, warning
from factsite.verify.edges import Loss, Lost, lost
from factsite.verify.numbers import Quantity, may_hold_number, numbers_in
from factsite.verify.record import ArchivedSource
from factsite.verify.shares import count_words
from factsite.verify.vocabulary import vocabulary
from factsite.verify.wording import Phrases, words_in

_Quoted: TypeAlias = tuple[Evidence[Excerpt], ArchivedSource]

FAR = 30
"""Passages of one quote with more words than this between them are far apart; most editors leave out ten or fewer."""

_WIDEN = "quote it as well"


@warning
def quote_loses_negation(location: Location, lost: Lost) -> Iterator[Finding]:
    """No negation and no denial stands just beside a quote: four words before it, or three behind it.

    The source says `is not guilty`, and the quote begins behind `not`. Only the sentence of the quote is looked at.
    """
    yield Finding(location, f"`{lost.words}` stands {lost.where}: {lost.sentence}", _WIDEN, of=lost.words)


@warning
def quote_loses_hedge(location: Location, lost: Lost) -> Iterator[Finding]:
    """No hedge stands within three words of a quote, or under its `[…]` in a quoted sentence, unless `says` has it.

    Hedges make a statement weaker or less exact, such as `allegedly`, `nearly` and `at least`. What is known of each
    language stands in factsite/languages/.
    """
    yield Finding(location, f"`{lost.words}` stands {lost.where}: {lost.sentence}", _WIDEN, of=lost.words)


@warning
def quote_cuts_number(location: Location, lost: Lost) -> Iterator[Finding]:
    """A number at the edge of a quote is whole: neither its scale nor what bounds it stands outside.

    `5` is no quote of `5 million`, nor `40 users` one of `30 to 40 users` or of `over 40 users`.
    """
    yield Finding(location, f"`{lost.words}` belongs to the number at the edge: {lost.sentence}", _WIDEN, of=lost.words)


@warning
def passages_far_apart(location: Location, left_out: int, ends: str) -> Iterator[Finding]:
    """Between two passages that `[…]` joins no more than 30 words are left out.

    What stands far apart may never have been said together.
    """
    yield Finding(location, f"`[…]` leaves out {left_out} words: {ends}", "make two quotes of it", of=ends)


@warning
def number_not_in_quote(location: Location, number: str, where: str) -> Iterator[Finding]:
    """A number in `says` stands in that quote or its translation, and a number in `claim` in some quote of the claim.

    In any digits or words: `1,400`, `1 400` and `१,४००` are one number. Dates are no such numbers, nor are the years
    that the claim or its source gives as its date, nor is a number behind `no`.
    """
    yield Finding(
        location, f"the number `{number}` does not stand in {where}", "quote the words that give it", of=number
    )


_RULES = {Loss.NEGATION: quote_loses_negation, Loss.HEDGE: quote_loses_hedge, Loss.NUMBER: quote_cuts_number}


def check_fit(
    claim: Claim[Excerpt], evidence: Evidence[Excerpt], citation: Citation, archived: ArchivedSource, language: str
) -> Iterator[Diagnostic]:
    """Warn of what a quote leaves out, and of what its `says` adds; `language` is that of the site."""
    location = evidence.quote.location
    for one in lost(citation, archived, language):
        # A hedge that stands in `says` is not lost to readers.
        if one.loss is not Loss.HEDGE or not any(Phrases([one.words]).find(words_in(evidence.says))):
            yield from _RULES[one.loss](claim.path, location, one)
    for before, behind in pairwise(citation.passages):
        left_out = count_words(archived.readable.text[slice(*_between(before.span, behind.span, archived))])
        if left_out > FAR:
            ends = f"{before.text.split()[-1]} […] {behind.text.split()[0]}"
            yield from passages_far_apart(claim.path, location, left_out, ends)
    for number in _unquoted(evidence.says, claim, [(evidence, archived)], language):
        yield from number_not_in_quote(claim.path, evidence.locations.get("says", location), number, "the quote")


def check_numbers(claim: Claim[Excerpt], archive: Mapping[str, ArchivedSource], language: str) -> Iterator[Diagnostic]:
    """Warn of numbers in a claim that none of its quotes holds."""
    quoted = [(entry, archive[entry.source]) for entry in claim.evidence]
    for number in _unquoted(claim.claim, claim, quoted, language):
        yield from number_not_in_quote(
            claim.path, claim.locations.get("claim", START), number, "any quote of the claim"
        )


def _between(before: Span, behind: Span, archived: ArchivedSource) -> Span:
    return Span(archived.readable.reading(before).end, archived.readable.reading(behind).start)


def _unquoted(words: str, claim: Claim[Excerpt], quoted: list[_Quoted], language: str) -> Iterator[str]:
    """Give the numbers of an editor's words that no quote holds."""
    if not may_hold_number(words, language):
        return
    numbers = [number for number in numbers_in(words, [language]) if _is_claimed(number, words, language)]
    if not numbers:
        return
    held = {value for entry, archived in quoted for value in _held(entry, archived, language)}
    years = set(map(Decimal, _years(claim, [archived.source for _, archived in quoted])))
    for number in numbers:
        if number.values.isdisjoint(held | years):
            yield words[slice(*number.span)]


def _is_claimed(number: Quantity, words: str, language: str) -> bool:
    """Tell whether words give a number: not in a date, not as `one`, and not as what there is not."""
    before = words_in(words, Span(0, number.span.start))[-1:]
    one = number.values == {Decimal(1)} and words[number.span.start].isalpha()
    return number.counts and not (one or vocabulary(language).negations.ending(before))


def _held(entry: Evidence[Excerpt], archived: ArchivedSource, language: str) -> Iterator[Decimal]:
    """Give the values of the numbers in a quote and its translation."""
    languages = (archived.source.language, language)
    for number in (*numbers_in(entry.quote.text, languages), *numbers_in(entry.translation or "", languages)):
        yield from number.values


def _years(claim: Claim[Excerpt], sources: Iterable[Source]) -> Iterator[int]:
    """Give the years that a claim and its sources give as their dates."""
    dates = [claim.claimed, claim.about, *(source.published for source in sources)]
    for date in filter(None, dates):
        # An open end has no year.
        yield from (end.year for end in (date.first, date.last) if end not in (end.min, end.max))
