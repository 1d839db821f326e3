"""A timeline as a picture: a column for each date, a lane for each kind of event, a dot for each event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from markupsafe import Markup

from factsite.corpus.dates import OPEN, QUALIFIERS, PartialDate
from factsite.site.dialect import markup
from factsite.site.pictures.canvas import Canvas
from factsite.site.words import Words

MARGIN, COLUMN, LANE, HEAD, STEP, RADIUS, DOTS = 92, 62, 92, 34, 13, 5, 6


class Lane(StrEnum):
    """The kinds of event, from top to bottom."""

    CONCERNS = "concerns"
    SAID = "said"
    PUBLISHED = "published"


def lanes(words: Words) -> dict[Lane, str]:
    """Name the kinds of event."""
    say = words.say
    return {Lane.CONCERNS: say("concerns"), Lane.SAID: say("said"), Lane.PUBLISHED: say("published")}


def draw(events: Sequence[tuple[PartialDate, Lane]], words: Words) -> Markup:
    """Draw events in order of time; the columns are not to scale, and a hollow dot is not dated to the day."""
    dates = list(dict.fromkeys(_day(when) for when, _ in events))
    counts = Counter((_day(when), lane) for when, lane in events)
    exact = {_day(when): when.day_known for when, _ in events}
    width, height = MARGIN + COLUMN * len(dates), HEAD + LANE * len(Lane)
    canvas = Canvas(width, words.is_rtl)
    title = words.write("Number of events by date and kind; the list below names them")
    parts = [*_lanes(canvas, words), *_columns(canvas, dates, height, words)]
    for (date, lane), count in counts.items():
        x = MARGIN + COLUMN * dates.index(date) + COLUMN // 2
        parts += _dots(canvas, x, HEAD + LANE * list(Lane).index(lane), count, exact=exact[date])
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return markup(
        f'<svg class="fs-timeline"{canvas.direction} {size} role="img" '
        f'aria-labelledby="timeline-title"><title id="timeline-title">{title}</title>{"".join(parts)}</svg>'
    )


def _day(when: PartialDate) -> str:
    """Write a date without its time of day, so that one day has one column."""
    return "/".join(part.partition("T")[0] for part in when.iso.split("/"))


def _lanes(canvas: Canvas, words: Words) -> Iterator[str]:
    for number, name in enumerate(lanes(words).values()):
        y = HEAD + LANE * number
        label = f'<text x="{canvas.at(0)}" y="{y + LANE // 2 + 4}">{canvas.words(name)}</text>'
        yield f'<path d="M0 {y}H{canvas.width}"/>{label}'


def _columns(canvas: Canvas, dates: Sequence[str], height: int, words: Words) -> Iterator[str]:
    for number, date in enumerate(dates):
        x = canvas.at(MARGIN + COLUMN * number + COLUMN // 2)
        year, day = _label(canvas, date, words)
        yield f'<text x="{x}" y="14" text-anchor="middle">{day}</text>'
        if number == 0 or _label(canvas, dates[number - 1], words)[0] != year:
            yield f'<text class="fs-detail" x="{x}" y="28" text-anchor="middle">{canvas.words(year)}</text>'
        yield f'<path class="fs-column" d="M{x} {HEAD}V{height}"/>'


def _label(canvas: Canvas, date: str, words: Words) -> tuple[str, str]:
    """Give year and day of a date in as few letters as will do; a span is named by one end and an arrow."""
    first, slash, last = date.partition("/")
    stated = last if first in OPEN else first
    year, day = _short(stated.rstrip(QUALIFIERS), words)
    mark = stated[-1] if stated[-1] in QUALIFIERS else ""
    before, after = (f"{canvas.arrow} ", "") if first in OPEN else ("", f" {canvas.arrow}" if slash else "")
    return year, f"{before}{canvas.words(f'{day}{mark}')}{after}"


def _short(iso: str, words: Words) -> tuple[str, str]:
    year, *rest = iso.split("-")
    if not rest or rest[0] == "XX":
        return year, year
    number = int(rest[0])
    month = words.dates.season(number) if number > 20 else words.dates.short_month(number)
    return year, month if rest[1:] in ([], ["XX"]) else f"{int(rest[1])} {month}"


def _dots(canvas: Canvas, x: int, top: int, count: int, *, exact: bool) -> Iterator[str]:
    shown = min(count, DOTS)
    first = top + LANE // 2 - (shown - 1) * STEP // 2
    kind = "fs-dot" if exact else "fs-dot fs-dot--hollow"
    for number in range(shown):
        yield f'<circle class="{kind}" cx="{canvas.at(x)}" cy="{first + number * STEP}" r="{RADIUS}"/>'
    if count > shown:
        more = canvas.apart(f"+{count - shown}")
        yield f'<text class="fs-detail" x="{canvas.at(x + 9)}" y="{first + 4}">{more}</text>'
