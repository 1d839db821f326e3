"""Context: enough around a quote to see what it stands in, and never so much that a document is shown whole."""

import pytest

from factsite.corpus.model import Evidence, Stance
from factsite.site.pages.context import MOST_SHOWN, stretches, width
from factsite.site.pages.uses import Use
from factsite.verify.record import ArchivedSource
from tests import records

WORDS = [f"word-{number:03}" for number in range(300)]


def text_with_uses(every: int) -> tuple[ArchivedSource, list[Use]]:
    """Archive three hundred words, of which three in every so many are quoted."""
    source = records.archived("long", " ".join(WORDS))
    card = records.card(records.claim())
    uses = []
    for number, at in enumerate(range(0, len(WORDS) - 3, every), start=1):
        quote = records.citation("long", " ".join(WORDS[at : at + 3]), sources={"long": source})
        uses.append(Use(card, number, Evidence("long", Stance.SUPPORTS, "It says so", quote)))
    return source, uses


@pytest.mark.parametrize(("every", "around"), [(100, 60), (20, 40), (10, 16), (8, 8)])
def test_the_more_is_quoted_the_less_stands_around_it(every: int, around: int) -> None:
    """Few quotes have all the context there may be, many have less."""
    assert width(*text_with_uses(every)) == around


@pytest.mark.parametrize("every", range(6, 40))
def test_a_part_of_each_document_stays_unshown(every: int) -> None:
    """However many its quotes, no more of a document is shown, with all context, than three fifths of its words."""
    source, uses = text_with_uses(every)
    shown = " ".join(piece.text for one in stretches(source, uses, width(source, uses)) for piece in one.pieces)
    assert len(set(shown.split())) <= MOST_SHOWN * len(WORDS)


def test_the_indentation_of_a_line_is_no_context() -> None:
    """Context begins with a word, not with the white space before the first word of a line."""
    source = records.archived("indented", "Title\n\n        The quote and more of its line")
    quote = records.citation("indented", "quote and more", sources={"indented": source})
    use = Use(records.card(records.claim()), 1, Evidence("indented", Stance.SUPPORTS, "It says so", quote))
    (stretch,) = stretches(source, [use], 60)
    assert "".join(piece.text for piece in stretch.pieces) == "The quote and more of its line"
