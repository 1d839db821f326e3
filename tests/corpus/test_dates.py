"""Dates of claims: plain ones as ever, and what EDTF level 1 says of those that are not certain."""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus import dates
from factsite.site.claimreview import Extended, When

OPEN_START, OPEN_END = date.min, date.max

PLAIN = {
    "2019": (date(2019, 1, 1), date(2019, 12, 31)),
    "2019-02": (date(2019, 2, 1), date(2019, 2, 28)),
    "2019-05-13": (date(2019, 5, 13), date(2019, 5, 13)),
    "2019-05-21": (date(2019, 5, 21), date(2019, 5, 21)),
    "2019-05-13T09:52": (date(2019, 5, 13), date(2019, 5, 13)),
    "2019-05-13T09:52:10Z": (date(2019, 5, 13), date(2019, 5, 13)),
    "2019-05-13T23:52+05:30": (date(2019, 5, 13), date(2019, 5, 13)),
}
SPANS = {
    "2019/2020-02": (date(2019, 1, 1), date(2020, 2, 29)),
    "2019-05-13T09:52+05:30/2019-06": (date(2019, 5, 13), date(2019, 6, 30)),
}
UNCERTAIN = {
    "2019?": (date(2019, 1, 1), date(2019, 12, 31)),
    "2019-05~": (date(2019, 5, 1), date(2019, 5, 31)),
    "2019-05-13%": (date(2019, 5, 13), date(2019, 5, 13)),
    "201X~": (date(2010, 1, 1), date(2019, 12, 31)),
    "2019-21": (date(2019, 3, 1), date(2019, 5, 31)),
    "2019-24": (date(2019, 12, 1), date(2019, 12, 31)),
    "2019-05~/2019-09?": (date(2019, 5, 1), date(2019, 9, 30)),
    "2019-21/2019-23": (date(2019, 3, 1), date(2019, 11, 30)),
}
BOUNDED = {
    "201X": (date(2010, 1, 1), date(2019, 12, 31)),
    "20XX": (date(2000, 1, 1), date(2099, 12, 31)),
    "2019-XX": (date(2019, 1, 1), date(2019, 12, 31)),
    "2020-02-XX": (date(2020, 2, 1), date(2020, 2, 29)),
    "2019-XX-XX": (date(2019, 1, 1), date(2019, 12, 31)),
    "../2019-05": (OPEN_START, date(2019, 5, 31)),
    "2019-05/..": (date(2019, 5, 1), OPEN_END),
    "/2019-05-13": (OPEN_START, date(2019, 5, 13)),
    "2019/": (date(2019, 1, 1), OPEN_END),
}
ALL = PLAIN | SPANS | UNCERTAIN | BOUNDED


@pytest.mark.parametrize("text", ALL)
def test_a_date_has_its_first_and_last_day(text: str) -> None:
    """Each form is read as the days that it names, and keeps its text."""
    read = dates.parse(text)
    assert (read.iso, read.first, read.last) == (text, *ALL[text])


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_date_may_stand_everywhere(text: str) -> None:
    """A date without a span or doubt is the same wherever dates are read."""
    assert dates.parse_plain(text) == dates.parse(text)
    assert dates.parse(text).plain


@pytest.mark.parametrize("text", SPANS | UNCERTAIN | BOUNDED)
def test_nothing_else_is_plain(text: str) -> None:
    """A span and a doubt are refused where a plain date is asked for."""
    assert not dates.parse(text).plain
    with pytest.raises(ValueError, match=r"not an ISO 8601 date|a span is not allowed here"):
        dates.parse_plain(text)


@pytest.mark.parametrize("text", PLAIN | SPANS | BOUNDED)
def test_what_is_not_in_doubt_is_certain(text: str) -> None:
    """A date that carries no doubt lies between its first and its last day."""
    read = dates.parse(text)
    assert (read.earliest, read.latest) == (read.first, read.last)


@pytest.mark.parametrize("text", UNCERTAIN)
def test_of_what_is_in_doubt_nothing_is_certain(text: str) -> None:
    """An uncertain date, an approximate one and a season, which is at two times of the year, have no certain bound."""
    read = dates.parse(text)
    assert (read.earliest, read.latest) == (date.min, date.max)
    assert not read.day_known


def test_a_doubt_at_one_end_leaves_the_other_certain() -> None:
    """Of a span, each end is as certain as it is written."""
    read = dates.parse("2019-05~/2019-09")
    assert (read.earliest, read.latest) == (date.min, date(2019, 9, 30))


@pytest.mark.parametrize(("text", "stated"), [("../2019-05", date(2019, 5, 31)), ("2019/..", date(2019, 1, 1))])
def test_an_open_span_stands_in_order_by_the_end_that_it_has(text: str, stated: date) -> None:
    """What has no beginning is put where it ends."""
    assert dates.parse(text).stated == stated


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not an ISO 8601 date"),
        ("May 2019", "not an ISO 8601 date"),
        ("2019-05 ~", "not an ISO 8601 date"),
        ("Y20190", "not an ISO 8601 date"),
        ("2019~~", "EDTF level 1 has no such form"),
        ("2019-1X", "EDTF level 1 has no such form"),
        ("XXXX", "EDTF level 1 has no such form"),
        ("2019-XX/2020", "EDTF level 1 has no such form"),
        ("~2019", "EDTF level 1 has no such form"),
        ("2019-29", "month must be in 1..12"),
        ("2019-02-29~", "day is out of range for month"),
        ("2019-04-31/..", "day .* for month"),
        ("00XX", "year 0 is out of range"),
        ("-2019~", "year -2019 is out of range"),
        ("../..", "a span has a beginning or an end"),
        ("2019/2020/2021", "a span has one `/`"),
        ("2019-06~/2019-05", "the span ends before it begins"),
    ],
)
def test_anything_else_is_refused_with_a_reason(text: str, reason: str) -> None:
    """What is no date is refused in a sentence that says why."""
    with pytest.raises(ValueError, match=reason):
        dates.parse(text)


_DAYS = st.dates()
_PRECISE = st.tuples(_DAYS, st.sampled_from((4, 7, 10))).map(lambda made: made[0].isoformat()[: made[1]])
_FORMS = ("{c}X", "{y}-XX", "{y}-{m}-XX", "{y}-XX-XX", "{y}-21", "{y}-24")
_UNSPECIFIED = st.builds(
    lambda day, form: form.format(y=day[:4], m=day[5:7], c=day[:3]), _DAYS.map(str), st.sampled_from(_FORMS)
)
_MARKED = st.builds("{}{}".format, _PRECISE, st.sampled_from(("", *dates.QUALIFIERS)))
_ENDS = st.one_of(_MARKED, st.sampled_from(("..", "")))
_WRITTEN = st.one_of(_MARKED, _UNSPECIFIED, st.builds("{}/{}".format, _ENDS, _ENDS))


@given(st.one_of(_WRITTEN, st.text("0123456789-/.X?~% T:", max_size=12)))
def test_whatever_is_read_is_in_order(text: str) -> None:
    """Every date that is accepted begins no later than it ends, and no later than is certain; others are refused."""
    try:
        read = dates.parse(text)
    except ValueError:
        return
    assert read.earliest <= read.first <= read.last <= read.latest
    assert read.first <= read.stated <= read.last
    assert re.fullmatch(get_args(Extended)[1]["pattern"].strip("^$"), text)
    assert not read.plain or re.fullmatch(get_args(When)[1]["pattern"].strip("^$"), text)


@given(_DAYS, _DAYS, st.sampled_from((4, 7, 10)))
def test_what_was_a_date_before_is_read_without_the_library(one: date, other: date, letters: int) -> None:
    """A plain date and a span of two has the days that it had before there were uncertain ones."""
    first, last = sorted((one, other))
    alone, span = dates.parse(str(first)[:letters]), dates.parse(f"{first}/{last}")
    assert alone.first <= first <= alone.last
    assert str(alone.first)[:letters] == str(alone.last)[:letters] == alone.iso
    assert (span.first, span.last, span.earliest, span.latest) == (first, last, first, last)
