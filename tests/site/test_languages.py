"""The two languages of the built site: each page says its own, and leads to its counterpart."""

from __future__ import annotations

from pathlib import Path

import lxml.html

from tests.records import published

SITE = published().settings.site_url


def parsed(built: Path, address: str) -> lxml.html.HtmlElement:
    """Read a built page."""
    return lxml.html.document_fromstring((built / address / "index.html").read_bytes())


def test_pages_say_their_language(built: Path) -> None:
    """A page below hi/ is in Hindi and every other one in English."""
    for path in built.rglob("*.html"):
        page = lxml.html.document_fromstring(path.read_bytes())
        assert page.get("lang") == ("hi" if path.relative_to(built).parts[0] == "hi" else "en"), path


def test_counterparts_name_each_other(built: Path) -> None:
    """A claim's page in either language names both, and its header leads to the other; so do the lists of claims."""
    claims = [path.name for path in (built / "hi" / "claims").iterdir()]
    pairs = [("claims/", "hi/"), *((f"claims/{name}/", f"hi/claims/{name}/") for name in claims)]
    for english, hindi in pairs:
        for own, other, language in ((english, hindi, "hi"), (hindi, english, "en")):
            page = parsed(built, own)
            links = {link.get("hreflang"): link.get("href") for link in page.xpath("//head/link[@hreflang]")}
            assert links == {"en": SITE + english, "hi": SITE + hindi}
            (switch,) = page.xpath("//header//a[@class='fs-switch']")
            assert switch.get("hreflang") == language
            page.make_links_absolute(SITE + own)
            assert switch.get("href") == SITE + other
