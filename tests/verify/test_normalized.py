"""Laws of the comparable form: each of its characters knows its place in the original."""

from __future__ import annotations

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.verify.boundaries import whole
from factsite.verify.normalized import NormalizedText, comparable

PIECES = [
    "a",
    "é",
    "e\u0301",
    "q\u0307\u0323",
    "क़",
    "क\u093c",
    "가",
    "\u1100\u1161",
    "\u212b",
    " ",
    "  ",
    "\n",
    "\u00a0",
    "\r\n",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1).map("".join))
def test_each_character_knows_its_place(original: str) -> None:
    """What stands at the place of a part of a view has that part in its comparable form, without white space around."""
    normalized = NormalizedText(original)
    assert normalized.text == comparable(original)
    edges = [at for at, char in enumerate(normalized.text) if unicodedata.category(char)[0] != "M"]
    for start, end in combinations([*edges, len(normalized.text)], 2):
        if " " not in (normalized.text[start], normalized.text[end - 1]):
            first, last = normalized.span(start, end)
            assert comparable(original[first:last]) == normalized.text[start:end]
            assert original[first:last] == original[first:last].strip()


def test_words_that_stand_twice_may_overlap() -> None:
    """A second place counts even where it begins inside the first."""
    assert NormalizedText("aba aba aba").only("aba aba") == -1


@given(st.text("ab \nक\u093cé😀"), st.data())
def test_words_that_stand_once_are_told_from_all_others(original: str, data: st.DataObject) -> None:
    """Law: the one place of words is found; words in no place or in more have none."""
    normalized = NormalizedText(original)
    start = data.draw(st.integers(0, len(normalized.text)))
    part = normalized.text[start : data.draw(st.integers(start, len(normalized.text)))]
    words = part or data.draw(st.text("abकé😀\ud800", min_size=1))
    places = [at for at in range(len(normalized.text)) if normalized.text.startswith(words, at)]
    assert normalized.only(words) == (places[0] if len(places) == 1 else -1)


def test_every_character_of_a_cluster_stands_inside_it() -> None:
    """A character that NFC takes out of its cluster has a place in the original, not one behind its end."""
    original = "a \u0958"
    normalized = NormalizedText(original)
    assert len(normalized.text) > len(original)
    assert [normalized.span(at, at + 1)[0] for at in range(len(normalized.text))] == [0, 1, 2, 2]


def test_a_place_in_a_cluster_is_where_the_cluster_begins() -> None:
    """What begins with a letter and its marks begins with the letter, in whatever order NFC puts the marks."""
    normalized = NormalizedText("a a\n\nx\u0307\u0323 1")
    assert normalized.text == "a a \u1e8b\u0323 1"
    assert normalized.index(5) == 4
    assert normalized.index(normalized.span(4, 6)[0]) == 4


def test_a_place_before_the_first_word_is_read_at_the_beginning() -> None:
    """White space before the first word stands where the text begins; where a broken word goes on, nothing begins."""
    assert [NormalizedText("\n  one\n\n two").index(at) for at in range(4)] == [0, 0, 0, 0]
    assert [NormalizedText("un-\nfair").index(at) for at in range(6)] == [0, 1, 2, -1, -1, 3]


@pytest.mark.parametrize("line", ["a  b " * 1_000, "e\u0301-" * 5_000, " \tab e\u0301" * 1_000])
def test_a_long_line_knows_where_each_word_begins(line: str) -> None:
    """In a line that is not plain no place is found by counting from the line's beginning."""
    normalized = NormalizedText(line)
    assert all(
        behind - before <= 5
        for before, behind in zip(normalized.here, [*normalized.here[1:], len(normalized.text)], strict=True)
    )


def test_plain_lines_are_one_stretch() -> None:
    """Words that stand in the original as in the view need no places of their own, up to an empty line."""
    assert NormalizedText("one\ntwo three\n\nfour\n").here == [0, 14]
    assert NormalizedText("one two\n three four\r\n five\u00a0six").here == [0, 8, 19, 24]


def test_a_word_without_end_is_not_followed_to_it() -> None:
    """A range is widened to the ends of its words, but not through a word longer than any."""
    assert whole("so unrelated facts", 5, 7) == (3, 12)
    start, end = whole("a" * 100_000, 50_000, 50_001)
    assert end - start < 1_000


@given(st.text("ab ", max_size=60), st.text("ab", min_size=1, max_size=20))
def test_words_stand_in_one_place_or_they_do_not(text: str, words: str) -> None:
    """The one place of words is where a plain search from either side finds them; where two are, there is none."""
    normalized = NormalizedText(text)
    first, last = normalized.text.find(words), normalized.text.rfind(words)
    assert normalized.only(words) == (first if first == last else -1)
