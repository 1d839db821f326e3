"""A built page as the gate sees it: what could run, load or lead somewhere, gathered in one pass over its elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from lxml import etree

ADDRESSES = frozenset(
    "action background cite data formaction href manifest ping poster src srcdoc srcset xlink:href".split()
)
FRAMES = frozenset("applet base embed frame iframe object portal".split())
WATCHED = ADDRESSES | {"id", "name", "style"}
TAGS = FRAMES | {"link", "meta", "script", "style"}
NAVIGATES = frozenset({"a", "area"})
NOT_LOADED = frozenset({"alternate", "author", "canonical", "license", "next", "prev"})
"""Kinds of `<link>` that no browser fetches by itself."""

POLICY = "Content-Security-Policy"


class Attribute(NamedTuple):
    """An attribute with the element that has it and the line on which that begins."""

    element: str
    name: str
    value: str
    line: int
    loads: bool = False


class Script(NamedTuple):
    """A script that stands in the page itself."""

    kind: str
    text: str
    line: int


@dataclass(slots=True)
class BuiltPage:
    """What was found in a page, in its order."""

    ids: list[tuple[str, int]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    addresses: list[Attribute] = field(default_factory=list)
    handlers: list[Attribute] = field(default_factory=list)
    styles: list[Attribute] = field(default_factory=list)
    scripts: list[Script] = field(default_factory=list)
    frames: list[tuple[str, int]] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    before_policy: list[tuple[str, int]] = field(default_factory=list)

    @property
    def anchors(self) -> frozenset[str]:
        """Give everything in the page that a link can lead to."""
        return frozenset(self.names.union(identity for identity, _ in self.ids))


def read(html: bytes) -> BuiltPage:
    """Parse a page as browsers do and gather what matters."""
    page = BuiltPage()
    for element in _elements(html):
        tag = str(element.tag)
        line = cast(int, element.sourceline)  # the stubs leave its type out
        for name, value in cast(list[tuple[str, str]], element.items()):
            if name in WATCHED or name.startswith("on"):
                _attribute(page, element, Attribute(tag, name, value, line))
        if tag in TAGS:
            _element(page, element, tag, line)
    return page


def _elements(html: bytes) -> Iterator[etree._Element]:
    root = etree.fromstring(html or b"<html></html>", etree.HTMLParser(encoding="utf-8", huge_tree=True))
    return root.iter(etree.Element)


def _attribute(page: BuiltPage, element: etree._Element, found: Attribute) -> None:
    name = found.name
    if name == "id":
        page.ids.append((found.value, found.line))
    elif name in ADDRESSES:
        page.addresses.append(found._replace(loads=_loads(element, found)))
    elif name.startswith("on"):
        page.handlers.append(found)
    elif name == "style":
        page.styles.append(found)
    elif name == "name" and found.element == "a":
        page.names.add(found.value)


def _loads(element: etree._Element, found: Attribute) -> bool:
    if found.element == "link":
        return not NOT_LOADED.issuperset((element.get("rel") or "").lower().split())
    return found.name != "cite" and not (found.element in NAVIGATES and found.name == "href")


def _element(page: BuiltPage, element: etree._Element, tag: str, line: int) -> None:
    if tag in FRAMES:
        page.frames.append((tag, line))
    elif tag == "style":
        page.styles.append(Attribute(tag, "", element.text or "", line))
    elif tag == "meta":
        _meta(page, element, line)
    elif tag == "script" and element.get("src") is None:
        page.scripts.append(Script((element.get("type") or "").strip().lower(), element.text or "", line))
    if tag in ("script", "link", "style") and not page.policies:
        _unruled(page, element, tag, line)


def _meta(page: BuiltPage, element: etree._Element, line: int) -> None:
    kind = (element.get("http-equiv") or "").strip().lower()
    if kind == POLICY.lower():
        page.policies.append(element.get("content") or "")
    elif kind == "refresh":
        page.frames.append(("meta refresh", line))


def _unruled(page: BuiltPage, element: etree._Element, tag: str, line: int) -> None:
    if tag != "link" or not NOT_LOADED.issuperset((element.get("rel") or "").lower().split()):
        page.before_policy.append((tag, line))
