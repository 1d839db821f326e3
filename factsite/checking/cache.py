"""What is remembered of a checked workspace, so that the next check need only look at what changed.

A file counts as unchanged while its stamp is the same. What is remembered was checked by the same code, against the
same settings and the same archive; anything else is forgotten as a whole.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from factsite.corpus.text import Span
from factsite.diagnostics import Diagnostic
from factsite.reading.archive import Archived
from factsite.reading.disk import Entry, Stamp
from factsite.verify.acceptance import Granted
from factsite.verify.record import Card

T = TypeVar("T")

SETTLED = 1.0
"""Seconds after which a file's stamp can be trusted; two writes in quick succession may leave the same one."""


@dataclass(frozen=True, slots=True)
class Known:
    """A claim with proved quotes: all that the rest of the record needs to know of it, and what was found in it."""

    stamp: Stamp
    card: Card
    claim_digest: str
    card_digest: str
    quotes: int
    refers_to: frozenset[str]
    spans: Mapping[str, tuple[Span, ...]]
    found: tuple[Diagnostic, ...]
    accepted: int
    pending: tuple[Granted, ...]


@dataclass
class Cache:
    """The last check's results; `code` names the program that made them."""

    code: str
    seeds: tuple[tuple[str, Stamp], ...] = ()
    settings: str = ""
    archive: Archived | None = None
    against: str = ""
    claims: dict[str, Known] = field(default_factory=dict)


def settled(entry: Entry) -> bool:
    """Tell whether a file has rested long enough for its stamp to be trusted."""
    return time.time_ns() - max(entry.stamp.modified, entry.stamp.changed) > SETTLED * 1e9
