"""Where a quote may begin and end: tables of what cuts a word or a number, and of true quotes beside them."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from factsite.corpus.model import Citation
from factsite.verify.boundaries import is_boundary, is_whole
from factsite.verify.normalized import comparable
from factsite.verify.quotes import Fault, Miss
from tests.verify.test_quotes import archived, proof, texts

CUT = [
    ("it ended at 10:30 sharp", "ended at 10"),
    ("some 1\u202f400 lanterns burnt", "400 lanterns burnt"),
    ("some 1 400 000 lanterns burnt", "some 1 400"),
    ("it took 2½ hours", "it took 2"),
    ("it is 10·5 metres long", "5 metres long"),
    ("that is (un)related to it", "related to it"),
    ("for .5 million people there", "5 million people"),
    ("he lost -$400 that day", "$400 that day"),
    ("he lost HK$400 that day", "$400 that day"),
    ("at –5 degrees that night", "5 degrees that night"),
    ("all non‒state actors there", "state actors there"),
    ("all non－state actors there", "state actors there"),
    ("fewer: <400 users in all", "400 users in all"),
    ("more by 400％ than that", "more by 400"),
    ("a bill of ₹400–₹500 crore", "bill of ₹400"),
    ("a bill of ₹400–₹500 crore", "₹500 crore"),
    ("a bill of ₹400 crore–₹500 crore", "bill of ₹400 crore"),
    ("a bill of $30-$40 million", "bill of $30"),
    ("a bill of $30-$40 million", "-$40 million"),
    ("it was 50%-60% of them", "it was 50%"),
    ("it was 50%-60% of them", "-60% of them"),
    ("it was 50%-60% of them", "60% of them"),
    ("a 50%-owned company", "a 50%"),
    ("some 400+ users there", "some 400"),
    ("all LGBTQ+ groups there", "all LGBTQ"),
    ("the 10+2 schools there", "the 10"),
    ("the 10+2 schools there", "2 schools there"),
    ("about 10^6 users there", "about 10"),
    ("about 10^6 users there", "6 users there"),
    ("about 10^-6 of them", "-6 of them"),
    ("about 10⁻⁶ of them", "about 10"),
    ("an area of 400 km² there", "area of 400 km"),
    ("so much CO₂ in there", "so much CO"),
    ("it grew 5× in May", "it grew 5"),
    ("it is 5′ 3″ tall", "it is 5"),
    ("rated BBB- by them", "rated BBB"),
    ("rated BBB+ by them", "rated BBB"),
    ("about 1 400km of cable", "400km of cable"),
    ("about Rs.1 400 in all", "400 in all"),
    ("कुल १ ४०० उपयोगकर्ता थे", "४०० उपयोगकर्ता थे"),
    ("कुल १ ४०० उपयोगकर्ता थे", "कुल १"),
    ("about 1 40 000 of them", "40 000 of them"),
    ("about 1 40 000 of them", "000 of them"),
    ("about 1 40 000 of them", "about 1"),
    ("it took 2 1/2 years there", "1/2 years there"),
    ("it took 2 1/2 years there", "it took 2"),
    ("it took 2 ½ years there", "it took 2"),
    ("it took 2 ½ years there", "½ years there"),
    ("it said the user(s) were", "it said the user"),
    ("it said the user(s) were", "s) were"),
    ("the un[-]related claims there", "related claims there"),
    ("the mayor said she can`t pay", "mayor said she can"),
    ("the mayor said she can´t pay", "mayor said she can"),
    ("the mayor said she can′t pay", "mayor said she can"),
    ("the mayor said she can‛t pay", "mayor said she can"),
    ("the mayor said she can`t pay", "t pay"),
    ("the mayor said she can'\u200bt pay", "mayor said she can"),
    ("the mayor said she can\u200b't pay", "mayor said she can"),
    ("the mayor said she can\u200d`\u200dt pay", "mayor said she can"),
    ("it was and/\u200bor then", "it was and"),
    ("it was 30-\u200b40 of them", "it was 30"),
    ("it was 1,\u200b400 of them", "it was 1"),
    ("it was 1\u200b 400 of them", "it was 1"),
    ("it was 1 \u200b400 of them", "it was 1"),
    ("it was 1 \u2060400 of them", "400 of them"),
    ("it was 2.\u200b5 of them", "it was 2"),
    ("it was 400–\u200b₹500 crore", "it was 400"),
    ("the non-\ufe0fstate actors there", "state actors there"),
    ("the non-\u2061state actors there", "state actors there"),
    ("the non-\u206astate actors there", "state actors there"),
    ("the non-\u034fstate actors there", "state actors there"),
    ("the non-\u200cstate actors there", "state actors there"),
    ("the non\u200d-\u200dstate actors there", "state actors there"),
    ("the non--state actors there", "state actors there"),
    ("about 30 - 40 per cent of users", "40 per cent of users"),
    ("about 30 – 40 per cent of users", "about 30"),
    ("about 30% – 40% of users", "40% of users"),
    ("about 30 -40 of the users", "about 30"),
    ("करीब 30- 40 लोग मारे गए", "40 लोग मारे गए"),
    ("fined R1 400 in court", "400 in court"),
    ("fined R1 400 in court", "fined R1"),
    ("about 1,400 ½ per cent", "½ per cent"),
    ("the goals of the short- and long-term plan", "the goals of the short"),
    ("he called him a b**** in court", "called him a b"),
    ("some 500 metres² of land", "some 500 metres"),
    ("the non_state actors there", "state actors there"),
    ("written in C++ by them", "written in C"),
    ("written in C# by them", "written in C"),
    ("seen by user@mayor.example", "seen by user"),
    ("it was 10<sup>6</sup> users", "it was 10"),
    ("the gas CO<sub>two</sub> rose", "the gas CO"),
    ("it was 30—40 of them", "40 of them"),
    ("it was $30…$40 of them", "it was $30"),
    ("the ~400 users there", "400 users there"),
    ("the №400 users there", "400 users there"),
]


@pytest.mark.parametrize(("text", "cut"), CUT)
def test_no_part_of_a_number_or_a_joined_word_passes_for_it(text: str, cut: str) -> None:
    """What a sign, a unit or an affix makes of a word goes with it, in whatever characters they are written."""
    for surrounded in (text, f"there, {text}", f"and {text} then"):
        found = proof(cut, archived(surrounded))
        assert isinstance(found, Miss)
        assert found.fault is Fault.INSIDE_WORD


@given(texts())
def test_a_whole_range_has_two_boundaries(made: tuple[list[str], str]) -> None:
    """Law: a range may be quoted just if it begins and ends at boundaries, and with no space."""
    text = comparable(made[1])
    for start, end in combinations(range(min(len(text), 40) + 1), 2):
        spaced = " " in (text[start], text[end - 1])
        assert is_whole(text, start, end) == (not spaced and is_boundary(text, start) and is_boundary(text, end))


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\ufe0f", "\u034f", "\u200c"])
@pytest.mark.parametrize("count", [1, 63, 64, 999])
def test_unseen_characters_part_no_word_however_many(hidden: str, count: int) -> None:
    """A place that has nothing to see near it is no boundary, unless it is an end of the text."""
    text = f"the un{hidden * count}related facts"
    for cut in (
        "related facts",
        "the un",
        f"the un{hidden * (count // 2)}",
        f"{hidden * (count // 2 + 1)}related facts",
    ):
        assert isinstance(proof(cut, archived(text)), Miss)
    assert isinstance(proof("related facts", archived(f"{hidden * count} related facts")), Citation)


WHOLE = [
    ("she said ‘he will’ and left", "he will"),
    ("she said `he will` and left", "he will"),
    ("the `code`, he wrote, works", "the `code`"),
    ("the state’s own words", "state’s own words"),
    ("in 2018-19 it fell", "in 2018-19"),
    ("it says 5 400 users in all", "5 400 users"),
    ("it cost Rs 1,400/- in all", "it cost Rs 1,400"),
    ("there were 2, 400 and 500 of them", "400 and 500 of them"),
    ("in May 2019 400 users left", "400 users left"),
    ("it grew 5× in May", "grew 5×"),
    ("of users² it says nothing", "of users"),
    ("of users[1] it says nothing", "of users"),
    ("of users.² It says nothing", "of users."),
    ("¹According to them it fell", "According to them"),
    ("the bank (SBI) said it", "the bank"),
    ("the bank (SBI) said it", "SBI"),
    ("an area of 400 km² there", "400 km² there"),
    ("rated BBB- by them", "rated BBB-"),
    ("it said the user(s) were", "the user(s)"),
    ("the plan- it says – failed", "the plan"),
    ("he can\u00adnot pay\u200b now", "he can\u00adnot pay"),
    ("he can\u00adnot pay\u200b now", "he can\u00adnot pay\u200b"),
    ("\ufeffThe mayor can pay", "The mayor can"),
    ("the mayor can pay\u200b" + "\u200b" * 9, "mayor can pay"),
    ("I ❤️❤️❤️ this ❤️ town", "this ❤️ town"),
    ("I " + "❤️" * 99 + " this town", "this town"),
    ("او می\u200cخواهد برود", "می\u200cخواهد"),
    ("वह क्\u200d लिखता है", "वह क्\u200d"),
    ("कुल १७ लोग थे", "लोग थे"),
    ("कुल १७ लोग थे", "कुल १७"),
    ("he said—and she denied—that", "she denied"),
    ("in 2019 — 40 people left", "40 people left"),
    ("2019年，GDP增长5%，达到", "GDP增长5%"),
    ("2019年；GDP增长5%；达到", "GDP增长5%"),
    ("他用了iPhone，然后", "他用了iPhone"),
    ("بھارت نے کہا۔وہ گیا", "بھارت نے کہا"),
    ("it said he came.[1] Then", "it said he came."),
    ("it said he came[12]. Then", "it said he came"),
    ("उसने कहा:- वह गया", "उसने कहा"),
    ("उसने कहा| वह गया", "उसने कहा"),
    ("he said,“we came today", "we came today"),
    ("it was Rs 400/-, he said", "it was Rs 400"),
    ("the users*, it says, left", "the users"),
    ("in 2019—and only then", "in 2019"),
    ("he left on Friday—400 users stayed", "400 users stayed"),
    ("by sources,who said it", "by sources"),
    ("by sources,who said it", "who said it"),
    ("said it.The mayor left", "The mayor left"),
    ("wait…what did he say", "what did he say"),
    ("वह गया।वह आया", "वह आया"),
    ("政府没有说明情况。", "没有说明情况"),
    ("“‘He will,’ she said.”", "‘He will,’ she said"),
]


@pytest.mark.parametrize(("text", "words"), WHOLE)
def test_whole_words_are_found_whatever_stands_around_them(text: str, words: str) -> None:
    """Locations that join nothing, notes, brackets and unseen characters beside words keep none from being quoted."""
    assert isinstance(proof(words, archived(text)), Citation)


def test_numbers_that_stand_side_by_side_are_two() -> None:
    """A space parts two numbers unless it can only part the thousands of one."""
    for text, words in [
        ("in 2019 121 users", "121 users"),
        ("pages 12 and 300 more", "300 more"),
        ("1 4000 x", "4000 x"),
    ]:
        assert isinstance(proof(words, archived(text)), Citation)
