"""Where the blocks of a document begin: each kind of mark that parts two of them, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factsite.corpus.model import TextFormat
from factsite.verify.blocks import borders


def blocks(text: str, title: str = "", form: TextFormat = TextFormat.TEXT) -> list[str]:
    """Give the blocks of a text, without the white space around them."""
    edges = [0, *borders(text, title, form), len(text)]
    return [text[one:other].strip() for one, other in pairwise(edges)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("space", ["", " ", "\t", "\u00a0\u3000", "\x0c"])
def test_a_blank_line_parts_blocks_in_whatever_characters(end: str, space: str) -> None:
    """A line with nothing but white space parts two blocks; the second begins with its first word."""
    assert blocks(f"one{end}{space}{end}  two") == ["one", "two"]
    assert blocks(f"one{end}{space}two") == [f"one{end}{space}two"]


@pytest.mark.parametrize("rule", ["---", "===", "***", "___", "~~~", "- - -", " \t*\t*\t* ", "-" * 40])
def test_a_line_of_marks_parts_what_stands_above_it_from_what_stands_below(rule: str) -> None:
    """A rule of three marks or more is a block of its own."""
    assert blocks(f"one\n{rule}\ntwo") == ["one", rule.strip(), "two"]


@pytest.mark.parametrize("line", ["--", "-=-", "--- one", "***word***"])
def test_a_line_of_other_marks_is_no_rule(line: str) -> None:
    """Two marks, marks of two kinds and marks around words part nothing."""
    assert len(blocks(f"one\n{line}\ntwo")) == 1


@pytest.mark.parametrize("bullet", "•◦‣▪●■□⁃∙☐☑✅✓✔➢➤→")
def test_a_bullet_begins_an_item_behind_any_line(bullet: str) -> None:
    """What nobody writes but before an item begins one even where no sentence has ended."""
    assert blocks(f"we want\n {bullet} boats\n{bullet}\tlanterns") == [
        "we want",
        f"{bullet} boats",
        f"{bullet}\tlanterns",
    ]
    assert blocks(f"we want\n{bullet}boats") == [f"we want\n{bullet}boats"]


MARKS = ["-", "*", "–", "—", "1.", "1)", "(1)", "12.", "100.", "a.", "B)", "(c)"]


@pytest.mark.parametrize("mark", MARKS)
def test_another_mark_begins_an_item_only_behind_what_leads_to_one(mark: str) -> None:
    """A dash, a number or a letter begins an item behind the end of a sentence or an item of its kind."""
    assert blocks(f"we want:\n\t{mark} boats\n{mark}\tlanterns") == ["we want:", f"{mark} boats", f"{mark}\tlanterns"]
    assert len(blocks(f"we want\n{mark} boats")) == 1
    assert len(blocks(f"we want:\n{mark}boats")) == 1


@pytest.mark.parametrize("mark", ["1234.", "ab.", "1", ".", "("])
def test_other_characters_begin_no_item(mark: str) -> None:
    """A year, a word and a lone number or bracket at the beginning of a line are words of a sentence."""
    assert len(blocks(f"we want:\n{mark} boats")) == 1


@pytest.mark.parametrize("stop", ".:;!?…।؟۔")
def test_items_follow_the_end_of_a_sentence(stop: str) -> None:
    """Every mark that ends a sentence or announces a list leads to items, also with white space behind it."""
    assert blocks(f"we want{stop} \n- boats") == [f"we want{stop}", "- boats"]


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("- one", "- two", 2),
        ("- one", "* two", 1),
        ("1. one", "2. two", 2),
        ("a) one", "b) two", 2),
        ("1. one", "b. two", 1),
    ],
)
def test_an_item_follows_one_of_its_own_kind(before: str, after: str, count: int) -> None:
    """Behind an item without a stop only a mark of the same kind begins another one."""
    assert len(blocks(f"{before}\n{after}")) == count


@pytest.mark.parametrize("mark", [">", "> ", ">> ", "> > ", " \t> "])
def test_a_level_of_quoting_is_a_block(mark: str) -> None:
    """In a letter, what is quoted is parted from what is not, and its lines from those of another depth only."""
    assert blocks(f"he wrote\n{mark}one\n{mark}two\nand left") == [
        "he wrote",
        f"{mark}one\n{mark}two".strip(),
        "and left",
    ]
    assert len(blocks(f"{mark}> one\n{mark}>\ttwo")) == 1
    assert blocks(f"{mark}one\n{mark}>two") == [f"{mark}one".strip(), f"{mark}>two".strip()]


@pytest.mark.parametrize("form", list(TextFormat))
def test_the_cells_of_a_row_are_blocks(form: TextFormat) -> None:
    """A row of a table parts its cells from one another and from the lines around it."""
    assert blocks("one\n \t| a b |  c d |\t \ntwo", form=form) == ["one", "|", "a b |", "c d |", "two"]
    assert len(blocks("| a b | c d", form=form)) == 1


@pytest.mark.parametrize("space", ["   ", "\u00a0" * 3, "\u3000" * 3, " " * 9])
def test_wide_space_within_a_line_parts_columns(space: str) -> None:
    """Three spaces or more stand between columns, and two in a sentence; at a line's edges they part nothing."""
    assert blocks(f"one{space}two") == ["one", "two"]
    assert blocks(f"one{space[:2]}two{space}\n{space}three") == [f"one{space[:2]}two{space}\n{space}three"]


def test_tabs_part_cells_where_two_lines_have_as_many() -> None:
    """One line with a tab is no table; two neighbours with as many tabs are."""
    assert blocks("a\tb\nc \td\nso\te\tf") == ["a", "b\nc", "d\nso\te\tf"]
    assert len(blocks("a\tb\nc\nd\te")) == 1
    assert len(blocks("a\tb\nc\td", form=TextFormat.MARKDOWN)) == 1


@pytest.mark.parametrize("tag", ["<p>", "</div>", "<BR>", '<td class="x">', "<h2>", "<br/>"])
def test_a_tag_of_a_block_parts_only_where_space_can_show_it(tag: str) -> None:
    """Behind the tag and its white space a block begins; behind a tag inside a word none does."""
    assert blocks(f"one{tag} two > one") == [f"one{tag}", "two > one"]
    assert len(blocks(f"one{tag}two")) == 1


@pytest.mark.parametrize("tag", ["<b>", "<broken>", "<h7>", "<pre"])
def test_other_tags_part_nothing(tag: str) -> None:
    """What only marks words is no block, nor what is no tag."""
    assert len(blocks(f"one {tag} two")) == 1


@pytest.mark.parametrize(
    "text", ["one\n\n  two", "one.\n \t- two", "one <p>\n two", "one    two", "one\n  | two |", "| one |  two |"]
)
def test_a_block_begins_with_its_first_character(text: str) -> None:
    """White space before a block is no part of it, so a border is where a quote of the block would begin."""
    (at,) = borders(text, "", TextFormat.TEXT)[:1]
    assert not text[at].isspace()


def test_blocks_are_told_in_order() -> None:
    """However many blocks of however many kinds a document has, each begins behind the one before."""
    text = "\n\n".join(["a paragraph of some words", "| a | row |"] * 40)
    found = borders(text, "a paragraph of some words", TextFormat.TEXT)
    assert all(one < other for one, other in pairwise(found))


def test_only_a_line_too_long_to_be_wrapped_is_a_paragraph() -> None:
    """A line as long as the longest that is wrapped goes on in the next one."""
    line = "a" * 160
    assert len(blocks(f"{line}\ntwo")) == 1
    assert blocks(f"{line}a\n  two") == [f"{line}a", "two"]


@pytest.mark.parametrize("title", ["Ferry stops", "Ferry  stops", "Ferry (2) stops?"])
def test_a_title_is_a_block_where_it_has_its_lines_to_itself(title: str) -> None:
    """A title may be wrapped and indented; within a sentence its words are none."""
    printed = "\n".join(title.split())
    assert blocks(f"News\n  {printed} \n\tIt stopped", title) == ["News", printed, "It stopped"]
    assert len(blocks(f"News of {title}\nIt stopped", title)) == 1
    assert len(blocks(f"{title} today\nIt stopped", title)) == 1
