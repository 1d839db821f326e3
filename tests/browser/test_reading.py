"""How pages serve a reader: by keyboard, in the dark, on paper, without JavaScript, from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, Windows
from tests.browser.test_accessibility import KINDS, largest

pytestmark = pytest.mark.browser


def focus(page: Page) -> str:
    """Give the address behind the link that has the focus."""
    address: str = page.evaluate("document.activeElement.getAttribute('href')")
    return address


def test_the_matrix_is_walked_by_arrow_keys(window: Windows) -> None:
    """From a mark of the comparison the arrow keys lead to its neighbours and back, and Enter opens the words."""
    page = window().go("compare/")
    page.locator(".fs-matrix tbody td a").first.focus()
    start = focus(page)
    page.keyboard.press("ArrowDown")
    below = focus(page)
    assert below != start
    page.keyboard.press("ArrowUp")
    assert focus(page) == start
    page.keyboard.press("ArrowLeft")
    assert focus(page) != start
    page.keyboard.press("ArrowRight")
    assert focus(page) == start
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_visible()
    assert page.locator(":target").text_content()


def test_the_headings_of_the_matrix_stay_in_view(window: Windows) -> None:
    """However far down the comparison is read, the names of the sources stand above it."""
    page = window().go("compare/")
    heading = page.locator(".fs-matrix thead th[scope=col]").nth(1)
    page.locator(".fs-matrix tbody tr").last.scroll_into_view_if_needed()
    expect(heading).to_be_in_viewport()


BROKEN_WORDS = """links => links.flatMap(link => [...link.textContent.matchAll(/\\S+/g)].filter(word => {
    const range = document.createRange();
    range.setStart(link.firstChild, word.index);
    range.setEnd(link.firstChild, word.index + word[0].length);
    return new Set([...range.getClientRects()].map(each => each.top)).size > 1;
}).map(word => word[0]))"""


def test_the_headings_of_the_matrix_break_no_word(window: Windows) -> None:
    """However narrow its column is, each word of a source's name stands on one line."""
    names = window((960, 900)).go("compare/").locator(".fs-matrix thead th[scope=col] a")
    assert names.count() > 0
    assert names.evaluate_all(BROKEN_WORDS) == []


def test_the_dark_scheme_follows_the_system_and_is_remembered(window: Windows) -> None:
    """A reader's system chooses the scheme; a choice on the site outlives the page."""
    page = window(color_scheme="dark").go()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("label[title='Switch to light colours']:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.goto(f"{window.home}/methodology/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("kind", ["claim", "compare", "explore"])
def test_paper_shows_the_content_alone(window: Windows, built: Path, kind: str) -> None:
    """In print there is no header, no search and no form; the article stays."""
    page = window(color_scheme="dark").go(largest(built, KINDS[kind]))
    page.emulate_media(media="print")
    expect(page.locator("article")).to_be_visible()
    for gone in (".md-header", ".fs-find", "form[data-explore]", ".md-tabs"):
        for part in page.locator(gone).all():
            expect(part).to_be_hidden()


def test_without_javascript_nothing_is_missing(window: Windows, built: Path) -> None:
    """Pages say the same without JavaScript: every line of an article stands there without it."""
    without, running = window(java_script_enabled=False), window()
    for path in (largest(built, pattern) for pattern in KINDS.values()):
        plain = without.go(path).locator("article").text_content() or ""
        article = running.go(path).locator("article")
        article.locator("form[data-explore], noscript").evaluate_all("found => found.forEach(each => each.remove())")
        lines = (article.text_content() or "").splitlines()
        assert [line for line in lines if line not in plain] == []
        assert any(lines)


def test_links_work_from_a_folder(window: Windows, built: Path) -> None:
    """Opened as a file, the site leads from page to page as it does on a server."""
    page = window(home=built.as_uri()).go("index.html")
    page.locator(".md-tabs").get_by_role("link", name="Claims", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Claims")
    page.locator("article").get_by_role("link").filter(has_text="quay").first.click()
    expect(page.locator("#claim")).to_be_visible()
    page.locator("article a[href*='#e-']").first.click()
    expect(page.locator(":target")).to_be_visible()


def test_each_page_opens_from_a_folder(window: Windows, built: Path) -> None:
    """Opened as a file, no page complains or asks for anything that is not there."""
    visit = window(home=built.as_uri())
    # The page for missing addresses is a server's alone: its links begin at the site's root.
    for path in (largest(built, pattern) for kind, pattern in KINDS.items() if kind != "missing"):
        expect(visit.go(f"{path}index.html").locator("article")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize("kind", ["claim", "hindi claim", "urdu claim"])
def test_the_verdict_stands_in_the_first_screen(window: Windows, built: Path, kind: str, size: tuple[int, int]) -> None:
    """Without scrolling, a reader of a claim's page, in any edition, sees the claim, the verdict and the summary."""
    page = window(size).go(largest(built, KINDS[kind]))
    for part in ("#claim", ".fs-badge", ".fs-summary"):
        expect(page.locator(part).first).to_be_in_viewport()


@pytest.mark.parametrize("kind", ["home", "claim", "source", "timeline"])
def test_the_language_of_every_quote_is_marked(window: Windows, built: Path, kind: str) -> None:
    """Words in Devanagari stand in elements that say so, for voices and fonts to follow."""
    page = window().go(largest(built, KINDS[kind]))
    unmarked = page.evaluate(
        """() => {
          const found = [];
          const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const { data, parentElement } = texts.currentNode;
            const inHindi = parentElement.closest("[lang]").lang === "hi";
            if (/[\\u0900-\\u097f]/.test(data) && !inHindi && !parentElement.closest("script")) found.push(data);
          }
          return found;
        }"""
    )
    assert unmarked == []
