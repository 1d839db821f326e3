"""Differences of texts: nothing but what differs, and all of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsite.review.differences import MOST_WORDS, Difference, differences

texts = st.lists(st.sampled_from("a b c d boats nine".split()), max_size=30).map(" ".join)


@given(texts, texts)
def test_a_difference_is_found_where_words_differ(before: str, after: str) -> None:
    """Two texts have differences exactly when they are not the same words."""
    assert bool(differences(before, after)) == (before.split() != after.split())


@given(texts, texts)
def test_differences_account_for_every_word(before: str, after: str) -> None:
    """What is gone and what is new explains how many words each text has."""
    found = differences(before, after)
    gone = sum(len(place.before.split()) for place in found)
    new = sum(len(place.after.split()) for place in found)
    assert len(before.split()) - gone == len(after.split()) - new


@given(texts, texts)
def test_words_around_are_the_newer_text(before: str, after: str) -> None:
    """A difference with what is around it stands in the newer text as it is shown."""
    for place in differences(before, after):
        shown = " ".join(filter(None, (place.lead, place.after, place.trail)))
        assert shown in after


def test_one_word_in_context() -> None:
    """A changed word is shown with four words on either side, and the line on which it stands."""
    before = "Lanterns\n\nthe lantern festival ended at nine and the band went home\n"
    after = "Lanterns\n\nthe lantern festival ended at ten and the band went home\n"
    assert differences(before, after) == (
        Difference(3, "lantern festival ended at", "nine", "ten", "and the band went"),
    )


def test_differences_close_together_are_one() -> None:
    """Two changed words with a few equal ones between them are one difference."""
    assert len(differences("a b c d e f", "a x c d y f")) == 1
    assert len(differences("a b 1 2 3 4 5 c d", "a x 1 2 3 4 5 y d")) == 2


def test_words_added_at_the_end() -> None:
    """Words added at the end have a place as well."""
    assert differences("one\ntwo\n", "one\ntwo\nthree\n") == (Difference(3, "one two", "", "three", ""),)


def test_white_space_is_no_difference() -> None:
    """Text that is only broken into other lines is the same."""
    assert differences("one two\nthree", "one\ntwo three\n") == ()


def test_long_texts_are_not_aligned() -> None:
    """Texts that differ all through are one difference, for aligning them would take too long."""
    before, after = ["a b"] * MOST_WORDS, ["c b"] * MOST_WORDS
    assert len(differences(" ".join(before), " ".join(after))) == 1
