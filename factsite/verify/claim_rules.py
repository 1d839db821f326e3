"""Rules on claims: what they refer to exists, what they say of silence is true, their history is in order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from factsite.corpus.dates import PartialDate
from factsite.corpus.model import Absence, Claim, Evidence, Excerpt, Settings
from factsite.corpus.names import did_you_mean
from factsite.corpus.text import Span
from factsite.diagnostics import START, Diagnostic, Finding, Location, rule
from factsite.verify.fold import letters
from factsite.verify.normalized import comparable
from factsite.verify.numbers import may_hold_number, numbers_in
from factsite.verify.record import ArchivedSource
from factsite.verify.vocabulary import calls_unnamed


class _Before(NamedTuple):
    """What happened before something else, when, and where its date stands."""

    what: str
    day: PartialDate
    where: str


_WHERE = {
    "verdict": "mkdocs.yml",
    "topic": "mkdocs.yml",
    "claimant": "mkdocs.yml",
    "source": "seeds/",
    "claim": "claims/",
}
"""Where the names of each kind stand."""

_TELLING = 100
"""From here on a number is the same one wherever it stands; smaller ones count anything."""

_AROUND = 40
"""How many characters of a source are shown before and behind a term that it has."""


@rule
def unknown_name(location: Location, kind: str, name: str, known: Iterable[str]) -> Iterator[Finding]:
    """A claim names only verdicts, topics, ids of claimants, sources and claims that exist."""
    yield Finding(location, f"unknown {kind} `{name}`", did_you_mean(name, known, _WHERE[kind]))


@rule
def repeated_item(location: Location, key: str, name: str) -> Iterator[Finding]:
    """A list names each thing once."""
    yield Finding(location, f"`{name}` stands twice in `{key}`", "keep one of them")


@rule
def related_to_itself(location: Location) -> Iterator[Finding]:
    """A claim is not listed as related to itself."""
    yield Finding(location, "a claim is related to itself", "leave this id out")


@rule
def not_silent(location: Location, term: str, archived: ArchivedSource, at: Span, *, named: bool) -> Iterator[Finding]:
    """None of the terms of an `absent` entry occurs in the sources that it calls silent, in any case of letters.

    Nor with other dashes or quotation marks, with letters that look alike, without nukta or vowel signs, in other
    digits, over a line end that breaks the word, or with a hyphen, tags or invisible characters in it. A number from
    100 on also stands there if it is said in words, as `5 million` for 5,000,000.
    """
    text = archived.normalized.text
    first, last = max(0, at.start - _AROUND), min(len(text), at.end + _AROUND)
    start = first if first == 0 else text.find(" ", first, at.start) + 1 or at.start
    end = last if last == len(text) else max(text.rfind(" ", at.end, last), at.end)
    yield Finding(
        location,
        f"{archived.source.id} is not silent: `{term}` stands at line {archived.line_at(at.start)}",
        f"it says: … {_printed(archived, start, end)} …; add it as evidence, or name other terms"
        + ("" if named else "; `all` takes in every new source: name those that are silent instead"),
    )


def _printed(archived: ArchivedSource, start: int, end: int) -> str:
    """Give what a document prints for a range of the view, on one line."""
    first, last = archived.normalized.span(start, end) if start < end else (0, 0)
    return " ".join(archived.readable.text[first:last].split())


@rule
def silent_and_speaking(location: Location, source: str) -> Iterator[Finding]:
    """A source that gives evidence on a claim is not called silent on it as well."""
    yield Finding(location, f"{source} gives evidence on this claim, so it is not silent", "leave it out of `absent`")


@rule
def term_in_other_letters(location: Location, term: str, strange: Collection[str]) -> Iterator[Finding]:
    """The letters of an `absent` term are of the kinds in which the sources that it calls silent are written.

    A letter of another script that looks the same stands in no source, and would make each of them silent.
    """
    yield Finding(
        location,
        f"`{term}` has letters that none of these sources uses: {', '.join(sorted(strange))}",
        "type the term in the letters of the sources, or leave it out",
    )


@rule
def speaker_called_unnamed(evidence: Evidence[Excerpt]) -> Iterator[Finding]:
    """A speaker whom the document does not name ends in `, unnamed`, for otherwise he is counted among the named."""
    yield Finding(
        evidence.locations.get("according_to", evidence.quote.location),
        "a speaker who is called unnamed is counted as named",
        "end `according_to` in `, unnamed`, such as: an official, unnamed",
    )


@rule
def corrections_out_of_order(location: Location) -> Iterator[Finding]:
    """Corrections stand newest first."""
    yield Finding(location, "an older correction stands above this one", "put the newest first")


@rule
def dates_out_of_order(location: Location, done: str, day: PartialDate, before: _Before) -> Iterator[Finding]:
    """A claim is reviewed, corrected and withdrawn no earlier than it is made, and reviewed last of all.

    Nor is it reviewed before a source that it quotes appeared.
    """
    yield Finding(
        location,
        f"{done} on {day.iso}, before {before.what} on {before.day.iso}",
        f"give a day from {before.day.earliest} on, or mend {before.where}, whichever is wrong",
    )


@rule
def inexact_day(location: Location, key: str) -> Iterator[Finding]:
    """The dates of review, correction and withdrawal are days; only what a claim speaks of may be less exact."""
    yield Finding(location, f"`{key}` is not a day", "write year, month and day, such as 2019-11-21")


def check_references(
    claim: Claim[Excerpt], settings: Settings, sources: Iterable[str], claims: Iterable[str]
) -> Iterator[Diagnostic]:
    """Check every name in a claim against what exists."""
    locations = claim.locations
    known = {"verdict": settings.verdicts, "topic": settings.topics, "source": sources, "claim": claims}
    named: list[tuple[Location, str, str]] = [(locations.get("verdict", START), "verdict", claim.verdict)]
    named += [(locations.get(f"topics.{n}", START), "topic", topic) for n, topic in enumerate(claim.topics)]
    named += [(locations.get(f"related.{n}", START), "claim", other) for n, other in enumerate(claim.related)]
    named += [(entry.locations.get("source", START), "source", entry.source) for entry in claim.evidence]
    named += [
        (absence.locations.get(f"sources.{n}", START), "source", source)
        for absence in claim.absent
        for n, source in enumerate(absence.sources)
    ]
    named += [
        (entry.locations["verdict_was"], "verdict", entry.verdict_was)
        for entry in claim.corrections
        if entry.verdict_was
    ]
    for location, kind, name in named:
        if name and name not in known[kind]:
            yield from unknown_name(claim.path, location, kind, name, known[kind])
    yield from _check_lists(claim)


def _check_lists(claim: Claim[Excerpt]) -> Iterator[Diagnostic]:
    lists: dict[str, tuple[str, ...]] = {"topics": claim.topics, "related": claim.related, "because": claim.because}
    for key, names in lists.items():
        for number, name in enumerate(names):
            location = claim.locations.get(f"{key}.{number}", START)
            if name in names[:number]:
                yield from repeated_item(claim.path, location, key, name)
            if key == "related" and name == claim.id:
                yield from related_to_itself(claim.path, location)


def check_silence(claim: Claim[Excerpt], archive: Mapping[str, ArchivedSource]) -> Iterator[Diagnostic]:
    """Check that silent sources are silent."""
    speaking = {entry.source for entry in claim.evidence}
    for absence in claim.absent:
        for number, source in enumerate(absence.sources):
            if source in speaking:
                location = absence.locations.get(f"sources.{number}", START)
                yield from silent_and_speaking(claim.path, location, source)
        named = absence.sources or archive
        silent = [archive[source] for source in named if source in archive and source not in speaking]
        yield from _check_letters(claim, absence, silent)
        for archived in silent:
            yield from _check_terms(claim, absence, archived)


def _check_letters(claim: Claim[Excerpt], absence: Absence, silent: list[ArchivedSource]) -> Iterator[Diagnostic]:
    known = frozenset[str]().union(*(archived.letters for archived in silent))
    for number, term in enumerate(absence.terms):
        if known and (strange := letters(term) - known):
            yield from term_in_other_letters(claim.path, absence.locations.get(f"terms.{number}", START), term, strange)


def check_speakers(claim: Claim[Excerpt]) -> Iterator[Diagnostic]:
    """Check that speakers without a name are marked so."""
    for entry in claim.evidence:
        if entry.according_to and not entry.unnamed and calls_unnamed(entry.according_to):
            yield from speaker_called_unnamed(claim.path, entry)


def _check_terms(claim: Claim[Excerpt], absence: Absence, archived: ArchivedSource) -> Iterator[Diagnostic]:
    for number, term in enumerate(absence.terms):
        at = archived.heard.find(term) or _find_number(term, archived)
        if at is not None:
            yield from not_silent(
                claim.path,
                absence.locations.get(f"terms.{number}", START),
                term,
                archived,
                at,
                named=bool(absence.sources),
            )


def _find_number(term: str, archived: ArchivedSource) -> Span | None:
    """Give where a source says the number that a term is, in other words: `5 million` for 5,000,000."""
    words, language = comparable(term), archived.source.language
    if not may_hold_number(words, language):
        return None
    wanted = {
        value
        for number in numbers_in(words, (language,))
        if number.span == Span(0, len(words))
        for value in number.values
        if value >= _TELLING
    }
    # A number of a date or of a name is none of what the term counts.
    said = (number for number in archived.numbers if number.counts) if wanted else ()
    return next((number.span for number in said if not number.values.isdisjoint(wanted)), None)


def check_history(claim: Claim[Excerpt], archive: Mapping[str, ArchivedSource]) -> Iterator[Diagnostic]:
    """Check the order and exactness of a claim's dates."""
    for key, location, day in _days(claim):
        if not day.day_known:
            yield from inexact_day(claim.path, location, key)
    for newer, older in pairwise(claim.corrections):
        if newer.on.first < older.on.first:
            yield from corrections_out_of_order(claim.path, older.locations.get("on", START))
    made = [_Before("the claim was made", claim.claimed, "`claimed`")] if claim.claimed else []
    before = [*made, *_before_review(claim, archive)]
    early = list(_check_order(claim.path, claim.locations.get("reviewed", START), "reviewed", claim.reviewed, before))
    yield from early
    if early:  # one wrong date, one message
        return
    for entry in claim.corrections:
        yield from _check_order(claim.path, entry.locations.get("on", START), "corrected", entry.on, made)
    if claim.withdrawn:
        yield from _check_order(claim.path, claim.locations["withdrawn"], "withdrawn", claim.withdrawn.on, made)


def _check_order(
    path: str, location: Location, done: str, day: PartialDate, before: list[_Before]
) -> Iterator[Diagnostic]:
    """Hold a date against the latest of those that come before it."""
    latest = max(before, key=lambda one: one.day.earliest, default=None)
    if latest is not None and day.latest < latest.day.earliest:
        yield from dates_out_of_order(path, location, done, day, latest)


def _before_review(claim: Claim[Excerpt], archive: Mapping[str, ArchivedSource]) -> Iterator[_Before]:
    if claim.corrections:
        yield _Before("the correction", claim.corrections[0].on, "the date of the correction")
    for name in dict.fromkeys(entry.source for entry in claim.evidence):
        source = archive[name].source
        if source.published:
            yield _Before(f"{name} appeared", source.published, f"`published` in {source.path}")


def _days(claim: Claim[Excerpt]) -> Iterator[tuple[str, Location, PartialDate]]:
    yield "reviewed", claim.locations.get("reviewed", START), claim.reviewed
    for entry in claim.corrections:
        yield "on", entry.locations.get("on", START), entry.on
    if claim.withdrawn:
        yield "on", claim.locations["withdrawn"], claim.withdrawn.on
