"""The guides say what is there: every link, path and command in them leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factsite.checking import workspace
from factsite.cli import main
from factsite.corpus import decode
from factsite.corpus.text import Document
from tests.conftest import copy_workspace

ROOT = Path(__file__).parents[1]
PROJECT = ROOT / "docs/project"
GUIDES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / ".github").glob("*.md"), *PROJECT.rglob("*.md")]
GENERATED = {"docs/data-guide.md", "site/index.html"}
TOPS = [ROOT, ROOT / "factsite", ROOT / "tests"]
"""Folders from which guides name a path."""

LINK = re.compile(r"\]\((?![a-z]+:|#)([^)#]+)(?:#[^)]*)?\)")
PATH = re.compile(
    r"`((?:docs|tests|claims|seeds|schema|factsite|\.github|corpus|verify|site|review|publish)/[\w./-]*)`"
)


def named(guide: Path) -> str:
    """Name a guide in a test's id."""
    return guide.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("guide", GUIDES, ids=named)
def test_links_lead_to_files(guide: Path) -> None:
    """Every relative link of a guide leads to a file or a folder."""
    targets = LINK.findall(guide.read_text())
    assert [target for target in targets if not (guide.parent / target).exists()] == []


@pytest.mark.parametrize("guide", GUIDES, ids=named)
def test_paths_exist(guide: Path) -> None:
    """Every path that a guide names, in the repository or in the package, is there."""
    named_paths = set(PATH.findall(guide.read_text())) - GENERATED
    assert {path for path in named_paths if not any((top / path).exists() for top in TOPS)} == set()


def test_the_readme_lists_every_command() -> None:
    """The README's table has exactly the commands that there are; `build` is the one that needs no name."""
    table = re.findall(r"^\| `build_site\.py ?([a-z]*)", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert sorted(name or "build" for name in table) == sorted(main.commands)


def test_every_decision_is_listed() -> None:
    """The index of decisions links each of them once."""
    index = PROJECT / "decisions/index.md"
    listed = LINK.findall(index.read_text())
    assert sorted(listed) == sorted(path.name for path in index.parent.glob("*.md") if path != index)


def test_the_example_of_a_sidecar_has_the_right_form() -> None:
    """The sidecar that the contributor's guide shows decodes without a complaint."""
    guide = (ROOT / ".github/CONTRIBUTING.md").read_text()
    example = guide.split("### Adding a document")[1].split("```yaml\n")[1].split("```")[0]
    assert decode.source(Document("seeds/example.yml", example))[1] == []


def test_the_example_of_a_claim_could_be_published(tmp_path: Path) -> None:
    """The claim file that the contributor's guide shows passes the check, beside the project's own record.

    All that is found is what the site's owner has to fill in.
    """
    guide = (ROOT / ".github/CONTRIBUTING.md").read_text()
    root = copy_workspace(tmp_path / "workspace")
    (root / "claims/example.yml").write_text(guide.split("```yaml\n")[1].split("```")[0])
    assert {found.rule for found in workspace.check(root).diagnostics} == {"placeholder"}
