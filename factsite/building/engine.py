"""The site builders: pages in, HTML out, into a folder of its own.

MkDocs can also build only some of the pages; what it writes for one page depends on that page, the configuration and
the list of all pages, so that the result is, file by file, what a whole build gives.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from factsite.building import zensical
from factsite.building.configuration import Configuration, complaints, load
from factsite.building.engines import Engine
from factsite.building.ownership import DOCS
from factsite.building.workers import cores, spread
from factsite.progress import Progress
from factsite.reading import disk, folders, state

PARALLEL = 200
"""From so many pages on, all cores build them."""


@dataclass(frozen=True, slots=True)
class Builder:
    """A site builder at work on a workspace; `date` is the build's time in seconds since 1970."""

    root: Path
    engine: Engine
    configuration: Configuration
    date: int
    progress: Progress

    @property
    def page_by_page(self) -> bool:
        """Tell whether pages can be built one by one, with the result that building all of them has."""
        return self.engine is Engine.MKDOCS and self.configuration.page_by_page

    def build(self, into: Path, wanted: frozenset[str] | None = None) -> list[str]:
        """Build the pages under docs/ into an empty folder; with MkDocs, only those that are wanted, if that is said.

        Gives the builder's complaints, each of which means that the site must not be published.
        """
        os.environ["SOURCE_DATE_EPOCH"] = str(self.date)
        lines = list(self.configuration.problems)
        if not lines and self.engine is Engine.MKDOCS:
            lines = self._mkdocs(into, wanted)
        elif not lines:
            lines = zensical.build(self.root, self.configuration.theme, into)
        return lines

    def _mkdocs(self, into: Path, wanted: frozenset[str] | None) -> list[str]:
        """Build in one process for each core where there is much to do; all write into the same folder."""
        paths = sorted(disk.walk(self.root / DOCS) if wanted is None else wanted)
        count = cores() if len(paths) >= PARALLEL else 1
        shares = [_Share(frozenset(paths[n::count]), theme=wanted is None and n == 0) for n in range(count)]
        build = partial(_build_share, self.root, into, self.progress)
        with self.progress.work("building, two steps a page", 2 * sum(path.endswith(".md") for path in paths)):
            built = spread(build, shares, least=2, chunk=1, beat=self.progress.beat)
            return [line for lines in built for line in lines]


@dataclass(frozen=True, slots=True)
class _Share:
    """What one process builds: files by path below docs/, and the theme's own files if it is to copy them."""

    files: frozenset[str]
    theme: bool

    def leave_out(self, files: Files, *, config: MkDocsConfig) -> None:
        """Tell MkDocs which files are not in this share; it then neither reads nor writes them."""
        for file in files:
            if not (file.src_uri in self.files if file.src_dir == config.docs_dir else self.theme):
                file.is_modified = _never  # type: ignore[method-assign]  # MkDocs asks each file for itself


def _never() -> bool:
    return False


def _build_share(root: Path, into: Path, progress: Progress, share: _Share) -> list[str]:
    with complaints() as found:
        # Strictness is ours: every warning is collected, and any of them stops publication.
        config = load(root, into)
        _quicken(config, state.own_folder(root / state.FOLDER, "templates"), theme=share.theme)
        config.plugins.events["files"].append(share.leave_out)
        for step in ("page_content", "post_page"):
            config.plugins.events[step].append(lambda _text, **_: progress.advance())
        mkdocs_build(config, dirty=True)
    return found


def _quicken(config: MkDocsConfig, compiled: Path, *, theme: bool) -> None:
    """Keep the theme's templates compiled from run to run.

    Where none of the theme's files is to be copied, MkDocs is also spared their listing, ten thousand icons among them.
    """
    environment = config.theme.get_env()
    folders.make_folder(compiled)
    environment.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    if not theme:
        environment.list_templates = lambda *_, **__: []  # type: ignore[method-assign]  # asked for by MkDocs only
    config.theme.get_env = lambda: environment  # type: ignore[method-assign]  # so that MkDocs uses this one
