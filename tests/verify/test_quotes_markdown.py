"""Quotes of Markdown pass over its marks, and over nothing else that stands in the file."""

from __future__ import annotations

import pytest

from factsite.corpus.model import Citation, Excerpt, TextFormat
from factsite.verify.ellipses import left_out_negations
from factsite.verify.quotes import Fault, Miss, cite
from tests.records import archived

ACROSS = [
    ("The mayor took the money", "The mayor\n<p>denied that she ever</p>\n\ntook the money"),
    ("The mayor took the money", "The mayor\n\n<!-- x --> denied that she ever\n\ntook the money"),
    ("106 users", "It has 10<sup>6</sup> users"),
    ("1,4003 users", "It has 1,400<sup>3</sup> users"),
    ("It was 50", "It was <td>5</td><td>0</td>"),
    ("He never took it", "He <del>never</del> took it"),
]
OVER_MARKS = [
    ("He never took it", "He <strong>never</strong> took <a href='x'>it</a>"),
    ("He never took it", "<span>He</span> <!-- x -->*never*<br>took it"),
    ("denied that she ever", "The mayor\n<p>denied <em>that</em> she ever</p>"),
    ("the second of them", "---\ntags: [first, the second of them]\n---\n\nWords\n"),
]


@pytest.mark.parametrize(("quote", "text"), ACROSS)
def test_no_quote_runs_across_tags(quote: str, text: str) -> None:
    """Words and numbers between which a tag or the text of an HTML block stands are not one passage."""
    found = cite(Excerpt(quote, "memo"), archived("memo", text, format=TextFormat.MARKDOWN))
    assert isinstance(found, Miss)
    assert found.fault is Fault.ABSENT


@pytest.mark.parametrize(("quote", "text"), OVER_MARKS)
def test_emphasis_parts_no_quote(quote: str, text: str) -> None:
    """Tags that emphasize, comments and line breaks do not stand in a quote's way."""
    assert isinstance(cite(Excerpt(quote, "memo"), archived("memo", text, format=TextFormat.MARKDOWN)), Citation)


def test_a_quote_behind_escapes_has_its_place() -> None:
    """Behind an escape in front matter a passage has its own place, and a negation that is left out is seen."""
    text = '---\nsaid: "The mayor\\u2019s aide said \\"yes\\" and did not take the money."\n---\n'
    source = archived("memo", text, format=TextFormat.MARKDOWN)
    found = cite(Excerpt("The mayor’s aide said […] take the money", "memo"), source)
    assert isinstance(found, Citation)
    said = [text[slice(*passage.span)] for passage in found.passages]
    assert said == ["The mayor\\u2019s aide said", "take the money"]
    assert list(left_out_negations(found, source)) == ["not"]
