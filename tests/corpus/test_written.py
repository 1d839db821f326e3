"""Text written as YAML reads back as the same text."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from factsite.corpus import yamltree
from factsite.corpus.text import Document
from factsite.corpus.written import block, scalar
from tests.hostile_strings import HOSTILE


def read(text: str) -> str:
    """Read the value of the one key of a YAML text."""
    root, problems = yamltree.parse(Document("x", text))
    assert problems == []
    assert isinstance(root, yamltree.Mapping)
    value = root.get("key")
    assert isinstance(value, yamltree.Scalar)
    return value.value


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff")) | st.sampled_from(HOSTILE)


@given(TEXTS)
@example("2019")
@example("yes")
@example("a: b #c")
@example("\x7f\x85\u2028")
def test_a_scalar_reads_back(text: str) -> None:
    """Any text, on the line of its key and before a comment, is what the check then reads."""
    written = scalar(text)
    assert "\n" not in written
    assert read(f"key: {written}  # comment\n") == text


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "M"]), min_size=1), min_size=1))
def test_a_block_reads_back_but_for_line_ends(words: list[str]) -> None:
    """A quote written as a block is the same quote to the check, for which a line end is a space."""
    read_back = read(f"key: {block(' '.join(words), '  ')}\nother: x\n")
    assert read_back.split() == words
