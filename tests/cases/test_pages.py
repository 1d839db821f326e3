"""The clean workspace's pages, whole: what a reader's browser is given, before the theme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factsite.site.render import outputs
from tests.workspaces import base, check

EXPECTED = Path(__file__).parent / "expected"


def pages() -> dict[str, str]:
    """Render the Markdown pages of the base workspace."""
    record = check(base()).record
    assert record is not None
    return {output.path: output.make().decode() for output in outputs(record) if output.path.endswith(".md")}


def test_the_pages_are_as_expected(golden: Callable[[Path, str], None]) -> None:
    """Every generated page is, byte for byte, the one that was last looked at and approved."""
    for path, text in pages().items():
        golden(EXPECTED / path, text)


def test_no_expected_page_is_left_over() -> None:
    """No approved page is kept of which nothing is made any more."""
    assert {path.relative_to(EXPECTED).as_posix() for path in EXPECTED.rglob("*.md")} == pages().keys()


def test_rendering_twice_gives_equal_pages() -> None:
    """Pages depend on the record alone."""
    assert pages() == pages()
