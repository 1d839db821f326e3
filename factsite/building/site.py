"""The whole way from a workspace to a published site: check, render, build, check again, put in place.

A build after an edit does all of this for what changed only, and gives the bytes that a build from nothing gives.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

import factsite
from factsite import report
from factsite.building import pages
from factsite.building.complaints import located
from factsite.building.configuration import configuration
from factsite.building.engine import Builder
from factsite.building.engines import Engine
from factsite.building.finish import finish, lost_anchors
from factsite.building.ownership import DOCS
from factsite.building.tree import MadeFrom, Published, Tree
from factsite.checking import workspace
from factsite.checking.cache import Cache
from factsite.checking.placeholders import as_errors
from factsite.checking.whole import ChangedMeanwhile
from factsite.diagnostics import Diagnostic, has_errors
from factsite.progress import Progress
from factsite.reading import disk, folders, state
from factsite.report import Format
from factsite.site.render import outputs
from factsite.verify.record import Record

SITE = "site"
_CHECKED = "checked.json"
SHOWN = 40
"""So many of a builder's complaints are printed; one missing page can cause thousands."""

Say = Callable[[str], None]


class Problems(Exception):
    """The command stopped; `report` says why, ready to print. Nothing was published.

    `code` is 1 where the workspace has problems, 2 where the command could not run.
    """

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.report = text
        self.code = code


def render(root: Path, say: Say, progress: Progress | None = None) -> Record:
    """Check the workspace and write the pages and data files under docs/. Raises Problems."""
    with _locked(root) as memory:
        return _render(root, memory, say, progress or Progress())


def publish(root: Path, engine: Engine, say: Say, progress: Progress | None = None, *, finished: bool = False) -> None:
    """Check, render and build the site into site/; a `finished` one has nothing to be filled in. Raises Problems."""
    progress = progress or Progress()
    with _locked(root) as memory:
        record = _render(root, memory, say, progress, finished=finished)
        config = configuration(root)
        made_from = MadeFrom(f"{version()} {engine} {config.fingerprint}", disk.walk(root / DOCS))
        builder = Builder(root, engine, config, _moment(record), progress)
        tree = Tree(root / SITE, memory)
        last = tree.published()
        wanted = _changed(last, made_from) if last and builder.page_by_page else None
        fresh = memory / "fresh"
        folders.empty_folder(fresh)
        if last is None or wanted is None:
            count = _publish_all(builder, tree, fresh, made_from, record.settings.site_url)
            say(f"published {report.counted(count, 'file')} to {root / SITE}")
        else:
            if wanted:
                _build_changed(builder, tree, fresh, wanted, record.settings.site_url)
            count = tree.change(last, fresh, made_from) if wanted else 0
            say(f"published {report.counted(count, 'changed file')} to {root / SITE}")
        folders.remove_tree(fresh)


def _publish_all(builder: Builder, tree: Tree, fresh: Path, made_from: MadeFrom, site_url: str) -> int:
    written = _written(builder.root)
    _refuse(located(builder.build(fresh), builder.root, written))
    _refuse(finish(fresh, None, site_url, written))
    _refuse(tree.foreign(disk.walk(fresh)))
    return tree.replace(fresh, made_from)


def _build_changed(builder: Builder, tree: Tree, fresh: Path, wanted: frozenset[str], site_url: str) -> None:
    written = _written(builder.root)
    _refuse(located(builder.build(fresh, wanted), builder.root, written))
    if lost_anchors(fresh, tree.site):
        # Generated pages follow what they link to; pages written by hand must be looked at again.
        _refuse(located(builder.build(fresh, written), builder.root, written))
    _refuse(finish(fresh, tree.site, site_url, written))


def _written(root: Path) -> frozenset[str]:
    """Give the paths below docs/ of the files that nobody generated."""
    return frozenset(disk.walk(root / DOCS).keys() - pages.generated(root))


def _render(root: Path, memory: Path, say: Say, progress: Progress, *, finished: bool = False) -> Record:
    remembered = state.load(memory / _CHECKED, Cache)
    if remembered is None or remembered.code != version():
        remembered = Cache(version())
    outcome = workspace.check(root, remembered, progress)
    state.save(memory / _CHECKED, remembered)
    found = as_errors(outcome.diagnostics) if finished else outcome.diagnostics
    if outcome.record is None or has_errors(found):
        raise Problems(report.written(found, outcome.documents, outcome.counts, Format.AUTO))
    for one in found:
        say(report.text(one, outcome.documents))
    say(report.summary(outcome.diagnostics, outcome.counts))
    try:
        changes = pages.update(root, outputs(outcome.record), outcome.record.digests, version(), progress)
    except pages.ForeignFiles as refused:
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
    if then is None or then.everywhere != now.everywhere or not then.docs.keys() <= now.docs.keys():
        return None
    return frozenset(path for path, seen in now.docs.items() if then.docs.get(path) != seen)


def _moment(record: Record) -> int:
    """Give the moment that the build carries: the day of the record's newest change, so that equal records agree."""
    newest = max((card.changed.last for card in record.cards.values()), default=date(1970, 1, 1))
    return int(datetime.combine(newest, time(), UTC).timestamp())


@cache
def version() -> str:
    """Name the code and the libraries that make pages; when it changes, every page is made anew."""
    package = Path(factsite.__file__).parent
    made = hashlib.sha256()
    for path in sorted(disk.walk(package)):
        if "__pycache__" not in path:
            made.update(path.encode() + disk.load(package / path))
    for name in sorted(f"{found.name}=={found.version}" for found in distributions()):
        made.update(name.encode())
    return made.hexdigest()


@contextmanager
def _locked(root: Path) -> Iterator[Path]:
    try:
        with state.locked(root) as memory:
            yield memory
    except ChangedMeanwhile as changed:
        raise Problems(f"{changed}: the file was changed while it was read; run the command again\n", code=2) from None
    except state.Busy:
        raise Problems("another build is at work in this workspace; try again when it is done\n", code=2) from None
    except BrokenPipeError:
        raise  # whoever read the output has left; that is no trouble with the workspace
    except OSError as error:
        raise Problems(f"{report.trouble(error)}; the published site is as it was\n", code=2) from None
