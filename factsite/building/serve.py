"""The live preview: a saved file is checked and built, and the page that shows it reloads.

What is wrong with a file is shown in the terminal and over the page; the last good site stays in view.
"""

from __future__ import annotations

import gc
import json
import queue
import sys
import threading
import warnings
from collections.abc import Callable, Container
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from factsite.building import pages
from factsite.building.configuration import CONFIG
from factsite.building.engines import Engine
from factsite.building.ownership import DOCS
from factsite.building.site import SITE, Problems, Say, publish
from factsite.corpus.folder import Folder, is_temporary
from factsite.html_check.policy import ERROR_PAGE
from factsite.progress import Progress
from factsite.reading import disk, folders

LOOPBACK = "127.0.0.1"
QUIET = 0.03
"""Seconds without a further change after which a save is taken as finished."""

PULSE = 0.2
"""Seconds between two looks at whether to stop."""

PATIENCE = 20.0
"""Seconds that a page's question for news is held before it is answered that there are none."""

SHOWN = 20_000
"""So many characters of a report are shown over the page; the terminal has all of it."""

_FOLDER = Path(__file__).parent / "live"
_LIVE = {"/_live/live.js": "text/javascript", "/_live/live.css": "text/css"}
_HOOK = b'<link rel="stylesheet" href="/_live/live.css"><script src="/_live/live.js" defer></script></head>'
_EMPTY = b"<!doctype html><html lang=en><head><title>Preview</title>" + _HOOK + b"<body></body></html>"


@dataclass(frozen=True, slots=True)
class State:
    """What the preview last did: which build it was, whether it gave a site, and what was wrong."""

    generation: int = 0
    built: bool = False
    problems: str = ""


class News:
    """The newest state, for which pages can wait."""

    def __init__(self) -> None:
        self._state = State()
        self._changed = threading.Condition()

    def tell(self, *, built: bool, problems: str) -> None:
        """Make a new state known."""
        with self._changed:
            self._state = State(self._state.generation + 1, built, problems)
            self._changed.notify_all()

    def after(self, seen: int, patience: float) -> State:
        """Give the newest state; wait for another one than was seen, but not for ever."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.generation != seen, patience)
            return self._state


def serve(root: Path, engine: Engine, port: int, say: Say, stop: threading.Event | None = None) -> None:
    """Build, watch and serve on loopback until interrupted, or until `stop` is set."""
    news, changes = News(), Changes(root)
    with Server(root / SITE, news, port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"preview at http://{LOOPBACK}:{server.server_port}/ (stop with Ctrl+C)")
        try:
            with changes:
                build_for_ever(
                    partial(publish, root, engine, say, Progress()), changes, news, say, stop or threading.Event()
                )
        except KeyboardInterrupt:
            say("preview stopped")
        finally:
            server.shutdown()


def build_for_ever(build: Callable[[], object], changes: Changes, news: News, say: Say, stop: threading.Event) -> None:
    """Build now and after each change; a failed build is told, and the next change tries again."""
    while not stop.is_set():
        try:
            build()
        except Problems as problems:
            say(problems.report)
            news.tell(built=False, problems=problems.report[:SHOWN])
        else:
            news.tell(built=True, problems="")
        gc.collect()  # now, while nobody waits; what a build leaves behind would hold up one of the next
        changes.wait(stop)


class Changes(FileSystemEventHandler):
    """Saves of files that editors write; what the build itself writes is none."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._saved: queue.SimpleQueue[Path] = queue.SimpleQueue()
        self._observer = Observer()

    def __enter__(self) -> Changes:
        # A folder that is made while it begins to watch is met twice, which does no harm.
        warnings.filterwarnings("ignore", category=RuntimeWarning, module="watchdog")
        for folder in (self.root / name for name in (*Folder, DOCS)):
            # git keeps no empty folder, and one that was made later would not be watched.
            with suppress(FileExistsError):
                folders.make_folder(folder)
            if folder.is_dir():
                self._observer.schedule(self, str(folder), recursive=True)
        self._observer.schedule(self, str(self.root), recursive=False)
        self._observer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note every file that was written, moved or removed."""
        if event.event_type in ("created", "modified", "moved", "deleted") and not event.is_directory:
            for path in filter(None, (event.src_path, event.dest_path)):
                self._saved.put(Path(str(path)))

    def wait(self, stop: threading.Event) -> None:
        """Wait until an editor saved something and nothing more comes."""
        generated = pages.generated(self.root)
        while not stop.is_set():
            saved = self._next(PULSE)
            if saved is not None and self._is_editors(saved, generated):
                while self._next(QUIET) is not None:
                    pass
                return

    def _next(self, patience: float) -> Path | None:
        try:
            return self._saved.get(timeout=patience)
        except queue.Empty:
            return None

    def _is_editors(self, path: Path, generated: Container[str]) -> bool:
        folder, *below = path.relative_to(self.root).parts
        if not below:
            return folder == CONFIG
        return not is_temporary(path.name) and (folder != DOCS or "/".join(below) not in generated)


class Server(ThreadingHTTPServer):
    """Serves a site on loopback, with news of its builds."""

    def __init__(self, site: Path, news: News, port: int) -> None:
        super().__init__((LOOPBACK, port), partial(_Handler, site, news))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what went wrong, unless it is that a page was closed while it waited for an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site with the preview's script in every page, and the news for which that script asks."""

    def __init__(self, site: Path, news: News, *args: Any) -> None:
        self.news = news
        super().__init__(*args, directory=str(site))

    def do_GET(self) -> None:
        """Answer a request; only from this machine's own names, so that no other site's script can read a draft."""
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        address = urlsplit(self.path)
        if host not in (LOOPBACK, "localhost"):
            self.send_error(HTTPStatus.FORBIDDEN)
        elif address.path == "/_live/state":
            self._answer(self._state(parse_qs(address.query)), "application/json")
        elif address.path in _LIVE:
            self._answer(disk.load(_FOLDER / address.path.rpartition("/")[2]), _LIVE[address.path])
        elif (page := self._page(address.path)) is not None:
            self._answer(page.replace(b"</head>", _HOOK, 1), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _state(self, query: dict[str, list[str]]) -> bytes:
        seen = query.get("seen", ["-1"])[0]
        return json.dumps(asdict(self.news.after(int(seen) if seen.isdecimal() else -1, PATIENCE))).encode()

    def _page(self, path: str) -> bytes | None:
        """Give the page at an address, the error page where there is none, or nothing for a file of another kind."""
        file = Path(self.translate_path(path))
        if file.is_dir() or path.endswith("/"):
            file /= "index.html"
        if file.suffix not in ("", ".html"):
            return None
        for candidate in (file, Path(self.directory) / ERROR_PAGE):
            if candidate.is_file():
                return disk.load(candidate)
        return _EMPTY

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing of single requests; the terminal is for findings."""
