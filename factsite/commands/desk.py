"""The editors' desk: what the commands `new`, `quote`, `schema`, `coverage` and `check --fix` read and write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factsite.checking import workspace
from factsite.checking.workspace import Check, Outcome
from factsite.commands.refused import Refused
from factsite.corpus.blank import blank
from factsite.corpus.folder import Folder
from factsite.corpus.model import Settings
from factsite.corpus.names import did_you_mean, is_id, slug
from factsite.corpus.schemas import schemas
from factsite.diagnostics import Diagnostic
from factsite.reading import archive, disk
from factsite.reading.archive import Archived
from factsite.reading.snapshot import WorkingFolder
from factsite.verify.coverage import Coverage, coverage
from factsite.verify.fix import mended
from factsite.verify.passages import Found, find

ROUNDS = 5
"""How often mending starts again; a mended file may show what its faults had hidden."""


@dataclass(frozen=True, slots=True)
class Passages:
    """Where the words asked for stand in a source, and whether its quotes need a translation."""

    found: list[Found]
    translated: bool


def new(root: Path, claim: str, name: str | None, today: date) -> str:
    """Write a claim file to fill in and give its path. Raises Refused; never overwrites a file."""
    chosen = name or slug(claim)
    if not is_id(chosen):
        what = f"`{chosen}` cannot be an id" if chosen else "no id can be made from these words"
        raise Refused(f"{what}: give one with --id, in lower-case letters, digits and single dashes")
    path = f"{Folder.CLAIMS}/{chosen}.yml"
    settings, archived = _read(root)
    try:
        disk.create(root / path, blank(claim, settings, archived.sources, today).encode())
    except FileExistsError:
        raise Refused(f"{path} exists already: choose another id with --id") from None
    return path


def quote(root: Path, source: str, words: str) -> Passages:
    """Find words in a source. Raises Refused where there are no words or is no such source."""
    if not any(char.isalnum() for char in words):
        raise Refused("no words to look for: give some that the passage has")
    settings, archived = _read(root)
    if source not in archived.sources:
        known = did_you_mean(source, archived.sources, f"{Folder.SEEDS}/")
        raise Refused(f"no source `{source}` in {Folder.SEEDS}/" + (f": {known}" if known else ""))
    chosen = archived.sources[source]
    return Passages(find(words, chosen), chosen.source.main_language != (settings.main_language if settings else ""))


def schema(root: Path) -> list[str]:
    """Write the JSON Schemas and give the paths of those that changed. Raises Refused without settings."""
    settings, archived = _read(root)
    if settings is None:
        raise Refused("mkdocs.yml holds no settings of this record: `factsite check` says what is missing")
    changed = []
    for path, text in schemas(settings, archived.names).items():
        if disk.read(root / path, len(text.encode())) != text.encode():
            disk.write(root / path, text.encode())
            changed.append(path)
    return changed


def covered(root: Path) -> tuple[Outcome, tuple[Coverage, ...]]:
    """Check a workspace and account for every sentence of its sources, unless there are errors."""
    outcome = workspace.check(root)
    record = outcome.record
    return outcome, coverage(record.sources, record.quoted) if record else ()


def fix(root: Path) -> tuple[Outcome, list[Diagnostic]]:
    """Rewrite what is certain, and check again; give what is left and what was mended."""
    done: list[Diagnostic] = []
    outcome = workspace.check(root)
    for _ in range(ROUNDS):
        applied = [one for path in outcome.documents for one in _mend(root, path, outcome)]
        if not applied:
            break
        done += applied
        outcome = workspace.check(root)
    return outcome, done


def _mend(root: Path, path: str, outcome: Outcome) -> list[Diagnostic]:
    before = outcome.documents[path]
    after, applied = mended(before, (one for one in outcome.diagnostics if one.path == path))
    data = before.text.encode()
    # A file that changed since it was read is left for the next round.
    if not applied or disk.read(root / path, len(data)) != data:
        return []
    disk.write(root / path, after.text.encode())
    return applied


def _read(root: Path) -> tuple[Settings | None, Archived]:
    """Read settings and archive, as far as they are in order, whatever the state of the claims."""
    check = Check(WorkingFolder(root))
    settings = check.settings()
    return settings, archive.read(WorkingFolder(root), [entry.name for entry in check.entries(Folder.SEEDS)], settings)
