"""Misses whose every word is in the source: written with other letters, brackets put in, notes left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from factsite.verify.boundaries import is_whole
from factsite.verify.explanation import Explanation, first_difference, named
from factsite.verify.fold import alike
from factsite.verify.normalized import comparable, occurrences
from factsite.verify.quotes import MANY
from factsite.verify.record import ArchivedSource

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_NOTES = re.compile(r" ?\[\d[\d, –-]*\]")
"""A note of the document, such as `[12]`."""


def other_letters(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    """Explain letters that look or mean the same: ligatures, other forms, letters without nukta, of another script."""
    hits = list(islice(alike_places(typed, archived), 2))
    if not hits:
        return None
    start, end = hits[0]
    corrected = archived.normalized.text[start:end]
    return Explanation(
        f"{what} differs from {archived.source.id} only in how letters are written ({_named_apart(typed, corrected)})",
        f"line {archived.line_at(start)} has it as: {corrected}",
        *first_difference(typed, corrected),
        corrected,
        certain=len(hits) == 1 and _told_apart(typed) == _told_apart(corrected),
    )


def alike_places(typed: str, archived: ArchivedSource) -> Iterator[tuple[int, int]]:
    """Give the ranges of a source's view that fold to what typed words fold to."""
    wanted = alike(comparable(typed))
    text, places = archived.folded
    for at in islice(occurrences(wanted, text), MANY) if wanted.strip() else ():
        end = at + len(wanted)
        hit = places[at], places[end] if end < len(places) else len(archived.normalized.text)
        hit = hit[0], hit[0] + len(archived.normalized.text[slice(*hit)].rstrip())
        # Half of a ligature folds to less than the ligature.
        if is_whole(archived.normalized.text, *hit) and alike(archived.normalized.text[slice(*hit)]) == wanted:
            yield hit


def _told_apart(text: str) -> tuple[list[bool], list[int], int]:
    """Give what a reader tells apart although it folds alike: capitals, digits that are not raised, and Urdu's two h.

    `102` is not `10²`, nor is کہا (said) کھا (ate).
    """
    plain = unicodedata.normalize("NFKC", text)
    capitals = [char.isupper() for char in plain if char.isupper() or char.islower()]
    return capitals, [unicodedata.decimal(char) for char in text if char.isdecimal()], plain.count("ھ")


def _named_apart(typed: str, source: str) -> str:
    """Name the characters that only one of two texts has, in the words that are not the same."""
    left, right = comparable(typed).split(), source.split()
    if len(left) == len(right):
        left, right = map(
            list, zip(*((one, other) for one, other in zip(left, right, strict=True) if one != other), strict=True)
        )
    only_typed, only_source = set("".join(left)) - set("".join(right)), set("".join(right)) - set("".join(left))
    names = [f"{named(char)} is typed" for char in sorted(only_typed)]
    names += [f"{named(char)} is in the source" for char in sorted(only_source)]
    return "; ".join(names[:4]) or "their order differs"


def bracketed(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    """Explain brackets that were put around words, or with words, into a passage of the source."""
    found = [brackets for brackets in _BRACKETS.finditer(typed) if brackets[0] not in archived.normalized.text]
    for words in (_BRACKETS.sub(r"\1", typed), _BRACKETS.sub("", typed)) if found else ():
        hits = list(islice(alike_places(words, archived), 2))
        if hits:
            start, end = hits[0]
            return Explanation(
                f"{what} has brackets that {archived.source.id} has not, and nothing may be inserted",
                f"line {archived.line_at(start)} has it as: {archived.normalized.text[start:end]}",
                *found[0].span(),
                archived.normalized.text[start:end],
            )
    return None


def without_notes(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    """Explain notes of the document, such as `[12]`, that were left out."""
    text = archived.normalized.text
    notes = list(_NOTES.finditer(text))
    bare = _NOTES.sub("", text)
    at = bare.find(comparable(typed)) if notes else -1
    if at == -1:
        return None
    start, end = (_behind_notes(place, notes) for place in (at, at + len(comparable(typed)) - 1))
    left_out = [f"`{note[0].strip()}`" for note in notes if start <= note.start() <= end]
    return Explanation(
        f"{what} leaves {' and '.join(left_out[:4])} out of {archived.source.id}",
        f"line {archived.line_at(start)} has it as: {text[start : end + 1]}",
        0,
        len(typed),
        text[start : end + 1],
    )


def _behind_notes(index: int, notes: Iterable[re.Match[str]]) -> int:
    """Give the index in a text of an index in the same without notes."""
    for note in notes:
        if note.start() > index:
            break
        index += len(note[0])
    return index


def alike_in(typed: str, archived: ArchivedSource) -> list[int]:
    """Give where in a source's view typed words stand in other letters: the first place, if there is one."""
    return [start for start, _ in islice(alike_places(typed, archived), 1)]
