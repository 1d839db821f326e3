"""The check of built pages: no built page is published that could run, load or lead to what it should not.

Material's pages pass as they are. Of what the theme brings, only its inline scripts need leave, and a page gives it by
naming their hashes in its content security policy; the theme brings no inline style, handler or foreign request.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache, partial

from factsite.diagnostics import Diagnostic, Finding, Location, rule
from factsite.html_check import links, page
from factsite.html_check.links import Destination
from factsite.html_check.page import BuiltPage
from factsite.html_check.policy import script_hash

SITE = "site"
_DATA_BLOCKS = frozenset({"application/json", "application/ld+json"})
_SCHEMES = frozenset({None, "", "http", "https", "mailto"})
"""An address may have one of these schemes, or none; what others run, open or hold, nobody can list."""

_HASH = re.compile(r"'(sha256-[^']+)'")


def check(
    pages: Mapping[str, bytes], files: Container[str], load: Callable[[str], bytes], site_url: str
) -> list[Diagnostic]:
    """Check built pages, given by path below site/.

    `files` tells which paths the whole site has, and `load` reads a page that is not among `pages`, for its anchors.
    """
    read = {path: page.read(html) for path, html in pages.items()}
    anchors_of = cache(lambda path: (read.get(path) or page.read(load(path))).anchors)
    target = partial(_dead, files, anchors_of)
    return [found for path, page in read.items() for found in _check_page(path, page, site_url, target)]


def anchors(html: bytes) -> frozenset[str]:
    """Give everything in a page that a link can lead to."""
    return page.read(html).anchors


def _check_page(path: str, page: BuiltPage, site_url: str, dead: Callable[[Destination], str]) -> Iterator[Diagnostic]:
    name = f"{SITE}/{path}"
    yield from page_markup(name, page)
    yield from page_policy(name, page)
    yield from page_script(name, page)
    yield from page_handler(name, page)
    yield from page_style(name, page)
    yield from page_frame(name, page)
    yield from page_address(name, page)
    yield from page_request(name, page)
    yield from page_anchor(name, page)
    yield from page_link(name, page, path, site_url, dead)


@rule
def page_markup(page: BuiltPage) -> Iterator[Finding]:
    """All browsers read a page alike.

    It is UTF-8 and says so, has no markup that parsers must mend, is not nested deeper than browsers keep, and means
    the same whether scripts run or not, and after it was written out and read again.
    """
    for what, line in page.doubts:
        yield _at(line, what)


@rule
def page_policy(page: BuiltPage) -> Iterator[Finding]:
    """Every page states one content security policy, in its head, before anything that the policy must rule."""
    if len(page.policies) != 1:
        yield _at(1, f"the page has {len(page.policies)} content security policies instead of one")
    else:
        for tag, line in page.before_policy:
            yield _at(line, f"<{tag}> stands before the content security policy, which does not rule it")


@rule
def page_script(page: BuiltPage) -> Iterator[Finding]:
    """An inline script is a block of data, or the page's content security policy names its hash."""
    allowed = {found for policy in page.policies for found in _HASH.findall(policy)}
    for kind, text, line in page.scripts:
        if kind not in _DATA_BLOCKS and script_hash(text) not in allowed:
            yield _at(line, f"an inline script that the page does not allow: {_short(text)}")


@rule
def page_handler(page: BuiltPage) -> Iterator[Finding]:
    """No element has an event handler as an attribute."""
    for found in page.handlers:
        yield _at(found.line, f"<{found.element}> has an event handler: {found.name}={_short(found.value)}")


@rule
def page_style(page: BuiltPage) -> Iterator[Finding]:
    """No page has styles of its own; all of them stand in stylesheets."""
    for found in page.styles:
        yield _at(found.line, f"<{found.element}> has an inline style: {_short(found.value)}")


@rule
def page_frame(page: BuiltPage) -> Iterator[Finding]:
    """No page embeds another document, moves the base of its links, or leads away by itself."""
    for tag, line in page.frames:
        yield _at(line, f"<{tag}> may not stand in a page")


@rule
def page_address(page: BuiltPage) -> Iterator[Finding]:
    """An address is relative or has the scheme http, https or mailto, so none runs a script or holds a document."""
    for found in page.addresses:
        if links.scheme(found.value) not in _SCHEMES or found.name == "srcdoc":
            yield _at(found.line, f"<{found.element}> has an address that could run: {_short(found.value)}")


@rule
def page_request(page: BuiltPage) -> Iterator[Finding]:
    """Everything that a page loads, and every form, stays on the site; so a site opened offline asks nobody."""
    for found in page.addresses:
        if found.loads and links.scheme(found.value) is not None:
            yield _at(found.line, f"<{found.element}> sends a request away from the site: {_short(found.value)}")


@rule
def page_anchor(page: BuiltPage) -> Iterator[Finding]:
    """Every id of a page is unique in it and is not empty."""
    counted = Counter(identity for identity, _ in page.ids)
    for identity, line in page.ids:
        if counted[identity] > 1 or not identity:
            yield _at(line, f"the id {_short(identity)} stands on {counted[identity]} elements of the page")


@rule
def page_link(page: BuiltPage, path: str, site_url: str, dead: Callable[[Destination], str]) -> Iterator[Finding]:
    """Every link within the site leads to a file of the site and, where it names one, to an anchor in it."""
    for found in page.addresses:
        link = links.within(found.value, path, site_url)
        if link and (why := dead(link)):
            yield _at(found.line, f"<{found.element}> leads to {_short(found.value)}: {why}")


def _dead(files: Container[str], anchors_of: Callable[[str], frozenset[str]], link: Destination) -> str:
    if link.file not in files:
        return "the site has no such file"
    if link.anchor in ("", "top") or not link.file.endswith(".html"):
        return ""
    return "" if link.anchor in anchors_of(link.file) else "the page has no such anchor"


def _at(line: int, message: str) -> Finding:
    return Finding(Location(line, 1, 1), message, "the page is built from a template or by the theme; mend it there")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return repr(line if len(line) <= 80 else f"{line[:79]}…")
