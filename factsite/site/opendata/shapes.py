"""What all data files have in common.

A key has one type wherever it occurs; what is not known is left out, never null.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from factsite.corpus.model import Settings
from factsite.site.claimreview import Url

FOLDER = "data/v1"

VERSION: Literal["1.1"] = "1.1"
"""The version of the data's shapes; the data guide says when it moves and what changed."""

Offset = Annotated[int, "code points from the start of the archived document", {"minimum": 0}]
Line = Annotated[int, {"minimum": 1}]
Digest = Annotated[str, "SHA-256 of the archived document's file", {"pattern": "^[0-9a-f]{64}$"}]


class LicenceData(TypedDict):
    """The licence of the editors' words; quotes belong to those who published them."""

    name: str
    url: NotRequired[Url]


class Head(TypedDict):
    """What every file begins with."""

    schema_version: Literal["1.1"]
    licence: LicenceData


def licence(settings: Settings) -> LicenceData:
    """Give the licence, with its address where it has one."""
    made: LicenceData = {"name": settings.licence.name}
    if settings.licence.url:
        made["url"] = settings.licence.url
    return made
