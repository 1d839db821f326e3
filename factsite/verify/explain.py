"""What is wrong with a quote that is not in its source, in one message that lets an editor mend it.

Tried in this order: the same words with other marks or case; word for word in another source; where the quote leaves
the source; the nearest passage.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from factsite.verify.boundaries import is_boundary, is_whole
from factsite.verify.fold import DROPPED, MARKS, fold, unfold
from factsite.verify.nearest import nearest
from factsite.verify.quotes import MANY, Part, stands_in
from factsite.verify.record import ArchivedSource
from factsite.verify.view import comparable, occurrences

_LEAST_PREFIX = 3
"""How many words must agree before "the quote leaves the source here" says more than the nearest passage."""
_SHOWN = 12
"""How many of the source's words are shown where a quote leaves it."""

_OMISSION = re.compile(r"\.\.\.|…")
_AROUND = re.compile(r"^\s*[\"'“”‘’«»]+|[\"'“”‘’«»]+\s*$")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What to say of a passage that was not found.

    `start` and `end` are the characters of the typed passage to point at; `corrected` is what the source says instead,
    and `certain` tells whether it may be put in its place without asking.
    """

    message: str
    help: str
    start: int = 0
    end: int = 0
    corrected: str | None = None
    certain: bool = False


def explain(
    part: Part, archived: ArchivedSource, others: Iterable[ArchivedSource], what: str = "the quote"
) -> Explanation:
    """Explain why a passage, which messages call `what`, is not in its source."""
    told = _explained(part, archived, others, what)
    if told.corrected is None and _OMISSION.search(part.text):
        return replace(told, help=f"{told.help}; to leave words out, write `[…]`")
    return told


def _explained(part: Part, archived: ArchivedSource, others: Iterable[ArchivedSource], what: str) -> Explanation:
    return (
        _other_marks(part.text, archived, what)
        or _wrapped(part.text, archived, what)
        or _other_source(part.text, others, what)
        or _leaves(part.text, archived, what)
        or _nearest(part.text, archived, what)
        or Explanation(
            f"{what} is not in {archived.source.id}, nor is anything like it",
            "find the words with `build_site.py quote`, or check whether this is the document that was meant",
            0,
            len(part.text),
        )
    )


def _other_marks(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    text, words = archived.view.text, comparable(typed)
    for fold_case in (False, True):
        folded, wanted = _fold(text, fold_case=fold_case), _fold(words, fold_case=fold_case)
        places = islice(occurrences(wanted, folded), MANY) if wanted else ()
        found = ((unfold(text, at), unfold(text, at + len(wanted) - 1) + 1) for at in places)
        hits = list(islice((hit for hit in found if is_whole(text, *hit)), 2))
        if hits:
            start, end = hits[0]
            corrected = text[start:end]
            return Explanation(
                f"{what} differs from {archived.source.id} only in {_kinds(words, corrected)}",
                f"line {archived.line_at(start)} has it as: {corrected}",
                *_first_difference(typed, corrected),
                corrected,
                certain=not fold_case and len(hits) == 1,
            )
    return None


def _wrapped(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    """Explain quotation marks that were put around words of the source."""
    words = _AROUND.sub("", typed)
    hits = stands_in(words, archived) if words != typed else []
    if not hits:
        return None
    return Explanation(
        f"{what} stands in {archived.source.id} without the quotation marks around it",
        f"line {archived.line_at(hits[0])} has it as: {comparable(words)}",
        0,
        len(typed),
        words,
        certain=len(hits) == 1,
    )


@lru_cache(maxsize=8)  # a source's text is asked for again by every quote that is not in it
def _fold(text: str, *, fold_case: bool = False) -> str:
    text = fold(text)
    return _lower(text) if fold_case else text


def _lower(text: str) -> str:
    """Fold case, but leave characters that would grow (ß) as they are, for they would shift every place behind them."""
    return "".join(char if len(low := char.lower()) != 1 else low for char in text)


def _kinds(typed: str, source: str) -> str:
    """Name in what two texts differ that are the same words, marks with their code points."""
    only_typed, only_source = _marks_in(typed) - _marks_in(source), _marks_in(source) - _marks_in(typed)
    names = [f"{_named(char)} is typed" for char in sorted(only_typed)]
    names += [f"{_named(char)} is in the source" for char in sorted(only_source)]
    chars = only_typed | only_source
    kinds = [
        kind
        for kind, holds in (
            ("quotation marks", any(MARKS.get(ord(char)) in ('"', "'") or char in "\"'" for char in chars)),
            ("dashes", any(MARKS.get(ord(char)) == "-" or char == "-" for char in chars)),
            ("invisible characters", any(DROPPED.match(char) for char in chars)),
        )
        if holds
    ]
    if not kinds and _lower(typed) != _lower(source):
        kinds = ["the place of its marks"]
    if names:
        kinds[-1] += f" ({'; '.join(names[:4])})"
    return " and ".join(["case", *kinds] if _fold(typed) != _fold(source) else kinds)


def _marks_in(text: str) -> set[str]:
    return {char for char in text if ord(char) in MARKS or char in "\"'-"}


def _named(char: str) -> str:
    shown = char if char.isprintable() else ""
    return f"{shown} U+{ord(char):04X} {unicodedata.name(char, 'unnamed')}".strip()


def _first_difference(typed: str, source: str) -> tuple[int, int]:
    """Give the range of the first typed word that the source does not have in its place."""
    theirs = source.split()
    for number, word in enumerate(re.finditer(r"\S+", typed)):
        if number >= len(theirs) or comparable(word[0]) != theirs[number]:
            return word.start(), word.end()
    return 0, len(typed)


def _other_source(typed: str, others: Iterable[ArchivedSource], what: str) -> Explanation | None:
    words = comparable(typed)
    for other in others if words else ():
        text = other.view.text
        places = islice(occurrences(words, text), MANY)
        at = next((at for at in places if is_whole(text, at, at + len(words))), None)
        if at is not None:
            return Explanation(
                f"{what} stands word for word in {other.source.id}, not in this source",
                f"write `source: {other.source.id}` (line {other.line_at(at)}), or quote this source's own words",
                0,
                len(typed),
            )
    return None


def _leaves(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    words = list(re.finditer(r"\S+", typed))
    text = archived.view.text
    known = _longest_prefix([word[0] for word in words], text)
    if known < min(_LEAST_PREFIX, len(words)) or known == len(words):
        return None
    prefix = comparable(" ".join(word[0] for word in words[:known]))
    end = text.find(prefix) + len(prefix)
    behind = " ".join(text[end : end + 400].split()[:_SHOWN])
    before = " ".join(prefix.split()[-4:])
    line = f"(line {archived.line_at(end - 1)})"
    if behind:
        told = f"behind “{before}” the source says: {behind} {line}"
    else:
        told = f"the source ends with “{before}” {line}"
    return Explanation(
        f"{what} leaves {archived.source.id} at `{words[known][0]}`",
        told,
        words[known].start(),
        words[known].end(),
    )


def _longest_prefix(words: list[str], text: str) -> int:
    """Count how many of the first words stand in a text as they are; the property is monotone, so bisect."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        prefix = comparable(" ".join(words[:middle]))
        if any(is_boundary(text, hit + len(prefix)) for hit in islice(occurrences(prefix, text), MANY)):
            low = middle
        else:
            high = middle - 1
    return low


def _nearest(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    text = archived.view.text
    near = nearest(typed, text)
    if near is None:
        return None
    passage = text[near.start : near.end]
    return Explanation(
        f"{what} is not in {archived.source.id}",
        f"the nearest passage is at line {archived.line_at(near.start)}: {passage}",
        *_first_difference(typed, passage),
    )
