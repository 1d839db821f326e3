"""Placeholders: what an owner has not filled in is warned of, and stops a build that is to be published."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from factsite.checking.placeholders import check_placeholders
from factsite.cli import main
from factsite.corpus.text import Document
from tests.building.small import small_workspace, write

SETTINGS = "site_url: {}\nsite_name: {}\n"


def found(site_url: str = "https://quay.test/", name: str = "The quay", page: str = "# About\n") -> list[str]:
    """Say what is to be filled in, in settings and on one page."""
    config = Document("mkdocs.yml", SETTINGS.format(site_url, name))
    return [one.message for one in check_placeholders(config, [Document("docs/about.md", page)])]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "https://example.com",
        "http://checks.example.net/quay/",
        "https://EXAMPLE.org:8000/",
        "https://checks.example/",
        "https://checks.invalid/",
    ],
)
def test_an_address_that_belongs_to_nobody_is_a_placeholder(address: str) -> None:
    """A name that is kept for examples is no site's address."""
    assert found(address) == ["still to be filled in: `site_url`"]


@pytest.mark.parametrize(
    "address",
    ["https://example.town/", "https://an-example.org/", "https://quay.test/example.org/", "https://examples.com/"],
)
def test_an_address_that_only_looks_like_it_is_none(address: str) -> None:
    """What merely holds such a name may be a site's address."""
    assert found(address) == []


@pytest.mark.parametrize("words", ["The publisher (fill in)", "To be filled in", "Quay (Fill in your name)"])
def test_words_mark_a_placeholder(words: str) -> None:
    """The words mark a place in the settings, and on a page, where the heading above it is named."""
    assert found(name=words) == ["still to be filled in: `site_name`"]
    assert found(page=f"# Us {{#us}}\n\n> **{words}**\n") == ["still to be filled in: Us"]
    assert found(page=f"{words}.\n") == ["still to be filled in: a part of this page"]


@pytest.mark.parametrize(
    "text",
    ["Until this is filled in, wait.", "People fill in forms (filled in by hand).", "Write `(fill in)` there."],
)
def test_other_words_mark_none(text: str) -> None:
    """What speaks of filling in, or shows the words as code, is no placeholder."""
    assert found(page=f"{text}\n\n```\nto be filled in\n```\n") == []


def test_a_build_for_publishing_refuses_placeholders(tmp_path: Path) -> None:
    """A build warns of a placeholder; with `--publish` it is an error, nothing is written, and without it all is."""
    root = small_workspace(tmp_path)
    written = "# About\n\n## Money {#money}\n\n> To be filled in.\n"
    page = (root / "docs/about.md").read_text()
    write(root / "docs/about.md", written)
    refused = CliRunner().invoke(main, ["build", "--publish", "--root", str(root)])
    assert refused.exit_code == 1
    assert "docs/about.md:5:3: error: still to be filled in: Money [placeholder]" in refused.output
    assert not (root / "docs/index.md").exists()
    plain = CliRunner().invoke(main, ["build", "--root", str(root)])
    assert plain.exit_code == 0
    assert "docs/about.md:5:3: warning: still to be filled in: Money [placeholder]" in plain.output
    write(root / "docs/about.md", page)
    assert CliRunner().invoke(main, ["build", "--publish", "--root", str(root)]).exit_code == 0
    assert (root / "site/index.html").exists()
