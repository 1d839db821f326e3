"""The whole way from a workspace to a published site: check, render, build, gate, put in place.

A build after an edit does all of this for what changed only, and gives the bytes that a build from nothing gives.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

import factsite
from factsite import report
from factsite.diagnostics import Diagnostic
from factsite.publish import disk, engine, gate, pages, policy, state, workspace
from factsite.publish.engine import Engine
from factsite.publish.memory import Memory
from factsite.publish.progress import Progress
from factsite.publish.tree import Published, Tree
from factsite.publish.workers import cores, spread
from factsite.report import Format
from factsite.site.render import outputs
from factsite.verify.record import Record

SITE = "site"
PREVIEW = "FACTSITE_PREVIEW"
"""The environment variable that names a preview; pages then say so."""

_CHECKED = "checked.pickle"
SHOWN = 40
"""So many of a builder's complaints are printed; one missing page can cause thousands."""

Say = Callable[[str], None]


class Problems(Exception):
    """The command stopped; `report` says why, ready to print. Nothing was published."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.report = text


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """What a publication was built from: all that concerns every page, and the files below docs/."""

    everywhere: str
    docs: Mapping[str, disk.Seen]


def render(root: Path, say: Say, progress: Progress | None = None) -> Record:
    """Check the workspace and write the pages and data files under docs/. Raises Problems."""
    with _locked(root) as memory:
        return _render(root, memory, say, progress or Progress())


def publish(root: Path, builder: Engine, say: Say, progress: Progress | None = None) -> None:
    """Check, render and build the site into site/. Raises Problems."""
    progress = progress or Progress()
    with _locked(root) as memory:
        record = _render(root, memory, say, progress)
        tree = Tree(root / SITE, memory)
        _refuse(tree.foreign())
        made_from = MadeFrom(_everywhere(root, builder), disk.walk(root / pages.DOCS))
        last = tree.published()
        wanted = _changed(last, made_from) if last and builder is Engine.MKDOCS else None
        fresh = memory / "fresh"
        disk.remove_tree(fresh)
        fresh.mkdir()
        _refuse(engine.build(root, fresh, builder, _moment(record), progress, wanted))
        _finish(fresh)
        _refuse(_gate(fresh, root / SITE if wanted is not None else None, record.settings.site_url))
        if last is None or wanted is None:
            tree.replace(fresh, made_from)
            say(f"published {report.counted(len(disk.walk(root / SITE)), 'file')} to {root / SITE}")
        else:
            delta = tree.change(last, fresh, (), made_from)
            say(f"published {report.counted(len(delta), 'changed file')} to {root / SITE}")
        disk.remove_tree(fresh)


def _render(root: Path, memory: Path, say: Say, progress: Progress) -> Record:
    remembered = state.load(memory / _CHECKED, Memory)
    if remembered is None or remembered.code != version():
        remembered = Memory(version())
    outcome = workspace.check(root, remembered, progress)
    state.save(memory / _CHECKED, remembered)
    if outcome.record is None:
        raise Problems(report.written(outcome.diagnostics, outcome.documents, outcome.counts, Format.AUTO))
    for found in outcome.diagnostics:
        say(report.text(found, outcome.documents))
    say(report.summary(outcome.diagnostics, outcome.counts))
    try:
        changes = pages.update(root, outputs(outcome.record), outcome.record.digests, version(), progress)
    except pages.Refused as refused:
        _refuse(refused.diagnostics)
        raise
    written, removed = len(changes.written), len(changes.removed)
    say(f"rendered {report.counted(written, 'file')}, kept {changes.kept:,}, removed {removed:,}")
    return outcome.record


def _refuse(found: list[Diagnostic]) -> None:
    if found:
        shown = [report.text(one, {}) for one in found[:SHOWN]]
        more = [f"and {report.counted(len(found) - SHOWN, 'more problem')}\n"] if len(found) > SHOWN else []
        raise Problems("".join([*shown, *more]))


def _changed(last: Published, now: MadeFrom) -> frozenset[str] | None:
    """Give the files below docs/ that changed since the last publication, or None where all must be built.

    A removed file asks for a whole build, for pages that link to it must be looked at again.
    """
    then = last.made_from
    if not isinstance(then, MadeFrom) or then.everywhere != now.everywhere or not then.docs.keys() <= now.docs.keys():
        return None
    return frozenset(path for path, seen in now.docs.items() if then.docs.get(path) != seen)


def _finish(fresh: Path) -> None:
    """Give every built page its content security policy."""
    allowed = policy.scripts(disk.load(fresh / policy.ERROR_PAGE).decode())
    for path in _pages(fresh):
        disk.edit(fresh / path, lambda page: policy.with_policy(page, allowed))


def _gate(fresh: Path, site: Path | None, site_url: str) -> list[Diagnostic]:
    """Check the pages that were built; with `site`, links may also lead to what stands there already."""
    built = disk.walk(fresh)
    files = built.keys() | (disk.walk(site).keys() if site else set())

    def load(path: str) -> bytes:
        return disk.load(fresh / path if path in built or site is None else site / path)

    def check(paths: Sequence[str]) -> list[Diagnostic]:
        return gate.check({path: load(path) for path in paths}, files, load, site_url)

    pages = _pages(fresh)
    shares = [pages[n :: cores()] for n in range(cores())] if len(pages) >= engine.PARALLEL else [pages]
    return [found for some in spread(check, shares, least=2, chunk=1) for found in some]


def _pages(folder: Path) -> list[str]:
    return sorted(path for path in disk.walk(folder) if path.endswith(".html"))


def _moment(record: Record) -> int:
    """Give the moment that the build carries: the day of the record's newest change, so that equal records agree."""
    newest = max((card.changed.last for card in record.cards.values()), default=date(1970, 1, 1))
    return int(datetime.combine(newest, time(), UTC).timestamp())


def _everywhere(root: Path, builder: Engine) -> str:
    """Name all that concerns every page: code, libraries, configuration, theme, preview."""
    made = hashlib.sha256(f"{version()} {builder} {os.environ.get(PREVIEW, '')}".encode())
    made.update((root / engine.CONFIG).read_bytes())
    return made.hexdigest()


@cache
def version() -> str:
    """Name the code and the libraries that make pages; when it changes, every page is made anew."""
    package = Path(factsite.__file__).parent
    made = hashlib.sha256()
    for path in sorted(disk.walk(package)):
        if "__pycache__" not in path:
            made.update(path.encode() + (package / path).read_bytes())
    for name in sorted(f"{found.name}=={found.version}" for found in distributions()):
        made.update(name.encode())
    return made.hexdigest()


@contextmanager
def _locked(root: Path) -> Iterator[Path]:
    try:
        with state.locked(root) as memory:
            yield memory
    except workspace.ChangedMeanwhile as changed:
        raise Problems(f"{changed}: the file was changed while it was read; run the command again\n") from None
    except state.Busy:
        raise Problems("another build is at work in this workspace; try again when it is done\n") from None
