"""What a record says in languages besides its own: of itself, and of each claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factsite.corpus.reasoned import Locations


@dataclass(frozen=True, slots=True)
class EditionLabels:
    """What a record says of itself in a language besides its own; what is left out stands in its own."""

    name: str = ""
    description: str = ""
    introduction: str = ""
    topics: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """The project's own translation of a claim and its summary, and of its reasoning where that is translated too.

    `of` names the wording that was translated, as `corpus/wordings.py` does.
    """

    claim: str
    summary: str
    reasoning: str = ""
    of: str | None = None
    locations: Locations = field(default_factory=dict, compare=False, repr=False)
