"""A browser, the built site on a loopback address, and pages that may neither complain nor leave the site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request

from factsite.building.engines import Engine
from factsite.building.site import publish
from tests.conftest import once
from tests.harbour import harbour

PHONE, DESK = (390, 844), (1440, 900)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the library's name
        """Say nothing of each request."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a loopback address, and give that address without its last slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the made-up record, once for all tests in all processes, and give the folder of its site."""
    return once(tmp_path_factory, "harbour", lambda root: publish(harbour(root), Engine.MKDOCS, lambda _: None))


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """Serve the site."""
    with serving(built) as address:
        yield address


@dataclass
class Visit:
    """A window of the browser that takes down complaints, and requests that leave the site."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen to the page."""
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failure)
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.home}/", "data:")):
            self.complaints.append(f"request away from the site: {request.url}")

    def _failure(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # which only says that the window went elsewhere meanwhile
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def go(self, path: str = "") -> Page:
        """Open a page of the site."""
        self.page.goto(f"{self.home}/{path}")
        return self.page


class Windows:
    """Opens windows, each with a fresh profile, and closes them when the test is over."""

    def __init__(self, browser: Browser, home: str) -> None:
        self.browser = browser
        self.home = home
        self.visits: list[Visit] = []

    def __call__(self, size: tuple[int, int] = DESK, *, home: str = "", **options: Any) -> Visit:
        """Open a window of a size; options are those of a browser context."""
        width, height = size
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        visit = Visit(context.new_page(), home or self.home)
        self.visits.append(visit)
        return visit

    def close(self) -> None:
        """Close all windows; none of them may have heard a complaint."""
        for visit in self.visits:
            visit.page.context.close()
        assert [complaint for visit in self.visits for complaint in visit.complaints] == []


@pytest.fixture
def window(browser: Browser, site: str) -> Iterator[Windows]:
    """Open windows on the site; a complaint of any page fails the test."""
    windows = Windows(browser, site)
    yield windows
    windows.close()
