"""What is wrong with a quote that is not in its source, in one message that lets an editor mend it.

Tried in this order: the same words with other marks, case or letters; marks or brackets that were added or left out;
the same words in another source; where the quote leaves the source; the nearest passage, by words and by characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from rapidfuzz.fuzz import partial_ratio_alignment

from factsite.verify.boundaries import is_boundary, is_whole, whole
from factsite.verify.explanation import Explanation, first_difference, named
from factsite.verify.fold import DROPPED, MARKS, alike, fold, unfold
from factsite.verify.nearest import nearest
from factsite.verify.normalized import comparable, occurrences
from factsite.verify.quotes import MANY, Part, borders_within, stands_in, within_block
from factsite.verify.record import ArchivedSource
from factsite.verify.spellings import alike_in, bracketed, other_letters, without_notes

_LEAST_PREFIX = 3
"""How many words must agree before "the quote leaves the source here" says more than the nearest passage."""
_LIKE = 60
"""How many in a hundred characters a passage shares with the typed words before it is shown as what was meant."""
_SHOWN = 12
"""How many of the source's words are shown where a quote leaves it."""

_OMISSION = re.compile(r"\.(?:\s*\.)+|…|<\s*\.+\s*>")
"""All that people write for words left out."""
_AROUND = re.compile(r"^\s*[\"'“”‘’«»]+|[\"'“”‘’«»]+\s*$")


def explain(
    part: Part, archived: ArchivedSource, others: Iterable[ArchivedSource], what: str = "the quote"
) -> Explanation:
    """Explain why a passage, which messages call `what`, is not in its source."""
    told = _explained(part, archived, others, what)
    if told.corrected is None and _OMISSION.search(part.text):
        return replace(told, help=f"{told.help}; to leave words out, write `[…]`")
    return told


def _explained(part: Part, archived: ArchivedSource, others: Iterable[ArchivedSource], what: str) -> Explanation:
    typed, others = part.text, list(others)
    return (
        _other_marks(typed, archived, what)
        or other_letters(typed, archived, what)
        or _wrapped(typed, archived, what)
        or bracketed(typed, archived, what)
        or without_notes(typed, archived, what)
        or _other_source(typed, others, what)
        or _leaves(typed, archived, what)
        or _nearest(typed, archived, what)
        or _nearest_characters(typed, archived, what)
        or Explanation(
            f"{what} is not in {archived.source.id}, nor is anything like it"
            + ("; no other source has it word for word" if others else ""),
            "find the words with `factsite quote`, or check whether this is the document that was meant",
            0,
            len(typed),
        )
    )


def _other_marks(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    text, words = archived.normalized.text, comparable(typed)
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
                *first_difference(typed, corrected),
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
    names = [f"{named(char)} is typed" for char in sorted(only_typed)]
    names += [f"{named(char)} is in the source" for char in sorted(only_source)]
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


def _other_source(typed: str, others: list[ArchivedSource], what: str) -> Explanation | None:
    """Explain words of another source: those that have them word for word come first."""
    for how, places in (("word for word", stands_in), ("but for the way it is written", alike_in)):
        for other in others:
            if hits := places(typed, other):
                return Explanation(
                    f"{what} stands {how} in {other.source.id}, not in this source",
                    f"write `source: {other.source.id}` (line {other.line_at(hits[0])}), "
                    "or quote this source's own words",
                    0,
                    len(typed),
                )
    return None


def _leaves(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    words = list(re.finditer(r"\S+", typed))
    text = archived.normalized.text
    known = _longest_prefix([word[0] for word in words], text)
    if known < min(_LEAST_PREFIX, len(words)) or known == len(words):
        return None
    prefix = comparable(" ".join(word[0] for word in words[:known]))
    end = text.find(prefix) + len(prefix)
    border = next(iter(borders_within(archived, end, len(text))), len(text))
    behind = " ".join(text[end : min(border, end + 400)].split()[:_SHOWN])
    before = " ".join(prefix.split()[-4:])
    line = f"(line {archived.line_at(end - 1)})"
    if behind:
        told = f"behind “{before}” the source says: {behind} {line}"
    else:
        told = f"the {'source' if border == len(text) else 'paragraph'} ends with “{before}” {line}"
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
    text = archived.normalized.text
    near = nearest(typed, text)
    if near is None:
        return None
    return _shown_nearest(typed, archived, *within_block(archived, near.start, near.end), what)


def _nearest_characters(typed: str, archived: ArchivedSource, what: str) -> Explanation | None:
    """Look for the passage that shares most characters, where words say little: in scripts without spaces."""
    wanted, (text, places) = alike(comparable(typed)), archived.folded
    if wanted.isascii() or not wanted.strip():
        return None
    found = partial_ratio_alignment(wanted, text, score_cutoff=_LIKE)
    if found is None or found.dest_end <= found.dest_start:
        return None
    start, end = whole(archived.normalized.text, places[found.dest_start], places[found.dest_end - 1] + 1)
    return _shown_nearest(typed, archived, *within_block(archived, start, end), what)


def _shown_nearest(typed: str, archived: ArchivedSource, start: int, end: int, what: str) -> Explanation:
    passage = archived.normalized.text[start:end].strip()
    return Explanation(
        f"{what} is not in {archived.source.id}",
        f"the nearest passage is at line {archived.line_at(start)}: {passage}",
        *first_difference(typed, passage),
    )
