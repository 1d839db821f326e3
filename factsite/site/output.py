"""A file of the site, described before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """One generated file: where it goes, what it depends on, and how to make it.

    `path` is relative to docs/, with forward slashes. `inputs` are keys of `Record.digests`; as long as the digests
    behind them are the same, `make` gives the same bytes, so a build may keep the file that it has.
    """

    path: str
    inputs: tuple[str, ...]
    make: Callable[[], bytes]
