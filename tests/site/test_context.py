"""Context: the sentence in which a quote stands, and never so much that a document is shown whole."""

from __future__ import annotations

import pytest

from factsite.corpus.model import Evidence, Stance
from factsite.site.pages.context import Stretch, quotes, shown, stretches
from factsite.site.pages.uses import Use
from factsite.verify.record import ArchivedSource
from factsite.verify.surroundings import before_and_behind
from tests import records

MOST = 0.6
"""The share of a document that may be shown, unless its record says otherwise."""
WORDS = [f"word-{number:03}" for number in range(300)]


def document(sentence: int) -> ArchivedSource:
    """Archive three hundred words in sentences of so many."""
    sentences = [" ".join(WORDS[at : at + sentence]).capitalize() + "." for at in range(0, len(WORDS), sentence)]
    return records.archived("long", " ".join(sentences), title="")


def use(source: ArchivedSource, quote: str, number: int = 1) -> Use:
    """Quote some words."""
    cited = records.citation("long", quote, sources={"long": source})
    return Use(records.card(records.claim()), number, Evidence("long", Stance.SUPPORTS, "It says so", cited))


def laid_out(source: ArchivedSource, uses: list[Use], most: float = MOST) -> list[Stretch]:
    """Lay out a source with quotes in it."""
    return stretches(source, shown(source, uses, most), quotes(source, uses))


def text(stretch: Stretch) -> str:
    """Give all characters of a stretch, on one line."""
    return " ".join("".join(piece.text for piece in stretch.pieces).split())


def test_a_quote_has_its_sentence_and_those_beside_it() -> None:
    """Where little is quoted, the sentence before and the one behind are shown as well."""
    source = records.archived(
        "long", "One came. It is not guilty of fraud, she said. Two left. " + "Three stayed. " * 20
    )
    (stretch,) = laid_out(source, [use(source, "guilty of fraud")])
    assert text(stretch) == "One came. It is not guilty of fraud, she said. Two left"
    assert [piece.text for piece in stretch.pieces if piece.marked] == ["guilty of fraud"]


def test_a_sentence_goes_on_over_line_ends() -> None:
    """What a line end parts from a quote is shown, in a wrapped text as in Markdown."""
    wrapped = "The court found after nine days of hearings that the mayor is not\nguilty of fraud in the sale. It rose."
    source = records.archived("long", f"Verdict in the case\n\n{wrapped}\n\n" + "Other words stand here. " * 20)
    (stretch,) = laid_out(source, [use(source, "guilty of fraud")])
    assert "that the mayor is not guilty of fraud in the sale" in text(stretch)
    assert "Verdict" not in text(stretch)
    passage = use(source, "guilty of fraud").evidence.quote.passages[0]
    assert before_and_behind(source, passage) == (
        "The court found after nine days of hearings that the mayor is not ",
        " in the sale",
    )


@pytest.mark.parametrize("every", [6, 8, 10, 12, 20, 30, 60, 100])
@pytest.mark.parametrize("sentence", [3, 5, 10, 30, 300])
def test_a_part_of_each_document_stays_unshown(every: int, sentence: int) -> None:
    """However many its quotes, no more of a document is shown, with all context, than three fifths of its words."""
    source = document(sentence)
    whole = source.document.text.split()
    starts = range(0, len(WORDS) - 3, every)
    uses = [use(source, " ".join(whole[at : at + 3]).rstrip("."), n) for n, at in enumerate(starts, start=1)]
    laid = laid_out(source, uses)
    assert len({word for stretch in laid for word in text(stretch).split()}) <= MOST * len(WORDS)
    assert {number for stretch in laid for number in stretch.quotes} == set(range(1, len(uses) + 1))


def test_as_many_quotes_as_can_have_their_sentences() -> None:
    """Where there is no room for all, the short sentences are shown whole, and the quote of the long one alone."""
    long = "Long words go on " + " ".join(WORDS[:40])
    source = records.archived(
        "long", f"{long} here. One short sentence stands here. Two of them. " + "More. " * 10, title=""
    )
    uses = [use(source, "Long words go on", 1), use(source, "short sentence", 2)]
    assert [text(stretch) for stretch in laid_out(source, uses)] == [
        "Long words go on",
        "One short sentence stands here",
    ]


def test_quotes_of_one_sentence_share_it() -> None:
    """Two quotes of one sentence stand in one stretch, and a block's beginning within it is marked."""
    source = records.archived("long", "Title\n\nOne two three\n\nfour five six. " + "Other words. " * 20)
    (first, second) = laid_out(source, [use(source, "One two", 1), use(source, "four five", 2)])
    assert (first.quotes, second.quotes) == ((1,), (2,))
    (both,) = laid_out(source, [use(source, "three\n\nfour", 1)])
    assert [piece.begins_block for piece in both.pieces if piece.marked] == [False, True]


def test_a_document_that_may_be_quoted_whole_shows_every_sentence() -> None:
    """Where all of a document may be shown, each quote has its sentence and those beside it, however long they are."""
    source = document(100)
    whole = source.document.text.split()
    (stretch,) = laid_out(source, [use(source, " ".join(whole[150:153]))], 1.0)
    assert len(text(stretch).split()) == len(WORDS)
