"""Indexes and comparisons: everything is in them once, and no page of them grows with the archive."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.model import Stance
from factsite.site.pages import claims, compare, matrix, parts, sources
from factsite.verify.record import Record
from tests import records
from tests.records import first
from tests.site.reading import article, only, page, words


def many(number: int) -> Record:
    """Make a record of many claims."""
    base = records.claim()
    return records.record(*(replace(base, id=f"claim-{index:04}") for index in range(number)))


@given(st.lists(st.integers(), max_size=60), st.integers(1, 20))
def test_leaves_hold_every_entry_once(entries: list[int], size: int) -> None:
    """Law: the pages of a list together are the list, and none is longer than the limit."""
    leaves = parts.leaves(entries, size)
    assert [entry for leaf in leaves for entry in leaf.entries] == entries
    assert all(len(leaf.entries) <= size for leaf in leaves)
    assert [leaf.number for leaf in leaves] == list(range(1, leaves[0].last + 1))


def test_claims_are_listed_by_topic_with_their_verdicts() -> None:
    """The index groups claims by first topic and gives verdict, claim and claimant."""
    element = article(page(list(claims.outputs(records.sample(), first(records.sample()))), "claims/index.md"))
    assert [words(head) for head in element.iter("h2")] == ["The evening", "Boats"]
    assert [words(item) for item in element.iter("li")] == [
        "Disputed The lantern festival ended at nine. The mayor, 1 November 2019",
        "Unproven Three boats drifted away. The boatman",
        "Unproven Three boats drifted away. The boatman · withdrawn",
    ]


def test_a_hundred_claims_fill_a_page() -> None:
    """Past a hundred claims the index goes on at page 2, and each page leads to its neighbours."""
    outputs = list(claims.outputs(many(201), first(many(201))))
    assert [output.path for output in outputs] == ["claims/index.md", "claims/page/2.md", "claims/page/3.md"]
    middle = only(article(outputs[1].make()), "//nav[@class='fs-pager']")
    assert words(middle) == "Previous page · Page 2 of 3 · Next page"
    assert middle.xpath(".//a/@href") == ["../../claims/index.md", "../../claims/page/3.md"]


def test_a_page_is_remade_when_the_number_of_pages_moves() -> None:
    """What a page says of the whole list is among its inputs."""
    few, more = (next(iter(claims.outputs(made, first(made)))).inputs for made in (many(150), many(250)))
    assert set(few) ^ set(more) == {"fact:claims=150", "fact:claims=250", "fact:pages=2", "fact:pages=3"}


def test_sources_are_listed_by_origin() -> None:
    """The index of sources groups by origin and counts the claims that quote each."""
    element = article(page(list(sources.outputs(records.sample(), first(records.sample()))), "sources/index.md"))
    assert [words(head) for head in element.iter("h2")] == ["Northern Wire", "A private notebook"]
    assert [words(item) for item in element.iter("li")] == [
        "Gazette Wire copy, 2 November 2019, English · 1 claim Lantern festival ends early",
        "Hindi Translation, 3 November 2019, Hindi · 1 claim दीप उत्सव समय से पहले समाप्त",
        "Notebook Original report, no date stated, English · 3 claims A night on the quay",
    ]


def test_the_matrix_has_a_cell_for_every_claim_and_source() -> None:
    """Rows are claims, columns are sources under their origins; a cell says the stance and leads to the words."""
    table = only(
        article(page(list(compare.outputs(records.sample(), first(records.sample()))), "compare/index.md")), "//table"
    )
    assert [words(head) for head in table.xpath(".//thead//th")] == [
        *("Northern Wire", "A private notebook"),
        *("Claim", "Gazette", "Hindi", "Notebook", "Verdict"),
    ]
    rows = table.xpath(".//tbody/tr[td]")
    assert [words(cell) for cell in rows[0]] == [
        *("The lantern festival ended at nine.", "supports", "supports", "contradicts", "Disputed"),
    ]
    assert rows[0].xpath("./td[3]/a/@href") == ["../claims/ended-at-nine.md#s-notebook"]


def test_a_source_of_two_minds_shows_both_stances() -> None:
    """A cell holds each stance of a source once."""
    evidence = [
        records.evidence("gazette", stance, "the lantern festival")
        for stance in (Stance.SUPPORTS, Stance.QUALIFIES, Stance.SUPPORTS)
    ]
    made = records.record(records.claim(evidence=tuple(evidence)))
    table = only(article(page(list(compare.outputs(made, first(made))), "compare/index.md")), "//table")
    assert [mark.get("class") for mark in table.iter("i")] == ["supports", "qualifies"]


def test_a_topic_has_all_its_claims() -> None:
    """A claim of two topics stands on both topics' pages."""
    outputs = list(compare.outputs(records.sample(), first(records.sample())))
    found = {
        topic: [words(head) for head in article(page(outputs, f"topics/{topic}.md")).xpath("//th[@scope='row']")]
        for topic in ("evening", "boats")
    }
    assert found["evening"] == ["The lantern festival ended at nine."]
    assert found["boats"] == ["The lantern festival ended at nine.", *["Three boats drifted away."] * 2]


def test_too_many_sources_make_a_list_instead() -> None:
    """Beyond what a screen can hold, each row names its own sources."""
    names = [f"source-{number:02}" for number in range(matrix.COLUMNS + 1)]
    sources = {name: records.archived(name, records.GAZETTE) for name in names}
    item = records.evidence("gazette", Stance.SUPPORTS, "the lantern festival")
    evidence = tuple(replace(item, source=name) for name in names)
    made = records.record(records.claim(evidence=evidence), sources=sources)
    table = only(article(page(list(compare.outputs(made, first(made))), "compare/index.md")), "//table")
    assert table.xpath(".//thead") == []
    assert table.xpath(".//td/@data-s") == [sources[name].source.name for name in names]


def test_comparisons_are_split_by_weight() -> None:
    """Claims with many sources make shorter pages, and no claim is lost."""
    cards = list(many(300).cards.values())
    pages = matrix.paged(cards)
    assert [card for entries in pages for card in entries] == cards
    assert [len(entries) for entries in pages] == [100, 100, 100]
    heavy = [replace(card, stances={str(number): (Stance.SUPPORTS,) for number in range(40)}) for card in cards]
    assert max(len(entries) for entries in matrix.paged(heavy)) < 10
