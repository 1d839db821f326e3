"""Dates as sources state them: a year, a month, a day, or a moment with its offset; also spans of them."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from time import strptime

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)

_NOTATIONS = [
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y"),
    *("%d-%m-%Y", "%m-%d-%Y", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y"),
]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of any precision, or a span `first/last`, with its ISO 8601 text and its first and last day."""

    iso: str
    first: date
    last: date

    @property
    def day_known(self) -> bool:
        """Tell whether this is one day, not a month, a year or a span."""
        return self.first == self.last

    @property
    def moment(self) -> datetime | None:
        """Give the date and time, where a time is stated."""
        return datetime.fromisoformat(self.iso) if "T" in self.iso else None


def parse(text: str) -> PartialDate:
    """Read `2019`, `2019-05`, `2019-05-13`, `2019-05-13T09:52+05:30`, or two of them as `first/last`.

    Raises ValueError, with a sentence that says what is wrong, for anything else.
    """
    parts = text.split("/")
    if len(parts) > 2:
        raise ValueError("a span has one `/`")
    ends = [_ends(part) for part in parts]
    if ends[0][0] > ends[-1][1]:
        raise ValueError("the span ends before it begins")
    return PartialDate(text, ends[0][0], ends[-1][1])


def meant(text: str) -> str | None:
    """Give the day that was probably meant by a date in another notation; nothing where day and month may be either."""
    found = set()
    for notation in _NOTATIONS:
        with suppress(ValueError):
            found.add(date(*strptime(text.strip(), notation)[:3]).isoformat())
    return found.pop() if len(found) == 1 else None


def _ends(text: str) -> tuple[date, date]:
    if _MOMENT.fullmatch(text):
        day = datetime.fromisoformat(text).date()
        return day, day
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError("not an ISO 8601 date")
    year, month, day_of_month = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day_of_month is None:
        first = date(year, month, 1)
        return first, first.replace(day=monthrange(year, month)[1])
    day = date(year, month, day_of_month)
    return day, day
