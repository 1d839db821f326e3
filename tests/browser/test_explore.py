"""Finding claims: by words in both languages, by filters, by address, by keyboard, without JavaScript, offline."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from factsite.site.search_words import bucket, words
from tests.browser.conftest import Windows
from tests.hostile_strings import HOSTILE

pytestmark = pytest.mark.browser


def rows(page: Page) -> int:
    """Count the claims in the table."""
    return page.locator("[data-explore-list] tbody tr").count()


def found(page: Page) -> int:
    """Wait for the answer and give the number of claims that it names."""
    status = page.get_by_role("status")
    expect(status).to_contain_text("found")
    number = (status.text_content() or "").split()[0]
    return 0 if number == "No" else int(number)


def test_the_table_is_whole_before_anything_is_asked(window: Windows, built: Path) -> None:
    """Without a question, the page lists all claims, and loads nothing of the index but its list of choices."""
    visit = window()
    loaded: list[str] = []
    visit.page.on("request", lambda request: loaded.append(request.url))
    page = visit.go("explore/")
    assert rows(page) == len(list((built / "data/v1/claims").glob("*.json")))
    assert [url.rpartition("/")[2] for url in loaded if "/assets/search/" in url] == ["index.js"]


@pytest.mark.parametrize(
    ("edition", "query", "word"),
    [
        ("", "clara", "Clara"),
        ("", "बेला", "Bella"),
        ("hi/", "बेला", "बेला"),
        ("hi/", "clara", "क्लारा"),
        ("ur/", "clara", "Clara"),
    ],
)
def test_words_of_any_language_find_claims_of_the_edition(window: Windows, edition: str, query: str, word: str) -> None:
    """A word finds a claim in whichever language it stands in it, and the claim is shown as the edition has it."""
    page = window().go(f"{edition}explore/")
    page.locator("#explore-q").fill(query)
    first = page.locator("[data-explore-list] tbody tr").first.get_by_role("link")
    expect(first).to_contain_text(word)
    assert f"/{edition}claims/" in (first.get_attribute("href") or "")
    first.click()
    expect(page.locator("h1")).to_contain_text(word)


@pytest.mark.parametrize(("edition", "told"), [("hi/", "1 दावा मिला।"), ("ur/", "1 دعویٰ ملا۔")])
def test_an_edition_says_how_many_were_found(window: Windows, edition: str, told: str) -> None:
    """The number of claims found is said in the language of the edition."""
    page = window().go(f"{edition}explore/")
    page.locator("#explore-q").fill("clara")
    expect(page.get_by_role("status")).to_have_text(told)


def test_a_beginning_finds_the_word(window: Windows) -> None:
    """Each letter narrows what is shown; the beginning of a word is enough."""
    page = window().go("explore/?q=qua")
    few = found(page)
    page.get_by_label("Words").fill("quay")
    expect(page).to_have_url(f"{window.home}/explore/?q=quay")
    assert 0 < found(page) <= few


def test_filters_narrow_and_stand_in_the_address(window: Windows) -> None:
    """Filters add up; the address says which are set, and opens the same list elsewhere."""
    page = window().go("explore/")
    page.get_by_label("Verdict").select_option("disputed")
    by_verdict = found(page)
    page.get_by_label("Certainty").select_option("low")
    expect(page).to_have_url(f"{window.home}/explore/?verdict=disputed&certainty=low")
    assert 0 < found(page) <= by_verdict
    shown = page.locator("[data-explore-list] tbody").inner_text()
    other = window().go("explore/?verdict=disputed&certainty=low")
    found(other)
    assert other.locator("[data-explore-list] tbody").inner_text() == shown
    assert other.get_by_label("Verdict").input_value() == "disputed"


@pytest.mark.parametrize("facet", ["Verdict", "Topic", "Claimant", "Source", "Certainty"])
def test_every_choice_finds_as_many_claims_as_it_says(window: Windows, facet: str) -> None:
    """The number beside a choice is the number of claims that it finds."""
    page = window().go("explore/")
    field = page.get_by_label(facet)
    expect(field.locator("option")).not_to_have_count(1)
    for choice in field.locator("option").all()[1:4]:
        field.select_option(choice.get_attribute("value"))
        label = choice.text_content() or ""
        expect(page.get_by_role("status")).to_contain_text(label.rpartition("(")[2].rstrip(")") + " claim")


def test_the_back_button_undoes_a_filter(window: Windows) -> None:
    """Each filter is a step in the history; letters of a word are not."""
    page = window().go("explore/")
    everything = rows(page)
    page.get_by_label("Words").press_sequentially("quay")
    # The letters before the last one may find nothing yet.
    expect(page).to_have_url(f"{window.home}/explore/?q=quay")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"^[1-9]\d* claims? found"))
    with_words = found(page)
    page.get_by_label("Verdict").select_option("refuted")
    expect(page).to_have_url(f"{window.home}/explore/?q=quay&verdict=refuted")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text(f"{with_words} claim")
    assert page.get_by_label("Verdict").input_value() == ""
    page.go_back()
    expect(page.locator("[data-explore-list] tbody tr")).to_have_count(everything)
    assert page.get_by_label("Words").input_value() == ""


def test_clearing_brings_the_whole_list_back(window: Windows) -> None:
    """The button clears all filters, the address, and the count."""
    page = window().go("explore/?q=quay&verdict=disputed")
    found(page)
    page.get_by_role("button", name="Clear").click()
    expect(page).to_have_url(f"{window.home}/explore/")
    expect(page.get_by_role("status")).to_have_text("")


def test_more_claims_come_when_asked_and_take_the_focus(window: Windows) -> None:
    """The first claims come at once; by keyboard, the next ones follow and the first of them has the focus."""
    page = window().go("explore/?q=quay")
    assert found(page) > 10
    expect(page.locator("[data-explore-list] tbody tr")).to_have_count(10)
    more = page.get_by_role("button", name="Show more claims")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-explore-list] tbody tr").nth(10).get_by_role("link")).to_be_focused()


def test_nothing_found_is_said(window: Windows) -> None:
    """A question without an answer gives an empty table and says so."""
    page = window().go("explore/?q=zyzzyva")
    assert found(page) == 0
    assert rows(page) == 0


def test_an_unknown_filter_finds_nothing_and_stays_visible(window: Windows) -> None:
    """A value that no claim has, from an old address, is shown in its field rather than dropped in silence."""
    page = window().go("explore/?claimant=Nobody")
    assert found(page) == 0
    assert page.get_by_label("Claimant").input_value() == "Nobody"


def test_the_header_leads_to_the_explore_page(window: Windows) -> None:
    """The form in the header of any page asks the explore page."""
    page = window().go("methodology/")
    page.get_by_label("Find claims").fill("anna")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{window.home}/explore/?q=anna")
    assert found(page) > 0


def test_without_javascript_the_table_and_the_header_work(window: Windows) -> None:
    """Without JavaScript there is no dead form: the table lists all claims, and the header still leads to it."""
    page = window(java_script_enabled=False).go("explore/")
    assert rows(page) > 0
    expect(page.locator("form[data-explore]")).to_be_hidden()
    page.get_by_label("Find claims").fill("anna")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{window.home}/explore/?q=anna")


def test_searching_works_from_a_folder(window: Windows, built: Path) -> None:
    """Opened as a file, the site searches as it does on a server."""
    page = window(home=built.as_uri()).go("methodology/index.html")
    page.get_by_label("Find claims").fill("anna")
    page.keyboard.press("Enter")
    assert found(page) > 0
    page.locator("[data-explore-list] tbody").get_by_role("link").first.click()
    expect(page.locator("h1")).to_have_id("claim")


def test_a_missing_index_is_said_and_leaves_the_list(window: Windows) -> None:
    """If the index does not load, the page says so and keeps the whole list."""
    visit = window()
    visit.page.route("**/assets/search/0/**", lambda route: route.abort())
    page = visit.go("explore/")
    everything = rows(page)
    page.get_by_label("Words").fill("quay")
    expect(page.get_by_role("status")).to_contain_text("did not load")
    assert rows(page) == everything
    visit.complaints.clear()


NUMBERS = [
    *("1,400 ۱٬۴۰۰ १,४०,०००", "1.5 ۱٫۵ 0.125 1.400", "30-400 30, 400 2019 400", "12,34,567.89 (1 400 000) ₹1’400/-"),
    "".join(map(chr, range(0x2000, 0x2070))).join(["1", "400"]),
    # The ten digits of each script that the builder's Unicode knows.
    "\n".join(char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) == "Nd"),
]


def test_page_and_index_fold_words_alike(window: Windows) -> None:
    """The script takes any text apart as the index does, and looks for each word in the bucket where it stands."""
    page = window().go("explore/")
    texts = [*HOSTILE, "Straße ΣΊΣΥΦΟΣ İstanbul ①", "१२३ पाँच ज़ोर क़ानून", *NUMBERS]
    both = page.evaluate(
        "texts => texts.map(text => { const found = [...new Set(factsiteSearch.words(text))];"
        " return [found, found.map(word => factsiteSearch.bucket(word, 64))]; })",
        texts,
    )
    for text, (found_words, buckets) in zip(texts, both, strict=True):
        assert set(found_words) == words(text)
        assert buckets == [bucket(word, 64) for word in found_words]
