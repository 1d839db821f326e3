"""The editions of the built site: each page says its language, and leads to its counterparts."""

from __future__ import annotations

from pathlib import Path

import lxml.html

from factsite.site.edition import editions
from factsite.site.render import outputs
from factsite.site.urls import relative
from tests.records import published

SITE = published().settings.site_url
EDITIONS = editions(published().settings)


def parsed(built: Path, address: str) -> lxml.html.HtmlElement:
    """Read a built page."""
    return lxml.html.document_fromstring((built / address / "index.html").read_bytes())


def test_pages_say_their_language(built: Path) -> None:
    """A page below hi/ is in Hindi and every other one in English."""
    for path in built.rglob("*.html"):
        page = lxml.html.document_fromstring(path.read_bytes())
        assert page.get("lang") == ("hi" if path.relative_to(built).parts[0] == "hi" else "en"), path


def test_each_page_has_its_counterpart_in_each_edition() -> None:
    """What is generated below hi/ is what is generated beside it, but for data and styles, which all editions share."""
    paths = {output.path for output in outputs(published())}
    own = {path for path in paths if not path.startswith(("hi/", "data/", "assets/verdicts"))}
    assert {path.removeprefix("hi/") for path in paths if path.startswith("hi/")} == own


def test_counterparts_name_each_other(built: Path) -> None:
    """A generated page names its like in every edition, and its header leads to the other ones."""
    pages = [relative(output.path) for output in outputs(published()) if output.path.endswith(".md")]
    sitemap = (built / "sitemap.xml").read_text()
    for place in [page for page in pages if not page.startswith("hi/")]:
        addresses = {edition.language: SITE + edition.folder + place for edition in EDITIONS}
        for edition in EDITIONS:
            page = parsed(built, edition.folder + place)
            links = {link.get("hreflang"): link.get("href") for link in page.xpath("//head/link[@hreflang]")}
            assert links == addresses
            assert all(f"<loc>{address}</loc>" in sitemap for address in links.values())
            page.make_links_absolute(SITE + edition.folder + place)
            switches = {
                link.get("hreflang"): link.get("href") for link in page.xpath("//header//a[@class='fs-switch']")
            }
            assert switches == {language: to for language, to in addresses.items() if language != edition.language}
