"""The numbers in a text, whatever their digits and however they are grouped or spelt."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import regex

from factsite.corpus.text import Span
from factsite.languages.language import language_of
from factsite.verify.wording import Phrases, words_in

_POINT, _BETWEEN = "٫", "٬' "
"""A mark that only stands before a fraction, and marks that only stand between groups; others may be either."""

_SAME = str.maketrans("’،，．", "',,.")
_MARKS = r"[.,،，．٫٬'’]"
_DIGITS = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{Nd}}_]|\p{{Nd}}[:{_MARKS[1:]})"  # G20 is a name
    rf"(?:\p{{Nd}}{{1,3}}(?:[ \u00a0\u2000-\u200a\u202f\u205f]\p{{Nd}}{{3}})+(?!\p{{Nd}})(?:[.,٫]\p{{Nd}}++)?+"
    rf"|\p{{Nd}}++(?:{_MARKS}\p{{Nd}}++)*+)"
)
_NAME = regex.compile(r"(?<=[\p{L}\p{M}][-–])\p{Nd}")
"""A number that a hyphen ties to a word before it, as in COVID-19, is part of a name."""
_MARK = regex.compile(r"[^\p{Nd}]")
_DATE = regex.compile(r"\p{Nd}{1,4}([-/.])\p{Nd}{1,2}\1\p{Nd}{1,4}")
_JOINED = regex.compile(r"[\s-]*")
_BESIDE = regex.compile(r"[\s,.]*")
_HUNDRED, _THOUSAND = 100, 1_000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: its range, the values that it may be read as (`1.400` is two), whether it counts something.

    A number in a date or in a name, as of COVID-19, counts nothing.
    """

    span: Span
    values: frozenset[Decimal]
    counts: bool = True


_SPLIT = re.compile(r"[^a-z]+")


class _Part(NamedTuple):
    """A run of digits, or a word that is a number, or the name of a month, which has no value."""

    span: Span
    values: frozenset[Decimal]
    digits: bool = False

    @property
    def month(self) -> bool:
        return not self.values


def may_hold_number(text: str, language: str) -> bool:
    """Tell whether a closer look at a text can find a number; most have neither a digit nor a word that is one."""
    words, _ = _lists((language_of(language).tag,))
    return not text.isascii() or any(map(str.isdigit, text)) or not words.keys().isdisjoint(_SPLIT.split(text.lower()))


def numbers_in(text: str, languages: Iterable[str]) -> list[Quantity]:
    """Give the numbers of a text, in order, in digits or in words of some languages (BCP 47 tags)."""
    named = [Span(*found.span()) for pattern in (_DATE, _NAME) for found in pattern.finditer(text)]
    tags = tuple(language_of(tag).tag for tag in languages)
    runs = list(_runs(text, _parts(text, tags), _joints(tags)))
    return [
        Quantity(run.span, run.values, not (_beside_month(text, runs, at) or any(map(run.span.overlaps, named))))
        for at, run in enumerate(runs)
        if not run.month
    ]


def _beside_month(text: str, runs: list[_Part], at: int) -> bool:
    """Tell whether a number stands beside a month, or is the year behind a month and a day."""
    if _touch(text, runs, at) and runs[at + 1].month:
        return True
    if not _touch(text, runs, at - 1):
        return False
    year = runs[at].span.end - runs[at].span.start == 4
    return runs[at - 1].month or (year and _touch(text, runs, at - 2) and runs[at - 2].month)


def _touch(text: str, runs: list[_Part], at: int) -> bool:
    """Tell whether nothing but spaces and marks stands between a part and the next one."""
    return 0 <= at < len(runs) - 1 and bool(_BESIDE.fullmatch(text, runs[at].span.end, runs[at + 1].span.start))


def _parts(text: str, tags: tuple[str, ...]) -> list[_Part]:
    """Give digits, number words and months in order."""
    words, months = _lists(tags)
    runs = [_Part(Span(*one.span()), frozenset(_readings(one[0])), digits=True) for one in _DIGITS.finditer(text)]
    parts = [run for run in runs if run.values]
    taken = [part.span for part in parts]
    for word in words_in(text):
        before = bisect_left(taken, (word.span.end,))
        if before and taken[before - 1].overlaps(word.span):
            continue
        if value := words.get(word.folded):
            parts.append(_Part(word.span, frozenset({Decimal(value)})))
        elif months.beginning([word]) and not text[word.span.start].islower():
            parts.append(_Part(word.span, frozenset()))
    return sorted(parts)


@cache
def _lists(tags: tuple[str, ...]) -> tuple[dict[str, int], Phrases]:
    known = [language_of(tag) for tag in tags]
    numbers = {words_in(word)[0].folded: value for language in known for word, value in language.numbers.items()}
    return numbers, Phrases(month for language in known for month in language.months)


@cache
def _joints(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Make the pattern of what stands between the hundreds of a number in words and the rest of it."""
    joints = [re.escape(word) for tag in tags for word in language_of(tag).joints]
    return re.compile(rf"\s+(?:{'|'.join(joints)})\s+" if joints else r"(?!)", re.IGNORECASE)


def _runs(text: str, parts: list[_Part], joints: re.Pattern[str]) -> Iterator[_Part]:
    """Join the parts that are one number, such as `5 million`, `twenty-one` and `two hundred and five`."""
    run: list[_Part] = []
    for at, part in enumerate(parts):
        alone = not run or part.digits or part.month or run[0].month
        if run and (alone or not _is_one_number(text, parts, at, joints)):
            yield _joined(run)
            run = []
        run.append(part)
    if run:
        yield _joined(run)


def _is_one_number(text: str, parts: list[_Part], at: int, joints: re.Pattern[str]) -> bool:
    """Tell whether a word goes on the number before it; in `one hundred and two hundred` it begins another one."""
    before, part = parts[at - 1 : at + 1]
    between = Span(before.span.end, part.span.start)
    if _JOINED.fullmatch(text, *between):
        return True
    lacks = not before.digits and min(before.values) >= _HUNDRED > max(part.values)
    hundreds = _touch(text, parts, at) and parts[at + 1].values == {_HUNDRED}
    return lacks and not hundreds and bool(joints.fullmatch(text, *between))


def _joined(run: list[_Part]) -> _Part:
    """Make one number of its parts: the first may be read in several ways, and words behind it add or multiply."""
    factors = [value for part in run[1:] for value in part.values]
    values = frozenset(_value([first, *factors]) for first in run[0].values)
    return _Part(Span(run[0].span.start, run[-1].span.end), values)


def _value(parts: list[Decimal]) -> Decimal:
    total, current = Decimal(0), parts[0]
    for value in parts[1:]:
        if value < _HUNDRED:
            current += value
        elif value < _THOUSAND:
            current *= value
        else:
            total, current = total + current * value, Decimal(0)
    return total + current


def _readings(digits: str) -> Iterator[Decimal]:
    """Give what digits with separators may mean: groups of an integer, or an integer and a fraction.

    Digits that are newer than Python's own list have no value.
    """
    parts = _MARK.split(digits)
    marks = [" " if mark.isspace() else mark for mark in _MARK.findall(digits.translate(_SAME))]
    last = marks[-1] if marks else " "
    if not all(map(str.isdecimal, parts)):
        return
    grouped = last != _POINT and len(set(marks)) == 1 and _are_groups(parts)
    if grouped or last in _BETWEEN:
        yield Decimal("".join(parts))
    if last not in _BETWEEN and not (grouped and len(parts) > 2):
        yield Decimal("".join(parts[:-1]) + "." + parts[-1])


def _are_groups(parts: list[str]) -> bool:
    """Tell whether runs of digits can be the groups of one integer, as Europe or as India makes them."""
    whole = len(parts[0]) <= 3 and int(parts[0][0]) > 0
    return whole and len(parts[-1]) == 3 and all(len(part) in (2, 3) for part in parts[1:])
