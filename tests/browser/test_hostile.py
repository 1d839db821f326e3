"""Hostile text in a real browser: shown as it was typed, and nothing of it runs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from factsite.building.engines import Engine
from factsite.building.site import publish
from factsite.checking import workspace
from factsite.corpus.model import ClaimWords, Stance
from factsite.report import Counts
from factsite.verify.record import Record
from tests import records
from tests.browser.conftest import Windows, serving
from tests.conftest import copy_workspace
from tests.hostile_strings import HOSTILE

pytestmark = pytest.mark.browser

# HTML has no way to write a null character; the decoder refuses it.
TEXTS = {f"text-{number:03}": text for number, text in enumerate(HOSTILE) if "\0" not in text}


def hostile_record() -> Record:
    """Make a record in which each claim has one hostile text in all fields that take any."""
    claims = [
        records.claim(
            name,
            claim=text,
            claimant=text,
            summary=f"{text} lantern",
            evidence=(
                records.evidence("gazette", Stance.SUPPORTS, "the lantern festival", says=text, according_to=text),
            ),
            translations={"hi": ClaimWords(text, text)},
        )
        for name, text in TEXTS.items()
    ]
    return records.record(*claims, settings=replace(records.SETTINGS, cards=False))


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """Publish the hostile record as any record is published, the HTML gate included, and open windows on it."""
    root = copy_workspace(tmp_path_factory.mktemp("hostile"))
    for page in (root / "docs").glob("*.md"):
        # Pages written by hand link to claims and sources that this record does not have.
        page.write_text(re.sub(r"\]\((?:claims|sources|topics|lineage)/[^)]*\)", "](index.md)", page.read_text()))
    made = workspace.Outcome(hostile_record(), (), {}, Counts())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workspace, "check", lambda *_: made)
        publish(root, Engine.MKDOCS, lambda _: None)
    with serving(root / "site") as address:
        windows = Windows(browser, address)
        yield windows
        windows.close()
    shutil.rmtree(root)


def plain(text: str | None) -> str:
    """Give a text as a reader sees it, with white space collapsed."""
    return " ".join((text or "").split())


def printable(text: str) -> str:
    """Give a text as the title of a window shows it: without control characters too."""
    return plain(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text))


def test_the_table_shows_every_text(hostile: Windows) -> None:
    """The explore page's table has each hostile claim and claimant, character for character, on its pages."""
    page = hostile().go("explore/")
    shown: set[tuple[str, ...]] = set()
    while True:
        for row in page.locator("[data-explore-list] tbody tr").all():
            shown.add(tuple(map(plain, row.locator("td").all_text_contents()))[::2])
        following = page.get_by_role("link", name="Next page")
        if not following.count():
            break
        page.goto(following.evaluate("link => link.href"))
    assert {(plain(text), plain(text)) for text in TEXTS.values()} == {(claim, claimant) for claim, claimant in shown}


def test_results_show_every_text(hostile: Windows) -> None:
    """Claims that a search brings show their texts, character for character, and lead to their pages."""
    page = hostile().go("explore/?q=lantern")
    expect(page.get_by_role("status")).to_have_text(f"{len(TEXTS)} claims found.")
    more = page.get_by_role("button", name="Show more claims")
    while more.is_visible():
        before = page.locator("[data-explore-list] tbody tr").count()
        more.click()
        expect(page.locator("[data-explore-list] tbody tr").nth(before)).to_be_visible()
    links = page.locator("[data-explore-list] tbody").get_by_role("link").all()
    shown = {(link.get_attribute("href") or "").rstrip("/").rpartition("/")[2]: link.text_content() for link in links}
    assert {name: plain(text) for name, text in TEXTS.items()} == {name: plain(text) for name, text in shown.items()}


def test_pages_show_every_text_and_run_none(hostile: Windows) -> None:
    """Each claim's page shows its text in title, heading and summary, and has the scripts that every page has."""
    visit = hostile()
    scripts = visit.go("scale/").evaluate("document.scripts.length")
    for name, text in TEXTS.items():
        page = visit.go(f"claims/{name}/")
        assert plain(page.locator("#claim").text_content()) == plain(f"“{text}”")
        assert plain(page.locator(".fs-summary").text_content()) == plain(f"{text} lantern")
        assert printable(text)[:30] in printable(page.title())
        structured = page.locator("script[type='application/ld+json']").count()
        assert page.evaluate("document.scripts.length") - structured == scripts
        assert page.evaluate("document.querySelectorAll('#__config').length") == 1


def test_a_filter_takes_any_text_from_the_address(hostile: Windows) -> None:
    """Hostile text in the address is a value like any other."""
    page = hostile().go("explore/")
    for name in ("text-000", "text-020"):
        page.goto(f"{hostile.home}/explore/")
        page.evaluate("text => location.search = new URLSearchParams({claimant: text})", TEXTS[name])
        expect(page.get_by_role("status")).to_have_text("1 claim found.")
        assert page.locator("#explore-claimant").input_value() == TEXTS[name]
