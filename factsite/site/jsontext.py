"""JSON as the site writes it: compact, in the order of its making, characters as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable

# Without indentation and without the search for cycles, the encoder is the standard library's fast one.
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def document(value: object) -> bytes:
    """Write a JSON file on one line."""
    return f"{encode(value)}\n".encode()


def listing(head: object, key: str, items: Iterable[object]) -> bytes:
    """Write a JSON file whose last key holds a list, one item a line, so that a change of one item is one line."""
    rows = ",\n".join(map(encode, items))
    return f'{encode(head)[:-1]},"{key}":[\n{rows}\n]}}\n'.encode()


def inert(text: str) -> str:
    """Write JSON so that it can stand in a script element: nothing in it ends the element or begins another."""
    return (
        text.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
