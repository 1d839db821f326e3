"""YAML as a tree of located text: every scalar is text, every node knows its line and column.

The tree is built from libyaml's event stream and not with PyYAML's composer, so that depth can be limited before
anything recurses, and so that anchors, aliases, tags and repeated keys are seen instead of resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, NoReturn, TypeAlias

import yaml

from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Finding, Location, rule

MAX_DEPTH = 16
MAX_NODES = 100_000


class Scalar(NamedTuple):
    """A piece of text; `start` and `end` are its code points in the file, quotes and indicators included."""

    value: str
    location: Location
    start: int
    end: int
    style: str | None = None


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple[Node, ...]
    location: Location


class Mapping(NamedTuple):
    """Pairs of key and value, in the order of the file; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    location: Location

    def get(self, key: str) -> Node | None:
        """Give the value of a key, if it is there."""
        return next((value for name, value in self.entries if name.value == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


_ANY_MENDING = "check indentation (spaces, no tabs) and put text with `: ` or `#` after `|-`"
_MENDING = {
    "cannot start any token": "indent with spaces, not tabs; put text that begins with a mark between quotation marks",
    "expected key": "see whether a quotation mark is missing or too many, and whether keys that belong together begin "
    "in one column; text with marks in it can stand on the next line, behind `key: >-`",
    "expected ':'": "put a space behind the colon of the key (`key: value`), here or in the line before; or indent the "
    "line as far as the text that it belongs to",
    "expected '-' indicator": "begin each entry of the list with `- `, and all keys of one entry in one column",
}
"""What to do, by a part of the parser's message."""


@rule
def not_yaml(error: yaml.MarkedYAMLError) -> Iterator[Finding]:
    """A claim file, a sidecar and mkdocs.yml are well-formed YAML.

    The usual causes are a tab used to indent, a colon or a quotation mark inside an unquoted value, and an
    indentation that does not match the line above.
    """
    location = error.problem_mark or error.context_mark
    at = Location(location.line + 1, location.column + 1, location.column + 2) if location else START
    what = error.problem or error.context or "the text cannot be read"
    begun = error.context_mark.line + 1 if error.context_mark else at.line
    since = f", in what begins at line {begun}" if begun != at.line else ""
    advice = next((told for part, told in _MENDING.items() if part in what), _ANY_MENDING)
    yield Finding(at, f"not YAML: {what}{since}", advice)


@rule
def text_lost_as_comment(location: Location, lost: str) -> Iterator[Finding]:
    """Text behind a space and `#` is a comment to YAML; one without a space after the `#` was meant as text."""
    yield Finding(
        location,
        f"`{lost[:40]}` is read as a comment",
        "put the whole value between quotation marks, or write `# ` to comment",
    )


@rule
def forbidden_character(document: Document) -> Iterator[Finding]:
    """No file holds a character that YAML forbids: control characters, and code points that are no characters."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(document.text)
    line, column = document.place(found.start()) if found else (1, 1)
    what = f"the character U+{ord(found[0]):04X}" if found else "a character"
    yield Finding(Location(line, column, column + 1), f"{what} is not allowed in YAML", "delete it")


@rule
def unsafe_yaml(location: Location, what: str) -> Iterator[Finding]:
    """Claim files and sidecars use plain YAML: text, lists and mappings.

    Anchors, aliases, tags, directives, a second document and deep nesting are refused, because they let a small file
    mean something large or something other than what a reviewer sees.
    """
    yield Finding(location, f"{what} is not allowed here", "write the value out in plain YAML")


@rule
def duplicate_key(key: Scalar, first: Scalar) -> Iterator[Finding]:
    """A key stands once in its mapping; YAML itself would silently let the last one win."""
    yield Finding(
        key.location,
        f"duplicate key `{key.value}`",
        f"the first one is at line {first.location.line}; keep one of them",
    )


_LOST = re.compile(r"[ \t]+(#[^\s#].*)")


class _Refused(Exception):
    """Building stopped; the diagnostic is already recorded."""


def parse(document: Document, *, tags: bool = False) -> tuple[Node | None, list[Diagnostic]]:
    """Read a document's one YAML value, with what is wrong with it.

    `tags` lets explicit tags and anchors pass (mkdocs.yml uses them); aliases then read as empty text.
    The node is None where the file is empty or could not be read.
    """
    builder = _Builder(document, tags=tags)
    try:
        return builder.build(), builder.problems
    except _Refused:
        return None, builder.problems
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, *not_yaml(document.path, error)]
    except yaml.reader.ReaderError:
        return None, [*builder.problems, *forbidden_character(document.path, document)]


def value_of(document: Document, key: str) -> Node | None:
    """Read the value of one key of a document's mapping, and nothing behind it; None where it cannot be read."""
    try:
        return _Builder(document, tags=False).value(key)
    except (_Refused, yaml.YAMLError):
        return None


class _Builder:
    """Builds the tree from events; recursion is bounded by MAX_DEPTH."""

    def __init__(self, document: Document, *, tags: bool) -> None:
        self.path = document.path
        self.text = document.text
        self.tags = tags
        self.problems: list[Diagnostic] = []
        self.events: Iterator[yaml.Event] = iter(yaml.CSafeLoader(document.text).get_event, None)
        self.nodes = 0
        # libyaml does not count a byte order mark, which is refused elsewhere but must not move what is mended.
        self.shift = int(document.text.startswith("\ufeff"))

    def build(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if event.version or event.tags:
                    self.refuse(event, "a directive")
                if root is not None:
                    self.refuse(event, "a second document")
            elif isinstance(event, yaml.NodeEvent):
                root = self.node(event, 0)
        return root

    def value(self, key: str) -> Node | None:
        """Give the value of one key of the document's mapping; the values of others are passed over unread."""
        root = next((event for event in self.events if isinstance(event, yaml.NodeEvent)), None)
        if not isinstance(root, yaml.MappingStartEvent):
            return None
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if isinstance(event, yaml.ScalarEvent) and event.value == key:
                return self.node(next(self.events), 1)
            self.skip(event)
            self.skip(next(self.events))
        return None

    def skip(self, event: yaml.Event) -> None:
        """Pass over a value."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def refuse(self, event: yaml.Event, what: str) -> NoReturn:
        self.problems.extend(unsafe_yaml(self.path, _location(event), what))
        raise _Refused

    def node(self, event: yaml.Event, depth: int) -> Node:
        self.nodes += 1
        if depth > MAX_DEPTH:
            self.refuse(event, f"nesting deeper than {MAX_DEPTH} levels")
        if self.nodes > MAX_NODES:
            self.refuse(event, f"a file of more than {MAX_NODES:,} values")
        if isinstance(event, yaml.ScalarEvent):
            self.refuse_decorated(event, event.tag)
            return self.scalar(event, event.value, event.style)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if isinstance(event, yaml.SequenceStartEvent):
            self.refuse_decorated(event, event.tag)
            return self.sequence(event, depth)
        assert isinstance(event, yaml.MappingStartEvent)
        self.refuse_decorated(event, event.tag)
        return self.mapping(event, depth)

    def refuse_decorated(self, event: yaml.NodeEvent, tag: str | None) -> None:
        if self.tags or (event.anchor is None and tag is None):
            return
        if event.anchor is not None:
            self.refuse(event, "an anchor")
        if tag != "!":
            self.refuse(event, "a tag")

    def alias(self, event: yaml.AliasEvent) -> Node:
        if not self.tags:
            self.refuse(event, "an alias")
        return self.scalar(event, "", None)

    def scalar(self, event: yaml.Event, value: str, style: str | None) -> Scalar:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        if not (style or self.tags) and (lost := _LOST.match(self.text, end.index + self.shift)):
            location = Location(
                end.line + 1, end.column + lost.start(1) - lost.start() + 1, end.column + len(lost[0]) + 1
            )
            self.problems.extend(text_lost_as_comment(self.path, location, lost[1]))
        return Scalar(value, _location(event), start.index + self.shift, end.index + self.shift, style)

    def sequence(self, start: yaml.Event, depth: int) -> Sequence:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), _location(start))

    def mapping(self, start: yaml.Event, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                self.refuse(event, "a key that is not text")
            value = self.node(next(self.events), depth + 1)
            if key.value in entries:
                self.problems.extend(duplicate_key(self.path, key, entries[key.value][0]))
            else:
                entries[key.value] = (key, value)
        return Mapping(tuple(entries.values()), _location(start))


def _location(event: yaml.Event) -> Location:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    line, column = start.line, start.column
    return Location(line + 1, column + 1, end.column + 1 if end.line == line else column + 2)
