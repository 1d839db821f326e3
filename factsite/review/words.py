"""Values of a record in words, and which fields of two records differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from factsite.corpus.dates import PartialDate
from factsite.corpus.model import (
    Absence,
    Claim,
    Claimant,
    ClaimWords,
    Evidence,
    Excerpt,
    LineRange,
    Quotable,
    Rules,
    SetAside,
    Source,
    Withdrawal,
)
from factsite.site.catalogues import SOURCE_LANGUAGE
from factsite.site.words import Words

R = TypeVar("R", Claim[Excerpt], Evidence[Excerpt], Source, Rules)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose value differs, with both values in words; an empty one is not there."""

    key: str
    before: str
    after: str


def changed_fields(before: R, after: R, apart: Collection[str]) -> tuple[FieldChange, ...]:
    """Give the fields that differ, in the order of the record, but for some that are looked at apart."""
    keys = [field.name for field in fields(after) if field.name not in apart]
    values = [(key, getattr(before, key), getattr(after, key)) for key in keys]
    return tuple(FieldChange(key, said(old), said(new)) for key, old, new in values if old != new)


def said(value: object) -> str:
    """Put a value of a record into words."""
    return _WORDS.get(type(value), str)(value)


def _list(values: Iterable[object]) -> str:
    """Join values; those that hold commas themselves are parted by semicolons."""
    told = [said(value) for value in values]
    return ("; " if any(", " in one for one in told) else ", ").join(told)


_ENGLISH = Words(SOURCE_LANGUAGE)

_WORDS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    bool: lambda value: "yes" if value else "no",
    PartialDate: lambda date: date.iso if date.plain else f"{date.iso} ({_ENGLISH.when(date)})",
    Claimant: lambda claimant: claimant.shown,
    LineRange: lambda lines: f"{lines.first}-{lines.last}",
    Quotable: lambda quotable: f"whole: {quotable.whole}",
    SetAside: lambda part: f"{part.text} ({part.why})",
    Absence: lambda absence: f"{_list(absence.sources) or 'all'}: {_list(absence.terms)}",
    ClaimWords: lambda words: " ".join(filter(None, (words.claim, words.summary, words.reasoning))),
    Withdrawal: lambda withdrawal: f"{withdrawal.on.iso}: {withdrawal.why}",
    tuple: _list,
    dict: lambda values: "; ".join(f"{key}: {said(value)}" for key, value in values.items()),
}
"""How each type is put into words; what is not here says itself."""
