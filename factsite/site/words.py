"""How the site says things in a language: its messages, dates, counts, stances, reasons, names of languages.

A message is written in English where it is used, with a name in braces for each of its places. What it is in another
language stands in the catalogue of that language, `locale/<tag>/LC_MESSAGES/factsite.po`, compiled beside it; how
numbers, dates and lists are written comes from Unicode's CLDR. A record may say single messages in its own way.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from factsite.corpus.dates import PartialDate
from factsite.corpus.model import Certainty, Claimant, Reason, Relation, Source, Stance, Translator
from factsite.site.catalogues import catalogue, own_catalogue
from factsite.site.date_words import DateWords
from factsite.site.dialect import fill_in, markup, pieces, plain
from factsite.verify.record import Sharing

_LARGEST_SAMPLE = 1_000
"""Up to this number each form of a plural occurs."""
_BRITISH = {"en": "en_GB"}


@dataclass(frozen=True)
class Words:
    """The words of one language, by its BCP 47 tag.

    `own` are messages that a record says in its own way, and `catalogue` is its own file of gettext; what is in neither
    is said as the program says it.
    """

    language: str
    own: Mapping[str, str] = field(default_factory=dict)
    catalogue: str = ""

    @cached_property
    def locale(self) -> Locale:
        """Give what CLDR knows of the language; of one that it does not know, what it knows of English."""
        return _locale(_BRITISH.get(self.language, self.language)) or Locale.parse("en_GB")

    @property
    def is_rtl(self) -> bool:
        """Tell whether the language is written from right to left."""
        return direction(self.language) == "rtl"

    def say(self, message: str, /, **values: object) -> str:
        """Give a message with its places filled."""
        return plain(self._own(message, self._catalogue.gettext(message)), values)

    def count(self, number: int, one: str, many: str, /, **values: object) -> str:
        """Give one of two messages by a number, which both may name as `{number}`."""
        return plain(self._counted(number, one, many), {"number": self.number(number), **values})

    def write(self, message: str, /, **values: object) -> Markup:
        """Give a message for a page: its words are kept from becoming markup, as are values that are not `Markup`."""
        return fill_in(pieces(self._own(message, self._catalogue.gettext(message))), values)

    def write_count(self, number: int, one: str, many: str, /, **values: object) -> Markup:
        """Give one of two messages by a number, for a page."""
        return fill_in(pieces(self._counted(number, one, many)), {"number": self.number(number), **values})

    def shape(self, number: int, one: str, many: str, /) -> str:
        """Give one of two messages as it is for a number, with its places open."""
        return self._counted(number, one, many)

    @property
    def plural_samples(self) -> Mapping[str, int]:
        """Give a number for each form that words take with whole numbers, by CLDR's name of the form."""
        found: dict[str, int] = {}
        for number in range(_LARGEST_SAMPLE):
            found[self.locale.plural_form(number)] = number
        return dict(sorted(found.items()))

    def _counted(self, number: int, one: str, many: str) -> str:
        return self._own(one if number == 1 else many, self._catalogue.ngettext(one, many, number))

    def _own(self, message: str, translated: str) -> str:
        return self.own.get(message, translated)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        return own_catalogue(self.catalogue, self.language) if self.catalogue else catalogue(self.language)

    # Numbers, lists and dates

    def number(self, value: int) -> str:
        """Write a number with its groups of digits: 1,400."""
        return str(format_decimal(value, locale=self.locale))

    def share(self, part: float) -> str:
        """Write a share in hundredths; what is there is never shown as nothing."""
        if 0 < part < 0.01:
            return self.say("under {share}", share=self._percent(0.01))
        return self._percent(float(f"{part:.2f}"))

    def _percent(self, part: float) -> str:
        return str(format_percent(part, locale=self.locale))

    def listing(self, items: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
        """Write a list as a sentence does: a, b and c; of style `or`: a, b or c."""
        return str(format_list(list(items), style, locale=self.locale)) if items else ""

    @cached_property
    def dates(self) -> DateWords:
        """Give the language's way to write dates."""
        return DateWords(self.locale, self.say)

    def day(self, value: date) -> str:
        """Write a day: 2 November 2019."""
        return self.dates.day(value)

    def when(self, value: PartialDate) -> str:
        """Write a date as precisely and as certainly as it is known, without the time of day."""
        return self.dates.when(value)

    def moment(self, value: PartialDate) -> str:
        """Write a date with its time of day and offset, where these are stated."""
        stated = value.moment
        if stated is None:
            return self.when(value)
        offset = f" (UTC{str(stated)[-6:]})" if stated.tzinfo else ""
        return f"{self.day(stated.date())}, {stated:%H:%M}{offset}"

    # Names

    def language_name(self, code: str) -> str:
        """Name a language; an unknown code stands for itself."""
        found = _locale(code)
        return (found.get_display_name(self.locale) if found else None) or code

    def begun(self, text: str) -> str:
        """Write a text as at the beginning of a sentence."""
        return text[:1].upper() + text[1:]

    @property
    def own_name(self) -> str:
        """Give the language's name in itself."""
        found = _locale(self.language)
        return self.begun((found.get_display_name(found) if found else None) or self.language)

    def lang(self, code: str) -> Markup:
        """Give the attributes of an element whose text is in a language: `dir` where that differs from the page's."""
        known = direction(code)
        also = f' dir="{known}"' if known != direction(self.language) else ""
        return markup(f'lang="{fill_in([code], {})}"{also}')

    def named(self, claimants: Sequence[Claimant]) -> str:
        """Name claimants as a sentence does: A, B and C; with semicolons where a name has a comma itself."""
        names = [self._name(claimant) for claimant in claimants]
        return "; ".join(names) if any("," in name for name in names) else self.listing(names)

    def _name(self, claimant: Claimant) -> str:
        name = claimant.names.get(self.language, claimant.name)
        return f"{name} ({claimant.note})" if claimant.namesake and claimant.note else name

    def kind(self, source: Source) -> str:
        """Say what a source is: a wire copy, or a translation of a primary document."""
        if not source.primary:
            return self.relation(source.relation)
        if source.relation is Relation.ORIGINAL:
            return self.say("primary document")
        return self.say("{relation} of a primary document", relation=self.relation(source.relation))

    def stance(self, stance: Stance) -> str:
        """Say what evidence does to a claim."""
        say = self.say
        return {
            Stance.SUPPORTS: say("supports"),
            Stance.CONTRADICTS: say("contradicts"),
            Stance.QUALIFIES: say("qualifies"),
            Stance.MENTIONS: say("mentions"),
        }[stance]

    def relation(self, relation: Relation) -> str:
        """Say how a document relates to its origin."""
        say = self.say
        return {
            Relation.ORIGINAL: say("original report"),
            Relation.WIRE_COPY: say("wire copy"),
            Relation.REWRITE: say("rewrite"),
            Relation.TRANSLATION: say("translation"),
        }[relation]

    def outcome(self, outcome: Sharing) -> str:
        """Say what the words that two documents share tell of them."""
        say = self.say
        return {
            Sharing.COPY: say("one was taken from the other, or both from a third text"),
            Sharing.INDEPENDENT: say("the two are independent"),
            Sharing.CANNOT_TELL: say("it cannot be told whether one was taken from the other"),
        }[outcome]

    def certainty(self, level: Certainty) -> str:
        """Name a level of certainty."""
        say = self.say
        return {Certainty.HIGH: say("high"), Certainty.MODERATE: say("moderate"), Certainty.LOW: say("low")}[level]

    def certainty_means(self, level: Certainty) -> str:
        """Say what a level of certainty means."""
        say = self.say
        return {
            Certainty.HIGH: say("The documents leave little room for another reading."),
            Certainty.MODERATE: say("Another document could change the picture, but probably not turn it over."),
            Certainty.LOW: say("Another document could easily change the verdict."),
        }[level]

    def reason(self, reason: Reason) -> tuple[str, str]:
        """Name a reason for less certainty, and say what it means."""
        say = self.say
        return {
            Reason.SINGLE_ORIGIN: (
                say("Single origin"),
                say("What speaks for the claim, or against it, goes back to one report; copies of it add nothing."),
            ),
            Reason.UNNAMED_SOURCES: (
                say("Unnamed sources"),
                say("The documents rest on people whom they do not name, so nobody can be asked."),
            ),
            Reason.MACHINE_TRANSLATION: (
                say("Machine translation"),
                say("A document was translated by a machine, and its wording may not be what was first written."),
            ),
            Reason.NO_PRIMARY_DOCUMENT: (
                say("No primary document"),
                say("The letter, notice, filing or statement itself is not in the archive, only reports of it."),
            ),
            Reason.SOURCES_DISAGREE: (
                say("Sources disagree"),
                say("The documents contradict each other on a point that matters."),
            ),
            Reason.INTERESTED_SOURCE: (
                say("Interested source"),
                say("Whoever says it has something to gain from its being believed."),
            ),
        }[reason]

    def inferred(self, fields: Sequence[str]) -> str:
        """Name fields of a source that the editors concluded."""
        say = self.say
        names = {"origin": say("origin"), "relation": say("relation"), "derived_from": say("what it was taken from")}
        return self.listing([names[name] for name in fields]) if fields else say("nothing")

    def translator(self, translator: Translator, language: str) -> str:
        """Say who translated a quote, and from which language."""
        name = self.language_name(language)
        if translator is Translator.HUMAN:
            return self.say("Translated by the editors from {language}", language=name)
        return self.say("Translated by a machine from {language}", language=name)


def direction(language: str) -> str:
    """Tell whether a language is written from left to right, `ltr`, or from right to left, `rtl`."""
    found = _locale(language)
    return found.text_direction if found else "ltr"


@cache
def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
