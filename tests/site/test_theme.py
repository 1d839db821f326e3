"""The theme's own parts, as the builder fills them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import jinja2
from lxml import html

from factsite.building.editions import theme_settings
from factsite.corpus.model import Party
from tests.records import SETTINGS

THEME = Path(__file__).parents[2] / "factsite" / "site" / "theme"


def footer(licence: Party, tmp: Path) -> html.HtmlElement:
    """Fill the footer of a site with a licence."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME))  # noqa: S701 -- as MkDocs fills them
    environment.filters["url"] = str
    settings = replace(SETTINGS, licence=licence)
    extra = theme_settings(settings, [], tmp) | {"factsite_language": settings.language}
    return html.fromstring(environment.get_template("partials/footer.html").render(config={"extra": extra}))


def test_the_footer_links_a_licence_that_has_an_address(tmp_path: Path) -> None:
    """The licence is named, and it is a link only where the settings give its address."""
    bare, linked = (
        footer(licence, tmp_path) for licence in (Party("CC BY 4.0"), Party("CC BY 4.0", "https://example.org/licence"))
    )
    assert all("Claims and pages: CC BY 4.0; quotes" in found.text_content() for found in (bare, linked))
    assert bare.xpath("//a[@rel='license']") == []
    assert linked.xpath("//a[@rel='license']/@href") == ["https://example.org/licence"]
