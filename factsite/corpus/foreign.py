"""ClaimReview from elsewhere: finds the objects in JSON-LD or in a web page and reads what they say.

What stands in such a file was written by many programs and checked by none, so every property may be missing, be a
list, a text or an object, or refer to an object elsewhere in the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TypeAlias

Object: TypeAlias = dict[str, object]

_LONG = 4_000
"""The longest attribute of a script element that is read; without a limit a hostile page takes hours."""
_OPENING = re.compile(
    rf"<!--|<script(?![^\s/>])(?P<attributes>(?:[^<>\"']{{1,{_LONG}}}+|\"[^\"]{{0,{_LONG}}}+\"|'[^']{{0,{_LONG}}}+'){{0,50}}+)>",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"</script(?=[\s/>])", re.IGNORECASE)
_TYPE = re.compile(
    r"(?<![^\s/\"'])type\s*=\s*(?:([\"'])(?P<quoted>.*?)\1|(?P<plain>[^\s>\"']+))", re.IGNORECASE | re.DOTALL
)

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Halves of characters, which JSON can spell and no file can hold."""


@dataclass(frozen=True)
class Graph:
    """The ClaimReview objects of a file, what in it could not be read, and its named objects, to follow references."""

    reviews: tuple[Object, ...]
    faults: tuple[str, ...]
    by_id: dict[str, Object]

    def objects(self, value: object) -> list[Object]:
        """Give the objects in a property's value, references followed; text stands for an object's address or name."""
        return [self._object(item) for item in listed(value) if isinstance(item, str | dict) and item]

    def first(self, value: object) -> Object:
        """Give the first object in a property's value, or an empty one."""
        return next(iter(self.objects(value)), {})

    def text(self, value: object) -> str:
        """Give a property's value as text, the first that is not blank; an object stands for its name."""
        return next(filter(None, map(self._text, listed(value))), "")

    def _object(self, item: str | Object) -> Object:
        if isinstance(item, str):
            return {"url": item} if item.startswith(("http://", "https://")) else {"name": item}
        name = item.get("@id")
        return self.by_id.get(name, item) if len(item) == 1 and isinstance(name, str) else item

    def _text(self, item: object) -> str:
        if isinstance(item, dict):
            named = self._object(item)
            item = next(iter(listed(named.get("@value", named.get("name")))), "")
        if isinstance(item, bool) or not isinstance(item, str | int | float):
            return ""
        text = str(item).translate(_SURROGATES)
        return text if text.strip() else ""


def listed(value: object) -> list[object]:
    """Give a property's values, of which there may be one or many."""
    return value if isinstance(value, list) else [value]


def graph(text: str) -> Graph:
    """Find every ClaimReview in a text: an object, an array, an `@graph`, a DataFeed, or a page with any of them."""
    roots: list[object] = []
    faults: list[str] = []
    for script in _scripts(text):
        try:
            # Strings of pages in the wild have bare line ends in them.
            roots.append(json.loads(script, strict=False))
        except RecursionError:
            faults.append("JSON that is nested too deeply")
        except ValueError as error:
            faults.append(f"broken JSON: {error}")
    objects = [found for root in roots for found in _walk(root)]
    by_id = {str(found["@id"]): found for found in objects if "@id" in found and len(found) > 1}
    return Graph(tuple(found for found in objects if _is_review(found)), tuple(faults), by_id)


def _scripts(text: str) -> list[str]:
    text = text.removeprefix("\ufeff")
    if text.lstrip().startswith(("{", "[")):
        return [text]
    return list(_page_scripts(text))


def _page_scripts(text: str) -> Iterator[str]:
    """Give the JSON-LD scripts of a page, comments passed over; linear, which the standard library's parser is not."""
    at = 0
    while sign := _OPENING.search(text, at):
        at = sign.end()
        if sign["attributes"] is None:  # a comment
            end = text.find("-->", at - len("--"))
            at = len(text) if end == -1 else end
            continue
        closing = _CLOSING.search(text, at)
        body = text[at : closing.start() if closing else len(text)]
        at += len(body)
        kind = _TYPE.search(sign["attributes"])
        named = unescape(kind["plain"] or kind["quoted"]) if kind else ""
        if named.partition(";")[0].strip().lower() == "application/ld+json":
            yield body


def _walk(root: object) -> Iterator[Object]:
    """Give every object in the order of the file."""
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def _is_review(found: Object) -> bool:
    types = found.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.rpartition("/")[2].rpartition(":")[2] == "ClaimReview" for name in names)
