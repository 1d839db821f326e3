"""Silence: what stands anywhere in a source's part of its file breaks it, and the finding names a line of that part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus import dates
from factsite.corpus.model import Absence, Certainty, Claim, Excerpt, TextFormat
from factsite.diagnostics import Diagnostic
from factsite.verify.claim_rules import check_silence
from tests.records import archived

MEMO = """---
title: A memo
tags: [first, "se\\u0063ond"]
# third
---

Words **stand** here ![fourth](x.png "fifth")
and [here](https://sixth.example/ "seventh").

<!-- eighth -->

[a]: https://ninth.example/

~~~ tenth
<td>Eleventh</td>
~~~
"""


def found(term: str, text: str, form: TextFormat = TextFormat.MARKDOWN) -> list[Diagnostic]:
    """Call a source silent on a term."""
    absent = (Absence(("memo",), (term,)),)
    day = dates.parse("2026-11-21")
    assert day is not None
    claim: Claim[Excerpt] = Claim("x", "claims/x.yml", "", (), (), "", Certainty.LOW, day, "", (), absent=absent)
    return list(check_silence(claim, {"memo": archived("memo", text, format=form, title="")}))


@pytest.mark.parametrize(
    ("term", "line"),
    [
        ("memo", 2),
        ("first", 3),
        ("second", 3),
        ("third", 3),
        ("words stand", 7),
        ("**Stand**", 7),
        ("fourth", 7),
        ("fifth", 7),
        ("sixth", 8),
        ("seventh", 8),
        ("eighth", 8),
        ("ninth", 15),
        ("tenth", 15),
        ("eleventh", 15),
    ],
)
def test_a_source_is_not_silent_on_what_its_file_holds(term: str, line: int) -> None:
    """Markdown that its reader does not see breaks silence, too; the finding names the nearest line that is seen."""
    (finding,) = found(term, MEMO)
    assert f"`{term}` stands at line {line}" in finding.message


def test_a_source_is_silent_on_anything_else() -> None:
    """Words that stand nowhere are lacking; nothing is made up of what is seen and what is written."""
    assert found("absent", MEMO) == []
    assert found("</td> ---", MEMO) == []


RULING = (
    "The court held that the order was un-\nconstitutional and spoke of spy-\nware and of Pega\u00ad\nsus at length."
)
HINDI = "सरकार ने कहा है कि सम्बन्ध ठीक हैं और ज़रूरी काम चल रहा है।"
CUES = "WEBVTT\n\n00:10:43.230 --> 00:10:45.000\nmy friend spy<00:10:43.350><c>ware</c> is here\n"


@pytest.mark.parametrize(
    ("term", "text"),
    [
        *(
            (term, RULING)
            for term in ("unconstitutional", "spyware", "Pegasus", "un-constitutional", "spy-ware", "SPYWARE and")
        ),
        *((term, HINDI) for term in ("संबंध", "जरूरी", "सम्बंध", "सम्बन्ध ठीक")),
        ("كشتي", "حکومت نے کہا ہے کہ کشتی ڈوب گئی۔"),
        ("spyware", CUES),
        ("unlawful", "The un<em>lawful</em> act"),
        ("impossible", "It is im<wbr>possible"),
        ("em", "The un<em>lawful</em> act"),
        ("1400", "some 1,400 users"),
        ("1,400", "some १४०० users"),
        ("1 400", "some 1,-\n400 users"),
        ("30-40", "some 30-\n40 users"),
        ("the mayor", "The\n   mayor"),
        ("first deaths", "the ﬁrst deaths"),
        ("users", "1,400 users⁴ were"),
        ("1400 users", "some 1,400 users"),
        ("1,40,000 users", "some 140000 users"),
        ("Москва", "to Москва/Moscow and back"),
        ("boat", "the boɑt sank"),
        ("天气", "天\n气"),
        ("unlawful", "The un&shy;lawful act"),
        ("unlawful conduct", "<p>unlawful</p><p>conduct</p>"),
        ("น้ำ", "นํ้า"),
        ("user's", "the userʼs boat"),
        ("spy ware", "spy \u200b ware"),
        ("ಸಂಬಂಧ", "ಸಮ್ಬನ್ಧ"),
        ("ਪੰਜਾਬ", "ਪਂਜਾਬ"),
        ("state-run telephone", "the state-\nrun tele-\nphone company"),
        ("spyware", "a spy-ware"),
        ("unlawful", "the un<!-- x -->lawful act"),
        ("1400", "١٬٤٠٠ نفر 1"),
        ("1400000", "some १४,००,००० or 1,400,000"),
        ("12.5", "some 12.50 users"),
        ("1,400", "some १,४०० users"),
        ("121", "۱۲۱ صارفین"),
        ("1,40,000", "some 1\u202f40\u202f000 users"),
        ("1,400", "۱،۴۰۰ صارفین"),
        ("1.5", "some 1,5 users"),
        ("1.5", "۱٫۵ صارفین"),
        ("1400.5", "some 1.400,5 users"),
    ],
)
def test_no_form_of_a_word_hides_it(term: str, text: str) -> None:
    """A line end, a tag, a look-alike letter, a nukta or the way a number is grouped makes no source silent."""
    assert len(found(term, text, TextFormat.TEXT)) == 1


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("1500", "some 1,400 users"),
        ("fair", "the fa-\n\nIr"),
        ("mayors", "The mayor\nsaid"),
        ("400 1", "some 1,400 users"),
        ("121", "some 1,214 users"),
        ("140", "some 1,400 users"),
        ("1250", "some 12.50 users"),
        ("1.25", "some 125 users"),
        ("1.5", "some 1, 5 users"),
        ("15", "some 1,5 users"),
        ("\u200d", "some"),
    ],
)
def test_nothing_is_made_up_of_what_stands_apart(term: str, text: str) -> None:
    """What only follows each other is no word."""
    assert found(term, text, TextFormat.TEXT) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("121", "some one hundred and twenty-one users"),
        ("5,000,000", "some 5 million users"),
        ("5 million", "some 50,00,000 users"),
        ("१४००", "one thousand four hundred users"),
        ("1.4 million", "some 1,400,000 users"),
    ],
)
def test_a_number_in_words_is_that_number(term: str, text: str) -> None:
    """What a source counts in words breaks its silence on the number."""
    (finding,) = found(term, text, TextFormat.TEXT)
    assert "is not silent" in finding.message


@pytest.mark.parametrize(
    ("term", "text"),
    [("2", "two users"), ("121 users", "one hundred boats"), ("1.4", "some 1,401 users"), ("2019", "two thousand")],
)
def test_small_and_other_numbers_break_no_silence(term: str, text: str) -> None:
    """A small number counts anything, and a term of more than a number is looked for as it stands."""
    assert found(term, text, TextFormat.TEXT) == []


@given(st.sampled_from([RULING, HINDI, CUES]), st.data())
def test_a_source_is_silent_on_no_part_of_itself(text: str, data: st.DataObject) -> None:
    """Law: whatever words are taken from what a source says break its silence, in any case."""
    words = archived("memo", text).normalized.text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    term = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    assert found(term.upper(), text, TextFormat.TEXT)


@pytest.mark.parametrize(
    ("term", "says"),
    [
        (
            "unconstitutional",
            "The court held that the order was un- constitutional and spoke of spy- ware and of Pega\u00ad sus at",
        ),
        ("length", "and spoke of spy- ware and of Pega\u00ad sus at length."),
    ],
)
def test_the_words_around_a_term_are_shown_as_printed(term: str, says: str) -> None:
    """What a finding shows can be found in the document, with the hyphen that breaks a word."""
    (finding,) = found(term, RULING, TextFormat.TEXT)
    assert f"it says: … {says} …" in finding.help


def test_a_source_of_which_nothing_is_seen() -> None:
    """A file that shows its reader nothing may hold a term nevertheless."""
    (finding,) = found("fourth", "\n![fourth](x.png)\n")
    assert "stands at line 1" in finding.message
    assert found("fifth", "![fourth](x.png)") == []


def test_a_plain_text_is_searched_as_it_stands() -> None:
    """In a plain text all is seen."""
    assert found("title words", "title\nwords", TextFormat.TEXT) != []
    assert found("titles", "title\nwords", TextFormat.TEXT) == []
