"""Misses are told apart: what was altered, how letters are written, brackets, notes, ellipses, whose words they are."""

from __future__ import annotations

import pytest

from factsite.verify.explain import explain
from factsite.verify.explanation import Explanation
from factsite.verify.quotes import Fault, Miss, Part
from factsite.verify.record import ArchivedSource
from tests import records
from tests.verify.test_quotes import proof

SPEECH = """Speech at the quay

The company said that it would never sell the data. He told the court [in camera] that the plan [sic] was his own. The \
odds were 0.50 [0.31-0.83] in the second group, and “we [the council] knew it,” she said. Renal failure developed in \
21/28 patients [12]. Hearing loss occurred in 12/28 [2, 6, 7] of them.

Another paragraph is here.
"""
MINUTES = "Under clause nine the landlord is not permitted to terminate this lease during the fixed term."


def told(quote: str, text: str, *others: ArchivedSource) -> Explanation:
    """Explain why a quote is not in a text."""
    source = records.archived("paper", text, title=text.partition("\n")[0])
    found = proof(quote, source)
    assert isinstance(found, Miss)
    assert found.fault is Fault.ABSENT
    return explain(found.part, source, others)


@pytest.mark.parametrize(
    ("text", "quote", "named"),
    [
        ("The oﬃce conﬁrmed the ﬁrst ﬂood deaths.", "The office confirmed the first flood deaths", "ﬁ U+FB01 LATIN"),
        ("ﻣﻨﺼﺔ ﻭﺍﺣﺪﺓ ﻓﺮﺹ ﻟﻜﻞ ﻃﺎﻟﺐ", "منصة واحدة فرص", "ARABIC LETTER"),
        ("लड़का ज़रूर आया और क़ानून पढ़ा।", "लडका जरूर आया और कानून पढा", "U+093C DEVANAGARI SIGN NUKTA is in the source"),
        ("सरकार ने कहा है कि सम्बन्ध ठीक हैं", "सरकार ने कहा है कि संबंध ठीक हैं", "DEVANAGARI SIGN ANUSVARA is typed"),
        ("അവൻ ഇന്നലെ വന്നു", "അവന്\u200d ഇന്നലെ വന്നു", "MALAYALAM LETTER CHILLU N is in the source"),
        ("รัฐบาลทำงานตามคำสั่งของศาล", "รัฐบาลทํางานตามคําสั่ง", "THAI CHARACTER SARA AM is in the source"),
        ("حکومت نے کہا ہے کہ کشتی ڈوب گئی", "حكومت نے کہا ہے کہ کشتي ڈوب", "ك U+0643 ARABIC LETTER KAF is typed"),
        ("حکومت نے کہا ہے کہ کشتی ڈوب گئی", "حکومت نے كها هے که", "ه U+0647 ARABIC LETTER HEH is typed"),
        ("The mayor did nоt know of it", "The mayor did not know", "CYRILLIC SMALL LETTER O is in the source"),
        ("Some ４００ users left", "Some 400 users", "FULLWIDTH DIGIT"),
    ],
)
def test_letters_that_only_look_alike_are_named_and_mended(text: str, quote: str, named: str) -> None:
    """The code points are named, the source's own are shown, and one certain match may be put in place."""
    found = told(quote, text)
    assert "only in how letters are written" in found.message
    assert named in found.message
    assert found.certain
    assert found.corrected is not None
    assert not isinstance(proof(found.corrected, records.archived("paper", text)), Miss)


def test_half_a_ligature_is_no_other_way_to_write_it() -> None:
    """`irst` is not `ﬁrst` in other letters, and is not said to be."""
    assert told("irst flood deaths", "the ﬁrst ﬂood deaths").message == "the quote is not in paper"


def test_what_stands_twice_or_in_another_case_is_not_certain() -> None:
    """Nothing is mended where there is a choice, or where capitals differ."""
    assert not told("the first flood", "the ﬁrst ﬂood and the ﬁrst ﬂood").certain
    assert not told("the First flood", "the ﬁrst ﬂood").certain


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("it was 10² metres away", "it was 102 metres away"),
        ("the ① thing here", "the 1 thing here"),
        ("اس نے کھا کہ", "اس نے کہا کہ"),
        ("اس کے پاس گیا", "اس کی پاس گیا"),
    ],
)
def test_what_means_something_else_is_not_mended(text: str, quote: str) -> None:
    """Raised digits and letters of which a reader makes another word are never put in place unasked."""
    assert not told(quote, text).certain


@pytest.mark.parametrize(
    ("quote", "has_it_as"),
    [
        ("[T]he company said that it would never sell", "The company said that it would never sell"),
        ("The company said that [it] would never sell", "The company said that it would never sell"),
        ("The [phone] company said that it would", "The company said that it would"),
    ],
)
def test_brackets_are_insertions(quote: str, has_it_as: str) -> None:
    """Brackets that the source has not are pointed at, with what the source has."""
    found = told(quote, SPEECH)
    assert "brackets that paper has not, and nothing may be inserted" in found.message
    assert found.help == f"line 3 has it as: {has_it_as}"
    assert quote[found.start : found.end].startswith("[")


@pytest.mark.parametrize(
    "quote",
    [
        "told the court [in camera] that the plan [sic] was his own",
        "The odds were 0.50 [0.31-0.83] in the second group",
        "we [the council] knew it",
        "developed in 21/28 patients [12]. Hearing loss occurred in 12/28 [2, 6, 7] of them",
    ],
)
def test_the_brackets_of_a_document_are_its_own(quote: str) -> None:
    """What the source has between brackets is quoted as it stands."""
    assert not isinstance(proof(quote, records.archived("paper", SPEECH)), Miss)


def test_notes_that_were_left_out_are_named() -> None:
    """Numbers of notes are no words, and yet they stand in the text."""
    found = told("developed in 21/28 patients. Hearing loss occurred in 12/28 of them", SPEECH)
    assert found.message == "the quote leaves `[12]` and `[2, 6, 7]` out of paper"
    assert found.corrected is not None
    assert not found.certain


@pytest.mark.parametrize("dots", ["...", "…", "(...)", "[ ... ]", "[ … ]", ". . .", "[..]", "<...>", "....", "……"])
def test_every_kind_of_ellipsis_is_told_of_the_one_that_counts(dots: str) -> None:
    """However words are left out, the help names `[…]`."""
    assert "to leave words out, write `[…]`" in told(f"the landlord is {dots} permitted to terminate", MINUTES).help


def test_words_of_another_source_are_given_to_it() -> None:
    """Its own words come first; words that differ only in letters are named too."""
    ligatures = records.archived("scan", "the ﬁrst ﬂood deaths")
    plain = records.archived("wire", "It rose.\nSo the first flood deaths came.")
    found = told("the first flood deaths", "Nothing of it is here.", ligatures, plain)
    assert found.message == "the quote stands word for word in wire, not in this source"
    assert "(line 2)" in found.help
    found = told("the first flood deaths", "Nothing of it is here.", ligatures)
    assert found.message == "the quote stands but for the way it is written in scan, not in this source"


@pytest.mark.parametrize(
    ("text", "quote", "near"),
    [
        ("政府没有说明情况，用户都走了。", "政府没有解释情况", "政府没有说明情况"),
        ("รัฐบาลทำงานตามคำสั่งของศาลและน้ำท่วมแล้ว", "รัฐบาลทำงานตามคำขอของศาล", "รัฐบาลทำงานตามคำสั่งของศาล"),
        ("東京都の人口は増えたと発表した。", "東京都の人口が増えた", "東京都の人口は増えた"),
    ],
)
def test_a_near_miss_is_found_by_its_characters(text: str, quote: str, near: str) -> None:
    """In scripts without spaces, what most resembles the typed words is shown."""
    found = told(quote, f"x\n\n{text}")
    assert found.message == "the quote is not in paper"
    assert near in found.help


def test_nothing_like_it_is_said_only_where_it_is_true() -> None:
    """Where no source has the words, that is said as well."""
    other = records.archived("other", "The harbour opened.")
    assert told("a comet struck the moon", MINUTES, other).message == (
        "the quote is not in paper, nor is anything like it; no other source has it word for word"
    )
    assert told("彗星撞击了月球", MINUTES).message == "the quote is not in paper, nor is anything like it"


def test_suggestions_stay_within_a_paragraph() -> None:
    """What stands in another paragraph or in the title is not shown as what the source goes on to say."""
    assert told("Hearing loss occurred in 12/28 [2, 6, 7] of those", SPEECH).help.endswith(
        "the source says: them. (line 3)"
    )
    assert "Another" not in told("loss occurred in 12/28 [2, 6, 7] of them. Other paragraph is", SPEECH).help
    assert "Speech" not in told("at the quay: company said it would sell the data", SPEECH).help


def test_what_leaves_the_source_at_the_end_of_a_paragraph_is_told_so() -> None:
    """The words behind a paragraph's end are no part of its sentence."""
    assert "the paragraph ends with" in told("Hearing loss occurred in 12/28 [2, 6, 7] of them. Then more", SPEECH).help


def test_a_part_is_explained_in_its_own_characters() -> None:
    """What is pointed at lies within what was typed."""
    source = records.archived("paper", MINUTES)
    found = explain(Part("the landlord is nоt permitted", 0), source, ())
    assert 0 <= found.start < found.end <= len("the landlord is nоt permitted")
