"""Hostile text in every field of every file: published by both builders, shown as it was typed, and only as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest

from factsite.building.engines import Engine
from factsite.checking import workspace
from tests.building.small import build, change, small_workspace
from tests.hostile_workspace import REFUSED, TEXTS, hostile_workspace, label, line

PLAIN = {"plain-0": "lantern", "plain-1": "lantern boats", "plain-2": "lantern    boats"}
"""Texts that no program could take for anything else; their pages show which elements and attributes belong there."""


@pytest.fixture(scope="module", params=Engine)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site in which each hostile text fills the fields of a claim and a source; it passes the gate."""
    root = hostile_workspace(tmp_path_factory.mktemp("hostile"), PLAIN | TEXTS)
    build(root, request.param)
    return root / "site"


def article(site: Path, path: str) -> Any:
    """Parse a page as a browser does and give its article."""
    page = html5lib.parse((site / path / "index.html").read_bytes(), namespaceHTMLElements=False)
    (found,) = page.iter("article")
    return found


def words(element: Any) -> str:
    """Give what a reader of an element sees, white space collapsed, without the marks where blocks begin."""
    if element.tag == "script":
        return ""
    return " ".join("".join(_texts(element)).replace("¶", "").split())


def _texts(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != "script":
            yield from _texts(child)
        yield child.tail or ""


def markup(element: Any) -> set[tuple[str, ...]]:
    """Name every kind of element in an article by its tag and its attributes."""
    return {(one.tag, *sorted(one.attrib)) for one in element.iter() if isinstance(one.tag, str)}


@pytest.mark.parametrize("folder", ["claims", "sources", "topics", "hi/claims"])
def test_pages_hold_only_their_own_markup(site: Path, folder: str) -> None:
    """No hostile text adds a kind of element, or an attribute, to what a plain text's pages have."""
    usual = {one for name in PLAIN for one in markup(article(site, f"{folder}/{name}"))}
    unusual = {name: markup(article(site, f"{folder}/{name}")) - usual for name in TEXTS}
    assert {name: found for name, found in unusual.items() if found} == {}


def test_claims_show_every_field(site: Path) -> None:
    """A claim's page shows each text as often as a plain one, in heading, table, excerpt, notices and history."""
    for name, text in TEXTS.items():
        page = article(site, f"claims/{name}")
        seen = words(page)
        (heading,) = page.iter("h1")
        assert words(heading) == f"“{line(text)}”"
        assert f"begins {line(text)} and ends" in seen
        assert label(text) in seen
        assert seen.count(line(text)) >= 8, name


def test_sources_show_every_field(site: Path) -> None:
    """A source's page shows its name, its title, its publisher, its note and its excerpt."""
    for name, text in TEXTS.items():
        seen = words(article(site, f"sources/{name}"))
        assert f"Heading {line(text)} over" in seen
        assert seen.count(line(text)) >= 4, name


def test_data_holds_every_text(site: Path) -> None:
    """A claim's data file gives back the very characters."""
    for name, text in TEXTS.items():
        data = json.loads((site / "data" / "v1" / "claims" / f"{name}.json").read_bytes())
        assert text in _values(data), name


def _values(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for part in parts for text in _values(part)}


@pytest.mark.parametrize("name", REFUSED)
def test_texts_that_nobody_can_see_are_refused(tmp_path: Path, name: str) -> None:
    """Control characters, marks of direction and what is no character end in a finding that says so."""
    root = hostile_workspace(tmp_path, {name: REFUSED[name]})
    found = {one.rule for one in workspace.check(root).diagnostics}
    assert found & {"hidden-character", "forbidden-character"}


@pytest.mark.parametrize("key", ["site_name", "site_description"])
@pytest.mark.parametrize("text", ["<b>x</b>", "A & B", 'say "x"'])
def test_names_that_themes_print_raw_hold_no_markup(tmp_path: Path, key: str, text: str) -> None:
    """The site's own name and description are refused if a theme could take them for markup."""
    root = small_workspace(tmp_path)
    settings = (root / "mkdocs.yml").read_text()
    (before,) = (found for found in settings.splitlines() if found.startswith(f"{key}:"))
    change(root / "mkdocs.yml", before, f"{key}: {json.dumps(text)}")
    assert {one.rule for one in workspace.check(root).diagnostics} == {"bad-value"}


def test_pages_may_have_any_name(tmp_path: Path) -> None:
    """A hand-written page is published under whatever name it has, and its name is no markup on it."""
    root = small_workspace(tmp_path)
    names = ["a b", "<b>", "&amp;", "क", "{{ 7*7 }}", "x'onclick='alert(1)", 'x"y', "a#b", "a?b", "%41"]
    for name in names:
        (root / "docs" / f"{name}.md").write_text("# A page\n")
    build(root)
    pages = {name: html5lib.parse((root / "site" / name / "index.html").read_bytes()) for name in ["limits", *names]}
    usual = markup(pages.pop("limits"))
    assert {name: markup(page) - usual for name, page in pages.items()} == {name: set() for name in names}
