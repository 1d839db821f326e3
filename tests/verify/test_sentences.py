"""Sentences, as a reader of English or Hindi would part them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.verify.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("It ended. Nobody was hurt.", ["It ended", "Nobody was hurt"]),
        ('"Nobody was hurt," she said. "Go home!" he said.', ['Nobody was hurt," she said', 'Go home!" he said']),
        ("यह हुआ। वह नहीं हुआ. क्या हुआ?", ["यह हुआ", "वह नहीं हुआ", "क्या हुआ"]),
        ("A headline\nThe first line goes on\nand ends here.", ["A headline", "The first line goes on\nand ends here"]),
        ("One paragraph\n\nanother one", ["One paragraph", "another one"]),
        ("Mr. Roy of the U.S. Court paid Rs. 400.5 on Nov. 2.", ["Mr. Roy of the U.S. Court paid Rs. 400.5 on Nov. 2"]),
        ("This is of August.... then why? Because.", ["This is of August.... then why", "Because"]),
        ("respectively. .", ["respectively"]),
        ("* * *\n---\n", []),
    ],
)
def test_sentences_are_parted(text: str, parted: list[str]) -> None:
    """Full stop, danda, question and exclamation mark end a sentence; an abbreviation and a small letter do not."""
    assert [text[slice(*span)] for span in sentences(text)] == parted


@given(st.text(st.sampled_from(list('Aa. ।?\n"1é,'))))
def test_every_word_is_in_one_sentence(text: str) -> None:
    """Sentences stand in order, do not overlap, and leave out no letter and no digit."""
    found = list(sentences(text))
    assert all(one.end <= two.start for one, two in pairwise(found))
    inside = {at for span in found for at in range(*span)}
    assert {at for at, char in enumerate(text) if char.isalnum()} <= inside


@pytest.mark.parametrize("run", [".", " ", "\n", " \n", ". ", "A. "])
def test_a_long_run_is_read_once(run: str) -> None:
    """However long a run of one character, the words beside it are found; reading it twice would take minutes."""
    text = f"It ended{run * 60_000}Nobody was hurt"
    assert [text[span.start : span.end] for span in sentences(text)][-1].endswith("Nobody was hurt")
