"""The whole way from a workspace to a published site: check, render, build, gate, put in place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

import factsite
from factsite import report
from factsite.publish import disk, engine, pages, state, workspace
from factsite.publish.engine import Engine
from factsite.report import Format
from factsite.site.render import outputs
from factsite.verify.record import Record

SITE = "site"
Say = Callable[[str], None]


class Problems(Exception):
    """The command stopped; `report` says why, ready to print. Nothing was published."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.report = text


def render(root: Path, say: Say) -> Record:
    """Check the workspace and write the pages and data files under docs/. Raises Problems."""
    outcome = workspace.check(root)
    if outcome.record is None:
        raise Problems(report.written(outcome.diagnostics, outcome.documents, outcome.counts, Format.AUTO))
    for found in outcome.diagnostics:
        say(report.text(found, outcome.documents))
    say(report.summary(outcome.diagnostics, outcome.counts))
    with state.locked(root):
        changes = pages.update(root, outputs(outcome.record), outcome.record.digests, version())
    written, removed = len(changes.written), len(changes.removed)
    say(f"rendered {report.counted(written, 'file')}, kept {changes.kept:,}, removed {removed:,}")
    return outcome.record


def publish(root: Path, builder: Engine, say: Say) -> None:
    """Check, render and build the site into site/. Raises Problems."""
    record = render(root, say)
    with state.locked(root) as folder:
        fresh = folder / "site"
        disk.remove_tree(fresh)
        complaints = engine.build(root, fresh, builder, date(record))
        if complaints:
            raise Problems("\n".join(f"{found.path}: {found.severity}: {found.message}" for found in complaints) + "\n")
        disk.exchange(fresh, root / SITE)
        disk.remove_tree(fresh)
    say(f"published to {root / SITE}")


def date(record: Record) -> int:
    """Give the moment that the build carries: the day of the record's newest change, so that equal records agree."""
    days = [card.changed.last for card in record.cards.values()]
    newest = max(days, default=datetime.fromtimestamp(0, UTC).date())
    return int(datetime.combine(newest, time(), UTC).timestamp())


@cache
def version() -> str:
    """Name the code and the libraries that make pages; when it changes, every page is made anew."""
    made = hashlib.sha256()
    package = Path(factsite.__file__).parent
    for path in sorted(path for path in package.rglob("*") if path.suffix in (".py", ".j2", ".html", ".ttf")):
        made.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    for name in sorted(f"{found.name}=={found.version}" for found in distributions()):
        made.update(name.encode())
    return made.hexdigest()
