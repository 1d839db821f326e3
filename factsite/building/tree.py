"""The published folder: replaced in one step, whole, however little of it changed.

Beside the site a spare tree is kept, one publication behind, made of hard links. A change is first brought to the
spare, which then changes places with the site; so a reader, or a killed run, never sees half of a publication, and the
work is in proportion to the change.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.html_check import policy
from factsite.reading import disk, folders, state

_STATE = "tree.json"
_SPARE = "spare"
_ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """What a publication was built from: all that concerns every page, and the files below docs/."""

    everywhere: str
    docs: Mapping[str, disk.Seen]


@dataclass(frozen=True, slots=True)
class Published:
    """The last publication: its files, what it was made from, and by which paths the spare differs from it.

    `spare` is None while no spare can be trusted.
    """

    files: dict[str, disk.Seen] = field(default_factory=dict)
    made_from: MadeFrom | None = None
    spare: frozenset[str] | None = None


@rule
def site_not_ours(what: str) -> Iterator[Finding]:
    """The published folder holds only what the build put there; nothing else is ever deleted or overwritten."""
    yield Finding(START, f"{what} was not put there by the build", "move it elsewhere, or delete it")


class Tree:
    """The published folder of a workspace; the workspace's lock must be held."""

    def __init__(self, site: Path, memory: Path) -> None:
        self.site = site
        self.memory = memory
        self.spare = memory / _SPARE
        self.aside = memory / _ASIDE
        folders.put_back(site, self.aside)
        self.last = state.load(memory / _STATE, Published)
        self.standing = disk.walk(site)

    def published(self) -> Published | None:
        """Give the last publication, or nothing if the folder is no longer as it was left."""
        return self.last if self.last is not None and self.standing == self.last.files else None

    def foreign(self, fresh: Container[str]) -> list[Diagnostic]:
        """Find what stands in the way of a fresh publication: what no publication put there.

        Where nothing is remembered, a folder whose pages bear the build's policy is taken for a publication of it;
        even then, only files that the fresh one has as well are known to be the build's.
        """
        if (what := disk.oddity(self.site) or self._file()) not in (None, "a folder"):
            return [*site_not_ours(self.site.name, what)]
        ours: Container[str] = self.last.files if self.last else fresh if self._bears_policy() else ()
        foreign = sorted(path for path in self.standing if path not in ours)
        return [one for path in foreign for one in site_not_ours(f"{self.site.name}/{path}", "the file")]

    def _file(self) -> str | None:
        return "the file" if disk.stamp(self.site) else None

    def _bears_policy(self) -> bool:
        page = self.site / policy.ERROR_PAGE
        return policy.ERROR_PAGE in self.standing and policy.bears_policy(disk.load(page).decode(errors="replace"))

    def replace(self, fresh: Path, made_from: MadeFrom) -> int:
        """Publish a whole new tree; give the number of its files."""
        files = disk.walk(fresh)
        # Remembering what will stand there comes first: should the run end here, the folder is not as it was left.
        self._remember(Published(files | self.standing))
        folders.remove_tree(self.spare)
        folders.exchange(fresh, self.site, self.aside)
        folders.remove_tree(fresh)
        folders.link_tree(self.site, self.spare)
        self._remember(Published(files, made_from, frozenset()))
        return len(files)

    def change(self, last: Published, fresh: Path, made_from: MadeFrom) -> int:
        """Publish the files of a partial tree in place of those that they replace; give how many changed."""
        built = disk.walk(fresh)
        changed = frozenset(path for path in built if not disk.same(fresh / path, self.site / path))
        self._remember(Published(last.files | dict.fromkeys(changed, disk.Seen(0, 0))))
        self._bring_up_to_date(last)
        for path in changed:
            disk.move(fresh / path, self.spare / path)
        folders.exchange(self.spare, self.site, self.aside)
        self._remember(Published(last.files | {path: built[path] for path in changed}, made_from, changed))
        return len(changed)

    def _bring_up_to_date(self, last: Published) -> None:
        """Make the spare the same as the site; anew, if anybody else was at it."""
        behind = last.spare or frozenset()
        if last.spare is None or _without(disk.walk(self.spare), behind) != _without(last.files, behind):
            folders.remove_tree(self.spare)
            folders.link_tree(self.site, self.spare)
            return
        for path in behind:
            disk.remove(self.spare, path)
            disk.link(self.site / path, self.spare / path)

    def _remember(self, published: Published) -> None:
        state.save(self.memory / _STATE, published)


def _without(files: Mapping[str, disk.Seen], paths: Container[str]) -> dict[str, disk.Seen]:
    return {path: seen for path, seen in files.items() if path not in paths}
