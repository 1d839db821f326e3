"""How pages say dates in a language, as precisely and as certainly as they are known.

The forms of days and months are those of Unicode's CLDR; British ones stand for English.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names

from factsite.corpus.dates import QUALIFIERS, PartialDate

_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class DateWords:
    """The dates of a language; `say` gives a message in it, with the values of its places."""

    locale: Locale
    say: Callable[..., str]

    def day(self, value: date) -> str:
        """Write a day: 2 November 2019."""
        return str(format_date(value, "long", locale=self.locale))

    def short_month(self, number: int) -> str:
        """Write a month, counted from 1, in as few letters as do."""
        # The British `Sept` is the one that is longer than the others.
        locale = Locale("en") if self.locale.language == "en" else self.locale
        return str(get_month_names("abbreviated", locale=locale)[number]).rstrip(".")

    def season(self, number: int) -> str:
        """Name a season, as EDTF numbers them from spring, which is 21."""
        say = self.say
        return (say("spring"), say("summer"), say("autumn"), say("winter"))[number - 21]

    def when(self, value: PartialDate) -> str:
        """Write a date without the time of day."""
        first, slash, last = value.iso.partition("/")
        if not slash:
            return self._end(first)
        match first, last:
            case "..", _:
                return self.say("{date} or before", date=self._end(last))
            case _, "..":
                return self.say("{date} or after", date=self._end(first))
            case "", _:
                return self.say("an unknown date to {date}", date=self._end(last))
            case _, "":
                return self.say("{date} to an unknown date", date=self._end(first))
        return self.say("{first} to {last}", first=self._end(first), last=self._end(last))

    def _end(self, iso: str) -> str:
        qualifier = iso[-1] if iso[-1] in QUALIFIERS else ""
        said = self._stated(iso.partition("T")[0].rstrip(QUALIFIERS))
        said = self.say("about {date}", date=said) if qualifier in ("~", "%") else said
        return self.say("{date} (uncertain)", date=said) if qualifier in ("?", "%") else said

    def _stated(self, iso: str) -> str:
        year, *rest = iso.split("-")
        if "X" in year:
            first, last = year.replace("X", "0"), year.replace("X", "9")
            return self.say("some year from {first} to {last}", first=first, last=last)
        if not rest:
            return year
        if rest == ["XX"]:
            return self.say("some month in {year}", year=year)
        if rest[1:] and rest[1] != "XX":
            return self.day(date.fromisoformat(iso))
        within = year if rest[0] == "XX" else self._month(int(rest[0]), year)
        return self.say("some day in {date}", date=within) if rest[1:] else within

    def _month(self, number: int, year: str) -> str:
        if number > 20:
            return self.say("{season} {year}", season=self.season(number), year=year)
        first = date(int(year) or _LEAP_YEAR, number, 1)
        return str(format_skeleton("yMMMM", first, locale=self.locale))
