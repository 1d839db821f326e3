"""Lineage: who took from whom, as a picture and as a table, and what two texts share, word by word."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from factsite.corpus.text import Span
from factsite.site.pages import descent, lineage, pairs
from factsite.site.pages.alignment import align
from factsite.site.pictures import lineage as picture
from factsite.verify.record import Pair, Record, SharedPassage, Sharing
from tests import records
from tests.records import first
from tests.site.reading import article, only, page, words

LEFT = "Before.\n\nThe ship left the harbour at dawn with nine men on board, the owner said. After."
RIGHT = "Other.\n\nThe ship left the old harbour at dawn, with nine men on board the owner wrote. Later."


def passage(words: str, left: str = LEFT, right: str = RIGHT) -> SharedPassage:
    """Find shared words in two texts."""
    here, there = (Span(text.index(words), text.index(words) + len(words)) for text in (left, right))
    return SharedPassage(here, there, len(words.split()))


def paired() -> Record:
    """Make the sample with a measured pair."""
    sample = records.sample()
    shared = passage("the lantern festival", records.GAZETTE, "x the lantern festival")
    measured = Pair("gazette", "notebook", 0.004, 0.25, 0.2, 3, Sharing.CANNOT_TELL, (shared,))
    return replace(sample, pairs=(measured,))


def test_the_tree_shows_origins_and_what_was_taken_from_them() -> None:
    """An origin holds the documents that go back to it, and these what was taken from them."""
    sources = [archived.source for archived in records.SOURCES.values()]
    wire, notebook = descent.trees(sources, first(records.sample()))
    assert (wire.name, wire.rows, wire.depth) == ("Northern Wire", 1, 3)
    (gazette,) = wire.children
    (hindi,) = gazette.children
    assert (gazette.name, gazette.how, gazette.inferred) == ("Gazette", "wire copy", False)
    assert (hindi.name, hindi.how, hindi.inferred) == ("Hindi", "translation", True)
    assert [child.name for child in notebook.children] == ["Notebook"]


def test_the_picture_names_itself_and_every_document() -> None:
    """The picture is an image with title and description; names too long for their box are cut with a sign of it."""
    long = picture.Node("A name that is far too long for any box", "detail", "", inferred=False, children=())
    drawn = etree.fromstring(str(picture.draw([long], "Title & more", "Description")))
    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == "lineage-title lineage-description"
    assert [node.text for node in drawn] == ["Title & more", "Description", None]
    assert drawn.xpath("string(.//g/text[1])") == "A name that is far too…"


def test_the_table_says_what_the_picture_shows() -> None:
    """Each source has a row with origin, relation, parent and what is inferred."""
    element = article(page(list(lineage.outputs(paired(), first(paired()))), "lineage.md"))
    assert [words(row) for row in only(element, "//tbody")] == [
        "Gazette Northern Wire wire copy not in the archive 2 November 2019 nothing",
        "Hindi Northern Wire translation Gazette 3 November 2019 what it was taken from",
        "Notebook A private notebook original report – no date stated nothing",
    ]


def test_pairs_are_listed_with_their_measure_or_their_declaration() -> None:
    """A measured pair gives its shares, never nothing for a little; a declared one in two languages says so."""
    element = article(page(list(lineage.outputs(paired(), first(paired()))), "lineage.md"))
    assert [words(item) for item in element.xpath("//h2[@id='pairs']/following-sibling::ul/li")] == [
        (
            "Gazette and Notebook under 1% of the first, 25% of the second; the longest run that both have has 3 "
            "words; it cannot be told whether one was taken from the other They go back to different origins."
        ),
        "Gazette and Hindi written in two languages Hindi is a translation of Gazette, as the editors infer.",
    ]


def test_alignment_keeps_shared_words_and_marks_the_rest() -> None:
    """Shared passages close together are one stretch; words that stand on one side only are not kept."""
    left, right = records.archived("left", LEFT), records.archived("right", RIGHT)
    shared = (passage("harbour at dawn"), passage("with nine men on board"))
    (found,) = align(left, right, shared)
    assert " ".join(run.text for run in found.left) == "harbour at dawn with nine men on board,"
    assert " ".join(run.text for run in found.right) == "harbour at dawn, with nine men on board"
    assert all(run.kept for run in (*found.left, *found.right))
    assert (found.left_line, found.right_line) == (3, 3)


def test_alignment_shows_what_was_changed() -> None:
    """Between two shared passages, words of one side alone are not kept there and leave a gap on the other."""
    left, right = records.archived("left", LEFT), records.archived("right", RIGHT)
    (found,) = align(left, right, (passage("The ship left the"), passage("harbour at dawn")))
    assert [(run.text, run.kept) for run in found.left] == [
        ("The ship left the", True),
        ("", False),
        ("harbour at dawn", True),
    ]
    assert [(run.text, run.kept) for run in found.right] == [
        ("The ship left the", True),
        ("old", False),
        ("harbour at dawn,", True),
    ]


def test_passages_far_apart_stand_apart() -> None:
    """Two shared passages with many words between them make two stretches."""
    between = " ".join(f"w{number}" for number in range(40))
    text = f"one two three {between} four five six"
    left, right = records.archived("left", text), records.archived("right", text)
    shared = [passage(words, text, text) for words in ("one two three", "four five six")]
    assert len(align(left, right, shared)) == 2


def test_a_pair_in_two_languages_is_compared_claim_by_claim() -> None:
    """Where no words can be compared, the claims to which both speak stand side by side, with the translation."""
    element = article(page(list(pairs.outputs(paired(), first(paired()))), "lineage/gazette--hindi.md"))
    assert words(only(element, "//div[@class='fs-both']")) == (
        "The lantern festival ended at nine. Gazette "
        "the lantern festival ended at nine […] had drifted from the quay "
        "Hindi दीप उत्सव नौ बजे समाप्त हुआ the festival of lamps ended at nine"
    )
