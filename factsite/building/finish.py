"""The last steps on built pages: each is given its content security policy and is checked."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path

from factsite.building.workers import cores, spread
from factsite.diagnostics import Diagnostic
from factsite.html_check import page_rules, policy
from factsite.reading import disk

PARALLEL = 200
"""From so many pages on, all cores check them."""


def finish(fresh: Path, site: Path | None, site_url: str, written: Container[str]) -> list[Diagnostic]:
    """Finish the pages in a folder; with `site`, links may also lead to what stands there already.

    `written` tells which files below docs/ were written by hand, so that a finding can name them.
    """
    pages = sorted(path for path in disk.walk(fresh) if path.endswith(".html"))
    allowed = policy.scripts(disk.load(fresh / policy.ERROR_PAGE).decode())
    for path in pages:
        disk.edit(fresh / path, lambda page: policy.with_policy(page, allowed))
    return [_with_source(found, written) for found in _gate(pages, fresh, site, site_url)]


def _with_source(found: Diagnostic, written: Container[str]) -> Diagnostic:
    """Name the file from which a page was built, if somebody wrote that by hand."""
    stem = found.path.removeprefix(f"{page_rules.SITE}/").removesuffix("index.html")
    sources = [f"{stem}index.md", f"{stem.rstrip('/')}.md"]
    source = next((each for each in sources if each in written), None)
    if source is None:
        return found
    return replace(found, help=f"the page is written in docs/{source}; mend it there, or in the theme")


def lost_anchors(fresh: Path, site: Path) -> bool:
    """Tell whether a page in a folder lacks an anchor that it has on the site, to which another page may lead."""
    pages = (path for path in disk.walk(fresh) if path.endswith(".html") and disk.stamp(site / path))
    return any(
        not page_rules.anchors(disk.load(site / path)) <= page_rules.anchors(disk.load(fresh / path)) for path in pages
    )


def _gate(pages: list[str], fresh: Path, site: Path | None, site_url: str) -> list[Diagnostic]:
    built = disk.walk(fresh)
    files = built.keys() | (disk.walk(site).keys() if site else set())

    def load(path: str) -> bytes:
        return disk.load(fresh / path if path in built or site is None else site / path)

    def check(paths: Sequence[str]) -> list[Diagnostic]:
        return page_rules.check({path: load(path) for path in paths}, files, load, site_url)

    shares = [pages[n :: cores()] for n in range(cores())] if len(pages) >= PARALLEL else [pages]
    return [found for some in spread(check, shares, least=2, chunk=1) for found in some]
