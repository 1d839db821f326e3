"""The theme's own parts, as the builder fills them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from lxml import html

THEME = Path(__file__).parents[2] / "factsite" / "site" / "theme"


def footer(licence: dict[str, str]) -> html.HtmlElement:
    """Fill the footer of a site with a licence."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME), autoescape=True)
    environment.filters["url"] = str
    factsite: dict[str, Any] = {"publisher": {"name": "Quay Checks"}, "licence": licence}
    config = {"extra": {"factsite": factsite}, "theme": {"language": "en"}}
    return html.fromstring(environment.get_template("partials/footer.html").render(config=config))


def test_the_footer_links_a_licence_that_has_an_address() -> None:
    """The licence is named, and it is a link only where the settings give its address."""
    bare, linked = footer({"name": "CC BY 4.0"}), footer({"name": "CC BY 4.0", "url": "https://example.org/licence"})
    assert all("Claims and pages: CC BY 4.0; quotes" in found.text_content() for found in (bare, linked))
    assert bare.xpath("//a[@rel='license']") == []
    assert linked.xpath("//a[@rel='license']/@href") == ["https://example.org/licence"]
