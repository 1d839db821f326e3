"""What is told of a built page that does not pass the gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from factsite.building.finish import finish

PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body><p onclick=x></body></html>'


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ("index.html", "index.md"),
        ("about/index.html", "about.md"),
        ("a/b/index.html", "a/b.md"),
        ("a/b/index.html", "a/b/index.md"),
    ],
)
def test_a_finding_names_the_file_that_somebody_wrote(tmp_path: Path, page: str, source: str) -> None:
    """A page that was written by hand is mended in its own file, and one that was generated is not."""
    (tmp_path / "404.html").write_text("<head></head>")
    (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / page).write_text(PAGE)

    def advice(written: frozenset[str]) -> str:
        found = finish(tmp_path, None, "https://checks.example/", written)
        return next(each.help for each in found if each.path == f"site/{page}" and each.rule == "page-handler")

    assert advice(frozenset({source})) == f"the page is written in docs/{source}; mend it there, or in the theme"
    assert advice(frozenset()) == "the page is built from a template or by the theme; mend it there"
