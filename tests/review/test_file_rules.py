"""Files that git can hold and a published folder must not."""

from __future__ import annotations

import pytest

from factsite.corpus.files import MAX_SEED_BYTES
from factsite.review.file_rules import File, check_files


def refused(*files: File) -> list[tuple[str, str]]:
    """Give which file is refused by which rule."""
    return [(found.path, found.rule) for found in check_files(files)]


@pytest.mark.parametrize("oddity", ["a symbolic link", "a submodule"])
@pytest.mark.parametrize("path", ["docs/a.md", "docs/assets/a.css", "claims", "seeds", "docs", "mkdocs.yml"])
def test_links(path: str, oddity: str) -> None:
    """Neither a page, nor a folder of the record, nor the configuration is a link or a submodule."""
    assert refused(File(path, 9, oddity)) == [(path, "not-a-regular-file")]


def test_file_for_a_folder() -> None:
    """A file cannot stand where a folder of the record is due, or all that was in it would be gone unseen."""
    assert refused(File("claims", 9, None)) == [("claims", "not-a-regular-file")]


@pytest.mark.parametrize(
    "name",
    [
        *("a\nb.md", "a\x1bb.md", "a\u202eb.md", "a\u200bb.md"),
        *("-rf.md", ".hidden.md", " a.md", "a.md ", "a.", "a/ b/c.md", "sub/.git/config"),
        *("a:b.md", "a|b.md", 'a"b.md', "a\\b.md", "a?.md", "a*.md", "<a>.md"),
    ],
)
def test_odd_names(name: str) -> None:
    """A name that some file system, shell or reader would take for something else is refused."""
    assert refused(File(f"docs/{name}", 9, None)) == [(f"docs/{name}", "odd-name")]


@pytest.mark.parametrize("name", ["about.md", "assets/site.css", "assets/a_b-c.2.svg", "हिन्दी.md", "a b.md", "c++.md"])
def test_plain_names(name: str) -> None:
    """A name of letters of any script, digits and common marks is taken."""
    assert refused(File(f"docs/{name}", 9, None)) == []


def test_size() -> None:
    """A file of at most 4 MiB is taken, a larger one refused."""
    assert refused(File("docs/a.png", MAX_SEED_BYTES, None)) == []
    assert refused(File("docs/a.png", MAX_SEED_BYTES + 1, None)) == [("docs/a.png", "too-large")]


def test_names_that_differ_in_case() -> None:
    """Two names that some file systems hold for one are refused."""
    assert refused(File("docs/a.md", 9, None), File("docs/A.md", 9, None)) == [("docs/A.md", "colliding-names")]


def test_the_record_has_its_own_rules() -> None:
    """What lies in claims/ and seeds/ is left to the rules on these folders."""
    assert refused(File("claims/a.yml", 9, "a symbolic link"), File("seeds/x y", 9, None)) == []
