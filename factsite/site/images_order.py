"""The order in which a line of text is seen: which of its letters run from right to left, and where they stand.

The algorithm is Unicode's (UAX 9), by a library that wraps the crate unicode-bidi.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex
import uharfbuzz as hb
from babel.core import get_global
from bidi import get_display

_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}\p{Bidi_Class=AN}]")
_STRONG = regex.compile(r"[\p{Bidi_Class=L}\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_BREAK = regex.compile(r"\p{Bidi_Class=B}")
_FORMATTING = regex.compile(r"[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\U000E0000-\U000E007F]")
"""Marks that decide the order and are not seen, and the invisible letters of which tags are made."""

_TAG, _TAGS = 0xE0020, 96
_LONGEST = _TAGS**2


class Flow(NamedTuple):
    """A part of a line that is read in one direction, as it was typed."""

    text: str
    leftwards: bool


def isolated(text: str) -> str:
    """Keep the letters around a text from changing its order, as those around a name or a date would."""
    return f"\u2068{text}\u2069"


@cache
def is_leftwards(language: str) -> bool:
    """Tell by a language's tag whether it is written from right to left, in the script that it names or usually has."""
    name, *parts = language.split("-")
    script = next((part.title() for part in parts if len(part) == 4 and part.isalpha()), "")
    if not script:
        region = next((part.upper() for part in parts if len(part) == 2), "")
        usual = get_global("likely_subtags")
        likely = usual.get(f"{name.lower()}_{region}") or usual.get(name.lower(), "")
        script = next((part for part in likely.split("_") if len(part) == 4), "Latn")
    buffer = hb.Buffer()
    buffer.script = script
    buffer.guess_segment_properties()
    return bool(buffer.direction == "rtl")


def begins_right(text: str, language: str) -> bool:
    """Tell whether the lines of a text begin at the right: if it has a letter that is read leftwards.

    Where the language is not, it must be the first letter; one name in another script does not turn a sentence.
    """
    if is_leftwards(language):
        return bool(_RIGHT_TO_LEFT.search(text))
    first = _STRONG.search(text)
    return bool(first and _RIGHT_TO_LEFT.match(first[0]))


def flows(line: str, *, leftwards: bool) -> list[Flow]:
    """Divide a line, in a text of one direction, into flows from left to right."""
    line = _BREAK.sub(" ", line)
    if not leftwards and not _RIGHT_TO_LEFT.search(line):
        return [Flow(_FORMATTING.sub("", line), leftwards=False)]
    found: list[Flow] = []
    last = -1
    for place, letter, backwards in _seen(line, leftwards=leftwards):
        if found and found[-1].leftwards is backwards and place == last + (-1 if backwards else 1):
            before = found.pop().text
            found.append(Flow(letter + before if backwards else before + letter, backwards))
        else:
            found.append(Flow(letter, backwards))
        last = place
    return found


def _seen(line: str, *, leftwards: bool) -> Iterator[tuple[int, str, bool]]:
    """Give the letters of a line from left to right, each with its place as typed and whether it runs leftwards.

    The library orders a text and does not say where its letters went. So each letter is followed by a tag of two
    invisible letters that take its direction: it tells the place, and stands on the side to which the letter runs.
    """
    places, tagged = 0, []
    for letter in line[:_LONGEST]:
        if _FORMATTING.match(letter):
            tagged.append("" if letter >= "\U000e0000" else letter)
        else:
            tagged.append(f"{letter}{chr(_TAG + places // _TAGS)}{chr(_TAG + places % _TAGS)}")
            places += 1
    # A tag at the end of the line would count as space there, if no mark of direction stood behind it.
    tagged.append("\u200f" if leftwards else "\u200e")
    ordered = get_display("".join(tagged), base_dir="R" if leftwards else "L")
    shown = [letter for letter in ordered if _is_tag(letter) or not _FORMATTING.match(letter)]
    for first, second, third in zip(*[iter(shown)] * 3, strict=True):
        backwards = _is_tag(first)
        high, low = (ord(each) - _TAG for each in ((second, first) if backwards else (second, third)))
        yield high * _TAGS + low, third if backwards else first, backwards


def _is_tag(letter: str) -> bool:
    return _TAG <= ord(letter) < _TAG + _TAGS
