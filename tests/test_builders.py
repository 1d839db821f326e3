"""Both builders publish the same articles, and on them every excerpt is its seed's own characters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import html

from factsite.building.engines import Engine
from factsite.cli import main
from factsite.corpus.model import TextFormat
from tests.building.small import small_workspace
from tests.conftest import ROOT, copy_workspace
from tests.records import published


def articles(site: Path) -> dict[str, str]:
    """Give the words of every page's article, white space collapsed, by the page's path."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        page: Any = html.document_fromstring(path.read_bytes().decode())
        for article in page.iter("article"):
            for hidden in article.xpath(".//script | .//*[@class='headerlink']"):
                hidden.drop_tree()
            found[path.relative_to(site).as_posix()] = " ".join(article.text_content().split())
    return found


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own site with Zensical, from the command line and from elsewhere; give its workspace."""
    root = copy_workspace(tmp_path_factory.mktemp("zensical"))
    run = CliRunner().invoke(main, ["build", "--engine", "zensical", "--root", str(root)], catch_exceptions=False)
    assert run.exit_code == 0, run.output
    return root


def test_articles_are_the_same(built: Path, zensical: Path) -> None:
    """Page by page, both builders give a reader the same words."""
    ours, theirs = articles(built), articles(zensical / "site")
    assert len(ours) > len(published().cards)
    assert ours.keys() == theirs.keys()
    assert {path: text for path, text in ours.items() if theirs[path] != text} == {}


def test_nothing_is_left_among_the_editors_files(zensical: Path) -> None:
    """Zensical's configuration and cache are gone when it is done."""
    wrote = {path.name for path in ROOT.iterdir()} & {"claims", "seeds", "docs", "factsite", "mkdocs.yml"}
    assert {path.name for path in zensical.iterdir()} == wrote | {"site", ".factsite"}
    assert not [path for path in (zensical / ".factsite").iterdir() if path.name.startswith("zensical")]


@pytest.mark.parametrize("engine", list(Engine))
def test_complaints_are_told_where_they_can_be_mended(tmp_path: Path, engine: Engine) -> None:
    """What a builder complains of is told at the page and the place that it names, in one line."""
    root = small_workspace(tmp_path)
    (root / "docs" / "more.md").write_text("# More\n\n[nowhere](nowhere.md)\n")
    run = CliRunner().invoke(main, ["build", "--engine", engine.value, "--root", str(root)], catch_exceptions=False)
    assert run.exit_code == 1
    [told] = [line for line in run.output.splitlines() if "builder-refuses" in line]
    assert told.startswith("docs/more.md:3:11: error: the site builder says: ")
    assert "   help: mend it there" in run.output
    assert not (root / "site").exists()


def excerpts(site: Path) -> Iterator[tuple[str, int, list[str]]]:
    """Give every excerpt on the claims' pages: its claim, its number there, and its passages as they are shown."""
    for claim in published().cards:
        page: Any = html.document_fromstring((site / "claims" / claim / "index.html").read_bytes().decode())
        for figure in page.find_class("fs-excerpt"):
            passages = figure.xpath(".//blockquote//p/mark")
            yield claim, int(str(figure.get("id")).removeprefix("e-")), [one.text_content() for one in passages]


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_excerpts_are_the_seeds_characters(builder: str, request: pytest.FixtureRequest) -> None:
    """Each passage on a page is, character for character, what the archived file holds at the place that was proved."""
    site = request.getfixturevalue("built") if builder == "mkdocs" else request.getfixturevalue("zensical") / "site"
    shown = {(claim, number): passages for claim, number, passages in excerpts(site)}
    record = published()
    expected = {}
    for name, claim in record.claims.items():
        for number, evidence in enumerate(claim.evidence, 1):
            archived = record.sources[evidence.source]
            seed = (ROOT / "seeds" / archived.source.file).read_bytes().decode()
            plain = archived.source.format is TextFormat.TEXT
            expected[name, number] = [
                " ".join((seed[slice(*one.span)] if plain else one.text).split()) for one in evidence.quote.passages
            ]
            assert all(_stands_in(one.text, seed[slice(*one.span)]) for one in evidence.quote.passages)
    assert {key: [" ".join(one.split()) for one in passages] for key, passages in shown.items()} == expected


def _stands_in(shown: str, written: str) -> bool:
    """Tell whether shown characters are those of a file, in their order, with nothing but Markdown's marks left out."""
    at = 0
    for char in shown:
        if char.isspace():
            continue
        at = written.find(char, at) + 1
        if at == 0:
            return False
    return True
