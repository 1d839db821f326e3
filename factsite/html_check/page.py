"""A built page as the check sees it: what could run, load or lead somewhere, gathered in one pass over its elements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from turbohtml import Element, Namespace

from factsite.html_check import links, markup
from factsite.html_check.markup import Doubt, Tag

ADDRESSES = frozenset("action background cite data formaction href manifest poster src srcdoc xlink:href".split()) | (
    links.SETS | links.LISTS
)
FRAMES = frozenset("applet base embed fencedframe frame frameset iframe object plaintext portal".split())
ANIMATED = frozenset({"by", "from", "to", "values"})
"""What an SVG animation gives to the attribute that its `attributeName` names."""

NOT_LOADED = frozenset({"alternate", "author", "canonical", "license"})
"""Kinds of `<link>` that no browser fetches by itself."""

POLICY = "content-security-policy"

# In SVG and MathML, attributes are styles too; the one address that they need is that of a part of the same page.
_OWN_PART = re.compile(r"url\(\s*[\"']?#[^()\\]*\)", re.IGNORECASE)
_FETCHES = re.compile(r"(?:url|src|image|image-set|cross-fade)\(|\\", re.IGNORECASE)


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

    doubts: list[Doubt]
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
    parsed = markup.parse(html)
    page = BuiltPage(parsed.doubts)
    for tag, element in parsed.elements:
        attributes = dict(tag.attributes)
        for name, value in tag.attributes:
            _attribute(page, tag, attributes, Attribute(tag.name, name, value, markup.line(element)))
        _element(page, tag, attributes, element)
    return page


def _attribute(page: BuiltPage, tag: Tag, attributes: dict[str, str], found: Attribute) -> None:
    name = found.name
    if name == "id":
        page.ids.append((found.value, found.line))
    elif name in ADDRESSES or (name in ANIMATED and _animates_address(attributes)):
        loads = _loads(tag.name, name, attributes)
        page.addresses += (found._replace(value=each, loads=loads) for each in links.addresses(name, found.value))
    elif name.startswith("on"):
        page.handlers.append(found)
    elif name == "style" or (tag.vocabulary is not Namespace.HTML and _fetches(found)):
        page.styles.append(found)
    elif name == "name" and found.element == "a":
        page.names.add(found.value)
    elif name == "shadowrootmode":
        page.frames.append((f"{tag.name} {name}", found.line))


def _animates_address(attributes: dict[str, str]) -> bool:
    return attributes.get("attributename", "").strip().lower().rpartition(":")[2] == "href"


def _fetches(found: Attribute) -> bool:
    is_text = found.name.startswith(("aria-", "data-"))
    return not is_text and _FETCHES.search(_OWN_PART.sub("", found.value)) is not None


def _loads(tag: str, name: str, attributes: dict[str, str]) -> bool:
    if tag == "link":
        return not NOT_LOADED.issuperset(attributes.get("rel", "").lower().split())
    return name != "cite" and not (tag in ("a", "area") and name == "href")


def _element(page: BuiltPage, tag: Tag, attributes: dict[str, str], element: Element) -> None:
    line = markup.line(element)
    if tag.name in FRAMES:
        page.frames.append((tag.name, line))
    elif tag.name == "style":
        page.styles.append(Attribute(tag.name, "", element.text, line))
    elif tag.name == "meta" and "http-equiv" in attributes:
        _instruction(page, attributes, element)
    elif tag.name == "script" and (tag.vocabulary is not Namespace.HTML or "src" not in attributes):
        page.scripts.append(Script(attributes.get("type", "").strip().lower(), element.text, line))
    if not page.policies and _must_be_ruled(tag.name, attributes):
        page.before_policy.append((tag.name, line))


def _instruction(page: BuiltPage, attributes: dict[str, str], element: Element) -> None:
    """Take down what a page wants a browser to do, as a header of its response could."""
    kind = attributes["http-equiv"].lower()
    if kind == POLICY and isinstance(element.parent, Element) and element.parent.tag == "head":
        page.policies.append(attributes.get("content", ""))
    else:
        page.frames.append((f"meta {kind}", markup.line(element)))


def _must_be_ruled(tag: str, attributes: dict[str, str]) -> bool:
    return tag in ("script", "style") or (tag == "link" and _loads(tag, "href", attributes))
