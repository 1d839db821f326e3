"""One side of a comparison: a version of the record, as far as the other one may differ from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factsite.corpus.model import Claim, Excerpt, Settings
from factsite.verify.record import ArchivedSource


@dataclass(frozen=True, slots=True)
class RecordSnapshot:
    """The settings, all sources that can be read, and the claims that differ or that a changed source may concern.

    A claim whose file has faults is None, for what was decoded of it holds stand-ins. `texts` gives claims' files.
    """

    settings: Settings
    sources: Mapping[str, ArchivedSource]
    claims: Mapping[str, Claim[Excerpt] | None]
    texts: Mapping[str, str] = field(default_factory=dict)
