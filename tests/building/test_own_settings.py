"""What a record's own mkdocs.yml says goes before the program's defaults, in the usual way of MkDocs."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
import yaml

from factsite.building.configuration import joined
from tests.building.small import build, small_workspace, write

ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2z"/></svg>'


def built(tmp_path: Path, more: str, files: dict[str, str] | None = None) -> Path:
    """Build a small record with settings of its own, in place of those that it has, and give its site."""
    root = small_workspace(tmp_path)
    own = yaml.safe_load((root / "mkdocs.yml").read_text())
    for key in ("theme", "nav", "plugins", "markdown_extensions", "extra_css", "not_in_nav"):
        own.pop(key, None)
    added = yaml.safe_load(more)
    own["extra"]["factsite"] |= added.pop("factsite", {})
    (root / "mkdocs.yml").write_text(yaml.safe_dump(own | added, allow_unicode=True))
    for path, text in (files or {}).items():
        write(root / path, text)
    build(root)
    return root / "site"


def page(site: Path, path: str = "index.html") -> lxml.html.HtmlElement:
    """Read a page of a site."""
    return lxml.html.document_fromstring((site / path).read_bytes())


def test_a_record_may_say_nothing_of_the_builder(tmp_path: Path) -> None:
    """Theme, extensions, navigation and styles are there without a word in mkdocs.yml."""
    site = built(tmp_path, "{}")
    home = page(site)
    assert home.xpath("//body/@data-md-color-primary") == ["custom"]
    assert {href.rpartition("/")[2] for href in home.xpath("//link[@rel='stylesheet']/@href")} >= {"factsite.css"}
    assert [link.text_content().strip() for link in home.xpath("//nav[@class='md-tabs']//a")][:2] == ["Home", "Claims"]


def test_colours_hold_in_both_schemes(tmp_path: Path) -> None:
    """A colour that is named alone is that of the light and of the dark pages."""
    home = page(built(tmp_path, "theme: {palette: {primary: teal, accent: red}}"))
    switches = home.xpath("//input[@class='md-option' and @data-md-color-scheme]")
    assert [one.get("data-md-color-scheme") for one in switches] == ["default", "slate"]
    assert {one.get("data-md-color-primary") for one in switches} == {"teal"}
    assert {one.get("data-md-color-accent") for one in switches} == {"red"}


def test_a_logo_and_a_stylesheet_of_its_own(tmp_path: Path) -> None:
    """A record's own files stand beside those that pages need."""
    files = {"docs/assets/logo.svg": ICON, "docs/assets/own.css": ":root { --own: 1 }\n"}
    site = built(tmp_path, "theme: {logo: assets/logo.svg}\nextra_css: [assets/own.css]", files)
    home = page(site)
    assert home.xpath("//a[contains(@class, 'md-logo')]/img/@src") == ["assets/logo.svg"] * 2
    sheets = [href.rpartition("/")[2] for href in home.xpath("//link[@rel='stylesheet']/@href")]
    assert sheets[-2:] == ["factsite.css", "own.css"]


def test_templates_of_its_own_go_first(tmp_path: Path) -> None:
    """A partial in the record's `custom_dir` takes the place of the program's, and the others stay."""
    files = {"overrides/partials/footer.html": "<footer>Our own foot.</footer>"}
    home = page(built(tmp_path, "theme: {custom_dir: overrides}", files))
    assert home.xpath("//footer")[0].text == "Our own foot."
    assert home.xpath("//form[@class='fs-find']")


def test_a_navigation_and_pages_of_its_own(tmp_path: Path) -> None:
    """A navigation takes the place of the default one, and a page that is added is built."""
    files = {"docs/team.md": "# The team\n\nWe.\n"}
    site = built(tmp_path, "nav: [{Home: index.md}, {Team: team.md}]", files)
    assert [link.text_content().strip() for link in page(site).xpath("//nav[@class='md-tabs']//a")] == ["Home", "Team"]
    assert page(site, "team/index.html").xpath("//h1")[0].text == "The team"


def test_a_scale_of_three(tmp_path: Path) -> None:
    """A scale of three verdicts is shown as one of three."""
    scale = """
factsite:
  verdicts:
    "disputed": {label: Disputed, number: 2, tone: open, icon: scale-balance, meaning: They disagree.}
    "true": {label: "True", number: 3, tone: good, icon: check, meaning: It is so.}
    "unproven": {label: "False", number: 1, tone: bad, icon: close, meaning: It is not so.}
"""
    site = built(tmp_path, scale)
    text = page(site, "scale/index.html").text_content()
    assert "3 of 3" in text
    assert "1 of 3" in text
    assert "Corroborated" not in text


def test_a_plugin(tmp_path: Path) -> None:
    """A plugin of the theme, such as its blog, builds beside the record."""
    files = {
        "docs/blog/index.md": "# News\n",
        "docs/blog/posts/first.md": "---\ndate: 2026-11-20\n---\n\n# First\n\nWe began.\n",
    }
    site = built(tmp_path, "plugins: [blog]", files)
    assert (site / "blog/2026/11/20/first/index.html").is_file()
    assert (site / "claims/two-boats/index.html").is_file()


def test_a_site_below_a_path(tmp_path: Path) -> None:
    """Where the site has a path, addresses that are read elsewhere have it as well, and links need it not."""
    site = built(tmp_path, "site_url: https://news.example/checks/")
    claim = page(site, "claims/two-boats/index.html")
    assert claim.xpath("//link[@rel='canonical']/@href") == ["https://news.example/checks/claims/two-boats/"]
    assert "https://news.example/checks/claims/two-boats/" in (site / "feeds/claims.xml").read_text()
    assert not [href for href in claim.xpath("//a/@href") if href.startswith("/")]


@pytest.mark.parametrize("text", ["theme: material\n", "theme: {name: material}\n", "extra_css: own.css\n", "[]\n"])
def test_any_form_of_settings_is_joined(tmp_path: Path, text: str) -> None:
    """A theme may be given by its name alone; what has a wrong form is left for MkDocs to refuse."""
    (tmp_path / "mkdocs.yml").write_text(text)
    made = joined(tmp_path)
    assert made["theme"]["name"] == "material"
    assert made["extra_css"] in (["assets/verdicts.css", "assets/factsite.css"], "own.css")
