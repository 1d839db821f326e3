"""Records as tables of fields: which keys a mapping has, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from factsite.corpus import yamltree
from factsite.corpus.format import missing_key, unknown_key
from factsite.corpus.kinds import Json, Kind, Reading, refuse
from factsite.corpus.model import Locations
from factsite.corpus.names import nearest
from factsite.corpus.text import Document
from factsite.corpus.yamltree import Node, Scalar
from factsite.diagnostics import START, Location

T = TypeVar("T")
Values = dict[str, Any]
"""A record's decoded values by key, before they become a typed record."""


@dataclass(frozen=True)
class Field:
    """One key of a record: its kind, whether it must be there, and what it means in a few words."""

    key: str
    kind: Kind[Any]
    meaning: str
    required: bool = False


@dataclass(frozen=True)
class Shape(Generic[T]):
    """A mapping with known keys; `make` turns its values, the marks of its fields and its node into a record."""

    make: Callable[[Values, Locations, yamltree.Mapping], T]
    fields: tuple[Field, ...]

    @cached_property
    def _by_key(self) -> dict[str, Field]:
        return {entry.key: entry for entry in self.fields}

    def read(self, node: Node, reading: Reading) -> T:
        """Decode a mapping into a record."""
        if not isinstance(node, yamltree.Mapping):
            refuse(node, reading, "a mapping")
            node, reading = yamltree.Mapping((), node.location), Reading(reading.document)
        known = self._by_key
        values: Values = {}
        meant: set[str | None] = set()
        locations: dict[str, Location] = {"": node.location}
        for key, value in node.entries:
            entry = known.get(key.value)
            if entry is None:
                reading.report(unknown_key(reading.path, key, known))
                meant.add(nearest(key.value, known))
            elif not _left_open(value):
                reading.required = entry.required
                values[entry.key] = entry.kind.read(value, reading)
                locations[entry.key] = value.location
                if isinstance(value, yamltree.Sequence):
                    locations.update(
                        (f"{entry.key}.{number}", item.location) for number, item in enumerate(value.items)
                    )
                if isinstance(value, yamltree.Mapping):
                    locations.update((f"{entry.key}.{inner.value}", inner.location) for inner, _ in value.entries)
        self._stand_in_for_missing(node, reading, values, meant)
        return self.make(values, locations, node)

    def _stand_in_for_missing(
        self, node: yamltree.Mapping, reading: Reading, values: Values, meant: set[str | None]
    ) -> None:
        """Fill in keys that must be there, reporting each unless a mistyped key was reported that means it."""
        left_open = {key.value: key.location for key, _ in node.entries}
        for entry in self.fields:
            if not entry.required or entry.key in values:
                continue
            values[entry.key] = entry.kind.read(_NOTHING, Reading(Document("", "")))
            if entry.key not in meant:
                location = left_open.get(entry.key)
                reading.report(
                    missing_key(
                        reading.path,
                        location or node.location,
                        entry.key,
                        entry.meaning,
                        left_open=location is not None,
                    )
                )

    def schema(self) -> Json:
        """Describe the mapping."""
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [entry.key for entry in self.fields if entry.required],
            "properties": {entry.key: {"description": entry.meaning} | entry.kind.schema() for entry in self.fields},
        }


_NOTHING = Scalar("", START, 0, 0)


def _left_open(value: Node) -> bool:
    """Tell whether a key stands without a value, as `url:` does in a template."""
    return isinstance(value, Scalar) and value.value == "" and value.style == ""
