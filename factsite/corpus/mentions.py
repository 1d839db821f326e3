"""Which sources and claims a claim file speaks of, and which files cannot hold some words.

Decoding tells it exactly, and takes long where there are thousands of files. What is not among the words of a file's
text cannot be in what is decoded of it either: YAML and Markdown spell a character by others only behind a backslash
or in an entity, and a file that has one of these may hold anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from factsite.corpus import prose
from factsite.corpus.model import Claim, Excerpt

ABSENT = "absent"
"""The key under which a claim may speak of every source."""

Words: TypeAlias = frozenset[bytes]
"""Runs of ASCII letters, digits, dashes and low lines; of a text in other letters, what is left of it."""

_ENTITY = re.compile(rb"&#?\w+;")
_APART = bytes(byte if chr(byte).isascii() and (chr(byte).isalnum() or byte in b"-_") else 0x20 for byte in range(256))


class Mentions(NamedTuple):
    """The ids that a claim names; `silence_of_all` if it calls every source silent that gives no evidence."""

    sources: frozenset[str]
    claims: frozenset[str]
    silence_of_all: bool


def mentions(claim: Claim[Excerpt]) -> Mentions:
    """Give all that a claim refers to, whether or not it exists."""
    linked = prose.references(claim.reasoning)
    sources = {entry.source for entry in claim.evidence}
    sources |= {source for absence in claim.absent for source in absence.sources}
    return Mentions(
        frozenset(sources | {link.id for link in linked if link.scheme == prose.SOURCE}),
        frozenset({*claim.related, *(link.id for link in linked if link.scheme == prose.CLAIM)}),
        any(not absence.sources for absence in claim.absent),
    )


def words(text: str) -> Words:
    """Give the words of a text, such as an id or a sentence."""
    return _words(unicodedata.normalize("NFC", text).encode(errors="replace"))


def file_words(data: bytes) -> Words | None:
    """Give the words of a file, or nothing where its bytes do not tell all that it holds."""
    if b"\\" in data or (b"&" in data and _ENTITY.search(data)):
        return None
    if not (data.isascii() or unicodedata.is_normalized("NFC", data.decode(errors="replace"))):
        return None
    return _words(data)


class Search:
    """A search for values by their words, in many files: of an id, or of a sentence, or of many of them at once."""

    def __init__(self, values: Iterable[str]) -> None:
        self._by_longest: dict[bytes, list[Words]] = {}
        for value in values:
            wanted = words(value)
            self._by_longest.setdefault(max(wanted, key=len, default=b""), []).append(wanted)
        self._longest = frozenset(self._by_longest)

    def may_find(self, file: Words | None) -> bool:
        """Tell whether one of the values may be in a file; that there is none is certain."""
        if file is None or b"" in self._longest:
            return bool(self._longest)
        return any(wanted <= file for word in self._longest & file for wanted in self._by_longest[word])


def _words(data: bytes) -> Words:
    return frozenset(data.translate(_APART).split())
