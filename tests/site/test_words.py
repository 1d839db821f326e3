"""How the site says things."""

from __future__ import annotations

import pytest

from factsite.corpus import dates
from factsite.corpus.model import Certainty, Reason, Relation, Stance, Translator
from factsite.site import words
from factsite.site.pages import hindi


@pytest.mark.parametrize(
    ("iso", "english", "in_hindi"),
    [
        ("2019", "2019", "2019"),
        ("2019-05", "May 2019", "मई 2019"),
        ("2019-11-02", "2 November 2019", "2 नवंबर 2019"),
        ("2019-11-02T09:52+05:30", "2 November 2019", "2 नवंबर 2019"),
        ("2019-05/2019-09-03", "May 2019 to 3 September 2019", "मई 2019 से 3 सितंबर 2019"),
        ("2019-05~", "about May 2019", "लगभग मई 2019"),
        ("2019-05-13?", "13 May 2019 (uncertain)", "13 मई 2019 (अनिश्चित)"),
        ("2019%", "about 2019 (uncertain)", "लगभग 2019 (अनिश्चित)"),
        ("../2019-05-13", "13 May 2019 or before", "13 मई 2019 या उससे पहले"),
        ("2019-05/..", "May 2019 or after", "मई 2019 या उसके बाद"),
        ("/2019-05", "an unknown date to May 2019", "अज्ञात तिथि से मई 2019"),
        ("2019-05/", "May 2019 to an unknown date", "मई 2019 से अज्ञात तिथि"),
        ("2019-05~/2019-09", "about May 2019 to September 2019", "लगभग मई 2019 से सितंबर 2019"),
        ("2019-21", "spring 2019", "वसंत 2019"),
        ("2019-23/2019-24", "autumn 2019 to winter 2019", "शरद 2019 से सर्दी 2019"),
        ("201X", "some year from 2010 to 2019", "2010 से 2019 के बीच का कोई वर्ष"),
        ("2019-XX", "some month in 2019", "2019 का कोई महीना"),
        ("2019-XX-XX", "some day in 2019", "2019 का कोई दिन"),
        ("2019-05-XX~", "about some day in May 2019", "लगभग मई 2019 का कोई दिन"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(iso: str, english: str, in_hindi: str) -> None:
    """A date is written with its year, month or day, and no more than that."""
    assert (words.when(dates.parse(iso)), hindi.when(dates.parse(iso))) == (english, in_hindi)


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2019-11-02T09:52+05:30", "2 November 2019, 09:52 (UTC+05:30)"),
        ("2019-11-02T09:52", "2 November 2019, 09:52"),
        ("2019-11", "November 2019"),
    ],
)
def test_a_moment_keeps_its_time_and_offset(iso: str, written: str) -> None:
    """The time of day and its offset are given where they are stated."""
    assert words.moment(dates.parse(iso)) == written


def test_counts_agree_with_their_noun() -> None:
    """One is singular, everything else plural, thousands are parted."""
    assert [words.count(number, "claim") for number in (0, 1, 1400)] == ["0 claims", "1 claim", "1,400 claims"]


@pytest.mark.parametrize(("part", "written"), [(0.0, "0%"), (0.004, "under 1%"), (0.184, "18%"), (1.0, "100%")])
def test_a_small_share_is_not_nothing(part: float, written: str) -> None:
    """A share below one in a hundred is said to be there."""
    assert words.share(part) == written


@pytest.mark.parametrize(("items", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")])
def test_lists_read_as_sentences_do(items: list[str], written: str) -> None:
    """The last item is joined by a word."""
    assert words.listing(items) == written


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("hi", "Hindi"), ("pt-BR", "Portuguese (Brazil)"), ("x", "x")]
)
def test_languages_have_names(code: str, name: str) -> None:
    """A language is named in English; an unknown code stands for itself."""
    assert words.language(code) == name


def test_every_choice_has_words() -> None:
    """No stance, relation, certainty, reason or translator is without its words."""
    for table, choices in (
        (words.STANCE, Stance),
        (words.RELATION, Relation),
        (words.CERTAINTY, Certainty),
        (words.REASON, Reason),
        (words.TRANSLATOR, Translator),
        (hindi.CERTAINTY, Certainty),
    ):
        assert set(table) == set(choices)
