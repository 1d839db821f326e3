"""What a built site says to programs is what it says to people."""

from __future__ import annotations

import contextlib
import html
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import extruct
import feedparser
import lxml.html
import pytest

from factsite.reading.disk import write
from factsite.site import addresses, opendata
from factsite.site.addresses import Here
from factsite.site.claimreview import review
from factsite.site.edition import editions
from factsite.site.opendata.table import plain
from factsite.site.pages import dataguide
from tests.records import first, published, sample


def pages(built: Path) -> Iterator[tuple[str, str]]:
    """Give every page of a site with its address within it."""
    for path in sorted(built.rglob("*.html")):
        yield path.relative_to(built).as_posix().removesuffix("index.html"), path.read_text()


def parsed(page: str) -> Any:
    """Read a page as a browser would."""
    return lxml.html.document_fromstring(page)


def words(text: str) -> str:
    """Give a text with each run of white space as one space."""
    return " ".join(text.split())


def article(page: str) -> str:
    """Give the words that a reader of a page sees in its article."""
    (found,) = parsed(page).xpath("//article")
    for script in found.xpath(".//script"):
        script.drop_tree()
    return words(found.text_content())


def own_reviews() -> dict[str, Any]:
    """Give the ClaimReview of every claim that stands, in each edition, by the address of its page."""
    made = published()
    standing = [card for card in made.cards.values() if not card.withdrawn]
    return {
        f"{edition.folder}claims/{card.id}/": json.loads(json.dumps(review(card, made, edition)))
        for card in standing
        for edition in editions(made.settings)
    }


def folder_of(address: str) -> str:
    """Give the folder of the edition in which a page stands; nothing for the record's own."""
    folders = (edition.folder for edition in editions(published().settings) if edition.folder)
    return next((folder for folder in folders if address.startswith(folder)), "")


def test_each_claim_page_has_its_claimreview_and_no_other_page_has_any(built: Path) -> None:
    """A reader of structured data finds on a claim's page exactly our object, and nothing elsewhere."""
    found = {}
    for address, page in pages(built):
        if read := extruct.extract(page, syntaxes=["json-ld"])["json-ld"]:
            found[address] = read
    assert found == {address: [made] for address, made in own_reviews().items()}


def test_pages_show_what_their_markup_says(built: Path) -> None:
    """Claim, claimant, verdict, summary, topics, corrections and documents of the markup stand in the page's words."""
    shown = dict(pages(built))
    for address, made in own_reviews().items():
        seen = article(shown[address])
        said = [
            made["claimReviewed"],
            made["itemReviewed"]["text"],
            *([made["itemReviewed"]["author"]["name"]] if address.startswith("claims/") else []),
            made["reviewRating"]["alternateName"],
            made["reviewRating"]["ratingExplanation"],
            *made["keywords"],
            *(work["alternateName"] for work in made["citation"]),
            *(comment["text"] for comment in made.get("correction", [])),
        ]
        assert [text for text in said if words(text) not in seen] == [], address


def test_pages_lead_to_data_and_feeds(built: Path) -> None:
    """Every page names both feeds in its head, each claim's page links its data, and all of them exist."""
    site = published().settings.site_url
    for address, page in pages(built):
        tree = parsed(page)
        feeds = tree.xpath("//link[@type='application/atom+xml' and normalize-space(@rel)='alternate']/@href")
        own = site + folder_of(address)
        assert feeds == [f"{own}feeds/claims.xml", f"{own}feeds/corrections.xml"], address
        assert all((built / feed.removeprefix(site)).is_file() for feed in feeds)
    for address in own_reviews():
        tree = parsed((built / address / "index.html").read_text())
        data = next(link for link in tree.xpath("//article//a/@href") if "data/v1/claims/" in link)
        own = site + address.removeprefix(folder_of(address))
        assert json.loads((built / address / data).read_text())["url"] == own


def test_addresses_in_data_and_feeds_lead_to_pages(built: Path) -> None:
    """Every address of ours in the JSON files and feeds is a page or a file of the site."""
    site = published().settings.site_url
    found = {
        entry.link for feed in (built / "feeds").iterdir() for entry in feedparser.parse(feed.read_bytes()).entries
    }
    for path in (built / "data").rglob("*.json"):
        found |= set(_texts(json.loads(path.read_text())))
    own = {text.partition("#")[0].removeprefix(site) for text in found if text.startswith(site)}
    assert len(own) > len(published().claims)
    missing = [path for path in own if not (built / path).is_file() and not (built / path / "index.html").is_file()]
    assert missing == []


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(part)


def examples(built: Path) -> list[str]:
    """Give the code examples of the data guide, with the built folder in place of the site's address."""
    page = parsed((built / "data-guide" / "index.html").read_text())
    shown = [html.unescape(found.text_content()) for found in page.xpath("//article//pre")]
    return [text.replace(published().settings.site_url, f"{built.as_uri()}/") for text in shown]


def printed(example: str) -> list[str]:
    """Run a code example and give the lines that it prints."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(example, {})  # noqa: S102  # the example is ours
    return said.getvalue().splitlines()


def test_the_guides_python_runs(built: Path) -> None:
    """The three lines of Python print each claim after its verdict."""
    example = next(text for text in examples(built) if "print(*" in text)
    assert len(example.strip().splitlines()) == 3
    verdicts = published().settings.verdicts
    stated = [f"{verdicts[card.verdict].label}: {card.claim}" for card in published().cards.values()]
    assert sorted(printed(example)) == sorted(stated)


def test_the_guides_way_to_read_the_table_is_ours(built: Path) -> None:
    """The lines that read the table take away exactly the apostrophes that were put in."""
    example = next(text for text in examples(built) if "DictReader" in text)
    scope: dict[str, Any] = {}
    exec(example, scope)  # noqa: S102  # the example is ours
    assert [row["claim"] for row in scope["rows"]] == [card.claim for card in published().cards.values()]
    assert all(scope["guard"].sub("", cell) == plain(cell) for cell in ("'=1", "a;'+1", "'a", "''-"))


def test_the_guides_check_of_quotes_runs(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines that hold the example's quotes against its archived file say that they stand there."""
    example = next(text for text in examples(built) if "position" in text)
    monkeypatch.chdir(Path(__file__).parents[2])
    assert set(printed(example)) == {"True"}


def test_the_guides_check_is_of_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a claim that cites several sources, only the passages of the named file are held against it."""
    made, name = sample(), "ended-at-nine"
    assert len(made.cards[name].stances) > 1
    for archived in made.sources.values():
        write(tmp_path / archived.document.path, archived.document.text.encode())
    path = addresses.claim_data(name)
    write(tmp_path / path, next(output for output in opendata.outputs(made) if output.path == path).make())
    monkeypatch.chdir(tmp_path)
    example = dataguide.view(made.cards[name], made, Here(dataguide.PATH, first(made))).check
    assert printed(example.replace(made.settings.site_url, f"{tmp_path.as_uri()}/")) == ["True", "True"]
