"""Rules on prose, a claim's reasoning and the home page's introduction: what it may hold, and where its links lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from factsite.corpus import prose, yamltree
from factsite.corpus.decode import MAX_REASONING
from factsite.corpus.spelling import offsets_in_file
from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Finding, Location, rule
from factsite.verify.claim_rules import unknown_name

Keys = tuple[str, ...]
"""The way to a value in a file, key by key from the top."""


@rule
def bad_prose(location: Location, message: str, advice: str) -> Iterator[Finding]:
    """Prose holds paragraphs, emphasis, flat lists and links to sources, claims and web addresses, nothing else."""
    yield Finding(location, message, advice)


def check_prose(
    text: str, document: Document, keys: Keys, sources: Iterable[str], claims: Iterable[str]
) -> Iterator[Diagnostic]:
    """Check the markup of prose that stands under `keys` of a file, and the targets of its links.

    What is too long to be prose at all was refused as such.
    """
    if len(text) > MAX_REASONING:
        return
    known = {prose.SOURCE: ("source", sources), prose.CLAIM: ("claim", claims)}
    for offset, message, advice in prose.problems(text):
        yield from bad_prose(document.path, _place(document, keys, offset), message, advice)
    for offset, scheme, name in prose.references(text):
        kind, names = known[scheme]
        if name not in names:
            yield from unknown_name(document.path, _place(document, keys, offset), kind, name, names)


def _place(document: Document, keys: Keys, offset: int) -> Location:
    """Give the place in the file of an offset in the prose."""
    places = _places(document, keys)
    if not places:
        return START
    line, column = document.place(places[min(offset, len(places) - 1)])
    return Location(line, column, column + 1)


@lru_cache(maxsize=1)
def _places(document: Document, keys: Keys) -> list[int]:
    """Read a file again for where its prose stands; that is rare, but then often asked many times."""
    node, _ = yamltree.parse(document, tags=True)
    for key in keys:
        node = node.get(key) if isinstance(node, yamltree.Mapping) else None
    return offsets_in_file(document, node) if isinstance(node, yamltree.Scalar) else []
