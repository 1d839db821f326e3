"""A workspace of files in which every field that takes text holds hostile texts, one claim and one source for each."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from factsite.corpus.characters import HIDDEN
from factsite.verify.normalized import comparable
from factsite.verify.quotes import borders_within
from tests.building.small import small_workspace, write
from tests.hostile_strings import HOSTILE
from tests.records import archived

LONGEST = 100
"""Longer texts are refused by the shortest of these fields."""

_NO_TEXT = re.compile(f"{HIDDEN.pattern}|[\ufffe\uffff]")
_SHORT = {f"text-{n:03}": text for n, text in enumerate(HOSTILE) if len(text) <= LONGEST}
TEXTS = {name: text for name, text in _SHORT.items() if not _NO_TEXT.search(text)}
REFUSED = {name: text for name, text in _SHORT.items() if _NO_TEXT.search(text)}


def hostile_workspace(root: Path, texts: dict[str, str]) -> Path:
    """Write the workspace."""
    small_workspace(root)
    for path in (*(root / "claims").iterdir(), *(root / "seeds").iterdir()):
        path.unlink()
    write(root / "docs" / "about.md", "# About\n\nNothing.\n")
    write(root / "mkdocs.yml", _settings((root / "mkdocs.yml").read_text(), texts))
    for name, text in texts.items():
        seed = _seed(name, text)
        (root / "seeds" / f"{name}.txt").write_bytes(seed)
        write(root / "seeds" / f"{name}.yml", _sidecar(name, text, sha256(seed).hexdigest()))
        # Every other claim is withdrawn, for such a claim has a notice more, and is missing from lists.
        withdrawal = f"withdrawn: {{on: 2026-11-26, why: {quoted(text)}}}\n" if name[-1] in "13579" else ""
        write(root / "claims" / f"{name}.yml", _claim(name, text) + withdrawal)
    return root


def quoted(text: str) -> str:
    """Write a text as a scalar of YAML."""
    return json.dumps(text, ensure_ascii=False)


def line(text: str) -> str:
    """Give a text as it can stand in a field of one line."""
    return " ".join(text.split())


def label(text: str) -> str:
    """Give as much of a text as a short name may have."""
    return line(text)[:36].strip()


def _settings(plain: str, texts: dict[str, str]) -> str:
    tables = {
        "topics": "".join(f"      {name}: {quoted(line(text))}\n" for name, text in texts.items()),
        "origins": "".join(f"      {name}: {quoted(line(text))}\n" for name, text in texts.items()),
        "verdicts": "".join(
            f"      {name}: {{label: {quoted(label(text))}, tone: none, icon: help, meaning: {quoted(line(text))}}}\n"
            for name, text in texts.items()
        ),
    }
    for table, entries in tables.items():
        plain = plain.replace(f"    {table}:\n", f"    {table}:\n{entries}")
    labels = "".join(f"{name}: {quoted(line(text))}, " for name, text in texts.items())
    edition = f"{{hi: {{topics: {{{labels}}}, origins: {{{labels}}}}}}}"
    return plain.replace("    topics:\n", f"    editions: {edition}\n    topics:\n", 1)


def _seed(name: str, text: str) -> bytes:
    filler = " ".join(f"{name}word{number}" for number in range(90 + len(text)))
    return f"Heading {text} over\n\n{filler}\n\nHere begins {text} and ends.\n".encode()


def _sidecar(name: str, text: str, digest: str) -> str:
    return (
        f"file: {name}.txt\nsha256: {digest}\n"
        f"name: {quoted(label(text))}\ntitle: {quoted(f'Heading {line(text)} over')}\n"
        f"publisher: {quoted(line(text))}\nlanguage: hi\norigin: {name}\nrelation: original\nnote: {quoted(text)}\n"
    )


def _quote(name: str, text: str) -> str:
    """Quote the sentence that holds a text, with a blank line wherever the document begins a block in it."""
    source = archived(name, _seed(name, text).decode(), title=f"Heading {line(text)} over")
    words = comparable(f"begins {text} and ends")
    start = source.normalized.text.index(words)
    edges = (start, *borders_within(source, start, start + len(words)), start + len(words))
    return "\n\n".join(source.normalized.text[one:other].strip() for one, other in pairwise(edges))


def _claim(name: str, text: str) -> str:
    said, short = quoted(text), quoted(line(text))
    return f"""claim: {short}
claimant: {short}
topics: [{name}]
verdict: {name}
certainty: low
because: [no-primary-document]
reviewed: 2026-11-26
summary: {said}
evidence:
  - source: {name}
    stance: mentions
    according_to: {short}
    says: {short}
    point: {short}
    quote: {quoted(_quote(name, text))}
    translation: {said}
    translated_by: machine
corrections:
  - on: 2026-11-25
    what: {said}
translations:
  hi: {{claim: {short}, summary: {said}}}
"""
