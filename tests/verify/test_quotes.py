"""Laws of the proof: a source's own words are always found, anything else never is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.model import Citation, Excerpt, Relation, Source, TextFormat
from factsite.corpus.text import Document, Span
from factsite.diagnostics import Mark
from factsite.publish import archive
from factsite.publish.version import WorkingFolder
from factsite.verify.boundaries import whole
from factsite.verify.quote_rules import quote_inside_word
from factsite.verify.quotes import MANY, Fault, Miss, cite, stands_in
from factsite.verify.record import ArchivedSource
from factsite.verify.sentences import sentences
from factsite.verify.view import comparable
from tests.verify.alterations import alterations
from tests.workspaces import base, check

ROOT = Path(__file__).parents[2]


@cache
def sources() -> dict[str, ArchivedSource]:
    """Read the project's own archive."""
    version = WorkingFolder(ROOT)
    return archive.read(version, [entry.name for entry in version.entries("seeds")], None).sources


def archived(text: str, form: TextFormat = TextFormat.TEXT) -> ArchivedSource:
    """Archive a text as a source."""
    source = Source("source", "", "", "", "", "", "en", "origin", Relation.ORIGINAL, form)
    return ArchivedSource(source, Document("seeds/source.txt", text), Span(0, len(text)))


def proof(words: str, source: ArchivedSource, after: str | None = None) -> Citation | Miss:
    """Hold words against a source."""
    return cite(Excerpt(words, source.source.id, after), source)


SCRIPTS = {
    "Latin": 'a b é ü ß Å ﬁ 1 2 30-40 1,400 don\'t U.S. (x) "y" naïve Œuvre e\u0301 x\u0323\u0307',
    "Devanagari": "व्हाट्सएप ने 'खेद' जाहिर किया है। क़ क\u093c श्री क्\u200dष क्\u200cष हिंदी हिन्दी १७ हुआ हुई दो",
    "Arabic": "مرحبا بالعالم، قَالَ إِنَّ ١٢٣٤ لا شيء؟ سلام",
    "Chinese": "政府 没有 说明 情况 。 1,400 名 用户 「你好」",
    "emoji": "👩\u200d👩\u200d👧 🇮🇳 👍🏽 👍 ok ❤️ ❤ no 🇮🇳🇫🇷",
}
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\n\n", " \u2009 ", "\u3000"])

FORMS = st.sampled_from([partial(unicodedata.normalize, "NFC"), partial(unicodedata.normalize, "NFD")])


@st.composite
def texts(draw: st.DrawFn) -> tuple[list[str], str]:
    """Draw words of one script, and a text of them with white space of every kind between."""
    words = draw(st.lists(st.sampled_from(SCRIPTS[draw(st.sampled_from(sorted(SCRIPTS)))].split()), min_size=4))
    return words, "".join(part for word in words for part in (word, draw(GAPS)))


@given(texts(), st.data())
def test_every_slice_at_spaces_is_found_or_ambiguous(made: tuple[list[str], str], data: st.DataObject) -> None:
    """Words of a source, in its order, are found in any white space and Unicode form, unless they stand there twice."""
    words, text = made
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quote = "".join(part for word in words[first:last] for part in (word, data.draw(GAPS)))
    source = archived(data.draw(FORMS)(text))
    found = proof(data.draw(FORMS)(quote), source)
    if isinstance(found, Miss):
        assert found.fault is Fault.AMBIGUOUS
        assert len(found.hits) > 1
    else:
        assert comparable(found.text) == comparable(quote)
        (passage,) = found.passages
        assert source.document.text[slice(*passage.span)] == passage.text


@given(texts(), st.data())
def test_no_alteration_is_found(made: tuple[list[str], str], data: st.DataObject) -> None:
    """What is cited has exactly the characters of the source, in every script, whatever was altered."""
    words, text = made
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    kind, altered = data.draw(st.sampled_from([("none", quote), *alterations(comparable(quote))]))
    found = proof(altered, archived(text))
    in_source = comparable(altered) in comparable(text)
    assert in_source or (isinstance(found, Miss) and found.fault in (Fault.ABSENT, Fault.EMPTY)), kind


@given(texts(), st.data())
def test_a_slice_anywhere_never_cuts_a_character(made: tuple[list[str], str], data: st.DataObject) -> None:
    """No citation begins or ends before a combining mark, a joiner or the other half of a flag."""
    text = comparable(made[1])
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = proof(text[start:end], archived(text))
    if isinstance(found, Citation):
        span = found.passages[0].span
        for edge in span:
            assert edge == len(text) or unicodedata.category(text[edge])[0] != "M"
            assert edge == 0 or text[edge - 1] not in "\u200d\u094d" or text[edge] == " "


def sentences_of(source: ArchivedSource) -> list[str]:
    """Give the sentences of a source in their comparable form, up to the ends of their words."""
    view = source.view.text
    texts = [comparable(source.readable.text[slice(*span)]) for span in sentences(source.readable.text)]
    return [view[slice(*whole(view, view.index(text), view.index(text) + len(text)))] for text in texts]


@pytest.mark.parametrize("name", sorted(sources()))
def test_every_sentence_of_the_archive_is_found(name: str) -> None:
    """No sentence of the real documents is refused, as it stands, wrapped anew, or decomposed."""
    source = sources()[name]
    for sentence in sentences_of(source):
        wrapped = re.sub(r" ", "\n   ", sentence)
        for typed in (sentence, wrapped, unicodedata.normalize("NFD", sentence)):
            found = proof(typed, source)
            assert isinstance(found, Citation) or found.fault is Fault.AMBIGUOUS, sentence


def test_no_altered_sentence_of_the_archive_is_found(record_property: Callable[[str, object], None]) -> None:
    """Of all one-edit alterations of all sentences of the real documents, none that is not itself there is accepted."""
    tried: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    for source in sources().values():
        view = source.view.text
        for sentence in sentences_of(source):
            for kind, altered in alterations(sentence, source.source.language):
                if comparable(altered) in view or comparable(altered) == sentence:
                    continue
                tried[kind] += 1
                accepted[kind] += isinstance(proof(altered, source), Citation)
    record_property("tried", dict(tried))
    print(f"altered quotes tried: {tried.total():,}, accepted: {accepted.total():,}")  # noqa: T201 -- for `make bench`
    assert tried.total() > 20_000
    assert accepted.total() == 0


def test_what_stands_in_the_source_after_an_alteration_is_whole() -> None:
    """An alteration that is itself in the source is accepted only at its words' own ends."""
    source = archived("The 1,400 users, 30-40 of them here; -5 degrees, 50% of $400 and R&D.")
    for cut in ("400 users", "1,400 users, 30", "40 of them", "5 degrees", "degrees, 50", "400 and R", "D."):
        found = proof(cut, source)
        assert isinstance(found, Miss)
        assert found.fault is Fault.INSIDE_WORD, cut
    for words in ("1,400 users", "30-40 of them here", "-5 degrees", "degrees, 50%", "$400 and R&D"):
        assert isinstance(proof(words, source), Citation), words


def test_after_tells_which() -> None:
    """Of words that stand twice, `after` chooses those that stand behind its own."""
    source = archived("One said no. Two said no.")
    found = proof("said no", source, after="Two")
    assert isinstance(found, Citation)
    assert found.passages[0].span == Span(17, 24)
    missing = proof("said no", source, after="Three")
    assert isinstance(missing, Miss)
    assert missing.fault is Fault.NOT_AFTER


def test_after_is_whole_words() -> None:
    """The end of a word does not count as the words before a quote."""
    assert isinstance(proof("said no", archived("Someone said no. Two said no."), after="one"), Miss)


@pytest.mark.parametrize("joint", ["[…]", "[...]"])
def test_passages_stand_in_order(joint: str) -> None:
    """An ellipsis in brackets joins passages in their order, and only in that."""
    source = archived("One two three, four five six, seven.")
    found = proof(f"One two {joint} five six", source)
    assert isinstance(found, Citation)
    assert found.text == "One two […] five six"
    back = proof(f"five six {joint} One two", source)
    assert isinstance(back, Miss)
    assert back.fault is Fault.OUT_OF_ORDER


@pytest.mark.parametrize("quote", ["[…]", "", " ", "a […]", "[…] a", "a […] […] b"])
def test_an_ellipsis_stands_between_passages(quote: str) -> None:
    """Nothing can be cited with nothing."""
    found = proof(quote, archived("a b"))
    assert isinstance(found, Miss)
    assert found.fault is Fault.EMPTY


def test_markdown_is_read_as_its_reader_sees_it() -> None:
    """A quote of Markdown leaves out its marks, and still knows its place in the file."""
    source = archived("It went on **until ten**, a boatman [said](https://x.example/).\n", TextFormat.MARKDOWN)
    found = proof("until ten, a boatman said", source)
    assert isinstance(found, Citation)
    assert source.document.text[slice(*found.passages[0].span)] == "until ten**, a boatman [said"
    assert stands_in("https://x.example/", source) == []


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
    ("it was 30—40 of them", "40 of them"),
    ("it was $30…$40 of them", "it was $30"),
    ("the ~400 users there", "400 users there"),
    ("the №400 users there", "400 users there"),
]


@pytest.mark.parametrize(("text", "cut"), CUT)
def test_no_part_of_a_number_or_a_joined_word_passes_for_it(text: str, cut: str) -> None:
    """What a sign, a unit or an affix makes of a word goes with it, in whatever characters they are written."""
    found = proof(cut, archived(text))
    assert isinstance(found, Miss)
    assert found.fault is Fault.INSIDE_WORD


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
    """Marks that join nothing, notes, brackets and unseen characters beside words keep none from being quoted."""
    assert isinstance(proof(words, archived(text)), Citation)


def test_numbers_that_stand_side_by_side_are_two() -> None:
    """A space parts two numbers unless it can only part the thousands of one."""
    for text, words in [
        ("in 2019 121 users", "121 users"),
        ("pages 12 and 300 more", "300 more"),
        ("1 4000 x", "4000 x"),
    ]:
        assert isinstance(proof(words, archived(text)), Citation)


def test_hostile_lengths_take_no_time() -> None:
    """White space before a bracket and words that stand everywhere are looked at once."""
    assert isinstance(proof("a [" + " " * 300_000 + "b", archived("a b")), Miss)
    found = proof("a", archived("a\n" * 200_000))
    assert isinstance(found, Miss)
    assert (found.fault, len(found.hits)) == (Fault.AMBIGUOUS, MANY)
    assert isinstance(proof("a", archived("a\n" * 200_000 + "b a"), "b"), Citation)
    assert isinstance(proof("a b" + " a" * 1_998, archived("a b" + " a" * 1_000_000)), Citation)
    assert len(stands_in("a", archived("a\n" * 200_000))) == MANY


def test_of_a_word_without_end_only_the_beginning_is_shown() -> None:
    """The help on a quote that cuts a word is short however long the word is."""
    source = archived("so un" + "related" * 10_000)
    found = proof("so un", source)
    assert isinstance(found, Miss)
    (told,) = quote_inside_word("claims/one.yml", found, Mark(1, 1, 2), source)
    assert told.help is not None
    assert len(told.help) < 120


def test_a_quote_longer_than_any_may_be_is_not_searched_for() -> None:
    """That it is too long is all that is said of it, for to explain a quote takes time that grows with its length."""
    files = base()
    claim = files["claims/two-boats.yml"].decode()
    long = re.sub(r"(?m)^( +quote: ).*(?:\n {6,}.*)*", rf"\g<1>{'nothing like it ' * 1_000}", claim, count=1)
    assert long != claim
    assert [found.rule for found in check(files | {"claims/two-boats.yml": long.encode()}).diagnostics] == ["bad-value"]
