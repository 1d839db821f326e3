"""Laws of documents that are wrapped, hyphenated, cut in blocks or set in columns: the proof is as for plain ones."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factsite.corpus.model import Citation
from factsite.verify.normalized import NormalizedText, comparable
from factsite.verify.quotes import Fault, Miss
from tests.verify.alterations import alterations
from tests.verify.test_quotes import archived, proof, sentences_of, sources

WORDS = st.sampled_from(
    "the mayor said that boats had not left unfair lawful Harbour ferries 1,400 30-40 in May".split()
)


@st.composite
def wrapped(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a text, and the same wrapped: lines end between words or, with a hyphen, inside one, at any place."""
    words = draw(st.lists(WORDS, min_size=3, max_size=30))
    made = []
    for word in words:
        cut = draw(st.sampled_from([0, 0, 0, 2, 3])) if word.isalpha() and len(word) > 4 else 0
        hyphen = draw(st.sampled_from("-‐\u00ad¬"))
        made.append(f"{word[:cut]}{hyphen}\n{word[cut:]}" if cut else word)
    gaps = [draw(st.sampled_from([" ", " ", "\n", "\n   ", " \r\n"])) for _ in made]
    return " ".join(words), "".join(part for pair in zip(made, gaps, strict=True) for part in pair).strip()


@given(wrapped(), st.data())
def test_wrapping_changes_nothing_that_may_be_quoted(made: tuple[str, str], data: st.DataObject) -> None:
    """Law: a quote, altered or not, fares in a wrapped and hyphenated document as in the same document unwrapped."""
    plain, text = made
    start = data.draw(st.integers(0, len(plain) - 1))
    quote = plain[start : data.draw(st.integers(start + 1, len(plain)))].strip()
    altered = data.draw(st.sampled_from([quote, *(one for _, one in alterations(quote))]))
    assume(comparable(altered))
    here, there = proof(altered, archived(plain)), proof(altered, archived(text))
    assert fault(here) == fault(there)
    if isinstance(there, Citation):
        (passage,) = there.passages
        assert text[slice(*passage.span)] == passage.text
        assert comparable(NormalizedText(passage.text).text) == comparable(altered)


def fault(found: Citation | Miss) -> tuple[Fault, int] | None:
    """Give what is wrong with a quote, and in how many places it stands."""
    return (found.fault, len(found.hits)) if isinstance(found, Miss) else None


@given(st.lists(st.text("abc.", min_size=1, max_size=9), min_size=2, max_size=6), st.data())
def test_cutting_in_blocks_refuses_just_what_runs_over_them(blocks: list[str], data: st.DataObject) -> None:
    """Law: a slice of a document cut in blocks is proved with its borders shown, and without them only inside one."""
    text = "\n\n".join(blocks)
    plain = " ".join(blocks)
    start = data.draw(st.integers(0, len(plain) - 1))
    end = data.draw(st.integers(start + 1, len(plain)))
    here, there = proof(plain[start:end], archived(plain)), proof(text[start:end], archived(text))
    if " " in plain[start:end].strip() and len(plain[start:end].strip()) == end - start:
        crosses = any(start < at < end for at in blocks_begin(blocks))
        there = proof(plain[start:end], archived(text))
        if isinstance(here, Citation):
            assert crosses == (isinstance(there, Miss) and there.fault is Fault.ACROSS_BLOCKS)


def blocks_begin(blocks: list[str]) -> list[int]:
    """Give where each block but the first begins in the text of all, a space between."""
    starts, at = [], 0
    for block in blocks[:-1]:
        at += len(block) + 1
        starts.append(at)
    return starts


@given(st.lists(WORDS, min_size=2, max_size=12), st.lists(WORDS, min_size=2, max_size=12), st.data())
def test_no_quote_runs_over_the_gap_between_columns(left: list[str], right: list[str], data: st.DataObject) -> None:
    """Law: in a page of two columns, words of one line are no passage unless all stand in one column."""
    rows = list(zip(left, right, strict=False))
    text = "\n".join(f"{one:<12}   {other}" for one, other in rows)
    one, other = data.draw(st.sampled_from(rows))
    found = proof(f"{one} {other}", archived(text))
    assert isinstance(found, Miss)
    assert found.fault in (Fault.ACROSS_BLOCKS, Fault.AMBIGUOUS, Fault.INSIDE_WORD)


@pytest.mark.parametrize("name", sorted(sources()))
@pytest.mark.parametrize("hyphen", ["-", "\u00ad"])
def test_real_sentences_survive_hyphenation(name: str, hyphen: str) -> None:
    """Every sentence of the archive is proved in its document re-wrapped with words broken at line ends."""
    source = sources()[name]
    wrapped = archived(re.sub(r"\b([A-Za-z]{3})([a-z]{3})", rf"\1{hyphen}\n\2", source.readable.text))
    for sentence in sentences_of(source):
        found = proof(sentence, wrapped)
        assert isinstance(found, Citation) or found.fault in (Fault.AMBIGUOUS, Fault.ACROSS_BLOCKS), sentence
