"""The pages of this very record in a browser: the largest of each kind is as accessible as those of the made-up one."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESK, PHONE, Windows, serving
from tests.browser.test_accessibility import KINDS, faults, largest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("scheme", "size"), [("light", PHONE), ("dark", DESK)])
def test_every_kind_of_page_is_accessible(built: Path, browser: Browser, scheme: str, size: tuple[int, int]) -> None:
    """axe-core finds no violation on any of them; the made-up record is looked at in the other combinations too."""
    found: list[str] = []
    with serving(built) as address:
        windows = Windows(browser, address)
        page = windows(size, color_scheme=scheme, reduced_motion="reduce")
        for kind, pattern in ((kind, pattern) for kind, pattern in KINDS.items() if any(built.glob(pattern))):
            found += [f"{kind}: {fault}" for fault in faults(page.go(largest(built, pattern)))]
        windows.close()
    assert found == []
