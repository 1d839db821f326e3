"""The editors' pages of coverage: what is said of each sentence, and how little of it is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.model import SetAside
from factsite.site.pages import coverage
from factsite.site.pages.coverage import FIRST_WORDS, begins
from factsite.verify.record import Record
from tests import records
from tests.records import archived, first, record, sample
from tests.site.reading import article, only, words


def pages(made: Record) -> dict[str, bytes]:
    """Make all pages of coverage."""
    return {output.path: output.make() for output in coverage.outputs(made, first(made))}


def rows(page: bytes) -> list[list[str]]:
    """Give the cells of each row of a page's table, without its heading."""
    return [[words(cell) for cell in row] for row in article(page).iterfind(".//tbody/tr")]


def test_each_sentence_has_its_line_and_its_state() -> None:
    """A sentence is quoted by claims, set aside for a reason, or open."""
    gazette = archived("gazette", records.GAZETTE, set_aside=(SetAside("By Northern Wire", "A byline."),))
    made = record(*sample().claims.values(), sources=records.SOURCES | {"gazette": gazette})
    assert rows(pages(made)["coverage/gazette.md"]) == [
        ["1", "Lantern festival …", "set aside The document's title, given in its description."],
        ["3", "By …", "set aside A byline."],
        ["5", "The mayor said that the …", "quoted 6 of 10 words ended-at-nine"],
        ["6", 'Nobody was hurt," …', "open neither quoted nor set aside"],
        ["6", "Two boats, she added, …", "quoted 5 of 9 words ended-at-nine"],
    ]


def test_the_index_gives_totals() -> None:
    """Each document has its numbers: sentences, quoted, set aside, open, and the share of its words in quotes."""
    assert rows(pages(sample())["coverage/index.md"])[0] == ["Gazette", "5", "2", "1", "2", "34%"]


def test_sentences_are_counted_in_words() -> None:
    """One sentence is not called sentences, neither in the whole nor among those that a page has no room for."""
    short = archived("short", "It rained.\n")
    long = archived("long", "It rained.\n" * (coverage.SENTENCES_LISTED + 1))
    made = pages(record(sources={"short": short, "long": long}))
    lead, unlisted = ("//p[@class='fs-lead']", "//p[@class='fs-note']")
    assert words(only(article(made["coverage/short.md"]), lead)).startswith("1 sentence: 0 quoted")
    assert words(only(article(made["coverage/long.md"]), lead)).startswith("101 sentences: 0 quoted")
    assert words(only(article(made["coverage/long.md"]), unlisted)).startswith("Not listed: 1 more sentence of this")


@given(st.lists(st.text("abcxyz", min_size=1), min_size=1).map(" ".join))
def test_a_sentence_is_never_given_away(sentence: str) -> None:
    """At most six words of a sentence are shown, and at most half of it unless it has one word only."""
    shown, whole = begins(sentence).split(), sentence.split()
    assert shown == whole[: len(shown)]
    assert 1 <= len(shown) <= FIRST_WORDS
    assert len(shown) <= len(whole) / 2 or len(whole) == 1
