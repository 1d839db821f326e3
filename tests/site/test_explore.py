"""The explore page as it is without JavaScript: a table of all claims."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factsite.corpus import dates
from factsite.corpus.model import Withdrawal
from factsite.site import explore
from factsite.verify.record import Record
from tests.hostile_strings import HOSTILE
from tests.records import first
from tests.site.cards import card, record
from tests.site.reading import article, front, words


def made(archive: Record) -> dict[str, bytes]:
    """Make all pages of the table."""
    return {output.path: output.make() for output in explore.outputs(archive, first(archive))}


def rows(page: bytes) -> list[list[str]]:
    """Give the table's cells as a reader sees them."""
    return [[words(cell) for cell in row.iter("td")] for row in article(page).iter("tr") if row.find("td") is not None]


def test_the_newest_claim_comes_first() -> None:
    """Claims stand from the newest to the oldest, those without a date last, each with verdict, claimant and date."""
    pages = made(record([card("a", "Old.", claimed="2018"), card("b", "Undated.", claimed=None), card("c", "New.")]))
    assert rows(pages["explore/index.md"]) == [
        ["New.", "Disputed", "WhatsApp", "1 November 2019"],
        ["Old.", "Disputed", "WhatsApp", "2018"],
        ["Undated.", "Disputed", "WhatsApp", ""],
    ]


def test_the_table_is_split() -> None:
    """More than a hundred claims go on to further pages, which link back to the filters."""
    pages = made(record(card(f"c{n}", claimed=f"{1800 + n}") for n in range(201)))
    assert [len(rows(page)) for page in pages.values()] == [100, 100, 1]
    assert list(pages) == ["explore/index.md", "explore/page/2.md", "explore/page/3.md"]
    assert [b" data-explore=" in page for page in pages.values()] == [True, False, False]
    assert [front(page)["title"] for page in pages.values()] == [
        "Explore",
        *(f"Explore, page {n} of 3" for n in (2, 3)),
    ]
    assert b"(../../explore/index.md)" in pages["explore/page/2.md"]


def test_an_empty_record_has_an_empty_table() -> None:
    """Without claims there is one page, with nothing in its table."""
    assert [rows(page) for page in made(record([])).values()] == [[["", "", "", ""]]]


def test_a_withdrawn_claim_is_marked() -> None:
    """A claim that was withdrawn says so beside it."""
    withdrawn = replace(card("a", "It was so."), withdrawn=Withdrawal(dates.parse("2026-11-22"), "Not checkable."))
    assert rows(made(record([withdrawn]))["explore/index.md"])[0][0] == "It was so. (withdrawn)"


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\0" not in text])
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    """Whatever a claim and its claimant are called, they are shown as they stand, in a table of the same shape."""
    page = made(record([card("a", text, claimant=text)]))["explore/index.md"]
    shown = " ".join(text.split())
    assert rows(page) == [[shown, "Disputed", shown, "1 November 2019"]]
