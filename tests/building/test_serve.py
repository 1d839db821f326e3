"""The live preview: what it serves, what it notices, what it survives."""

from __future__ import annotations

import json
import queue
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from factsite.building.engines import Engine
from factsite.building.serve import LOOPBACK, Changes, News, Server, State, serve
from tests.harbour import harbour

PATIENCE = 60
SOON = 5
"""Seconds within which a save is noticed even on a busy machine."""


@dataclass
class Preview:
    """A preview at work in a thread: where it is, and what it said."""

    root: Path
    port: int
    said: list[str]

    def get(self, path: str, host: str = LOOPBACK) -> tuple[int, str]:
        """Ask for an address."""
        connection = HTTPConnection(LOOPBACK, self.port, timeout=PATIENCE)
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def after(self, seen: int) -> dict[str, Any]:
        """Wait for the state after the one that was seen."""
        answer: dict[str, Any] = json.loads(self.get(f"/_live/state?seen={seen}")[1])
        return answer if answer["generation"] != seen else self.after(seen)

    def claim(self) -> Path:
        """Give a claim file to edit."""
        return self.root / "claims" / "anna.yml"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Start a preview of the made-up record; it stops with the tests."""
    root = tmp_path_factory.mktemp("preview") / "workspace"
    harbour(root)
    said: list[str] = []
    addresses: queue.SimpleQueue[str] = queue.SimpleQueue()

    def say(text: str) -> None:
        said.append(text)
        if text.startswith("preview at "):
            addresses.put(text)

    stop = threading.Event()
    running = threading.Thread(target=serve, args=(root, Engine.MKDOCS, 0, say, stop), daemon=True)
    running.start()
    port = int(addresses.get(timeout=PATIENCE).split(":")[2].split("/")[0])
    made = Preview(root, port, said)
    made.after(0)
    yield made
    stop.set()
    running.join(PATIENCE)
    assert not running.is_alive()


def test_pages_carry_the_live_script(preview: Preview) -> None:
    """Every page of the preview, and only of the preview, asks for news."""
    status, page = preview.get("/")
    assert status == HTTPStatus.OK
    assert page.count('src="/_live/live.js"') == 1
    assert "live.js" not in (preview.root / "site" / "index.html").read_text()


@pytest.mark.parametrize("path", ["/_live/live.js", "/_live/live.css"])
def test_the_live_files_are_served(preview: Preview, path: str) -> None:
    """What the live script consists of is there."""
    status, text = preview.get(path)
    assert status == HTTPStatus.OK
    assert "live-problems" in text


def test_a_saved_claim_is_shown(preview: Preview) -> None:
    """A claim that was saved is built anew, and its page says what the claim says."""
    claim, seen = preview.claim(), preview.after(-1)["generation"]
    claim.write_text(claim.read_text().replace("\nsummary: ", "\nsummary: Quite new. ", 1))
    state = preview.after(seen)
    assert (state["built"], state["problems"]) == (True, "")
    assert "Quite new." in preview.get(f"/claims/{claim.stem}/")[1]


def test_a_mistake_is_told_and_the_preview_lives_on(preview: Preview) -> None:
    """A claim with a mistake is reported with its place while the last good site stays; mended, it is built again."""
    claim, seen = preview.claim(), preview.after(-1)["generation"]
    before = claim.read_text()
    claim.write_text(before.replace("verdict:", "verdikt:", 1))
    state = preview.after(seen)
    assert not state["built"]
    assert "unknown key `verdikt`" in state["problems"]
    assert any("unknown key `verdikt`" in said for said in preview.said)
    assert preview.get(f"/claims/{claim.stem}/")[0] == HTTPStatus.OK
    claim.write_text(before)
    assert preview.after(state["generation"])["built"]


def test_the_error_page_stands_in_for_what_is_not_there(preview: Preview) -> None:
    """An address without a page shows the site's error page, live as well."""
    assert "live.js" in preview.get("/no/such/page/")[1]


@pytest.mark.parametrize("path", ["/../mkdocs.yml", "/%2e%2e/mkdocs.yml", "/..%2fmkdocs.yml", "/_live/../../cli.py"])
def test_nothing_outside_the_site_is_served(preview: Preview, path: str) -> None:
    """No address leads out of the site."""
    status, text = preview.get(path)
    assert "site_name" not in text or status == HTTPStatus.NOT_FOUND
    assert "import click" not in text


class Questions(News):
    """News that tell when a page has asked for them; or, if they are broken, that cannot be told."""

    def __init__(self, *, broken: bool) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.broken = broken

    def after(self, seen: int, patience: float) -> State:
        """Give the newest state, or fail."""
        self.asked.set()
        if self.broken:
            raise ValueError("no news today")
        return super().after(seen, patience)


def left(site: Path, news: Questions) -> None:
    """Ask a server for news, and close the connection before there are any."""
    with Server(site, news, 0) as server:
        server.daemon_threads = False  # so that the block ends only when the question was answered
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = socket.create_connection((LOOPBACK, server.server_port), PATIENCE)
        page.sendall(f"GET /_live/state?seen=0 HTTP/1.1\r\nHost: {LOOPBACK}\r\n\r\n".encode())
        assert news.asked.wait(PATIENCE)
        page.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # close at once
        page.close()
        news.tell(built=True, problems="")
        server.shutdown()


def test_a_page_that_was_closed_is_no_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever closes a page that waits for news leaves nothing in the terminal; a fault of the preview is shown."""
    left(tmp_path, Questions(broken=False))
    assert capsys.readouterr().err == ""
    left(tmp_path, Questions(broken=True))
    assert "no news today" in capsys.readouterr().err


def test_a_folder_that_is_not_there_yet_is_watched(tmp_path: Path) -> None:
    """The first claim is noticed in a clone in which git left out the empty claims/."""
    late = threading.Event()
    with Changes(tmp_path) as changes:
        (tmp_path / "claims").mkdir(exist_ok=True)
        (tmp_path / "claims" / "two-boats.yml").write_text("claim: Two boats drifted.\n")
        threading.Timer(SOON, late.set).start()
        changes.wait(late)
    assert not late.is_set()


def test_other_hosts_are_refused(preview: Preview) -> None:
    """A page from elsewhere that points its own name at this machine cannot read a draft."""
    assert preview.get("/", host="attacker.example")[0] == HTTPStatus.FORBIDDEN
    assert preview.get("/_live/state?seen=-1", host="attacker.example")[0] == HTTPStatus.FORBIDDEN
