"""Numbers of a text: one value, however it is written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.verify.numbers import numbers_in


def values(text: str, *languages: str) -> list[set[int]]:
    """Give the whole values of each number that counts something."""
    found = [number for number in numbers_in(text, languages or ("en",)) if number.counts]
    return [{int(value) for value in number.values if value == int(value)} for number in found]


@pytest.mark.parametrize(
    "text", ["1400", "1,400", "1 400", "1\u202f400", "1.400", "१,४००", "１４００", "۱٬۴۰۰", "𝟏𝟒𝟎𝟎"]
)
def test_digits_and_groups_do_not_matter(text: str) -> None:
    """One number is one value in every script and with every mark between its groups."""
    assert 1400 in values(f"{text} users")[0]


@pytest.mark.parametrize(
    "text", ["1400.5", "1,400.5", "1.400,5", "1 400,5", "1,400.500", "१,४००.५", "۱٬۴۰۰٫۵", "1\u202f400,5", "1’400.5"]
)
def test_a_fraction_is_told_from_groups(text: str) -> None:
    """A fraction of any length stands behind a mark that differs from those between the groups."""
    (number,) = numbers_in(f"{text} tons", ["en"])
    assert number.values == {Decimal("1400.5")}


@pytest.mark.parametrize("text", ["0.125", "0,125", "۰٫۱۲۵"])
def test_no_group_begins_with_nothing(text: str) -> None:
    """Behind a naught stands a fraction, even one of three digits."""
    (number,) = numbers_in(text, ["en"])
    assert number.values == {Decimal("0.125")}


@given(st.text(st.characters(categories=["Nd", "Po", "Zs"])), st.integers(0x1E4F0, 0x1E4F9))
def test_no_digit_is_too_new(text: str, newer: int) -> None:
    """Law: digits that Unicode has and Python does not know yet do no harm."""
    assert all(number.values for number in numbers_in(f"{text}{chr(newer)}", ["en"]))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-one", 21),
        ("two hundred", 200),
        ("one hundred and", 100),
        ("one hundred and twenty-one", 121),
        ("five thousand two hundred and five", 5_205),
        ("5 million and ten", 5_000_010),
        ("five thousand two hundred", 5_200),
        ("5 million", 5_000_000),
        ("2.5 crore", 25_000_000),
        ("1,40,000", 140_000),
    ],
)
def test_words_make_numbers(text: str, value: int) -> None:
    """Number words stand for themselves and multiply what stands before them."""
    assert values(f"about {text} rupees") == [{value}]


def test_two_numbers_are_not_made_one() -> None:
    """Only what lacks behind the hundreds goes on a number, and digits never do."""
    assert values("ten and twenty") == [{10}, {20}]
    assert values("one hundred and two hundred") == [{100}, {200}]
    assert values("100 and twenty") == [{100}, {20}]


def test_words_of_other_languages_are_read() -> None:
    """Each language brings its own number words; Spanish `once` is eleven only where Spanish is read."""
    assert values("पाँच सौ लोग", "hi") == values("पांच सौ लोग", "hi") == [{500}]
    assert values("once hombres", "es") == [{11}]
    assert values("once more", "en") == []


@pytest.mark.parametrize(
    "text",
    [
        *("4 November", "November 4, 2019", "in May 2019", "2019-11-04", "04/11/2019", "of 4 Nov. 2019"),
        *("COVID-19", "G20", "x86_64"),
    ],
)
def test_dates_and_names_count_nothing(text: str) -> None:
    """A number beside a month, in a date or in a name counts nothing."""
    assert values(f"It was {text} then") == []


def test_a_number_beside_a_date_counts() -> None:
    """What stands behind a whole date is a number of its own, and `may` in lower case is no month."""
    assert values("On 4 November 2019 121 users") == [{121}]
    assert values("that 12 may go") == [{12}]


@given(st.integers(0, 10**9), st.sampled_from(["{}", "{:,}"]))
def test_every_integer_is_read(value: int, form: str) -> None:
    """Any whole number is found once, as what it is."""
    (number,) = numbers_in(f"They counted {form.format(value)} lamps", ["en"])
    assert Decimal(value) in number.values


def test_a_long_text_takes_no_time() -> None:
    """Each number is read once, however many stand before it."""
    assert len(numbers_in("1,400 lamps " * 20_000, ["en"])) == 20_000
