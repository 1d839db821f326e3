"""Words and lists of words: what is found is what stands there, in its place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factsite.verify.wording import Phrases, words_in


def test_words_know_their_places() -> None:
    """The range of a word is that of its characters in the text, whatever folding makes of them."""
    text = "“Dıdn’t” he—ﬁnd ﬀ it?"
    assert [text[slice(*word.span)] for word in words_in(text)] == ["Dıdn’t", "he", "ﬁnd", "ﬀ", "it"]


def test_the_longest_entry_is_found() -> None:
    """Of entries that begin at one word the longest counts, and each place is given once."""
    words = words_in("He was far from sure, at least less than ever.")
    found = Phrases(["far", "far from", "at least", "less than"]).find(words)
    assert [" ".join(word.folded for word in one) for one in found] == ["far from", "at least", "less than"]


def test_a_star_ends_a_stem() -> None:
    """`ठुकरा*` finds each form of the word, and no other."""
    phrases = Phrases(["ठुकरा*"])
    assert [len(list(phrases.find(words_in(word)))) for word in ("ठुकराया", "ठुकरा", "ठुमका")] == [1, 1, 0]


def test_entries_at_the_ends() -> None:
    """Whether words begin or end with an entry is told by the entry; nothing begins with nothing."""
    phrases = Phrases(["at least", "least"])
    words = words_in("at least")
    assert (list(phrases.beginning(words)), list(phrases.ending(words))) == (words, words)
    assert not phrases.beginning([])
    assert not phrases.ending(words_in("at least 4"))


@given(st.text(max_size=40))
def test_every_entry_finds_itself(entry: str) -> None:
    """An entry of a list that holds a word is found where it stands, alone or among others."""
    entry = entry.replace("*", "")
    words = words_in(f"a {entry} b")
    assert not words_in(entry) or any(True for _ in Phrases([entry]).find(words))


@given(st.text(max_size=60))
def test_words_stand_in_order(text: str) -> None:
    """Words never overlap, and each holds something."""
    spans = [word.span for word in words_in(text)]
    assert all(span.start < span.end for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
