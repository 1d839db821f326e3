"""Every kind of page against WCAG 2.2 AA, as far as axe-core can tell: light and dark, on a phone and at a desk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Windows

pytestmark = pytest.mark.browser

# One address for each kind of page; of many pages of a kind, the largest is visited.
KINDS = {
    "home": "index.html",
    "missing": "404.html",
    "claims": "claims/index.html",
    "claim": "claims/*/index.html",
    "sources": "sources/index.html",
    "source": "sources/*/index.html",
    "compare": "compare/index.html",
    "topics": "topics/index.html",
    "topic": "topics/*/index.html",
    "timeline": "timeline/index.html",
    "lineage": "lineage/index.html",
    "pair": "lineage/*/index.html",
    "scale": "scale/index.html",
    "corrections": "corrections/index.html",
    "coverage": "coverage/index.html",
    "coverage of a source": "coverage/*/index.html",
    "explore": "explore/index.html",
    "hindi": "hi/index.html",
    "hindi claim": "hi/claims/*/index.html",
    "urdu": "ur/index.html",
    "urdu claim": "ur/claims/*/index.html",
    "urdu source": "ur/sources/*/index.html",
    "urdu explore": "ur/explore/index.html",
    "urdu lineage": "ur/lineage/index.html",
    "urdu compare": "ur/compare/index.html",
    "methodology": "methodology/index.html",
    "glossary": "glossary/index.html",
    "data guide": "data-guide/index.html",
}

# What a reader's system asks for, and the theme's name for it.
SCHEMES = {"light": "default", "dark": "slate"}

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# The theme's own faults that are not mended here: rule, and what its markup holds. There is none at present.
THEME_FAULTS: tuple[tuple[str, str], ...] = ()


def faults(page: Page) -> list[str]:
    """Name what axe-core finds, apart from the theme's own faults."""
    answer: dict[str, Any] = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
    return [
        f"{fault['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for fault in answer["violations"]
        for node in fault["nodes"]
        if not any(fault["id"] == rule and markup in node["html"] for rule, markup in THEME_FAULTS)
    ]


def largest(built: Path, pattern: str) -> str:
    """Give the address of the largest page of a kind."""
    page = max(built.glob(pattern), key=lambda path: path.stat().st_size)
    return page.relative_to(built).as_posix().removesuffix("index.html")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_accessible(window: Windows, built: Path, kind: str) -> None:
    """axe-core finds no violation in either colour scheme at either width."""
    found: list[str] = []
    for scheme, name in SCHEMES.items():
        page = window(DESK, color_scheme=scheme, reduced_motion="reduce").go(largest(built, KINDS[kind]))
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
        for width, height in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": height})
            found += [f"{scheme}, {width} px: {fault}" for fault in faults(page)]
    assert found == []


def test_results_are_accessible(window: Windows) -> None:
    """Claims that a search brings are as accessible as the list that they replace."""
    page = window(DESK).go("explore/?q=quay")
    expect(page.get_by_role("status")).to_contain_text("found")
    assert faults(page) == []


def test_no_page_is_wider_than_a_phone(window: Windows, built: Path) -> None:
    """On a phone a page scrolls down only; what is wide scrolls inside itself."""
    visit = window(PHONE)
    widths = {
        kind: visit.go(largest(built, pattern)).evaluate("document.documentElement.scrollWidth")
        for kind, pattern in KINDS.items()
    }
    assert {kind: width for kind, width in widths.items() if width > PHONE[0]} == {}


@pytest.mark.parametrize("kind", ["claim", "explore", "compare"])
def test_the_first_stop_skips_to_the_content(window: Windows, built: Path, kind: str) -> None:
    """By keyboard, the first stop of a page leads past its header."""
    page = window(DESK).go(largest(built, KINDS[kind]))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(location.hash) !== null")


REACHABLE = "header, .md-tabs, .md-sidebar, article, footer"
STOPS = 'a[href], button, summary, select, input[type=search], [tabindex="0"]'
UNREACHED = """([regions, stops]) => [...document.querySelectorAll(regions)]
  .flatMap(region => [...region.querySelectorAll(stops)])
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 0)
  .filter(one => !one.dataset.reached).map(one => one.outerHTML.slice(0, 120))"""
MOST_STOPS = 400


@pytest.mark.parametrize("kind", ["claim", "hindi claim", "urdu claim", "urdu explore", "urdu compare"])
def test_a_keyboard_reaches_everything(window: Windows, built: Path, kind: str) -> None:
    """In each edition every link, field and table that scrolls is a stop of the keyboard."""
    page = window(DESK).go(largest(built, KINDS[kind]))
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        page.evaluate("document.activeElement.dataset.reached = 'yes'")
    assert page.evaluate(UNREACHED, [REACHABLE, STOPS]) == []
