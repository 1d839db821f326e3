"""Pages that run from right to left, and pieces of one direction within a page of the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import DESK, PHONE, Windows
from tests.browser.test_accessibility import KINDS, largest

pytestmark = pytest.mark.browser


def turned(page: Page) -> Page:
    """Turn a page around, as the theme does with a page in Urdu or Arabic."""
    page.evaluate("document.body.dir = 'rtl'")
    return page


def bars(locator: Locator) -> list[str]:
    """Give the sides, left and right, on which an element has a border."""
    found: list[str] = locator.evaluate(
        "box => ['Left', 'Right'].filter(side => parseFloat(getComputedStyle(box)[`border${side}Width`]) > 0)"
    )
    return found


@pytest.mark.parametrize("part", [".fs-verdict", ".fs-quote", ".fs-says tbody th"])
def test_bars_stand_where_a_line_begins(window: Windows, part: str) -> None:
    """A bar is at the left, and at the right of a page that runs from there."""
    page = window().go("claims/anna/")
    assert bars(page.locator(part).first) == ["Left"]
    assert bars(turned(page).locator(part).first) == ["Right"]


@pytest.mark.parametrize(("page_runs", "quote_runs", "side"), [("ltr", "rtl", "Right"), ("rtl", "ltr", "Left")])
def test_a_quote_has_the_bar_of_its_own_direction(window: Windows, page_runs: str, quote_runs: str, side: str) -> None:
    """A quote that runs against its page has one bar, on its own side."""
    page = window().go("claims/anna/")
    quote = page.locator(".fs-quote").first
    page.evaluate("direction => { document.body.dir = direction }", page_runs)
    quote.evaluate("(box, direction) => { box.dir = direction }", quote_runs)
    assert bars(quote) == [side]


def test_a_title_stands_under_its_neighbours(window: Windows) -> None:
    """In a list of a page that runs from the right, a title in Latin letters begins there too."""
    title = turned(window().go("sources/")).locator(".fs-title").first
    assert title.evaluate("box => getComputedStyle(box).textAlign") == "right"


def test_no_turned_page_is_wider_than_its_window(window: Windows, built: Path) -> None:
    """Whatever is wide scrolls by itself, in either direction."""
    wide = []
    for size in (PHONE, DESK):
        visit = window(size)
        for kind, pattern in KINDS.items():
            page = turned(visit.go(largest(built, pattern)))
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((kind, size))
    assert wide == []


def test_the_matrix_is_walked_towards_the_arrow(window: Windows) -> None:
    """Where the columns run to the left, the left arrow key leads on."""
    page = turned(window().go("compare/"))
    first = page.locator(".fs-matrix tbody tr:not(.fs-group) th a").first
    first.focus()
    page.keyboard.press("ArrowLeft")
    box, start = page.locator(":focus").bounding_box(), first.bounding_box()
    assert box is not None
    assert start is not None
    assert box["x"] < start["x"]


ITALIC = """['ar', 'fa', 'ur', 'hi'].filter(lang => {
    const word = Object.assign(document.createElement('em'), { lang, textContent: 'x' });
    document.querySelector('article p').append(word);
    return getComputedStyle(word).fontStyle !== 'normal';
})"""


def test_scripts_without_slanted_letters_are_not_slanted(window: Windows) -> None:
    """What is stressed in Arabic script or in Devanagari is bold, never italic."""
    assert window().go("claims/anna/").evaluate(ITALIC) == []
