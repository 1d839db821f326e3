"""How pages say dates in a language, as precisely and as certainly as they are known."""

from __future__ import annotations

from dataclasses import dataclass

from factsite.corpus.dates import QUALIFIERS, PartialDate


@dataclass(frozen=True, slots=True)
class DateWords:
    """A language's months from January, its seasons from spring, and its sentences, with `{}` for each date.

    `decade` has the first and the last of the years of which one is meant; `month` and `day` have the year, or the
    month and year, of which some month or day is meant.
    """

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    span: str
    before: str
    after: str
    since_unknown: str
    until_unknown: str
    about: str
    uncertain: str
    decade: str
    month: str
    day: str

    def say(self, value: PartialDate) -> str:
        """Write a date without the time of day."""
        first, slash, last = value.iso.partition("/")
        if not slash:
            return self._end(first)
        match first, last:
            case "..", _:
                return self.before.format(self._end(last))
            case _, "..":
                return self.after.format(self._end(first))
            case "", _:
                return self.since_unknown.format(self._end(last))
            case _, "":
                return self.until_unknown.format(self._end(first))
        return self.span.format(self._end(first), self._end(last))

    def _end(self, iso: str) -> str:
        qualifier = iso[-1] if iso[-1] in QUALIFIERS else ""
        said = self._stated(iso.partition("T")[0].rstrip(QUALIFIERS))
        said = self.about.format(said) if qualifier in ("~", "%") else said
        return self.uncertain.format(said) if qualifier in ("?", "%") else said

    def _stated(self, iso: str) -> str:
        year, *rest = iso.split("-")
        if "X" in year:
            return self.decade.format(year.replace("X", "0"), year.replace("X", "9"))
        if not rest:
            return year
        if rest == ["XX"]:
            return self.month.format(year)
        within = year if rest[0] == "XX" else self._month(rest[0], year)
        if len(rest) == 1:
            return within
        return self.day.format(within) if rest[1] == "XX" else f"{int(rest[1])} {within}"

    def _month(self, number: str, year: str) -> str:
        named = self.seasons[int(number) - 21] if int(number) > 20 else self.months[int(number) - 1]
        return f"{named} {year}"
