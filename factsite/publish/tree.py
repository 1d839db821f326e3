"""The published folder: replaced in one step, whole, however little of it changed.

Beside the site a spare tree is kept, one publication behind, made of hard links. A change is first brought to the
spare, which then changes places with the site; so a reader, or a killed run, never sees half of a publication, and the
work is in proportion to the change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.publish import disk, state

_STATE = "tree.pickle"
_SPARE = "spare"


@dataclass(frozen=True, slots=True)
class Published:
    """The last publication: its files, what it was made from, and by which paths the spare differs from it.

    `spare` is None while no spare can be trusted.
    """

    files: dict[str, disk.Seen] = field(default_factory=dict)
    made_from: object = None
    spare: frozenset[str] | None = None


@rule
def site_not_ours(path: str) -> Iterator[Finding]:
    """The published folder holds only what the build put there; nothing else is ever deleted or overwritten."""
    yield Finding(START, f"{path} was not put there by the build", "move it away, or run `make clean`")


class Tree:
    """The published folder of a workspace; the workspace's lock must be held."""

    def __init__(self, site: Path, memory: Path) -> None:
        self.site = site
        self.memory = memory
        self.spare = memory / _SPARE

    def published(self) -> Published | None:
        """Give the last publication, or nothing if the folder is no longer as it was left."""
        last = state.load(self.memory / _STATE, Published)
        return last if last is not None and disk.walk(self.site) == last.files else None

    def foreign(self) -> list[Diagnostic]:
        """Find the files in the folder that no publication put there."""
        last = state.load(self.memory / _STATE, Published) or Published()
        found = sorted(path for path in disk.walk(self.site) if path not in last.files)
        return [one for path in found[:1] for one in site_not_ours(f"{self.site.name}/{path}", path)]

    def replace(self, fresh: Path, made_from: object) -> None:
        """Publish a whole new tree."""
        files = disk.walk(fresh)
        # Remembering what will stand there comes first: should the run end here, the folder is not as it was left.
        self._remember(Published(files | disk.walk(self.site)))
        disk.remove_tree(self.spare)
        disk.exchange(fresh, self.site)
        disk.remove_tree(fresh)
        disk.link_tree(self.site, self.spare)
        self._remember(Published(files, made_from, frozenset()))

    def change(self, last: Published, fresh: Path, removed: Iterable[str], made_from: object) -> frozenset[str]:
        """Publish the files of a partial tree in place of those that they replace; give the paths that changed."""
        fresh_files = disk.walk(fresh)
        changed = {path for path in fresh_files if not disk.same(fresh / path, self.site / path)}
        delta = frozenset(changed | set(removed))
        self._remember(Published(last.files | dict.fromkeys(changed, disk.Seen(0, 0))))
        if last.spare is None:
            disk.remove_tree(self.spare)
            disk.link_tree(self.site, self.spare)
        self._bring_up_to_date(last.spare or frozenset())
        for path in changed:
            disk.move(fresh / path, self.spare / path)
        for path in removed:
            disk.remove(self.spare, path)
        files = {path: seen for path, seen in last.files.items() if path not in delta}
        files |= {path: fresh_files[path] for path in changed}
        disk.exchange(self.spare, self.site)
        self._remember(Published(files, made_from, delta))
        return delta

    def _bring_up_to_date(self, behind: Iterable[str]) -> None:
        for path in behind:
            disk.remove(self.spare, path)
            if (self.site / path).exists():
                disk.link(self.site / path, self.spare / path)

    def _remember(self, published: Published) -> None:
        state.save(self.memory / _STATE, published)
