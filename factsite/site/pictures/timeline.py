"""A timeline as a picture: a column for each date, a lane for each kind of event, a dot for each event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from markupsafe import Markup

from factsite.corpus.dates import OPEN, QUALIFIERS, PartialDate
from factsite.site.dialect import encode, markup
from factsite.site.words import DATES

LEFT, COLUMN, LANE, HEAD, STEP, RADIUS, DOTS = 92, 62, 92, 34, 13, 5, 6


class Lane(StrEnum):
    """The kinds of event, from top to bottom."""

    CONCERNS = "concerns"
    SAID = "said"
    PUBLISHED = "published"


def draw(events: Sequence[tuple[PartialDate, Lane]]) -> Markup:
    """Draw events in order of time; the columns are not to scale, and a hollow dot is not dated to the day."""
    dates = list(dict.fromkeys(_day(when) for when, _ in events))
    counts = Counter((_day(when), lane) for when, lane in events)
    exact = {_day(when): when.day_known for when, _ in events}
    width, height = LEFT + COLUMN * len(dates), HEAD + LANE * len(Lane)
    parts = [*_lanes(width), *_columns(dates, height)]
    for (date, lane), count in counts.items():
        x = LEFT + COLUMN * dates.index(date) + COLUMN // 2
        parts += _dots(x, HEAD + LANE * list(Lane).index(lane), count, exact=exact[date])
    return markup(
        f'<svg class="fs-timeline" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        'aria-labelledby="timeline-title"><title id="timeline-title">Number of events by date and kind; '
        f"the list below names them</title>{''.join(parts)}</svg>"
    )


def _day(when: PartialDate) -> str:
    """Write a date without its time of day, so that one day has one column."""
    return "/".join(part.partition("T")[0] for part in when.iso.split("/"))


def _lanes(width: int) -> Iterator[str]:
    for number, lane in enumerate(Lane):
        y = HEAD + LANE * number
        yield f'<path d="M0 {y}H{width}"/><text x="0" y="{y + LANE // 2 + 4}">{encode(lane.value)}</text>'


def _columns(dates: Sequence[str], height: int) -> Iterator[str]:
    for number, date in enumerate(dates):
        x = LEFT + COLUMN * number + COLUMN // 2
        year, day = _label(date)
        yield f'<text x="{x}" y="14" text-anchor="middle">{encode(day)}</text>'
        if number == 0 or _label(dates[number - 1])[0] != year:
            yield f'<text class="fs-detail" x="{x}" y="28" text-anchor="middle">{encode(year)}</text>'
        yield f'<path class="fs-column" d="M{x} {HEAD}V{height}"/>'


def _label(date: str) -> tuple[str, str]:
    """Give year and day of a date in as few letters as will do; a span is named by one end and an arrow."""
    first, slash, last = date.partition("/")
    stated = last if first in OPEN else first
    year, day = _short(stated.rstrip(QUALIFIERS))
    mark = stated[-1] if stated[-1] in QUALIFIERS else ""
    before, after = ("→ ", "") if first in OPEN else ("", " →" if slash else "")
    return year, f"{before}{day}{mark}{after}"


def _short(iso: str) -> tuple[str, str]:
    year, *rest = iso.split("-")
    if not rest or rest[0] == "XX":
        return year, year
    number = int(rest[0])
    month = DATES.seasons[number - 21] if number > 20 else DATES.months[number - 1][:3]
    return year, month if rest[1:] in ([], ["XX"]) else f"{int(rest[1])} {month}"


def _dots(x: int, top: int, count: int, *, exact: bool) -> Iterator[str]:
    shown = min(count, DOTS)
    first = top + LANE // 2 - (shown - 1) * STEP // 2
    kind = "fs-dot" if exact else "fs-dot fs-dot--hollow"
    for number in range(shown):
        yield f'<circle class="{kind}" cx="{x}" cy="{first + number * STEP}" r="{RADIUS}"/>'
    if count > shown:
        yield f'<text class="fs-detail" x="{x + 9}" y="{first + 4}">+{count - shown}</text>'
