"""Markdown as its reader sees it: every character of it has its place in the file, whatever the file holds."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factsite.corpus.model import TextFormat
from factsite.corpus.readable import Readable, readable
from factsite.corpus.text import Document, Span

PIECES = """# |## |> |- |1. |    |*|**|***|_|`|``|`` ` ``|[a](b)|![x](y)|<https://e.x/a%20b>|<b>|<br>|&amp;|&#233;|\\*|\\|word|
two words|हिंदी क्ष|é|e\u0301| |#| #|1|a.|<!-- c -->|\u00a0|👩\u200d👩\u200d👧|\0""".replace("\n", "").split("|")
HTML = "<p> </p> <td> <sup> </sup> <i> <script> <!-- --> <div><!--".split()
LINES = ["\t", "\n", "\n\n", "\r\n", "\r", "  \n", "```\n", "~~~\n", "---\n", "===\n", "[r]: /u\n", "title: 'it''s'\n"]
LINES += ['tags: ["\\u0041\\"", b]\n']
MARKDOWN = st.lists(st.sampled_from(PIECES + HTML + LINES), max_size=14).map("".join)


def read(text: str) -> Readable:
    """Read a Markdown text."""
    return readable(Document("x", text), Span(0, len(text)), TextFormat.MARKDOWN)


@given(MARKDOWN)
@example("# # #   \n# ")
@example("# # ## \u00a0")
@example("\u00a0\n*")
@example("- ```\n\t# ")
@example("** #\n---\n")
@example("---\r\ntitle: 'it''s'\r\n---\r\nword")
@example("<p>a <!-- c -->b &amp; c</p>")
@example('---\ntags: ["\\u0041\\"", b]\n---\n')
def test_each_character_read_stands_in_the_file(text: str) -> None:
    """Characters that are read stand at their places in the file, in its order; only what stands for them differs."""
    found = read(text)
    places = found.offsets
    assert places is not None
    assert len(found.text) == len(places)
    assert places == sorted(places)
    for char, place in zip(found.text, places, strict=True):
        stands = text[place]
        assert char == stands or char.isspace() or stands in "&\\" or (char, stands) == ("\ufffd", "\0")


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
@example("<!--\n<p>a\n-->", 1, 2)
def test_places_lie_in_the_part(text: str, first: int, count: int) -> None:
    """Whatever a file holds, the places of what is read never fall, and none is outside the lines that are a source."""
    document = Document("x", text)
    part = document.lines_span(first + 1, first + 1 + count)
    found = readable(document, part, TextFormat.MARKDOWN)
    assert found.offsets is not None
    assert len(found.text) == len(found.offsets)
    assert found.offsets == sorted(found.offsets)
    assert all(part.start <= place < part.end for place in found.offsets)


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("**bold** and _soft_", "bold and soft"),
        ("a [link](https://x.example/y) here", "a link here"),
        ("an ![image](x.png) gone", "an  gone"),
        ("it\\_is \\[so\\] \\q", "it_is [so] \\q"),
        ("R&amp;D &#233;", "R&D é"),
        ("a `` code ` `` b", "a code ` b"),
        ("<https://x.example/a%20b>", "https://x.example/a%20b"),
        ("one<br>two <b>three</b>", "one\ntwo three"),
        ("10<sup>6</sup> <del>never</del>", "10<sup>6</sup> <del>never</del>"),
        ('<a href="x">a</a> <Small class=y>b</SMALL> <abc>c</abc>', "a b <abc>c</abc>"),
        ("a<!-- c -->b `<br>` `<b>`", "ab <br> <b>"),
        ("one\n<p>*two* <b>&amp;</b><br/>3</p>\n\nfour", "one\n\n<p>*two* &\n3</p>\n\nfour"),
        ("<table>\n  <td>5</td><td>0</td>\n</table>", "<table>\n<td>5</td><td>0</td>\n</table>"),
        ("<div title='<!--'>a <!-- b -->c<!-- d", "<div title='<!--'>a c"),
        ("<!-- hidden -->seen", "seen"),
        ("---\ntags: [a, b]\nby: {name: c, at: ['']}\n---\n\nd", "a\n\nb\n\nc\n\nd"),
        ("---\nNo *values*: at: all\n---\n", "No values: at: all"),
        ("---\ntitle: 'It''s so'\ndraft: false\n---\n\nBody.", "It's so\n\nfalse\n\nBody."),
        ("> quoted\n> lines", "quoted\nlines"),
        ("## A heading ##\n\n- item", "A heading\n\nitem"),
        ("```\ncode **as is**\n```", "code **as is**"),
        ("Setext #\n===", "Setext #"),
        ("<!-- hidden -->\n\nseen", "seen"),
    ],
)
def test_a_reader_sees_no_marks(markdown: str, seen: str) -> None:
    """Marks, escapes, targets, images and comments are not read; code, front matter's values, tags and words are."""
    assert read(markdown).text.strip() == seen


def test_a_part_is_read_alone() -> None:
    """Of a file that holds several sources only the lines of one are read."""
    text = "one\n\n**two**\n\nthree\n"
    document = Document("x", text)
    found = readable(document, document.lines_span(3, 3), TextFormat.MARKDOWN)
    assert found.text.strip() == "two"
    assert found.span(0, 3) == Span(7, 10)


def test_plain_text_is_read_as_it_stands() -> None:
    """A plain text keeps its marks, and its places count from its part's start."""
    found = readable(Document("x", "skip\n*keep*"), Span(5, 11), TextFormat.TEXT)
    assert found.text == "*keep*"
    assert found.span(1, 5) == Span(6, 10)


def test_a_part_that_begins_inside_a_comment_leaves_it_hidden() -> None:
    """Lines chosen so that a comment's opening is cut off show no more of it than the whole document does."""
    document = Document("x", "word\n\n<!--\nhidden\n-->\n\nseen\n")
    for first, last, text in [(4, 4, ""), (4, 7, "seen"), (7, 7, "seen"), (1, 7, "word\n\nseen")]:
        assert readable(document, document.lines_span(first, last), TextFormat.MARKDOWN).text.strip() == text
