"""Editors' prose: what it may hold, what is refused and where, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factsite.corpus import prose
from factsite.corpus.prose import Emphasis, Link, Listing, Paragraph, PlainText


def test_prose_is_paragraphs_emphasis_lists_and_links() -> None:
    """Paragraphs, emphasis, flat lists and links become typed blocks."""
    text = "One *two*\n[three](source:wire).\n\n- four\n- **five**\n"
    assert prose.parse(text) == (
        Paragraph(
            (
                PlainText("One "),
                Emphasis(strong=False, content=(PlainText("two"),)),
                PlainText(" "),
                Link("source:wire", (PlainText("three"),)),
                PlainText("."),
            )
        ),
        Listing(ordered=False, items=((PlainText("four"),), (Emphasis(strong=True, content=(PlainText("five"),)),))),
    )


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ("Fine.\n\n# Heading\n", "# Heading", "a heading in prose"),
        ("Fine.\n\n> said\n", "> said", "a block quotation in prose"),
        ("Fine.\n\n```\ncode\n```\n", "```", "a code block in prose"),
        ("Fine.\n\n    code\n", "    code", "an indented code block in prose"),
        ("Fine.\n\n---\n\nMore.\n", "---", "a rule in prose"),
        ("See `code` here.", "`code`", "code in prose"),
        ("See ![it](x.png).", "x.png", "an image in prose"),
        ("One  \ntwo", "One", "a forced line break in prose"),
        ("- one\n  - two\n", "  - two", "a list inside a list"),
        (
            "See [it](javascript:alert(1)).",
            "javascript:",
            "a link to `javascript:alert(1)`, which is neither a source, a claim nor a web address",
        ),
    ],
)
def test_all_else_is_refused_where_it_stands(text: str, at: str, message: str) -> None:
    """What prose may not hold is named at its own place, with advice."""
    (found,) = prose.problems(text)
    assert (found.message, text[found.offset :].startswith(at)) == (message, True)
    assert found.help


def test_prose_without_fault_has_no_problem() -> None:
    """Everything that prose may hold passes, HTML-like text included, which is shown as text."""
    text = "A *b* **c** [d](claim:x) <b>e</b> [f](https://example.org/).\n\n1. one\n2. two\n"
    assert prose.problems(text) == []


def test_links_to_the_record_are_listed_with_their_places() -> None:
    """References to sources and claims are found with the offset of their target; web addresses are none."""
    text = "[a](source:wire), [b](https://example.org/) and [c](claim:told-in-may)"
    found = prose.references(text)
    assert [(item.scheme, item.id) for item in found] == [("source:", "wire"), ("claim:", "told-in-may")]
    assert [text[item.offset :].startswith(item.scheme + item.id) for item in found] == [True, True]


def test_plain_words_have_no_markup() -> None:
    """The plain form of a text is its words, a line for each paragraph and item."""
    assert prose.plain("A *b* [c](source:d).\n\n- e\n- f\n") == "A b c.\ne\nf"


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), min_size=1, max_size=8))
def test_words_survive(words: list[str]) -> None:
    """Law: a text of plain words is one paragraph of exactly these words."""
    text = " ".join(words)
    assert prose.parse(text) == (Paragraph((PlainText(text),)),)
    assert prose.problems(text) == []


@given(st.text())
@example("\r\r\r>")
def test_no_text_breaks_the_reader(text: str) -> None:
    """Law: any text at all can be read and judged, and every problem lies within it."""
    prose.parse(text)
    assert all(0 <= found.offset <= len(text) for found in prose.problems(text))


@pytest.mark.parametrize("marks", [("*a ", " a*"), ("**a ", " a**"), ("*a **b ", " b** a*")])
def test_marks_within_each_other_have_a_limit(marks: tuple[str, str]) -> None:
    """A few marks within each other are read; thousands are a problem that is told, and are read as plain words."""
    few, many = (f"{marks[0] * times}x{marks[1] * times}" for times in (4, 3_000))
    assert prose.problems(few) == []
    assert {found.message for found in prose.problems(many)} == {"more than 8 marks within each other"}
    assert prose.parse(many) == (Paragraph((PlainText(many),)),)
