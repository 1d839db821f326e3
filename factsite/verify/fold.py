"""Texts with what looks alike made equal.

Never for proof: it tells what an author meant, and what a source must not be said to lack.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from factsite.corpus.characters import SHAPELESS, UNSEEN
from factsite.verify.lookalikes import LATIN, SIGNS, nasals

DROPPED = re.compile(f"[{SHAPELESS}]")
MARKS = {
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′`´＇"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－"), "-"),
    **dict.fromkeys(code for code in range(0x10000) if DROPPED.fullmatch(chr(code))),
}
_UNSEEN = regex.compile(f"[{UNSEEN}]")
_VOWEL_SIGNS = regex.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]")
"""What is written over or under an Arabic letter or left out, hamza and madda included, and the tatweel."""
_NUKTA = 7
"""The combining class of the nuktas of all scripts."""
_WORD = regex.compile(r"[^\s\u2800]+")
_SPACE = regex.compile(r"[\s\u2800]")
_MARKS_OF_ONE_LETTER = regex.compile(r"[^\p{ccc=0}]{2,}")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_LETTERS = regex.compile(rf"(?V1)[[\p{{L}}\p{{M}}]--{_UNSPACED.pattern}]+")
_LATIN = regex.compile(r"\p{Latin}")
_NOT_LATIN = regex.compile(r"[\p{Cyrillic}\p{Greek}ɑɡı]")
_NASAL = regex.compile("|".join(nasals()))
_NIKHAHIT = regex.compile("\u0e4d[\u0e48-\u0e4b](?=\u0e32)")
"""Half of a Thai sara am that was typed in two halves, with the tone mark behind it instead of before it."""
_DOTTED = regex.compile("(?<=i)\u0307+")
"""The dot of a small letter that was a capital with a dot, as in İstanbul."""
_ANUSVARA, _BLOCK = 2, 0x80
"""The place of the anusvara in the block of each script of India, and the size of these blocks."""


def fold(text: str) -> str:
    """Give a text with plain quotation marks and dashes and nothing invisible; `unfold` finds the way back."""
    return text.translate(MARKS)


def unfold(text: str, index: int) -> int:
    """Give the index in a text behind an index in its folded form."""
    return index + bisect_right(_dropped(text), index)


@lru_cache(maxsize=8)  # every hit in a source's text asks again
def _dropped(text: str) -> list[int]:
    """Give where in the folded form characters were dropped."""
    return [found.start() - number for number, found in enumerate(DROPPED.finditer(text))]


class Folded(NamedTuple):
    """A folded text; `places[i]` is the index in the original of what became its character `i`, and never falls."""

    text: str
    places: Sequence[int]


def alike(text: str) -> str:
    """Give a text folded, as `folded` folds it, without the way back."""
    return folded(text).text


def folded(text: str) -> Folded:
    """Fold a text: one case, compatibility forms (`ﬁ` is `fi`, `𝟗` is 9), ASCII digits, nothing that is not seen.

    One quotation mark of each kind, one dash and one space; the scripts of India without nukta and with one sign for
    nasals; one letter for the yeh, kaf, heh and alef of Arabic, Persian and Urdu, without vowel signs; Malayalam
    letters in full; a Thai sara am in its two halves; and Latin letters for others that look the same, in a word of
    which all letters are or look Latin. Locations stand apart from their letters.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return Folded(_ascii(text), range(len(text)))
    pieces: list[str] = []
    places = array("L")
    behind = 0
    for word in _WORD.finditer(text):
        made, steps = _word(word[0])
        if made:
            start = word.start()
            if start > behind and not (pieces and _is_one_word(pieces[-1], made)):
                pieces.append(" ")
                places.append(behind)
            pieces.append(made)
            places.extend(range(start, start + len(made)) if steps is None else [start + step for step in steps])
            behind = word.end()
    if _SPACE.search(text, behind):
        pieces.append(" ")
        places.append(behind)
    return Folded("".join(pieces), places)


def _is_one_word(before: str, behind: str) -> bool:
    """Tell whether white space between two texts says nothing, as at a line end in Chinese."""
    return not behind[0].isascii() and bool(_UNSPACED.match(before[-1]) and _UNSPACED.match(behind))


def _ascii(text: str) -> str:
    return text.lower().replace("`", "'")


@lru_cache(maxsize=65_536)  # most words of a text have stood before, in it or in another
def _word(word: str) -> tuple[str, tuple[int, ...] | None]:
    """Fold a word; give for each character the index in the word, or None where these are the same."""
    if word.isascii():
        return _ascii(word), None
    made = [(char, at) for at, one in enumerate(word) for char in _plain(one)]
    made = _replaced(_MARKS_OF_ONE_LETTER, made, lambda marks: sorted(marks, key=unicodedata.combining))
    made = _replaced(_LETTERS, made, _in_latin)  # before case is folded, for в does not look like B
    made = [(char, at) for one, at in made for char in _lower(one)]
    made = _replaced(_DOTTED, made, lambda _: "")
    made = _replaced(_LETTERS, made, _in_latin)
    made = _replaced(_NIKHAHIT, made, lambda pair: pair[::-1])
    made = _replaced(_NASAL, made, lambda pair: chr(ord(pair[0]) // _BLOCK * _BLOCK + _ANUSVARA))
    return "".join(char for char, _ in made), tuple(at for _, at in made)


def _replaced(
    pattern: regex.Pattern[str], made: list[tuple[str, int]], other: Callable[[str], Iterable[str]]
) -> list[tuple[str, int]]:
    """Replace what a pattern finds by as many characters or fewer, which stand where the first ones stood."""
    kept: list[tuple[str, int]] = []
    behind = 0
    for found in pattern.finditer("".join(char for char, _ in made)):
        start, end = found.span()
        kept += made[behind:start]
        kept += zip(other(found[0]), (at for _, at in made[start:end]), strict=False)
        behind = end
    return kept + made[behind:] if behind else made


@cache
def _plain(char: str) -> str:
    """Give what stands for a character, case kept, wherever it stands."""
    if char in SIGNS:
        return SIGNS[char]
    if _UNSEEN.match(char) or _VOWEL_SIGNS.match(char) or unicodedata.combining(char) == _NUKTA:
        return ""
    if unicodedata.category(char) == "Pd":
        return "-"
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    apart = unicodedata.normalize("NFKD", char)
    # A mark by itself, such as ¨, is compatible with a space that bears it; it parts no words.
    return char if apart == char or apart[0] == " " else "".join(map(_plain, apart))


@cache
def _lower(char: str) -> str:
    return "".join(map(_plain, char.casefold()))


def _in_latin(word: str) -> str:
    """Give a word of Latin letters and of others that all look like such in Latin letters alone."""
    others = set(_NOT_LATIN.findall(word))
    if not others or not _LATIN.search(word) or not others <= LATIN.keys():
        return word
    return "".join(LATIN.get(char, char) for char in word)


def letters(text: str) -> frozenset[str]:
    """Name the kinds of letter in a text: ARABIC, DEVANAGARI, LATIN, and each Latin letter beyond A to Z by itself.

    Of other scripts, a short text lacks letters by chance; of Latin it lacks `ɑ`, which looks like `a`, on purpose.
    """
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold().replace("i\u0307", "i")
    names = (unicodedata.name(char, "unnamed") for char in set(plain) if char.isalpha())
    return frozenset(name if _is_rare(name) else name.partition(" ")[0] for name in names)


def _is_rare(name: str) -> bool:
    return name.startswith("LATIN ") and not re.fullmatch(r"LATIN SMALL LETTER [A-Z]", name)
