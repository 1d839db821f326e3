"""Changed fields and changed texts in words: a short value beside the other one, of a long one the differing places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factsite.review.differences import Difference, differences
from factsite.review.lines import Foreign, Line, line
from factsite.review.words import FieldChange

SHORT = 60
"""Two values of at most so many characters are shown whole, side by side."""

MOST_PLACES = 5
"""So many places of one text are shown."""

_NAMES = {
    "because": "reasons for less certainty",
    "claimants": "claimant",
    "claimed": "date of the claim",
    "about": "time that the claim speaks of",
    "absent": "silent sources",
    "related": "related claims",
    "says": "what it says in short",
    "according_to": "speaker",
    "translated_by": "translator",
    "set_aside": "parts set aside",
    "quotable": "how much may be quoted",
    "quotable_percent": "per cent of a document that may be quoted",
    "severity": "severity of warnings",
    "derived_from": "derived from",
    "machine_translated": "machine-translated",
    "primary": "primary document",
    "archived": "address in an archive",
    "url": "address",
    "withdrawn": "withdrawal",
}


def field_name(key: str) -> str:
    """Give a field's name for people."""
    return _NAMES.get(key, key)


def field_lines(change: FieldChange, depth: int = 0) -> Iterator[Line]:
    """Say how a field differs."""
    name = field_name(change.key)
    if not change.before:
        yield line(f"{name}, added: ", Foreign(change.after), depth=depth)
    elif not change.after:
        yield line(f"{name}, removed: ", Foreign(change.before), depth=depth)
    elif max(len(change.before), len(change.after)) <= SHORT:
        yield line(f"{name}: ", Foreign(change.before), " → ", Foreign(change.after), depth=depth)
    else:
        yield line(f"{name}, reworded:", depth=depth)
        yield from text_lines(differences(change.before, change.after), depth + 1)


def text_lines(found: Sequence[Difference], depth: int, *, numbered: bool = False) -> Iterator[Line]:
    """Say where a text has other words."""
    for place in found[:MOST_PLACES]:
        where = f"line {place.line}, " if numbered else ""
        yield line(f"{where}was: ", Foreign(_around(place, place.before)), depth=depth)
        yield line(f"{where}is: ", Foreign(_around(place, place.after)), depth=depth)
    if len(found) > MOST_PLACES:
        yield line(f"and {len(found) - MOST_PLACES:,} more places", depth=depth)
    if not found:
        yield line("only the white space differs", depth=depth)


def _around(place: Difference, words: str) -> str:
    return " ".join(
        filter(None, ("…" if place.lead else "", place.lead, words, place.trail, "…" if place.trail else ""))
    )
