"""A file of the site, described before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def fact(name: str, value: object) -> str:
    """Write an input that is no file's content: how many pages a list has, how many claims there are."""
    return f"fact:{name}={value}"


@dataclass(frozen=True, slots=True)
class Output:
    """One generated file: where it goes, what it depends on, and how to make it.

    `path` is relative to docs/, with forward slashes. `inputs` are keys of `Record.digests`, and facts about the whole
    record written out as `fact:name=value`; as long as they and the digests behind them are the same, `make` gives the
    same bytes, so a build may keep the file that it has.
    """

    path: str
    inputs: tuple[str, ...]
    make: Callable[[], bytes]
