"""The rules of the format: what a value, a key and a character must be, whatever the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factsite.corpus.names import did_you_mean
from factsite.corpus.yamltree import Scalar
from factsite.diagnostics import Finding, Location, rule


@rule
def unknown_key(key: Scalar, known: Iterable[str]) -> Iterator[Finding]:
    """A record has only the keys that the format knows; a mistyped key would otherwise be ignored in silence."""
    yield Finding(key.location, f"unknown key `{key.value}`", did_you_mean(key.value, known, "schema/"))


@rule
def missing_key(location: Location, key: str, meaning: str, *, left_open: bool = False) -> Iterator[Finding]:
    """A record has every key that the format demands, each with a value."""
    if left_open:
        yield Finding(location, f"`{key}` is left open", f"write behind it: {meaning}")
    else:
        yield Finding(location, f"missing key `{key}`", f"add `{key}:` ({meaning})")


@rule
def wrong_type(location: Location, found: str, wanted: str, advice: str = "") -> Iterator[Finding]:
    """A value has the shape that its key demands: text, a list, or a mapping."""
    yield Finding(location, f"{found} where {wanted} is expected", advice or f"write {wanted} here")


@rule
def bad_value(location: Location, message: str, advice: str) -> Iterator[Finding]:
    """A value keeps to what its key allows: length, pattern, number, address."""
    yield Finding(location, message, advice)


@rule
def bad_date(scalar: Scalar, reason: str, advice: str) -> Iterator[Finding]:
    """A date is written as ISO 8601: a year, a month, a day, or a moment with its offset.

    When a claim was made and what it speaks of may also be a span, which has a slash, or uncertain, as EDTF level 1
    writes it: `2019-05~` is about May, `2019-05?` is May if that is right, `2019-05%` is both, `../2019-05` is May or
    before, `2019-05/..` is May or after, `2019-XX` and `201X` are some month and some year, and `2019-21` to `2019-24`
    are spring to winter. Nothing is concluded of their order where it is not certain.
    """
    yield Finding(scalar.location, f"`{scalar.value}` is no date: {reason}", advice)


@rule
def unknown_choice(scalar: Scalar, known: Iterable[str]) -> Iterator[Finding]:
    """A value from a closed list (stance, certainty, reason, relation, format) is one of that list."""
    yield Finding(scalar.location, f"unknown value `{scalar.value}`", did_you_mean(scalar.value, known, "schema/"))


@rule
def mixed_letters(location: Location, word: str) -> Iterator[Finding]:
    """Latin, Greek and Cyrillic letters do not stand side by side in a word; many of them look the same.

    A name with one of them would be another name, and count as another speaker.
    """
    yield Finding(location, f"letters of two scripts side by side: `{word}`", "type the word in the letters of one")


@rule
def hidden_character(location: Location, char: str) -> Iterator[Finding]:
    """Text holds no control, bidirectional or invisible character; quotes may hold those that their seed has.

    Zero-width joiners may stand between letters of scripts that need them, as Hindi does.
    """
    yield Finding(
        location, f"invisible character U+{ord(char):04X}", "delete it; retype the words around it if need be"
    )
