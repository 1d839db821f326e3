"""Laws of the proof: a source's own words are always found, anything else never is."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.model import Citation, Excerpt, Relation, Source, TextFormat
from factsite.corpus.text import Document, Span
from factsite.diagnostics import Location
from factsite.reading import archive
from factsite.reading.snapshot import WorkingFolder
from factsite.verify.boundaries import whole
from factsite.verify.normalized import comparable
from factsite.verify.quote_rules import quote_inside_word
from factsite.verify.quotes import MANY, Fault, Miss, cite, stands_in
from factsite.verify.record import ArchivedSource
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
def test_how_an_excerpt_ends_in_its_file_makes_no_difference(made: tuple[list[str], str], data: st.DataObject) -> None:
    """Any slice of a source, even of half words, fares as with a line end behind it, which must first be taken off."""
    source = archived(data.draw(FORMS)(made[1]))
    text = data.draw(st.sampled_from([source.normalized.text, source.document.text]))
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    here, there = proof(quote, source), proof(f"{quote}\n", source)
    if isinstance(here, Miss) and isinstance(there, Miss):
        assert (here.fault, here.hits) == (there.fault, there.hits)
    else:
        assert here == there


@given(texts(), st.data())
def test_every_slice_at_spaces_is_found_or_ambiguous(made: tuple[list[str], str], data: st.DataObject) -> None:
    """Words of a source, in its order, are found in any white space and Unicode form, unless they stand there twice.

    Only a paragraph's end has to be shown, by a blank line.
    """
    words, text = made
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    shown = data.draw(st.booleans())
    quote = "".join(part for word in words[first:last] for part in (word, "\n\n" if shown else data.draw(GAPS)))
    source = archived(data.draw(FORMS)(text))
    found = proof(data.draw(FORMS)(quote), source)
    if isinstance(found, Miss):
        assert found.fault is Fault.AMBIGUOUS or (found.fault is Fault.ACROSS_BLOCKS and not shown)
        assert len(found.hits) > (found.fault is Fault.AMBIGUOUS)
    else:
        assert comparable(found.text) == comparable(quote)
        (passage,) = found.passages
        assert source.document.text[slice(*passage.span)] == passage.text
        assert "\n\n" not in passage.text or passage.borders


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
    normalized = source.normalized.text
    texts = [comparable(source.readable.text[slice(*span)]) for span in source.sentences]
    return [
        normalized[slice(*whole(normalized, normalized.index(text), normalized.index(text) + len(text)))]
        for text in texts
    ]


@pytest.mark.parametrize("name", sorted(sources()))
def test_every_sentence_of_the_archive_is_found(name: str) -> None:
    """No sentence of the real documents is refused, as it stands, wrapped anew, or decomposed."""
    source = sources()[name]
    for sentence in sentences_of(source):
        wrapped = re.sub(r" ", "\n   ", sentence)
        for typed in (sentence, wrapped, unicodedata.normalize("NFD", sentence)):
            found = proof(typed, source)
            assert isinstance(found, Citation) or found.fault is Fault.AMBIGUOUS, sentence


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


def test_after_is_held_against_the_source_even_where_it_is_not_needed() -> None:
    """Words that stand once do not stand behind any words."""
    source = archived("One said no. Two said yes.")
    assert isinstance(proof("said no", source, after="One"), Citation)
    missing = proof("said no", source, after="Three")
    assert isinstance(missing, Miss)
    assert missing.fault is Fault.NOT_AFTER


def test_an_ellipsis_always_joins_passages() -> None:
    """Where a source has `[…]` itself, the words on its two sides are two passages nevertheless."""
    found = proof("He said […] no more", archived("He said […] no more."))
    assert isinstance(found, Citation)
    assert [passage.text for passage in found.passages] == ["He said", "no more"]


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
    (told,) = quote_inside_word("claims/one.yml", found, Location(1, 1, 2), source)
    assert told.help is not None
    assert len(told.help) < 120


def test_a_quote_longer_than_any_may_be_is_not_searched_for() -> None:
    """That it is too long is all that is said of it, for to explain a quote takes time that grows with its length."""
    files = base()
    claim = files["claims/two-boats.yml"].decode()
    long = re.sub(r"(?m)^( +quote: ).*(?:\n {6,}.*)*", rf"\g<1>{'nothing like it ' * 1_000}", claim, count=1)
    assert long != claim
    assert [found.rule for found in check(files | {"claims/two-boats.yml": long.encode()}).diagnostics] == ["bad-value"]


@pytest.mark.parametrize("count", [MANY - 1, MANY, MANY + 1])
def test_words_that_stand_too_often_are_never_called_the_only_ones(count: int) -> None:
    """Of words that stand so often that they are not looked at one by one, none is cited, though one alone is whole."""
    source = archived("said no. " + "unsaid no! " * (count - 1))
    found = proof("said no", source)
    assert isinstance(found, Citation) == (count < MANY)
    assert isinstance(found, Citation) or found.fault is Fault.AMBIGUOUS
