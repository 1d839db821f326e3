"""Writing the generated files under docs/: only what changed, and all of it or nothing.

New contents are staged first; then a journal is written, and the staged files are moved into place by it. A run that is
killed before the journal leaves the pages as they were; one that is killed after it is finished by the next run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from factsite.building.ownership import DOCS, Standing
from factsite.building.workers import spread
from factsite.diagnostics import Diagnostic
from factsite.progress import Progress
from factsite.reading import disk, folders, state
from factsite.reading.disk import Entry, Stamp
from factsite.site.output import Output

_MANIFEST = "pages.json"
_STAGE = "stage"
_JOURNAL = "journal.json"
PARALLEL = 200
"""From so many files on, all cores make them; below it, starting workers would cost more than it saves."""


class Written(NamedTuple):
    """A generated file as it was written: the digest of its inputs, and its stamp afterwards."""

    inputs: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every generated file, by path below docs/."""

    files: dict[str, Written] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Journal:
    """What is about to be done: staged files by number to their paths, removals, and the inputs of every file."""

    moves: dict[str, str]
    removals: tuple[str, ...]
    inputs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did: the files that it wrote and removed, and how many it could keep."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


class ForeignFiles(Exception):
    """Files that are not ours stand where pages would be written; nothing was changed."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__()
        self.diagnostics = diagnostics


def update(
    root: Path, outputs: Iterable[Output], digests: Mapping[str, str], version: str, progress: Progress
) -> Update:
    """Bring the generated files up to date; the workspace's lock must be held. Raises Refused, OSError."""
    folder, docs = root / state.FOLDER, root / DOCS
    recover(root)
    known = (state.load(folder / _MANIFEST, Manifest) or Manifest()).files
    files = disk.below(docs)
    inputs: dict[str, str] = {}
    stale: list[Output] = []
    for output, key in _keyed(outputs, digests, version):
        inputs[output.path] = key
        there = files.get(output.path)
        if there is None or known.get(output.path) != Written(key, there.stamp):
            stale.append(output)
    moves = _stage(stale, folder / _STAGE, docs, progress)
    standing = Standing(docs, files, {path: written.stamp for path, written in known.items()})
    if foreign := [*standing.check(inputs, moves.values())]:
        raise ForeignFiles(foreign)
    journal = Journal(moves, standing.obsolete(inputs), inputs)
    state.save(folder / _JOURNAL, journal)
    _settle(folder, docs, journal, files)
    return Update(tuple(moves.values()), journal.removals, len(inputs) - len(moves))


def generated(root: Path) -> frozenset[str]:
    """Give the paths below docs/ of all files that the last update left there."""
    manifest = state.load(root / state.FOLDER / _MANIFEST, Manifest)
    return frozenset(manifest.files) if manifest else frozenset()


def _stage(stale: list[Output], stage: Path, docs: Path, progress: Progress) -> dict[str, str]:
    """Make files and stage those that differ from what is in place; give the path of each by its name in the stage."""
    folders.empty_folder(stage)

    def stage_one(number: int) -> bool:
        data = stale[number].make()
        differs = disk.read(docs / stale[number].path, len(data)) != data
        if differs:
            disk.put(stage / str(number), data)
        progress.advance()
        return differs

    with progress.work("rendering", len(stale)):
        staged = list(spread(stage_one, range(len(stale)), least=PARALLEL, beat=progress.beat))
    return {str(number): output.path for number, output in enumerate(stale) if staged[number]}


def recover(root: Path) -> None:
    """Finish what a journal says, if one was left; doing it twice does no harm.

    Since then anybody may have been at the pages, so that none of them counts as made from its inputs.
    """
    folder = root / state.FOLDER
    journal = state.load(folder / _JOURNAL, Journal)
    if journal is not None:
        docs = root / DOCS
        files = disk.below(docs)
        if _stays_below(journal) and not any(entry.oddity for entry in files.values()):
            _settle(folder, docs, replace(journal, inputs=dict.fromkeys(journal.inputs, "")), files)
        else:
            disk.discard(folder / _JOURNAL)


def _stays_below(journal: Journal) -> bool:
    """Tell whether all that a journal names lies in the stage and below docs/; no other one was written here."""
    paths = [PurePosixPath(path) for path in (*journal.moves.values(), *journal.removals)]
    plain = all(not path.is_absolute() and ".." not in path.parts for path in paths)
    return plain and all(number.isdecimal() for number in journal.moves)


def _settle(folder: Path, docs: Path, journal: Journal, files: Mapping[str, Entry]) -> None:
    """Do what a journal says and remember the result; `files` is what stood under docs/ before."""
    for number, path in journal.moves.items():
        if disk.stamp(folder / _STAGE / number):
            disk.move(folder / _STAGE / number, docs / path)
    for path in journal.removals:
        disk.remove(docs, path)
    stamps = {path: entry.stamp for path, entry in files.items()}
    stamps |= {path: stamp for path in journal.moves.values() if (stamp := disk.stamp(docs / path))}
    written = {path: Written(key, stamps[path]) for path, key in journal.inputs.items() if path in stamps}
    state.save(folder / _MANIFEST, Manifest(written))
    disk.discard(folder / _JOURNAL)
    folders.remove_tree(folder / _STAGE)


def _keyed(outputs: Iterable[Output], digests: Mapping[str, str], version: str) -> Iterator[tuple[Output, str]]:
    """Give each output with a name for all that it is made from."""
    named = {name: f"{name}={digest}" for name, digest in digests.items()}

    # The many files of the search index share their inputs, one after the other.
    @lru_cache(maxsize=1)
    def key(inputs: tuple[str, ...]) -> str:
        made_from = [version, *[named.get(name, name) for name in inputs]]
        return hashlib.sha256("\n".join(made_from).encode()).hexdigest()[:32]

    for output in outputs:
        yield output, key(output.inputs)
