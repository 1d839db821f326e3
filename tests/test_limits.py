"""What a record may hold at most: stated on a page of the project, and enforced with a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factsite.commands.importer import MAX_FILE_BYTES
from factsite.corpus import decode, settings
from factsite.corpus.decode import CLAIM, MAX_EVIDENCE, SOURCE
from factsite.corpus.files import MAX_RECORD_BYTES, MAX_SEED_BYTES
from factsite.corpus.kinds import Reading, Text
from factsite.corpus.lists import ListOf
from factsite.corpus.names import MAX_ID
from factsite.corpus.shapes import Shape
from factsite.corpus.text import Document
from factsite.corpus.yamltree import MAX_DEPTH, MAX_NODES, Scalar, parse
from factsite.diagnostics import START
from tests.conftest import ROOT
from tests.workspaces import base, check

_MORE = "x" * 10_000


def lengths(shape: Shape[Any], prefix: str = "") -> Iterator[tuple[str, Text]]:
    """Give every field of a record that holds text, by its path in the file."""
    for field in shape.fields:
        kind: Any = field.kind
        while hasattr(kind, "kind"):
            kind = kind.kind
        if isinstance(kind, Shape):
            yield from lengths(kind, f"{prefix}{field.key}.")
        elif isinstance(kind, Text):
            yield f"{prefix}{field.key}", kind


TABLES: dict[str, Shape[Any]] = {
    "A claim file": CLAIM,
    "A source's sidecar": SOURCE,
    "`extra.factsite` in mkdocs.yml": settings.FACTSITE,
}
FIELDS = [(name, key, kind) for name, shape in TABLES.items() for key, kind in lengths(shape)]


def page() -> str:
    """Write the page of limits from the constants that are enforced."""
    lines = [
        "---",
        "title: Limits",
        "---",
        "",
        "# Limits",
        "",
        "A limit keeps a mistake, or an attack, from costing more than a message.",
        "What goes beyond one is an error with its place, and nothing is published.",
        "This page is written from the program's own constants by `tests/test_limits.py`.",
        "",
        "## Files {#l-files}",
        "",
        "| what | at most |",
        "|---|---|",
        f"| a claim file, a sidecar, mkdocs.yml | {MAX_RECORD_BYTES // 1024} KiB |",
        f"| an archived document | {MAX_SEED_BYTES // 1024 // 1024} MiB |",
        f"| a file given to `import` | {MAX_FILE_BYTES // 1024 // 1024} MiB |",
        f"| values in one YAML file | {MAX_NODES:,} |",
        f"| levels of nesting in YAML | {MAX_DEPTH} |",
        f"| pieces of evidence on a claim | {MAX_EVIDENCE} |",
        f"| items of any other list | {ListOf.most:,} |",
        f"| an id | {MAX_ID} characters |",
        "| an archived document's name | 124 characters |",
        "",
        "All files are UTF-8.",
        "Symbolic links are refused in claims/, seeds/ and docs/.",
        "YAML is plain: no anchors, aliases, tags, directives or second documents.",
        "",
        "The number of claims and sources has no limit of its own; lists are cut into pages of at most 100 entries.",
    ]
    for number, (name, shape) in enumerate(TABLES.items(), 1):
        lines += ["", f"## {name} {{#l-fields-{number}}}", "", "| field | characters at most |", "|---|---|"]
        lines += [f"| `{key}` | {kind.limit:,} |" for key, kind in lengths(shape)]
    return "\n".join([*lines, ""])


def test_the_page_states_what_is_enforced(golden: Callable[[Path, str], None]) -> None:
    """The page of limits says what the program holds to."""
    golden(ROOT / "docs" / "project" / "limits.md", page())


def problems(kind: Text, text: str) -> list[str]:
    """Read a text as a field of its kind and give what was found wrong with it."""
    reading = Reading(Document("claims/one.yml", text))
    kind.read(Scalar(text, START, 0, len(text)), reading)
    return [found.message for found in reading.problems if "characters, more than" in found.message]


@pytest.mark.parametrize(("key", "kind"), [field[1:] for field in FIELDS], ids=[field[1] for field in FIELDS])
def test_every_length_is_enforced(key: str, kind: Text) -> None:
    """A text of just the length allowed passes, and one of a character more is refused by its number."""
    assert problems(kind, _MORE[: kind.limit]) == []
    assert problems(kind, _MORE[: kind.limit + 1]) == [f"{kind.limit + 1:,} characters, more than {kind.limit:,}"], key


@pytest.mark.parametrize("path", ["claims/two-boats.yml", "seeds/gazette.yml", "mkdocs.yml"])
def test_sizes_of_record_files_are_enforced(path: str) -> None:
    """A file of just the size allowed is read, and one of a byte more is refused."""
    files = base()
    whole = files[path] + b"#" * (MAX_RECORD_BYTES - len(files[path]))
    assert check(files | {path: whole}).diagnostics == ()
    assert "too-large" in {found.rule for found in check(files | {path: whole + b"#"}).diagnostics}


def test_sizes_of_seeds_are_enforced() -> None:
    """An archived document has its own limit, at which it is still read."""
    files = base()
    seed = files["seeds/gazette.txt"] + b"\n" * (MAX_SEED_BYTES - len(files["seeds/gazette.txt"]))
    assert {found.rule for found in check(files | {"seeds/gazette.txt": seed}).diagnostics} == {"changed-seed"}
    assert "too-large" in {found.rule for found in check(files | {"seeds/gazette.txt": seed + b"\n"}).diagnostics}


def test_depth_and_number_of_values_are_enforced() -> None:
    """YAML that nests deeper, or holds more values, than any record needs is refused where it does."""
    for text, fine in (
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), True),
        ("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2), False),
        ("[" + "x," * (MAX_NODES - 1) + "]", True),
        ("[" + "x," * MAX_NODES + "]", False),
    ):
        node, found = parse(Document("claims/one.yml", text))
        assert (node is not None) == fine
        assert [one.rule for one in found] == ([] if fine else ["unsafe-yaml"])


def test_the_limits_leave_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file of the project's own record has a quarter of the size that it may have."""
    monkeypatch.chdir(ROOT)
    assert all(path.stat().st_size < MAX_RECORD_BYTES / 4 for path in (*Path("claims").iterdir(), Path("mkdocs.yml")))
    assert decode.MAX_QUOTE < MAX_RECORD_BYTES
