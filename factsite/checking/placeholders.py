"""What a record's owner still has to fill in: in the settings, and on the pages that people write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factsite.corpus import yamltree
from factsite.corpus.text import Document
from factsite.corpus.yamltree import Node, Scalar
from factsite.diagnostics import Diagnostic, Finding, Location, Severity, warning

_WORDS = re.compile(r"\bto be filled in\b|\( ?fill in\b[^()\n]*\)", re.IGNORECASE)
_RESERVED = re.compile(
    r"https?://(?:[\w-]+\.)*(?:example\.(?:com|net|org)|example|invalid)(?:[:/?#]\S*)?", re.IGNORECASE | re.ASCII
)
"""An address under a name that is kept for examples and belongs to nobody (RFC 2606)."""

_HEADING = re.compile(r"#{1,6}\s+(.+?)(?:\s+\{[^{}]*\})?\s*#*\s*")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


@warning
def placeholder(location: Location, what: str, advice: str) -> Iterator[Finding]:
    """Nothing is published that its owner still has to fill in.

    On a page that people write, below docs/, that is a line with the words `to be filled in` or `(fill in)`, which may
    stand in code. In mkdocs.yml it is a value with these words, or an address under example.org or another name that is
    kept for examples. For `build --publish` it is an error.
    A review looks at the record alone, so it names none of these.
    """
    yield Finding(location, f"still to be filled in: {what}", advice)


def check_placeholders(config: Document, pages: Iterable[Document]) -> Iterator[Diagnostic]:
    """Find what is to be filled in, in the settings and on pages that people write."""
    root, _ = yamltree.parse(config, tags=True)
    if root is not None:
        for key, value in _scalars(root):
            if _WORDS.search(value.value) or _RESERVED.fullmatch(value.value):
                yield from placeholder(config.path, value.location, f"`{key}`", "write your own")
    for page in pages:
        for location, heading in _marks(page):
            advice = "write what belongs there, and take the mark away"
            yield from placeholder(page.path, location, heading or "a part of this page", advice)


def as_errors(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give the same findings, in which what is to be filled in forbids publication."""
    return tuple(replace(one, severity=Severity.ERROR) if one.rule == placeholder.name else one for one in found)


def _scalars(node: Node, key: str = "") -> Iterator[tuple[str, Scalar]]:
    """Give all values of a file with the keys that lead to them."""
    if isinstance(node, Scalar):
        yield key, node
    elif isinstance(node, yamltree.Mapping):
        for name, value in node.entries:
            yield from _scalars(value, f"{key}.{name.value}".lstrip("."))
    else:
        for item in node.items:
            yield from _scalars(item, key)


def _marks(page: Document) -> Iterator[tuple[Location, str]]:
    """Give the places of a page with the words that mark them, outside of code, each with the heading above it."""
    heading, fenced = "", False
    for number, line in enumerate(page.text.splitlines(), start=1):
        fenced ^= bool(_FENCE.match(line))
        if fenced:
            continue
        if found := _HEADING.fullmatch(line):
            heading = found[1]
        read = _CODE.sub(lambda code: " " * len(code[0]), line)
        yield from ((Location(number, mark.start() + 1, mark.end() + 1), heading) for mark in _WORDS.finditer(read))
