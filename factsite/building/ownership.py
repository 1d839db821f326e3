"""Whose a file under docs/ is: the build's, to be rewritten and removed, or somebody else's, which stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factsite.corpus.folder import not_a_regular_file
from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.reading import disk
from factsite.reading.disk import Entry, Stamp
from factsite.site.dialect import NOTE_LENGTH, bears_note

DOCS = "docs"
HOME = "index.md"
_SHARED = "assets"
"""A folder in which both the build and people put files; what it holds in folders of its own is the build's."""


@rule
def not_ours(path: str) -> Iterator[Finding]:
    """The build never overwrites a file that it did not write."""
    yield Finding(START, "a generated file would stand here, but another file does", f"move {path} elsewhere")


@rule
def stray_page(path: str) -> Iterator[Finding]:
    """The folders of generated pages hold what the build wrote, and nothing else.

    Whatever else lay there would be published among pages whose every quote is proved.
    """
    yield Finding(
        START, "this folder is for generated files, and the build did not write this one", f"move {path} elsewhere"
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands under docs/, and the stamps that the build left on its own files there."""

    docs: Path
    files: Mapping[str, Entry]
    left: Mapping[str, Stamp]

    def check(self, generated: Collection[str], written: Collection[str]) -> Iterator[Diagnostic]:
        """Find what must be moved before these files can be generated, and those of them that changed be written."""
        yield from self._odd()
        for path in written:
            if (stands := next(self._in_the_way(path), None)) is not None:
                yield from not_ours(f"{DOCS}/{stands}", stands)
        for path in self._beside(generated):
            if not self._wrote(path):
                yield from stray_page(f"{DOCS}/{path}", path)

    def obsolete(self, generated: Collection[str]) -> tuple[str, ...]:
        """Give the build's own files that are no longer generated."""
        beside = dict.fromkeys([*self._beside(generated), *(path for path in self.left if path not in generated)])
        return tuple(path for path in beside if path in self.files and self._wrote(path))

    def _beside(self, generated: Collection[str]) -> Iterator[str]:
        """Give what stands in the folders of generated files and is none of them."""
        folders = tuple({_own_folder(path) for path in generated} - {""})
        return (path for path in self.files if path.startswith(folders) and path not in generated)

    def _wrote(self, path: str) -> bool:
        """Tell whether the build certainly wrote a file: it is as the build left it, or says so itself."""
        return self.left.get(path) == self.files[path].stamp or (path.endswith(".md") and self._bears_note(path))

    def _may_replace(self, path: str) -> bool:
        """Tell whether a file may be written over; where nothing is remembered, the home page speaks for the others."""
        if path.endswith(".md"):
            return self._wrote(path)
        return path in self.left or (not self.left and self._bears_note(HOME))

    def _bears_note(self, path: str) -> bool:
        head = disk.read(self.docs / path, NOTE_LENGTH)
        return isinstance(head, bytes) and bears_note(head.decode(errors="replace"))

    def _odd(self) -> Iterator[Diagnostic]:
        if (what := disk.oddity(self.docs)) not in (None, "a folder"):
            yield from not_a_regular_file(DOCS, what or "")
        for path, entry in self.files.items():
            if entry.oddity is not None:
                yield from not_a_regular_file(f"{DOCS}/{path}", entry.oddity)

    def _in_the_way(self, path: str) -> Iterator[str]:
        """Give what cannot be replaced by a file at this path: somebody's file, a folder, a file above it."""
        if path in self.files and not self._may_replace(path):
            yield path
        if disk.oddity(self.docs / path) == "a folder":
            yield path
        parts = path.split("/")
        yield from (above for n in range(1, len(parts)) if (above := "/".join(parts[:n])) in self.files)


def _own_folder(path: str) -> str:
    """Give the folder of the build's own in which a generated file stands, with a slash; nothing if it has none."""
    folder, _, rest = path.partition("/")
    if folder == _SHARED and "/" in rest:
        return f"{_SHARED}/{_own_folder(rest)}"
    return f"{folder}/" if rest and folder != _SHARED else ""
