"""Located YAML: each character of a value has its place in the file, however it is written there."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from factsite.corpus import yamltree
from factsite.corpus.spelling import offset_in_file, offsets_in_file
from factsite.corpus.text import Document

ESCAPES = {"\\x41": "A", "\\u2019": "’", "\\U0001F600": "😀", "\\n": "\n", "\\t": "\t", "\\\t": "\t", '\\"': '"'}
ESCAPES |= {"\\\\": "\\", "\\/": "/", "\\ ": " ", "\\0": "\0", "\\a": "\a", "\\b": "\b", "\\v": "\v", "\\f": "\f"}
ESCAPES |= {"\\r": "\r", "\\e": "\x1b", "\\N": "\x85", "\\_": "\xa0", "\\L": "\u2028", "\\P": "\u2029"}
PLAIN = {char: char for char in "abxuUnN '’é😀\t"}
FOLDED = {"  \n ": " ", "\n": " ", "\r\n  ": " ", "\n \n\t": "\n", "\n\n\n": "\n\n", "\\\n  ": "", "\\\r\n": ""}
VALUES = st.text(st.sampled_from("ab '\"\\:#-|>\n\té’\x85\u2028😀"), max_size=30)


def read(text: str) -> tuple[Document, yamltree.Scalar]:
    """Read a file that is one scalar, or a mapping with one."""
    document = Document("x", text)
    node, problems = yamltree.parse(document, tags=True)
    assert problems == []
    scalar = node.entries[0][1] if isinstance(node, yamltree.Mapping) else node
    assert isinstance(scalar, yamltree.Scalar)
    return document, scalar


def spelt(pieces: dict[str, str]) -> st.SearchStrategy[tuple[str, str]]:
    """Draw a spelling from some, with what it says."""
    return st.sampled_from(sorted(pieces.items()))


@given(st.lists(spelt(PLAIN | ESCAPES), max_size=20))
def test_escapes_stand_where_they_begin(pieces: list[tuple[str, str]]) -> None:
    """In double quotes on one line, every character of the value has the very place of its spelling."""
    document, scalar = read('k: "' + "".join(raw for raw, _ in pieces) + '"')
    assert scalar.value == "".join(said for _, said in pieces)
    starts = [4 + sum(len(raw) for raw, _ in pieces[:number]) for number in range(len(pieces))]
    assert offsets_in_file(document, scalar) == starts


@given(st.lists(st.one_of(spelt(PLAIN), spelt(ESCAPES), spelt(FOLDED)), max_size=20))
@example([("a", "a"), ("\\\n  ", ""), ("\\ ", " "), ("b", "b")])
def test_folded_lines_move_no_word(pieces: list[tuple[str, str]]) -> None:
    """In double quotes over several lines, every character that is no white space has the place of its spelling."""
    document, scalar = read('k: "' + "".join(raw for raw, _ in pieces) + '"')
    places = offsets_in_file(document, scalar)
    at = 4
    starts = []
    for raw, said in pieces:
        starts += [at] if said.strip() else []
        at += len(raw)
    assert [place for char, place in zip(scalar.value, places, strict=True) if not char.isspace()] == starts
    assert places == sorted(places)


@given(VALUES, st.sampled_from(["'", '"', "|", ">", None]), st.sampled_from([5, 80]))
@example("it''s", "'", 80)
def test_places_never_fall(value: str, style: str | None, width: int) -> None:
    """However a value is written, its characters' places are within it, in order, and hold what they are said to."""
    text = yaml.safe_dump({"k": value}, default_style=style, allow_unicode=width > 5, width=width)
    document, scalar = read(text)
    places = offsets_in_file(document, scalar)
    assert places == sorted(places)
    for char, place in zip(scalar.value, places, strict=True):
        assert scalar.start <= place < scalar.end
        assert text[place] == char or char.isspace() or (text[place] == "\\" and scalar.style == '"')


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("k: 'it''s\n\n  so'\n", "so", 3),
        ("k: |\n  a\n    \n    so\n", "so", 4),
        ("k: >\r\n  a\r\n\r\n  so\r\n", "so", 4),
        ('k: "a\\u2019s\\\n  \\"b\\" so"\n', "so", 2),
        ("k: a\n  b\n  so\n", "so", 3),
        ("k: &so !!str\n  'so'\n", "so", 2),
    ],
)
def test_words_are_found_on_their_line(text: str, words: str, line: int) -> None:
    """Words of a value are found where they stand, behind escapes, doubled quotation marks, folded and empty lines."""
    document, scalar = read(text)
    at = offset_in_file(document, scalar, scalar.value.index(words))
    assert document.place(at) == (line, document.line(line).index(words) + 1)


def test_an_index_behind_the_value_is_its_last_place() -> None:
    """What is asked for behind a value's end stands at the end of its source text."""
    document, scalar = read('k: "a"')
    assert offset_in_file(document, scalar, 1) == 5
