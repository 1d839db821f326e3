"""Who says what: every source of the archive on one claim, grouped by origin, those without evidence included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from markupsafe import Markup

from factsite.corpus.model import Citation, Claim, Evidence, Source, Stance
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, markup
from factsite.site.pages import parts
from factsite.site.words import Words
from factsite.verify.record import Record, Tally

CLIP = 220
"""A longer quote is cut in the table; it stands in full below."""

_CLUSTER = regex.compile(r"\X")

QUIET_SHOWN = 20
"""So many sources without evidence are named; an archive of a thousand would drown the ones that speak."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One piece of evidence as a row: what the source says, on whose word, and in which words."""

    number: int
    stance: Stance
    stance_word: str
    point: Told
    says: Told
    according_to: Told
    quote: str
    clipped: bool
    lang: Markup
    telling: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """A source without evidence: `terms` were looked for in it and are not there; without terms, nobody looked."""

    terms: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source with its rows, or with its silence."""

    anchor: Markup
    name: str
    href: Markup
    detail: str
    sayings: tuple[Saying, ...]
    silence: Silence | None


@dataclass(frozen=True, slots=True)
class Dispatch:
    """The sources that go back to one origin, under its name."""

    label: Told
    note: str
    speakers: tuple[Speaker, ...]


def compare(claim: Claim[Citation], tally: Tally, record: Record, here: Here) -> tuple[Dispatch, ...]:
    """Group all sources by origin: those that speak first, in the order of the evidence."""
    speaking = dict.fromkeys(item.source for item in claim.evidence)
    ids = [*speaking, *quiet(tally)]
    origins = dict.fromkeys(record.sources[name].source.origin for name in ids)
    return tuple(
        _dispatch(origin, [name for name in ids if record.sources[name].source.origin == origin], claim, record, here)
        for origin in origins
    )


def quiet(tally: Tally) -> tuple[str, ...]:
    """Name the sources without evidence that are shown: the silent ones, then those that nobody looked at."""
    return (*tally.silent, *tally.not_looked_at)[:QUIET_SHOWN]


def _dispatch(origin: str, ids: list[str], claim: Claim[Citation], record: Record, here: Here) -> Dispatch:
    return Dispatch(
        label=here.edition.origin(origin),
        note=_note(len(ids), here.words),
        speakers=tuple(_speaker(record.sources[name].source, claim, here) for name in ids),
    )


def _note(number: int, words: Words) -> str:
    if number == 1:
        return parts.documents(1, words)
    return words.say("{documents}, one origin", documents=parts.documents(number, words))


def _speaker(source: Source, claim: Claim[Citation], here: Here) -> Speaker:
    words = here.words
    sayings = tuple(
        _saying(number, item, source, here)
        for number, item in enumerate(claim.evidence, start=1)
        if item.source == source.id
    )
    return Speaker(
        anchor=markup(source.id),
        name=source.name,
        href=here.to(addresses.source(source.id)),
        detail=words.say("{kind}, {date}", kind=words.begun(words.kind(source)), date=parts.dated(source, words)),
        sayings=sayings,
        silence=None if sayings else _silence(source.id, claim, words),
    )


def _saying(number: int, item: Evidence[Citation], source: Source, here: Here) -> Saying:
    quote, told = clip(item.quote.line), here.edition.told
    return Saying(
        number=number,
        stance=item.stance,
        stance_word=here.words.stance(item.stance),
        point=told(item.point or ""),
        says=told(item.says),
        according_to=told(item.according_to or ""),
        quote=quote,
        clipped=quote != item.quote.line,
        lang=here.words.lang(source.language),
        telling=item.telling,
    )


def _silence(source: str, claim: Claim[Citation], words: Words) -> Silence:
    terms = dict.fromkeys(_terms_looked_for(source, claim))
    return Silence(words.listing([words.say("“{words}”", words=term) for term in terms], "or"))


def _terms_looked_for(source: str, claim: Claim[Citation]) -> Iterator[str]:
    for absence in claim.absent:
        if not absence.sources or source in absence.sources:
            yield from absence.terms


def clip(text: str, limit: int = CLIP) -> str:
    """Cut a text near `limit`, after a whole word where spaces part words; a little more than that is left whole."""
    if len(text) <= limit * 5 // 4:
        return text
    space = text.rfind(" ", limit // 2, limit)
    return text[: space if space > 0 else _last_cluster(text, limit)]


def _last_cluster(text: str, limit: int) -> int:
    """Give where the last character ends, as a reader counts characters, before a place or at it."""
    ends = (cluster.end() for cluster in _CLUSTER.finditer(text, endpos=limit + 1))
    return max((end for end in ends if end <= limit), default=limit)
