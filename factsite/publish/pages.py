"""Writing the generated files under docs/: only what changed, and all of it or nothing.

New contents are staged first; then a journal is written, and the staged files are moved into place by it. A run that is
killed before the journal leaves the pages as they were; one that is killed after it is finished by the next run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.publish import disk, state
from factsite.publish.disk import Stamp
from factsite.publish.progress import Progress
from factsite.publish.workers import spread
from factsite.site.output import Output

DOCS = "docs"
_MANIFEST = "pages.pickle"
_STAGE = "stage"
_JOURNAL = "journal.pickle"
PARALLEL = 200
"""From so many files on, all cores make them; below it, starting workers would cost more than it saves."""


@rule
def not_ours() -> list[Finding]:
    """The build never overwrites a file that it did not write.

    The folders of generated pages belong to the build; `make clean` empties them.
    """
    return [
        Finding(
            START, "a page would be generated here, but another file is in its place", "move it, or run `make clean`"
        )
    ]


@dataclass(frozen=True, slots=True)
class Written:
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
class Changes:
    """What an update did: the files that it wrote and removed, and how many it could keep."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


class Refused(Exception):
    """Files that are not ours stand where pages would be written; nothing was changed."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__()
        self.diagnostics = diagnostics


def update(
    root: Path, outputs: Iterable[Output], digests: Mapping[str, str], version: str, progress: Progress
) -> Changes:
    """Bring the generated files up to date; the workspace's lock must be held. Raises Refused, OSError."""
    folder, docs = root / state.FOLDER, root / DOCS
    recover(root)
    known = (state.load(folder / _MANIFEST, Manifest) or Manifest()).files
    stage = folder / _STAGE
    disk.remove_tree(stage)
    stage.mkdir()
    inputs: dict[str, str] = {}
    stale: list[Output] = []
    # The many files of the search index share their inputs, one after the other.
    key_of = lru_cache(maxsize=1)(lambda names: _key(names, digests, version))
    for output in outputs:
        inputs[output.path] = key = key_of(output.inputs)
        before = known.get(output.path)
        if before is None or before.inputs != key or before.stamp != disk.stamp(docs / output.path):
            stale.append(output)
    staged = _stage_all(stale, stage, docs, progress)
    moves = {str(number): output.path for number, output in enumerate(stale) if staged[number]}
    removals = tuple(path for path in known if path not in inputs)
    foreign = [path for path in moves.values() if path not in known and disk.stamp(docs / path)]
    if foreign:
        raise Refused([found for path in foreign for found in not_ours(f"{DOCS}/{path}")])
    state.save(folder / _JOURNAL, Journal(moves, removals, inputs))
    recover(root)
    return Changes(tuple(moves.values()), removals, len(inputs) - len(moves))


def generated(root: Path) -> frozenset[str]:
    """Give the paths below docs/ of all files that the last update left there."""
    manifest = state.load(root / state.FOLDER / _MANIFEST, Manifest)
    return frozenset(manifest.files) if manifest else frozenset()


def _stage_all(stale: list[Output], stage: Path, docs: Path, progress: Progress) -> list[bool]:
    def stage_one(number: int) -> bool:
        staged = _stage(stage, docs, number, stale[number])
        progress.advance()
        return staged

    with progress.work("rendering", len(stale)):
        return list(spread(stage_one, range(len(stale)), least=PARALLEL, beat=progress.beat))


def _stage(stage: Path, docs: Path, number: int, output: Output) -> bool:
    """Make a file and stage it, unless the same bytes are in place already."""
    data = output.make()
    if disk.read(docs / output.path, len(data)) == data:
        return False
    disk.put(stage / str(number), data)
    return True


def recover(root: Path) -> None:
    """Finish what a journal says, if one was left; doing it twice does no harm."""
    folder, docs = root / state.FOLDER, root / DOCS
    journal = state.load(folder / _JOURNAL, Journal)
    if journal is None:
        return
    for number, path in journal.moves.items():
        staged = folder / _STAGE / number
        if staged.exists():
            disk.move(staged, docs / path)
    for path in journal.removals:
        disk.remove(docs, path)
    state.save(folder / _MANIFEST, _manifest(docs, journal.inputs))
    (folder / _JOURNAL).unlink()
    disk.remove_tree(folder / _STAGE)


def _manifest(docs: Path, inputs: Mapping[str, str]) -> Manifest:
    stamps = {path: disk.stamp(docs / path) for path in inputs}
    return Manifest({path: Written(key, stamp) for path, key in inputs.items() if (stamp := stamps[path])})


def _key(inputs: tuple[str, ...], digests: Mapping[str, str], version: str) -> str:
    made_from = [version, *(f"{name}={digests.get(name, '')}" for name in inputs)]
    return hashlib.sha256("\n".join(made_from).encode()).hexdigest()[:32]
