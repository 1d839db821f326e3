"""Commits read as objects: only what they hold, without following anything in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factsite.reading.disk import Unreadable
from factsite.reading.git import CannotRead, Commit, repository
from tests.review.repositories import BASE, commit, git, proposed, published

Reads = Callable[[Path, str], Commit]


@pytest.fixture
def reads() -> Iterator[Reads]:
    """Open commits, and close their repositories when the test is over."""
    opened = []

    def read(root: Path, revision: str) -> Commit:
        context = repository(root)
        opened.append(context)
        return context.__enter__().commit(revision)

    yield read
    for context in opened:
        context.__exit__(None, None, None)


def test_lists_what_a_site_is_made_from(tmp_path: Path, reads: Reads) -> None:
    """A commit's record and pages are listed, and nothing else of it."""
    root = proposed(tmp_path / "r", lambda root: (root / "factsite.py").write_text("raise SystemExit\n"))
    listed = reads(root, "HEAD").blobs
    there = {path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.is_file()}
    assert set(listed) == there
    assert all(listed[path].size == (BASE / path).stat().st_size for path in there)


def test_reads_what_was_committed(tmp_path: Path, reads: Reads) -> None:
    """Files come from the commit, byte for byte, whatever stands in the work tree and however git would convert it."""
    root = published(tmp_path / "r")
    (root / ".gitattributes").write_text("*.yml text eol=crlf working-tree-encoding=UTF-16\n")
    (root / "claims/nobody-hurt.yml").write_text("changed, not committed\n")
    read = reads(root, "main").read("claims/nobody-hurt.yml", 10_000)
    assert read == (BASE / "claims/nobody-hurt.yml").read_bytes()


def test_folders(tmp_path: Path, reads: Reads) -> None:
    """A folder is listed by name in order, with what is odd in it; one that is not there is empty."""

    def edit(root: Path) -> None:
        (root / "claims/sub").mkdir()
        (root / "claims/sub/a.yml").write_text("x\n")
        (root / "claims/link.yml").symlink_to("/etc/passwd")

    at = reads(proposed(tmp_path / "r", edit), "HEAD")
    assert [(entry.name, entry.oddity) for entry in at.entries("claims")] == [
        ("ended-at-nine.yml", None),
        ("link.yml", "a symbolic link"),
        ("nobody-hurt.yml", None),
        ("sub", "a folder"),
        ("two-boats-adrift.yml", None),
    ]
    assert at.entries("elsewhere") == []


def test_link_is_not_followed(tmp_path: Path, reads: Reads) -> None:
    """A symbolic link and a submodule are named and not read."""

    def edit(root: Path) -> None:
        (root / "docs/link.md").symlink_to("about.md")
        git(root, "update-index", "--add", "--cacheinfo", f"160000,{git(root, 'rev-parse', 'HEAD')},docs/module")
        (root / "docs/module").mkdir()

    at = reads(proposed(tmp_path / "r", edit), "HEAD")
    assert at.read("docs/link.md", 100) == Unreadable("it is a symbolic link")
    assert at.read("docs/module", 100) == Unreadable("it is a submodule")


def test_large_file_is_not_loaded(tmp_path: Path, reads: Reads) -> None:
    """Of a file that is too large there is just enough to say so, and the next file is read as if nothing were."""

    def edit(root: Path) -> None:
        (root / "seeds/big.txt").write_bytes(b"x" * 5_000)

    at = reads(proposed(tmp_path / "r", edit), "HEAD")
    large = at.read("seeds/big.txt", 100)
    assert isinstance(large, bytes)
    assert len(large) == 101
    assert at.read("docs/about.md", 100) == (BASE / "docs/about.md").read_bytes()


def test_missing_file(tmp_path: Path, reads: Reads) -> None:
    """A file that the commit does not have is said not to be there."""
    root = published(tmp_path / "r")
    (root / "claims/later.yml").write_text("not committed\n")
    assert reads(root, "HEAD").read("claims/later.yml", 100) == Unreadable("it is not in this version")


def test_name_that_is_no_text(tmp_path: Path, reads: Reads) -> None:
    """A name that is not UTF-8 is shown by its bytes."""

    def edit(root: Path) -> None:
        Path(os.fsdecode(os.fsencode(root) + b"/docs/\xff.md")).write_text("x\n")

    assert "docs/\\xff.md" in reads(proposed(tmp_path / "r", edit), "HEAD").blobs


def test_workspace_below_the_top(tmp_path: Path, reads: Reads) -> None:
    """A workspace in a folder of the repository is read from that folder."""
    top = tmp_path / "top"
    published(tmp_path / "plain")
    (tmp_path / "plain/.git").rename(tmp_path / "unused")
    top.mkdir()
    (tmp_path / "plain").rename(top / "record")
    git(top, "init", "--quiet", "--initial-branch=main")
    commit(top, "Publish")
    assert "claims/nobody-hurt.yml" in reads(top / "record", "HEAD").blobs


def test_replaced_objects(tmp_path: Path, reads: Reads) -> None:
    """A commit is what its id says, though the repository would show another in its place."""
    root = proposed(tmp_path / "r", lambda root: (root / "claims/nobody-hurt.yml").unlink())
    git(root, "replace", "proposal", "main")
    assert "claims/nobody-hurt.yml" not in reads(root, "proposal").blobs


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-x", "main..HEAD", "HEAD:mkdocs.yml", "", "HEAD^{tree}"])
def test_what_is_no_commit(revision: str, tmp_path: Path, reads: Reads) -> None:
    """A revision that names no commit, or is an option of git, is refused with a sentence."""
    with pytest.raises(CannotRead, match="no commit"):
        reads(published(tmp_path / "r"), revision)


def test_no_repository(tmp_path: Path, reads: Reads) -> None:
    """A folder outside of any repository is refused with a sentence."""
    with pytest.raises(CannotRead, match="not a git repository"):
        reads(tmp_path, "HEAD")


def test_no_git(tmp_path: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed, that is what is said."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRead, match="git cannot be run"):
        reads(tmp_path, "HEAD")


def test_fork_point(tmp_path: Path) -> None:
    """The base is the commit that a branch left, whatever was published since."""
    root = proposed(tmp_path / "r", lambda root: (root / "docs/new.md").write_text("x\n"))
    left = git(root, "rev-parse", "main")
    git(root, "switch", "--quiet", "main")
    (root / "docs/later.md").write_text("x\n")
    commit(root, "Publish more")
    with repository(root) as repo:
        assert repo.fork_point("main", repo.commit("proposal")).id == left


def test_no_fork_point(tmp_path: Path) -> None:
    """Two histories that have nothing in common cannot be compared, and the remedy is named."""
    root = published(tmp_path / "r")
    git(root, "switch", "--quiet", "--orphan", "other")
    commit(root, "Begin anew")
    with repository(root) as repo, pytest.raises(CannotRead, match="no commit in common; fetch more of the history"):
        repo.fork_point("main", repo.commit("other"))
