"""Names: ids that can stand in an address, and the nearest known name for a mistyped one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from factsite.corpus.romanized import romanized

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 80
RESERVED = frozenset({"index", "page", "con", "prn", "aux", "nul"})
"""Ids that would collide with generated pages, or that some file systems refuse."""

SHORT = 12
"""So many names can be listed in a message and still be read."""

_SMALL_WORDS = frozenset(
    "a an and are as at be been by for from had has have in is it of on or that the to was were".split()
)


def is_id(name: str) -> bool:
    """Tell whether a name may be an id: lower-case ASCII letters and digits, in groups joined by dashes."""
    return len(name) <= MAX_ID and name not in RESERVED and SLUG.fullmatch(name) is not None


def slug(sentence: str, words: int = 6) -> str:
    """Make an id from the telling words of a sentence in any script; empty where it has no letter to make one of."""
    pieces = list(romanized(sentence))
    telling = [piece.text for piece in pieces if not (piece.is_latin and piece.text in _SMALL_WORDS)]
    made = (_joined(texts, words) for texts in (telling, [piece.text for piece in pieces]))
    return next((name for name in made if is_id(name) and not name.replace("-", "").isdigit()), "")


def _joined(pieces: list[str], words: int) -> str:
    """Join so many pieces, and more where these are but digits, which tell nothing."""
    first = next((number for number, piece in enumerate(pieces, 1) if not piece.isdigit()), 0)
    return "-".join(pieces[: max(words, first)])[:MAX_ID].strip("-")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that a mistyped one begins, if only one, or most resembles, if it is close enough."""
    names, typed = list(known), name.lower()
    begun = [one for one in names if typed and one.lower().startswith(typed)]
    if len(begun) == 1:
        return begun[0]
    limit = max(2, len(name) // 3)
    match = process.extractOne(
        typed, names, scorer=DamerauLevenshtein.distance, processor=str.lower, score_cutoff=limit
    )
    return match[0] if match else None


def did_you_mean(name: str, known: Iterable[str], where: str) -> str:
    """Advise on an unknown name: the nearest known one, or all of them where they are few, or where they stand.

    They are listed in their own order; those of a set, which has none, in that of the alphabet.
    """
    names = sorted(known) if isinstance(known, set | frozenset) else list(known)
    near = nearest(name, names)
    if near is not None:
        return f"did you mean `{near}`?"
    if not names:
        return ""
    if len(names) > SHORT:
        return f"see {where} for the {len(names):,} that are known"
    return "known are " + ", ".join(f"`{one}`" for one in names)
