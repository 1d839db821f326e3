"""The JSON Schemas: current, true of every real file, and as strict as what decodes the files."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from factsite.checking import workspace
from factsite.corpus.schemas import schemas
from tests.workspaces import BASE

ROOT = Path(__file__).parents[2]


class _Reader(yaml.SafeLoader):
    """Reads YAML as editors' programs do, by the core schema of YAML 1.2: dates are text, `on` is a word."""


_Reader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("null", r"|~|null", "~n\0"),
):
    _Reader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


@cache
def written(root: Path = ROOT) -> dict[str, str]:
    """Make the schemas of a record, the project's own if no other is named."""
    record = workspace.check(root).record
    assert record is not None
    return schemas(record.settings, record.sources)


def validator(kind: str, root: Path = ROOT) -> jsonschema.Draft7Validator:
    """Give what holds a value against a schema."""
    schema = json.loads(written(root)[f"schema/{kind}.schema.json"])
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def value(path: Path) -> dict[str, Any]:
    """Read a YAML file as editors' programs do."""
    read = yaml.load(path.read_text(), Loader=_Reader)  # noqa: S506 -- made from the safe loader
    assert isinstance(read, dict)
    return read


@pytest.mark.parametrize("path", sorted(written()))
def test_the_committed_schemas_are_current(path: str) -> None:
    """What editors' programs read is what the tables say; `make schema` writes it anew."""
    assert (ROOT / path).read_text() == written()[path]


@pytest.mark.parametrize("path", sorted((ROOT / "claims").glob("*.yml")), ids=lambda path: path.stem)
def test_every_claim_is_valid(path: Path) -> None:
    """No claim file is underlined in an editor."""
    assert [error.message for error in validator("claim").iter_errors(value(path))] == []


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.yml")), ids=lambda path: path.stem)
def test_every_sidecar_is_valid(path: Path) -> None:
    """No sidecar is underlined in an editor."""
    assert [error.message for error in validator("source").iter_errors(value(path))] == []


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("verdict", "prooven"),
        ("certainty", "very high"),
        ("topics", []),
        ("topics", "boats"),
        ("topics", ["weather"]),
        ("because", ["no idea"]),
        ("claim", ""),
        ("claim", "x" * 301),
        ("related", ["../x"]),
        ("evidence", [{"source": "nobody", "stance": "supports", "says": "x", "quote": "y"}]),
        ("evidence", [{"source": "gazette", "stance": "supports", "says": "x"}]),
        ("evidence", [{"source": "gazette", "stance": "backs", "says": "x", "quote": "y"}]),
        ("absent", [{"sources": "none", "terms": ["x"]}]),
        ("corrections", [{"on": "2026-11-25"}]),
        ("sumary", "x"),
    ],
)
def test_what_the_check_refuses_the_schema_refuses(key: str, wrong: object) -> None:
    """A mistyped key or value is underlined while it is typed."""
    claim = value(BASE / "claims" / "two-boats.yml")
    assert validator("claim", BASE).is_valid(claim)
    assert not validator("claim", BASE).is_valid(claim | {key: wrong})


def test_names_are_offered() -> None:
    """Editors' programs can complete verdicts, topics and sources, and every key says what it means."""
    schema = json.loads(written(BASE)["schema/claim.schema.json"])
    assert "gazette" in schema["definitions"]["source"]["enum"]
    assert "disputed" in schema["definitions"]["verdict"]["enum"]
    assert all(entry["description"] for entry in schema["properties"].values())
