"""What older settings have in another form, and how it is written now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factsite.corpus import yamltree
from factsite.corpus.kinds import Reading
from factsite.corpus.names import slug
from factsite.corpus.written import quoted, scalar
from factsite.corpus.yamltree import Node, Scalar
from factsite.diagnostics import Edit, Finding, rule

_DASH = re.compile(r"-(?=\s+\Z)")
_TO_BRACKET = re.compile(r"((?:[\s,]|#[^\n]*)*)\]")


@rule
def replaced_key(key: Scalar, written: str, edit: Edit | None) -> Iterator[Finding]:
    """Claimants stand under `claimants`, each with an id, a name and a kind; `people` listed only names of persons."""
    flow = f"`claimants: {{{written}}}`"
    advice = f"`factsite check --fix` writes them anew, as {flow}" if edit else f"write instead: {flow}"
    yield Finding(key.location, "`people` is now `claimants`", advice, edit)


def without_people(node: Node, reading: Reading) -> Node:
    """Refuse the list that came before `claimants`, and go on without it."""
    if not isinstance(node, yamltree.Mapping):
        return node
    for key, value in node.entries:
        if key.value == "people":
            items = value.items if isinstance(value, yamltree.Sequence) else ()
            names = [item for item in items if isinstance(item, Scalar)]
            ids = {slug(name.value) for name in names} - {""}
            certain = node.get("claimants") is None and len(names) == len(items) == len(ids) > 0
            edit = _renamed(key, names, reading.document.text) if certain else None
            written = ", ".join(map(_person, names))
            reading.report(replaced_key(reading.path, key, written, edit))
    return yamltree.Mapping(tuple(entry for entry in node.entries if entry[0].value != "people"), node.location)


def _person(name: Scalar) -> str:
    return f"{slug(name.value) or 'ID'}: {{name: {_in_braces(name.value)}, kind: person}}"


def _in_braces(text: str) -> str:
    return quoted(text) if set(text) & set(",[]{}") else scalar(text)


def _renamed(key: Scalar, names: Sequence[Scalar], text: str) -> Edit:
    """Write a list of names as claimants where it stands, with the comments in it."""
    pieces, at, in_brackets = ["claimants"], key.end, False
    for number, name in enumerate(names, 1):
        before = text[at : name.start]
        if _DASH.search(before) is None and number == 1:
            before, in_brackets = before.replace("[", "{", 1), True
        pieces += [_DASH.sub(" ", before), _person(name)]
        at = name.end
    if in_brackets and (rest := _TO_BRACKET.match(text, at)):
        pieces += [rest[1], "}"]
        at = rest.end()
    return Edit(key.start, at, "".join(pieces))
