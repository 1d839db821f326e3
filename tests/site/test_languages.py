"""The editions of the built site: each page says its language, and leads to its counterparts."""

from __future__ import annotations

from pathlib import Path

import lxml.html

from factsite.site.edition import Edition, editions
from factsite.site.render import outputs
from factsite.site.urls import relative
from tests.records import published

SITE = published().settings.site_url
EDITIONS = editions(published().settings)


def parsed(built: Path, address: str) -> lxml.html.HtmlElement:
    """Read a built page."""
    return lxml.html.document_fromstring((built / address / "index.html").read_bytes())


def edition_of(path: str) -> Edition:
    """Give the edition in which a page or a file of the site stands."""
    return next((one for one in EDITIONS if one.folder and path.startswith(one.folder)), EDITIONS[0])


def test_pages_say_their_language(built: Path) -> None:
    """A page in the folder of an edition is in its language, and every other one in the record's."""
    for path in built.rglob("*.html"):
        page = lxml.html.document_fromstring(path.read_bytes())
        assert page.get("lang") == edition_of(path.relative_to(built).as_posix()).language, path


def test_each_page_has_its_counterpart_in_each_edition() -> None:
    """What is generated for an edition is what is generated for each, but for data and styles, which all share."""
    paths = [output.path for output in outputs(published()) if not output.path.startswith(("data/", "assets/verdicts"))]
    places = [{path.removeprefix(one.folder) for path in paths if edition_of(path) == one} for one in EDITIONS]
    assert len(EDITIONS) > 1
    assert all(own == places[0] for own in places)


def test_counterparts_name_each_other(built: Path) -> None:
    """A generated page names its like in every edition, and its header leads to the other ones."""
    paths = [output.path for output in outputs(published()) if output.path.endswith(".md")]
    sitemap = (built / "sitemap.xml").read_text()
    for place in [relative(path) for path in paths if edition_of(path).is_own]:
        addresses = {edition.language: SITE + edition.folder + place for edition in EDITIONS}
        for edition in EDITIONS:
            page = parsed(built, edition.folder + place)
            links = {link.get("hreflang"): link.get("href") for link in page.xpath("//head/link[@hreflang]")}
            assert links == addresses
            assert all(f"<loc>{address}</loc>" in sitemap for address in links.values())
            page.make_links_absolute(SITE + edition.folder + place)
            links = page.xpath("//header//a[@class='fs-switch']")
            switches = {link.get("hreflang"): link.get("href") for link in links}
            assert switches == {language: to for language, to in addresses.items() if language != edition.language}
