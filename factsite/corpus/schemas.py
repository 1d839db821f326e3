"""JSON Schemas of claim files and sidecars, from the tables that decode them; programs complete keys by them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from factsite.corpus.decode import CLAIM, CLAIMANT_NAME, SOURCE
from factsite.corpus.kinds import Json
from factsite.corpus.model import Settings
from factsite.corpus.names import MAX_ID, SLUG
from factsite.corpus.shapes import Shape


def schemas(settings: Settings, sources: Iterable[str]) -> dict[str, str]:
    """Give the schema files by path; verdicts, topics, origins and sources are listed, claims are any id."""
    names = {
        "verdict": settings.verdicts,
        "topic": settings.topics,
        "origin": settings.origins,
        "source": sorted(sources),
    }
    claimants = {"enum": [one for claimant in settings.claimants.declared.values() for one in claimant.spellings]}
    listed: Json = {
        "claimant": {"anyOf": [claimants, {"type": "string", "minLength": 1, "maxLength": CLAIMANT_NAME.limit}]}
    }
    listed |= {name: {"enum": list(known)} for name, known in names.items() if known}
    identifier: Json = {"type": "string", "maxLength": MAX_ID, "pattern": f"^{SLUG.pattern}$"}
    return {
        f"schema/{title.lower()}.schema.json": _written(
            title, shape, dict.fromkeys((*names, "claim"), identifier) | listed
        )
        for title, shape in (("Claim", CLAIM), ("Source", SOURCE))
    }


def _written(title: str, shape: Shape[Any], definitions: Json) -> str:
    body = shape.schema()
    used = {name: known for name, known in definitions.items() if f'"#/definitions/{name}"' in json.dumps(body)}
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title} | body | {"definitions": used}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
