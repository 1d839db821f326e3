"""How the site says things in English: dates, counts, stances, reasons, languages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

from factsite.corpus.dates import PartialDate
from factsite.corpus.model import Certainty, Reason, Relation, Source, Stance, Translator
from factsite.site.date_words import DateWords
from factsite.verify.record import Sharing

DATES = DateWords(
    months=tuple("January February March April May June July August September October November December".split()),
    seasons=("spring", "summer", "autumn", "winter"),
    span="{} to {}",
    before="{} or before",
    after="{} or after",
    since_unknown="an unknown date to {}",
    until_unknown="{} to an unknown date",
    about="about {}",
    uncertain="{} (uncertain)",
    decade="some year from {} to {}",
    month="some month in {}",
    day="some day in {}",
)

STANCE = {
    Stance.SUPPORTS: "supports",
    Stance.CONTRADICTS: "contradicts",
    Stance.QUALIFIES: "qualifies",
    Stance.MENTIONS: "mentions",
}

RELATION = {
    Relation.ORIGINAL: "original report",
    Relation.WIRE_COPY: "wire copy",
    Relation.REWRITE: "rewrite",
    Relation.TRANSLATION: "translation",
}

PRIMARY = "primary document"

OUTCOME = {
    Sharing.COPY: "one was taken from the other, or both from a third text",
    Sharing.INDEPENDENT: "the two are independent",
    Sharing.CANNOT_TELL: "it cannot be told whether one was taken from the other",
}

CERTAINTY = {
    Certainty.HIGH: "The documents leave little room for another reading.",
    Certainty.MODERATE: "Another document could change the picture, but probably not turn it over.",
    Certainty.LOW: "Another document could easily change the verdict.",
}

REASON = {
    Reason.SINGLE_ORIGIN: (
        "Single origin",
        "What speaks for the claim, or against it, goes back to one report; copies of it add nothing.",
    ),
    Reason.UNNAMED_SOURCES: (
        "Unnamed sources",
        "The documents rest on people whom they do not name, so nobody can be asked.",
    ),
    Reason.MACHINE_TRANSLATION: (
        "Machine translation",
        "A document was translated by a machine, and its wording may not be what was first written.",
    ),
    Reason.NO_PRIMARY_DOCUMENT: (
        "No primary document",
        "The letter, notice, filing or statement itself is not in the archive, only reports of it.",
    ),
    Reason.SOURCES_DISAGREE: (
        "Sources disagree",
        "The documents contradict each other on a point that matters.",
    ),
    Reason.INTERESTED_SOURCE: (
        "Interested source",
        "Whoever says it has something to gain from its being believed.",
    ),
}

FIELD = {"origin": "origin", "relation": "relation", "derived_from": "what it was taken from"}

TRANSLATOR = {
    Translator.HUMAN: "Translated by the editors",
    Translator.MACHINE: "Translated by a machine",
}


def day(value: date) -> str:
    """Write a day: 2 November 2019."""
    return f"{value.day} {DATES.months[value.month - 1]} {value.year}"


def when(value: PartialDate) -> str:
    """Write a date as precisely and as certainly as it is known, without the time of day."""
    return DATES.say(value)


def moment(value: PartialDate) -> str:
    """Write a date with its time of day and offset, where these are stated."""
    stated = value.moment
    if stated is None:
        return when(value)
    return f"{day(stated.date())}, {stated:%H:%M}" + (f" (UTC{str(stated)[-6:]})" if stated.tzinfo else "")


def kind(source: Source) -> str:
    """Say what a source is: a wire copy, or a translation of a primary document."""
    if not source.primary:
        return RELATION[source.relation]
    return PRIMARY if source.relation is Relation.ORIGINAL else f"{RELATION[source.relation]} of a {PRIMARY}"


def count(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun: 1 document, 1,400 documents."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(part: float) -> str:
    """Write a share in hundredths; what is there is never shown as nothing."""
    return "under 1%" if 0 < part < 0.01 else f"{part:.0%}"


def listing(items: Sequence[str], joint: str = "and") -> str:
    """Write a list as a sentence does: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


@cache
def language(code: str) -> str:
    """Name a language in English; an unknown code stands for itself."""
    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
