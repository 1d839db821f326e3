"""Which spellings count as one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.site.search_words import bucket, words


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
