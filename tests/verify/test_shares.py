"""How much of a document is quoted: words, counted as a reader of its script would."""

import pytest

from factsite.corpus.text import Span
from factsite.verify.shares import count_words, words_in

TEXT = "one two three four five six seven eight"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("two  words\n", 2),
        ("व्हाट्सएप ने कहा है", 4),
        ("不可能です", 5),
        ("in 中国 today", 4),
        ("ใน2019", 3),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    """White space parts words; where a script has none between them, each character counts."""
    assert count_words(text) == words


def test_what_is_quoted_twice_counts_once() -> None:
    """Parts that overlap, repeat or touch count each word once, in whatever order they come."""
    spans = [Span(8, 18), Span(0, 13), Span(0, 7), Span(19, 23)]
    assert words_in(TEXT, spans) == len("one two three four five".split())
    assert words_in(TEXT, []) == 0
