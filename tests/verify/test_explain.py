"""Explanations: right about where the words stand, and bounded in what they look at."""

from factsite.verify.explain import explain
from factsite.verify.quotes import Part
from tests.records import archived


def test_words_are_found_whole_in_another_source() -> None:
    """The words stand in another source although they first stand there as a part of a longer one."""
    other = archived("other", "A non-state actor did it. The state said so.")
    told = explain(Part("state", 0), archived("source", "Nothing."), [other])
    assert told.message == "the quote stands word for word in other, not in this source"


def test_a_mark_that_stands_everywhere_is_explained() -> None:
    """Words that differ in one mark and stand thousands of times are explained as those that stand once are."""
    source = archived("source", "It's a word\u00ad. " * 40_000)
    told = explain(Part("It’s a word", 0), source, [])
    assert told.corrected == "It's a word"
    assert not told.certain
