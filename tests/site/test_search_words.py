"""Which spellings count as one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.site.search_words import bucket, indexed, words


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("whatsapp", "WhatsApp"),
        ("resume", "résumé"),
        ("india s", "India’s"),
        ("1 400", "1,400"),
        ("cert in", "CERT-In"),
        ("सरकार", "सरकार"),
        ("जासूसी", "ज\u093cासूसी"),
        ("पांच", "पाँच"),
        ("क्षमता", "क्\u200dषमता"),
        ("fi", "ﬁ"),
    ],
)
def test_spellings_of_one_word_fold_together(typed: str, written: str) -> None:
    """Case, accents, apostrophes, nukta, joiners and chandrabindu do not keep a reader from finding a word."""
    assert words(typed) == words(written)


@pytest.mark.parametrize(("one", "other"), [("कि", "की"), ("दावा", "दावे"), ("1400", "140")])
def test_vowel_signs_and_digits_keep_words_apart(one: str, other: str) -> None:
    """Words that differ in a vowel sign or in a digit are different words."""
    assert words(one) != words(other)


GROUPED = [
    "1400",
    "1,400",
    "1.400",
    "1’400",
    "1 400",
    "1\u00a0400",
    "1\u2009400",
    "1\u202f400",
    "१,४००",
    "۱٬۴۰۰",
    "１，４００",
]


@pytest.mark.parametrize("typed", GROUPED)
@pytest.mark.parametrize("written", GROUPED)
def test_one_number_is_one_word(typed: str, written: str) -> None:
    """The digits of no script and no mark between groups keep a reader from finding a number."""
    assert words(f"of {typed}") <= indexed(f"({written}, of all)")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("121\n१२१\n۱۲۱\n১২১", "121"),
        ("1,40,000\n1 40 000\n१,४०,०००", "140000"),
        ("12,34,567.89", "1234567 89"),
        ("1.5\n1,5\n۱٫۵\n१.५", "1 5"),
        ("0.125", "0 125"),
        ("1400.500", "1400 500"),
        ("1, 400", "1 400"),
        ("30-400\n30/400\n30:400", "30 400"),
        ("2019 400", "2019 400"),
        ("G20 400", "g20 400"),
        ("1.12.2019", "1 12 2019"),
    ],
)
def test_only_groups_are_joined(text: str, found: str) -> None:
    """Fractions, ranges, dates, lists and names are no groups of one number."""
    assert words(text) == set(found.split())


def test_what_only_looks_like_groups_is_found_apart() -> None:
    """Two numbers side by side are found by each of them, and by both."""
    assert {"30", "400", "30400"} <= indexed("of 30 400 came")


@given(st.text(st.sampled_from("01२۳x .,’")))
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    """Law: who types what is written finds it, whatever in it may be one number."""
    assert words(text) <= indexed(text)


@given(st.text())
def test_words_hold_no_mark_that_terms_use(text: str) -> None:
    """No text, however hostile, gives a word with a colon, so none can pass for a filter's term."""
    assert not any(":" in word or not word.strip() for word in words(text))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """The words of a word are that word."""
    for word in words(text):
        assert words(word) == {word}


@given(st.text(min_size=1), st.integers(1, 64))
def test_a_beginning_of_three_letters_shares_its_bucket(text: str, buckets: int) -> None:
    """Whatever begins with a searched word of three letters or more stands in that word's bucket."""
    for word in words(text):
        if len(word) >= 3:
            assert bucket(word[:3], buckets) == bucket(word, buckets)
