"""What a builder complains of, with the place in the file that has to be mended."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from factsite.building.configuration import CONFIG
from factsite.building.ownership import DOCS
from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Finding, Location, rule
from factsite.reading import disk

_MKDOCS = re.compile(r"Doc file '(?P<page>[^']+)' contains an? .*?'(?P<link>[^']*)'")
_ZENSICAL = re.compile(r".*, at (?P<page>\S+\.md):(?P<line>\d+):(?P<column>\d+)", re.DOTALL)


@rule
def builder_refuses(location: Location, message: str, advice: str) -> Iterator[Finding]:
    """The site builder builds every page without a warning."""
    yield Finding(location, f"the site builder says: {message}", advice)


def located(lines: Iterable[str], root: Path, written: Container[str]) -> list[Diagnostic]:
    """Give each complaint once, at the page that it names; `written` are the pages below docs/ that people wrote."""
    return [found for line in dict.fromkeys(lines) for found in _located(line, root / DOCS, written)]


def _located(line: str, docs: Path, written: Container[str]) -> Iterator[Diagnostic]:
    found = _MKDOCS.match(line) or _ZENSICAL.fullmatch(line)
    page = found["page"] if found else None
    if found is None or page is None or not disk.stamp(docs / page):
        yield from builder_refuses(CONFIG, START, line, "mend the setting, the plugin or the page that it names")
        return
    if "link" in found.groupdict():
        location = _place(found["link"], docs / page)
    else:
        location = Location(int(found["line"]), int(found["column"]), int(found["column"]) + 1)
    advice = "mend it there" if page in written else "the page is generated; mend what it is made from"
    yield from builder_refuses(f"{DOCS}/{page}", location, line, advice)


def _place(link: str, page: Path) -> Location:
    """Give the place of a link in a page; its beginning, if the link is spelled otherwise there."""
    document = Document("", disk.load(page).decode(errors="replace"))
    at = document.text.find(f"({link}")
    if at == -1:
        return START
    line, column = document.place(at + 1)
    return Location(line, column, column + len(link))
