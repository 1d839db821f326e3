"""Dates as sources state them: a year, a month, a day, or a moment with its offset; also spans of them.

What a claim says of time may be less certain. It is written in level 1 of the Extended Date/Time Format (EDTF), which
ISO 8601-2 took over: about `2019-05~`, uncertain `2019-05?`, open `../2019-05`, unspecified `2019-XX`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from time import strptime

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SEASON = re.compile(r"\d{4}-2[1-4]", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_EXTENDED = re.compile(r"[0-9X./?~%-]{4,30}")
"""The characters of EDTF level 1, without those of years that no calendar of Python has."""

QUALIFIERS = "?~%"
"""The marks behind a date that is uncertain, approximate, or both."""

OPEN = frozenset({"..", ""})
"""What stands in the place of an end of a span that is open or unknown."""

_NOTATIONS = [
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y"),
    *("%d-%m-%Y", "%m-%d-%Y", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y"),
]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of any precision, or a span `first/last`, with its ISO 8601 text and its first and last day.

    An open end has the first or the last day that there is. An uncertain or approximate date has the days of its text,
    and a season the months that it has north of the equator; `earliest` and `latest` are what is certain.
    """

    iso: str
    first: date
    last: date

    @property
    def earliest(self) -> date:
        """Give the day before which it certainly was not; the first of all days where nothing is certain."""
        return date.min if _vague(self.iso.partition("/")[0]) else self.first

    @property
    def latest(self) -> date:
        """Give the day after which it certainly was not; the last of all days where nothing is certain."""
        return date.max if _vague(self.iso.rpartition("/")[2]) else self.last

    @property
    def stated(self) -> date:
        """Give the first day that is stated, by which dates are put in order: of an open beginning, the end."""
        return self.last if self.first == date.min else self.first

    @property
    def day_known(self) -> bool:
        """Tell whether this is certainly one day, not a month, a year or a span."""
        return self.earliest == self.latest

    @property
    def plain(self) -> bool:
        """Tell whether this is one date in ISO 8601 as all programs read it: no span, nothing uncertain or open."""
        return "/" not in self.iso and _plain(self.iso) is not None

    @property
    def moment(self) -> datetime | None:
        """Give the date and time, where a time is stated."""
        return datetime.fromisoformat(self.iso) if "T" in self.iso else None


def parse(text: str) -> PartialDate:
    """Read `2019`, `2019-05`, `2019-05-13`, `2019-05-13T09:52+05:30`, two of them as `first/last`, or EDTF level 1.

    Raises ValueError, with a sentence that says what is wrong, for anything else.
    """
    parts = text.split("/")
    if len(parts) > 2:
        raise ValueError("a span has one `/`")
    for part in parts:
        _plain(part.rstrip(QUALIFIERS))  # says what is wrong with a day that there is not
    ends = [end for part in parts if (end := _plain(part))]
    first, last = (ends[0][0], ends[-1][1]) if len(ends) == len(parts) else _extended(text)
    if first > last:
        raise ValueError("the span ends before it begins")
    return PartialDate(text, first, last)


def parse_plain(text: str) -> PartialDate:
    """Read `2019`, `2019-05`, `2019-05-13` or `2019-05-13T09:52+05:30`. Raises ValueError as `parse` does."""
    if "/" in text:
        raise ValueError("a span is not allowed here")
    ends = _plain(text)
    if ends is None:
        raise ValueError("not an ISO 8601 date")
    return PartialDate(text, *ends)


def meant(text: str) -> str | None:
    """Give the day that was probably meant by a date in another notation; nothing where day and month may be either."""
    found = set()
    for notation in _NOTATIONS:
        with suppress(ValueError):
            found.add(date(*strptime(text.strip(), notation)[:3]).isoformat())
    return found.pop() if len(found) == 1 else None


def _plain(text: str) -> tuple[date, date] | None:
    """Give the first and last day of a plain date; nothing for another form. Raises ValueError for no day there is."""
    if _MOMENT.fullmatch(text):
        day = datetime.fromisoformat(text).date()
        return day, day
    match = _DAY.fullmatch(text)
    if not match or _SEASON.fullmatch(text):
        return None
    year, month, day_of_month = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day_of_month is None:
        first = date(year, month, 1)
        return first, first.replace(day=monthrange(year, month)[1])
    day = date(year, month, day_of_month)
    return day, day


@lru_cache(maxsize=1024)
def _extended(text: str) -> tuple[date, date]:
    """Give the first and last day of what only EDTF level 1 can write."""
    if not _EXTENDED.fullmatch(text):
        raise ValueError("not an ISO 8601 date")
    # Half a second, for dates that few records have.
    from edtf.parser.grammar import level1Expression  # noqa: PLC0415 -- takes half a second, and few claims need it
    from pyparsing import ParseException  # noqa: PLC0415 -- comes with it

    try:
        found = level1Expression.parse_string(text, parse_all=True)[0]
    except ParseException:
        raise ValueError("EDTF level 1 has no such form") from None
    beginning, end = text.partition("/")[0], text.rpartition("/")[2]
    if OPEN.issuperset((beginning, end)):
        raise ValueError("a span has a beginning or an end")
    # Where an end is unknown, the library puts it ten years away.
    return (
        date.min if beginning in OPEN else date(*found.lower_strict()[:3]),
        date.max if end in OPEN else date(*found.upper_strict()[:3]),
    )


def _vague(end: str) -> bool:
    """Tell whether nothing is certain of a date: it is marked so, or a season, which is at two times of the year."""
    return end.endswith(tuple(QUALIFIERS)) or _SEASON.fullmatch(end) is not None
