"""Names: ids that can stand in an address, and the nearest known name for a mistyped one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 80
RESERVED = frozenset({"index", "page", "con", "prn", "aux", "nul"})
"""Ids that would collide with generated pages, or that some file systems refuse."""

_SMALL_WORDS = frozenset(
    "a an and are as at be been by for from had has have in is it of on or that the to was were".split()
)


def is_id(name: str) -> bool:
    """Tell whether a name may be an id: lower-case ASCII letters and digits, in groups joined by dashes."""
    return len(name) <= MAX_ID and name not in RESERVED and SLUG.fullmatch(name) is not None


def slug(sentence: str, words: int = 6) -> str:
    """Make an id from the telling words of a sentence; empty if it has no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", sentence).encode("ascii", "ignore").decode()
    found = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    telling = [word for word in found if word not in _SMALL_WORDS] or found
    return "-".join(islice(telling, words))[:MAX_ID].strip("-")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that a mistyped one most resembles, if any is close enough to be meant."""
    limit = max(2, len(name) // 3)
    match = process.extractOne(
        name.lower(), list(known), scorer=DamerauLevenshtein.distance, processor=str.lower, score_cutoff=limit
    )
    return match[0] if match else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Advise on an unknown name: the nearest known one, or the list of them where it is short."""
    names = list(known)
    near = nearest(name, names)
    if near is not None:
        return f"did you mean `{near}`?"
    if not names:
        return ""
    shown = ", ".join(f"`{known_name}`" for known_name in sorted(names)[:12])
    return f"known are {shown}" + (", …" if len(names) > 12 else "")
