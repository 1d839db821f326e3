"""Parses built pages as browsers do, and tells where two browsers could come to different trees.

What is checked in one tree means nothing in another. So a page must leave browsers no choice: not of its encoding, not
of how to mend it, not by what they run, and not when its own markup is written out and read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import turbohtml
from turbohtml import Document, Element, Namespace, Node, ProcessingInstruction

DEEPEST = 128
"""So many elements may stand inside each other. Browsers flatten what is deeper than 512, and elements that were
misplaced in tables count there but may not show in the tree."""

CHARACTERS = frozenset(
    "control-character-in-input-stream control-character-reference missing-semicolon-after-character-reference"
    " noncharacter-character-reference noncharacter-in-input-stream null-character-reference"
    " unknown-named-character-reference".split()
)
"""Errors that no parser mends: they concern one character of a text, and all take it for the same."""

DECLARED = 1024
"""In so many bytes a browser looks for the encoding."""


class Tag(NamedTuple):
    """An element as it stands in the tree: how deep, in which of the three vocabularies, and with which attributes."""

    depth: int
    vocabulary: Namespace
    name: str
    attributes: tuple[tuple[str, str], ...]


class Doubt(NamedTuple):
    """What browsers may read in different ways, and the line on which it begins."""

    what: str
    line: int


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page: its elements in their order, those in templates and in `<noscript>` too."""

    elements: list[tuple[Tag, Element]]
    doubts: list[Doubt]


def parse(html: bytes) -> Markup:
    """Parse a page and tell what is doubtful about it."""
    text = html.decode("utf-8-sig", errors="replace")
    document = _tree(text)
    elements = list(_elements(document))
    return Markup(elements, [*_encoding(html, elements), *_structure(document, elements, text)])


def line(node: Node) -> int:
    """Give the line on which a node begins, or the first if no character of the page stands for it."""
    return node.source_line or 1


def _tree(text: str, *, scripting: bool = False) -> Document:
    return turbohtml.parse(text, scripting=scripting, allow_declarative_shadow_roots=False)


def _encoding(html: bytes, elements: list[tuple[Tag, Element]]) -> Iterator[Doubt]:
    try:
        html.decode()
    except UnicodeDecodeError as error:
        yield Doubt("the page is not UTF-8", html.count(b"\n", 0, error.start) + 1)
    for declared, at in _charsets(elements):
        if declared != "utf-8":
            yield Doubt(f"the page calls its encoding {declared!r} and not utf-8", at)
    begin = html[:DECLARED].decode(errors="replace")
    if not _charsets(_elements(_tree(begin))):
        yield Doubt(f"the first {DECLARED} bytes do not tell the encoding", 1)


def _charsets(elements: list[tuple[Tag, Element]] | Iterator[tuple[Tag, Element]]) -> list[tuple[str, int]]:
    found = ((dict(tag.attributes).get("charset"), element) for tag, element in elements if tag.name == "meta")
    return [(charset.lower(), line(element)) for charset, element in found if charset is not None]


def _structure(document: Document, elements: list[tuple[Tag, Element]], text: str) -> Iterator[Doubt]:
    for error in (error for error in document.errors if error.code not in CHARACTERS):
        yield Doubt(f"the markup is broken, and parsers mend it: {error.code}", error.line)
    if "<?" in text:
        for _, node in _nodes(document):
            if isinstance(node, ProcessingInstruction):
                yield Doubt("<? begins an instruction or a comment, as the browser decides", line(node))
    deep = next((element for tag, element in elements if tag.depth > DEEPEST), None)
    if deep is not None:
        yield Doubt(f"more than {DEEPEST} elements stand inside each other", line(deep))
    else:
        yield from _second_readings(document, elements, text)


def _second_readings(document: Document, elements: list[tuple[Tag, Element]], text: str) -> Iterator[Doubt]:
    # Written out as itself, a carriage return would come back as a line feed.
    again = _tree(document.html.replace("\r", "&#13;"))
    if not document.equals(again) and (first := _difference(elements, _elements(again))) is not None:
        yield Doubt("the markup has another meaning when it is written out and read again", first)
    if any(tag.name == "noscript" for tag, _ in elements):
        scripting = _outside_noscript(_elements(_tree(text, scripting=True)))
        if (first := _difference(list(_outside_noscript(iter(elements))), scripting)) is not None:
            yield Doubt("the markup around <noscript> has another meaning where scripts run", first)


def _difference(elements: list[tuple[Tag, Element]], others: Iterator[tuple[Tag, Element]]) -> int | None:
    """Give the line from which on other elements differ from these."""
    last = 1
    for tag, element in elements:
        last = line(element)
        other = next(others, None)
        if other is None or other[0] != tag:
            return last
    return last if next(others, None) else None


def _outside_noscript(elements: Iterator[tuple[Tag, Element]]) -> Iterator[tuple[Tag, Element]]:
    inside: int | None = None
    for tag, element in elements:
        if inside is None or tag.depth <= inside:
            inside = tag.depth if tag.name == "noscript" else None
            yield tag, element


def _elements(document: Document) -> Iterator[tuple[Tag, Element]]:
    for depth, node in _nodes(document):
        if isinstance(node, Element):
            attributes = tuple([(name.lower(), _value(value)) for name, value in node.attrs.items()])
            yield Tag(depth, node.namespace, node.tag.lower(), attributes), node


def _nodes(document: Document) -> Iterator[tuple[int, Node]]:
    """Walk through all nodes without recursion, for a page may nest millions of them."""
    pending: list[tuple[int, Node]] = [(0, document)]
    while pending:
        depth, node = pending.pop()
        yield depth, node
        if children := node.children:
            pending += [(depth + 1, child) for child in reversed(children)]


def _value(value: str | list[str] | None) -> str:
    return " ".join(value) if isinstance(value, list) else value or ""
