"""How the site says things."""

from __future__ import annotations

import pytest

from factsite.corpus import dates
from factsite.corpus.model import Certainty, Reason, Relation, Stance, Translator
from factsite.site.words import Words
from factsite.verify.record import Sharing

ENGLISH, HINDI = Words("en"), Words("hi")


@pytest.mark.parametrize(
    ("iso", "english", "in_hindi"),
    [
        ("2019", "2019", "2019"),
        ("2019-05", "May 2019", "मई 2019"),
        ("2019-11-02", "2 November 2019", "2 नवंबर 2019"),
        ("2019-11-02T09:52+05:30", "2 November 2019", "2 नवंबर 2019"),
        ("2019-05/2019-09-03", "May 2019 to 3 September 2019", "मई 2019 से 3 सितंबर 2019 तक"),
        ("2019-05~", "about May 2019", "लगभग मई 2019"),
        ("2019-05-13?", "13 May 2019 (uncertain)", "13 मई 2019 (अनिश्चित)"),
        ("2019%", "about 2019 (uncertain)", "लगभग 2019 (अनिश्चित)"),
        ("../2019-05-13", "13 May 2019 or before", "13 मई 2019 या उससे पहले"),
        ("2019-05/..", "May 2019 or after", "मई 2019 या उसके बाद"),
        ("/2019-05", "an unknown date to May 2019", "किसी अज्ञात तिथि से मई 2019 तक"),
        ("2019-05/", "May 2019 to an unknown date", "मई 2019 से किसी अज्ञात तिथि तक"),
        ("2019-05~/2019-09", "about May 2019 to September 2019", "लगभग मई 2019 से सितंबर 2019 तक"),
        ("2019-21", "spring 2019", "वसंत 2019"),
        ("2019-23/2019-24", "autumn 2019 to winter 2019", "शरद 2019 से सर्दी 2019 तक"),
        ("201X", "some year from 2010 to 2019", "2010 से 2019 तक का कोई वर्ष"),
        ("2019-XX", "some month in 2019", "2019 का कोई महीना"),
        ("2019-XX-XX", "some day in 2019", "2019 का कोई दिन"),
        ("2019-05-XX~", "about some day in May 2019", "लगभग मई 2019 का कोई दिन"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(iso: str, english: str, in_hindi: str) -> None:
    """A date is written with its year, month or day, and no more than that."""
    assert (ENGLISH.when(dates.parse(iso)), HINDI.when(dates.parse(iso))) == (english, in_hindi)


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
    assert ENGLISH.moment(dates.parse(iso)) == written


def test_counts_agree_with_their_noun() -> None:
    """One is singular, everything else plural, thousands are parted."""
    assert [ENGLISH.count(number, "{number} claim", "{number} claims") for number in (0, 1, 1400)] == [
        "0 claims",
        "1 claim",
        "1,400 claims",
    ]


@pytest.mark.parametrize(("part", "written"), [(0.0, "0%"), (0.004, "under 1%"), (0.184, "18%"), (1.0, "100%")])
def test_a_small_share_is_not_nothing(part: float, written: str) -> None:
    """A share below one in a hundred is said to be there."""
    assert ENGLISH.share(part) == written


@pytest.mark.parametrize(("items", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")])
def test_lists_read_as_sentences_do(items: list[str], written: str) -> None:
    """The last item is joined by a word."""
    assert ENGLISH.listing(items) == written


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("hi", "Hindi"), ("pt-BR", "Portuguese (Brazil)"), ("x", "x")]
)
def test_languages_have_names(code: str, name: str) -> None:
    """A language is named in English; an unknown code stands for itself."""
    assert ENGLISH.language_name(code) == name


@pytest.mark.parametrize("language", ["en", "es", "hi", "ur"])
def test_every_choice_has_words(language: str) -> None:
    """No stance, relation, certainty, reason, outcome or translator is without its words, each its own."""
    words = Words(language)
    for said in (
        [words.stance(one) for one in Stance],
        [words.relation(one) for one in Relation],
        [words.certainty(one) for one in Certainty],
        [words.certainty_means(one) for one in Certainty],
        [words.outcome(one) for one in Sharing],
        [" ".join(words.reason(one)) for one in Reason],
        [words.translator(one, "hi") for one in Translator],
    ):
        assert all(said)
        assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    ("language", "number", "day"),
    [
        ("en", "1,400,000", "2 November 2019"),
        ("es", "1.400.000", "2 de noviembre de 2019"),
        ("hi", "14,00,000", "2 नवंबर 2019"),
        ("ur", "1,400,000", "2 نومبر، 2019"),
    ],
)
def test_numbers_and_days_are_those_of_the_language(language: str, number: str, day: str) -> None:
    """Digits are grouped, and days written, as CLDR knows it of each language."""
    words = Words(language)
    assert words.number(1_400_000).replace("\u200e", "") == number
    assert words.when(dates.parse("2019-11-02")) == day


def test_a_record_may_say_a_message_in_its_own_way() -> None:
    """What the owner says for a message takes its place, and none of it becomes markup."""
    words = Words("en", {"Claims": "Checks <b>", "{number} claim": "{number} check"})
    assert words.say("Claims") == "Checks <b>"
    assert words.write("Claims") == "Checks &#60;b&#62;"
    assert words.count(1, "{number} claim", "{number} claims") == "1 check"


def test_a_language_without_a_catalogue_speaks_english_with_its_own_dates() -> None:
    """Where nobody has translated the messages, they stand in English; numbers, days and lists do not."""
    words = Words("fr")
    assert words.say("Claims") == "Claims"
    assert words.when(dates.parse("2019-11-02")) == "2 novembre 2019"
    assert words.listing(["a", "b", "c"]) == "a, b et c"


def test_a_record_may_bring_a_catalogue() -> None:
    """What a record's own file of gettext says comes first, and for the rest the program's words of the language."""
    own = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n\nmsgid "Claims"\nmsgstr "Dichos"\n'
    words = Words("es", catalogue=own)
    assert words.say("Claims") == "Dichos"
    assert words.say("Sources") == Words("es").say("Sources") == "Fuentes"


def test_a_value_in_braces_is_no_place() -> None:
    """A value that itself looks like a message is written as it is."""
    assert Words("en").say("Coverage of {source}", source="{source.name}") == "Coverage of {source.name}"
