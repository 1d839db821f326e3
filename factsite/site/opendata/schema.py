"""JSON Schemas of the published data, read from the types of which the data is made.

The builders of the data are checked against these types, and the schemas are written from them, so that what is
published, what its schema says and what the code believes cannot come apart.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

Schema = dict[str, Any]

_PLAIN: dict[object, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema_of(shape: type, address: str) -> Schema:
    """Give the JSON Schema of a file whose content is the typed dictionary `shape`."""
    definitions: dict[str, Schema] = {}
    root = _object(shape, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(shape: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(shape, include_extras=True)
    optional = {key for key, hint in hints.items() if get_origin(hint) is NotRequired}
    return {
        "title": shape.__name__,
        "type": "object",
        "properties": {key: _kind(hint, definitions) for key, hint in hints.items()},
        "required": [key for key in hints if key not in optional],
        "additionalProperties": False,
    }


def _kind(hint: Any, definitions: dict[str, Schema]) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is NotRequired:
        return _kind(arguments[0], definitions)
    if origin is Annotated:
        return _described(_kind(arguments[0], definitions), arguments[1:])
    if origin is Literal:
        return {"const": arguments[0]} if len(arguments) == 1 else {"enum": list(arguments)}
    if origin is list:
        return {"type": "array", "items": _kind(arguments[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _kind(arguments[1], definitions)}
    return _named(hint, definitions) if hint not in _PLAIN else {"type": _PLAIN[hint]}


def _named(hint: Any, definitions: dict[str, Schema]) -> Schema:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "string", "enum": [member.value for member in hint]}
    if not is_typeddict(hint):
        return {"anyOf": [_kind(choice, definitions) for choice in get_args(hint)]}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        definitions[hint.__name__] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _described(schema: Schema, notes: tuple[object, ...]) -> Schema:
    """Add what `Annotated` says: a sentence describes, a dictionary narrows."""
    for note in notes:
        schema |= note if isinstance(note, dict) else {"description": note}
    return schema
