"""The kinds of value that hold others: lists and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from factsite.corpus import yamltree
from factsite.corpus.format import bad_value
from factsite.corpus.kinds import Json, Kind, Reading, refuse
from factsite.corpus.yamltree import Node, Scalar

T = TypeVar("T")

_SHOWN = 80
"""So long may text be that is taken for the names of a list."""


@dataclass(frozen=True)
class ListOf(Generic[T]):
    """A list of one kind; `or_all` also lets the single word `all` stand for an empty list.

    Items beyond `most` are refused unread, for each may be held against the whole archive.
    """

    kind: Kind[T]
    or_all: bool = False
    least: int = 1
    most: int = 1_000

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """Decode every item."""
        if self.or_all and isinstance(node, Scalar) and node.value == "all":
            return ()
        if not isinstance(node, yamltree.Sequence):
            refuse(node, reading, "a list", self._advice(node))
            return ()
        if len(node.items) < self.least:
            reading.report(bad_value(reading.path, node.location, "empty list", reading.or_leave_out("add an item")))
        if len(node.items) > self.most:
            found = f"{len(node.items):,} items, more than {self.most:,}"
            reading.report(bad_value(reading.path, node.location, found, "leave some out"))
        return tuple(self.kind.read(item, reading) for item in node.items[: self.most])

    def _advice(self, node: Node) -> str:
        """Put names that were written without brackets between them."""
        if not isinstance(node, Scalar) or self.kind.schema().get("type") == "object":
            return ""
        return f"write `[{node.value}]`" if 0 < len(node.value) <= _SHOWN else ""

    def schema(self) -> Json:
        """Describe the list."""
        made: Json = {"type": "array", "items": self.kind.schema(), "minItems": self.least, "maxItems": self.most}
        return {"anyOf": [made, {"const": "all"}]} if self.or_all else made


@dataclass(frozen=True)
class OneOrMore(Generic[T]):
    """A list of one kind of text, of which a single item may stand without brackets."""

    kind: Kind[T]
    most: int = 1_000

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """Decode the item, or every item."""
        if isinstance(node, yamltree.Sequence):
            return ListOf(self.kind, most=self.most).read(node, reading)
        return (self.kind.read(node, reading),)

    def schema(self) -> Json:
        """Describe the item and the list."""
        return {"anyOf": [self.kind.schema(), ListOf(self.kind, most=self.most).schema()]}


@dataclass(frozen=True)
class Table(Generic[T]):
    """A mapping from names that editors choose to one kind of value."""

    kind: Kind[T]

    def read(self, node: Node, reading: Reading) -> Mapping[str, T]:
        """Decode every value, in the order of the file."""
        if not isinstance(node, yamltree.Mapping):
            refuse(node, reading, "a mapping")
            return {}
        return {key.value: self.kind.read(value, reading) for key, value in node.entries}

    def schema(self) -> Json:
        """Describe the mapping."""
        return {"type": "object", "additionalProperties": self.kind.schema()}
