"""What editors leave aside for a reason that they give: parts of a source, warnings, and the limit of quotation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from factsite.diagnostics import START, Location

Locations: TypeAlias = Mapping[str, Location]
"""Where each field of a record stands in its file; the key "" is the record itself."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A part of a source that no claim covers, and why."""

    text: str
    why: str
    location: Location = field(default=START, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Quotable:
    """That a source may be quoted whole, and why."""

    whole: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One warning that may stand: its rule, the word or number that it is about, and why."""

    rule: str
    of: str
    why: str
    locations: Locations = field(default_factory=dict, compare=False, repr=False)
