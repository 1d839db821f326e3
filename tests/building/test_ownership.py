"""What people put among generated files stays as it is; what the build remembers is only what it wrote itself."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from factsite.building.site import Problems
from factsite.building.tree import MadeFrom, Published
from factsite.reading import disk, state
from factsite.site.dialect import bears_note
from factsite.site.render import outputs
from tests.building.small import build, outcome, small_workspace, tree, write
from tests.records import sample


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small workspace."""
    root = small_workspace(tmp_path_factory.mktemp("ownership") / "workspace")
    build(root)
    return root


@pytest.fixture
def root(built_once: Path, tmp_path: Path) -> Path:
    """Copy the built workspace; the copy remembers nothing, for memory does not travel."""
    return Path(shutil.copytree(built_once, tmp_path / "workspace"))


def refused(root: Path, rule: str) -> str:
    """Build and be refused by a rule; nothing that anybody reads is changed by that."""
    before = {path: data for path, data in outcome(root).items() if path.startswith("site/")}
    with pytest.raises(Problems) as problems:
        build(root)
    assert f"[{rule}]" in problems.value.report
    assert problems.value.code == 1
    assert {path: data for path, data in outcome(root).items() if path.startswith("site/")} == before
    return problems.value.report


@pytest.mark.parametrize("remembers", [True, False])
@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("docs/claims/fake.md", "stray-page"),
        ("docs/claims/deep/fake.md", "stray-page"),
        ("docs/data/v1/fake.json", "stray-page"),
        ("docs/assets/search/fake.js", "stray-page"),
        ("site/notes.txt", "site-not-ours"),
        ("site/.git/config", "site-not-ours"),
    ],
)
def test_a_file_in_the_builds_folders_stops_it(root: Path, path: str, rule: str, *, remembers: bool) -> None:
    """Somebody's file where only generated ones belong is named, and it and the site stay as they are."""
    if remembers:
        build(root)
    write(root / path, "mine")
    write(root / "docs" / "limits.md", "# Limits\n\nNew.\n")
    assert path in refused(root, rule)
    assert (root / path).read_text() == "mine"
    (root / path).unlink()
    build(root)


@pytest.mark.parametrize("path", ["docs/claims/two-boats.md", "docs/index.md", "docs/scale.md"])
def test_a_page_in_a_generated_ones_place_stays(root: Path, path: str) -> None:
    """A page that somebody wrote is not overwritten by one of the same name, even if the build wrote there before."""
    build(root)
    write(root / path, "# Mine\n")
    assert path in refused(root, "not-ours")
    assert (root / path).read_text() == "# Mine\n"


def test_files_of_a_first_build_stay(tmp_path: Path) -> None:
    """A build that never ran here overwrites neither pages nor data nor a site."""
    root = small_workspace(tmp_path)
    write(root / "docs" / "data" / "v1" / "claims.json", "mine")
    assert "docs/data/v1/claims.json" in refused(root, "not-ours")
    (root / "docs" / "data" / "v1" / "claims.json").unlink()
    write(root / "site" / "index.html", "mine")
    assert "site/index.html" in refused(root, "site-not-ours")
    assert (root / "site" / "index.html").read_text() == "mine"


def test_a_folder_or_a_file_in_the_way_is_named(root: Path) -> None:
    """A folder in a page's place, and a file in a folder's, stop the build before anything moves."""
    build(root)
    pages = tree(root / "docs")
    (root / "docs" / "claims" / "two-boats.md").unlink()
    (root / "docs" / "claims" / "two-boats.md").mkdir()
    assert "docs/claims/two-boats.md" in refused(root, "not-ours")
    (root / "docs" / "claims" / "two-boats.md").rmdir()
    shutil.rmtree(root / "docs" / "feeds")
    write(root / "docs" / "feeds", "mine")
    assert "docs/feeds" in refused(root, "not-ours")
    (root / "docs" / "feeds").unlink()
    build(root)
    assert tree(root / "docs") == pages


@pytest.mark.parametrize("path", ["docs/claims", "docs/more.md", "docs/assets/link.css"])
def test_links_in_docs_are_refused(root: Path, tmp_path: Path, path: str) -> None:
    """A symbolic link under docs/ could publish, or overwrite, what lies anywhere."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.rmtree(root / path, ignore_errors=True)
    (root / path).symlink_to(elsewhere)
    assert f"{path}:1:1" in refused(root, "not-a-regular-file")
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_site_that_is_no_folder_is_left(root: Path, tmp_path: Path, kind: str) -> None:
    """Whatever is called site/ and is no folder of pages stays what it is."""
    shutil.rmtree(root / "site")
    elsewhere = tmp_path / "elsewhere"
    write(elsewhere / "page.html", "mine")
    if kind == "file":
        write(root / "site", "mine")
    else:
        (root / "site").symlink_to(elsewhere)
    with pytest.raises(Problems, match="site-not-ours"):
        build(root)
    assert (root / "site").is_file() == (kind == "file")
    assert (elsewhere / "page.html").read_text() == "mine"


def test_a_linked_memory_is_refused(root: Path, tmp_path: Path) -> None:
    """The folder of remembered state, and its lock, may be no link: what it leads to would be emptied."""
    write(tmp_path / "elsewhere" / "fresh" / "letter.txt", "mine")
    shutil.rmtree(root / ".factsite", ignore_errors=True)
    (root / ".factsite").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Problems, match="could not run") as problems:
        build(root)
    assert problems.value.code == 2
    (root / ".factsite").unlink()
    (root / ".factsite").mkdir()
    (root / ".factsite" / "lock").symlink_to(tmp_path / "elsewhere" / "fresh" / "letter.txt")
    with pytest.raises(Problems, match="could not run"):
        build(root)
    assert (tmp_path / "elsewhere" / "fresh" / "letter.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "journal",
    [
        {"moves": {"0": "../stolen.md"}, "removals": [], "inputs": {}},
        {"moves": {"../../letter": "stolen.md"}, "removals": [], "inputs": {}},
        {"moves": {}, "removals": ["../letter"], "inputs": {}},
        {"moves": {}, "removals": ["LETTER"], "inputs": {}},
        {"moves": {"0": "link/stolen.md"}, "removals": [], "inputs": {}},
    ],
    ids=["out of docs", "out of the stage", "removal above", "removal elsewhere", "through a link"],
)
def test_a_journal_from_elsewhere_does_nothing_outside(root: Path, tmp_path: Path, journal: dict[str, Any]) -> None:
    """What a journal that somebody brought along says of other places is not done."""
    letter = write_letter(tmp_path / "elsewhere" / "letter")
    inside = write_letter(root / "letter")
    write(root / ".factsite" / "stage" / "0", "brought along")
    text = json.dumps(journal).replace("LETTER", str(letter))
    write(root / ".factsite" / "journal.json", text)
    if "link" in text:
        (root / "docs" / "link").symlink_to(letter.parent)
    with suppress(Problems):
        build(root)
    assert tree(letter.parent) == {"letter": b"mine"}
    assert inside.read_text() == "mine"
    assert not (root / "stolen.md").exists()
    assert not (root / "docs" / "stolen.md").exists()


def write_letter(path: Path) -> Path:
    """Write somebody's file."""
    write(path, "mine")
    return path


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b'{"files": 1}', b"\xff", b"[" * 100_000, b'{"spare": [[]]}']
)
def test_memory_of_another_shape_is_not_used(tmp_path: Path, data: bytes) -> None:
    """What is damaged, or was saved in another shape, is taken for nothing."""
    with state.locked(tmp_path) as memory:
        saved = Published({"a": disk.Seen(1, 2)}, MadeFrom("all", {"b": disk.Seen(3, 4)}), frozenset({"c"}))
        state.save(memory / "tree.json", saved)
        assert state.load(memory / "tree.json", Published) == saved
        (memory / "tree.json").write_bytes(data)
        assert state.load(memory / "tree.json", Published) is None


def test_every_generated_page_bears_the_note() -> None:
    """A page says near its top that the build made it, so that it is known without any memory."""
    pages = [output for output in outputs(sample()) if output.path.endswith(".md")]
    assert pages
    assert [page.path for page in pages if not bears_note(page.make()[:200].decode(errors="replace"))] == []
