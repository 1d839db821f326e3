"""The kinds of value: one description that both decodes a node and yields its JSON Schema.

Reading never stops at a fault: it reports it and goes on with a stand-in value, so that one run finds every problem.
A record with a reported fault is never rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

import regex

from factsite.corpus import dates, yamltree
from factsite.corpus.characters import HIDDEN, JOINERS
from factsite.corpus.dates import PartialDate
from factsite.corpus.format import bad_date, bad_value, hidden_character, mixed_letters, unknown_choice, wrong_type
from factsite.corpus.model import LineRange
from factsite.corpus.spelling import offset_in_file
from factsite.corpus.text import Document
from factsite.corpus.yamltree import Node, Scalar
from factsite.diagnostics import Diagnostic, Location

Json = dict[str, Any]
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=StrEnum)


@dataclass
class Reading:
    """One file being decoded, and what was found wrong with it so far.

    `required` tells whether the key that is being read must be there.
    """

    document: Document
    problems: list[Diagnostic] = field(default_factory=list)
    required: bool = False

    @property
    def path(self) -> str:
        """Give the path by which diagnostics name the file."""
        return self.document.path

    def report(self, found: Iterable[Diagnostic]) -> None:
        """Record problems."""
        self.problems.extend(found)

    def or_leave_out(self, advice: str) -> str:
        """Add to an advice that the key may be left out, where it may."""
        return advice if self.required else f"{advice}, or leave the key out"


class Kind(Protocol[T_co]):
    """A kind of value: how it is read from a node, and its JSON Schema."""

    def read(self, node: Node, reading: Reading) -> T_co:
        """Decode a node; on a fault report it and give a stand-in."""
        ...

    def schema(self) -> Json:
        """Describe the kind as JSON Schema."""
        ...


_MIXED = regex.compile(r"\p{Latin}[\p{Greek}\p{Cyrillic}]|[\p{Greek}\p{Cyrillic}]\p{Latin}")
_SHAPES = {yamltree.Scalar: "text", yamltree.Sequence: "a list", yamltree.Mapping: "a mapping"}


def refuse(node: Node, reading: Reading, wanted: str, advice: str = "") -> None:
    """Report a node of the wrong shape."""
    reading.report(wrong_type(reading.path, node.location, _SHAPES[type(node)], wanted, advice))


def scalar_of(node: Node, reading: Reading) -> Scalar:
    """Take a node as text, reporting a list or a mapping."""
    if isinstance(node, Scalar):
        return node
    refuse(node, reading, "text")
    return Scalar("", node.location, 0, 0)


@dataclass(frozen=True)
class Text:
    """Text of at most `limit` characters.

    `lines` lets it have more than one line; `hidden` lets hidden characters pass, for words that a source must have.
    `offered` names a list of what is known, of which editors' programs complete the members.
    """

    limit: int = 500
    lines: bool = False
    hidden: bool = False
    pattern: str | None = None
    meaning: str = ""
    offered: str = ""

    def read(self, node: Node, reading: Reading) -> str:
        """Decode text and check its length, characters and pattern."""
        scalar = scalar_of(node, reading)
        value = scalar.value
        if len(value) > self.limit:
            reading.report(
                bad_value(
                    reading.path, scalar.location, f"{len(value):,} characters, more than {self.limit:,}", "shorten it"
                )
            )
        if not value.strip().strip(JOINERS) and isinstance(node, Scalar):
            reading.report(
                bad_value(reading.path, scalar.location, "empty text", reading.or_leave_out("write something"))
            )
        if "\n" in value and not self.lines:
            reading.report(bad_value(reading.path, scalar.location, "more than one line", "write it on one line"))
        if not (self.hidden or (value.isascii() and value.isprintable())) and (found := HIDDEN.search(value)):
            line, column = reading.document.place(offset_in_file(reading.document, scalar, found.start()))
            reading.report(hidden_character(reading.path, Location(line, column, column + 1), found[0]))
        if not (self.hidden or value.isascii()) and (mixed := _MIXED.search(value)):
            reading.report(mixed_letters(reading.path, scalar.location, mixed[0]))
        if self.pattern and value.strip() and not re.fullmatch(self.pattern, value):
            reading.report(
                bad_value(
                    reading.path, scalar.location, f"`{value[:80]}` is not {self.meaning}", f"write {self.meaning}"
                )
            )
        return value

    def schema(self) -> Json:
        """Describe the text; what is offered is defined by `schemas`."""
        if self.offered:
            return {"$ref": f"#/definitions/{self.offered}"}
        made: Json = {"type": "string", "minLength": 1, "maxLength": self.limit}
        return made | ({"pattern": f"^(?:{self.pattern})$"} if self.pattern else {})


@dataclass(frozen=True)
class Id:
    """The id of something in the archive or in mkdocs.yml; whether it exists is checked by a rule of its own."""

    of: str

    def read(self, node: Node, reading: Reading) -> str:
        """Decode an id."""
        scalar = scalar_of(node, reading)
        if isinstance(node, Scalar) and not scalar.value.strip():
            reading.report(bad_value(reading.path, scalar.location, "empty text", f"write the id of a {self.of}"))
        return scalar.value

    def schema(self) -> Json:
        """Describe the id; its definition, with the names that exist, is made by `schemas`."""
        return {"$ref": f"#/definitions/{self.of}"}


@dataclass(frozen=True)
class Choice(Generic[E]):
    """One value of a closed list."""

    of: type[E]

    def read(self, node: Node, reading: Reading) -> E:
        """Decode a member of the list."""
        scalar = scalar_of(node, reading)
        try:
            return self.of(scalar.value)
        except ValueError:
            if isinstance(node, Scalar):
                reading.report(unknown_choice(reading.path, scalar, [member.value for member in self.of]))
            return next(iter(self.of))

    def schema(self) -> Json:
        """Describe the list."""
        return {"enum": [member.value for member in self.of]}


@dataclass(frozen=True)
class Flag:
    """Yes or no, written `true` or `false`."""

    def read(self, node: Node, reading: Reading) -> bool:
        """Decode a truth value."""
        scalar = scalar_of(node, reading)
        if isinstance(node, Scalar) and scalar.value not in ("true", "false"):
            reading.report(
                bad_value(
                    reading.path, scalar.location, f"`{scalar.value[:80]}` is not yes or no", "write `true` or `false`"
                )
            )
        return scalar.value == "true"

    def schema(self) -> Json:
        """Describe the truth value."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Number:
    """A whole number between two bounds."""

    low: int
    high: int

    def read(self, node: Node, reading: Reading) -> int:
        """Decode a number."""
        scalar = scalar_of(node, reading)
        if re.fullmatch(r"[0-9]{1,9}", scalar.value) and self.low <= int(scalar.value) <= self.high:
            return int(scalar.value)
        if isinstance(node, Scalar):
            reading.report(
                bad_value(
                    reading.path,
                    scalar.location,
                    f"`{scalar.value[:80]}` is not a number from {self.low} to {self.high}",
                    f"write a whole number from {self.low} to {self.high}",
                )
            )
        return self.low

    def schema(self) -> Json:
        """Describe the number."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class Lines:
    """A range of lines such as `1-31`, both ends included."""

    def read(self, node: Node, reading: Reading) -> LineRange:
        """Decode a range."""
        scalar = scalar_of(node, reading)
        match = re.fullmatch(r"([1-9][0-9]{0,6})-([1-9][0-9]{0,6})", scalar.value)
        if match and int(match[1]) <= int(match[2]):
            return LineRange(int(match[1]), int(match[2]))
        if isinstance(node, Scalar):
            reading.report(
                bad_value(
                    reading.path,
                    scalar.location,
                    f"`{scalar.value[:80]}` is no range of lines",
                    "write the first and the last line, such as 1-31",
                )
            )
        return LineRange(1, 1)

    def schema(self) -> Json:
        """Describe the range."""
        return {"type": "string", "pattern": "^[1-9][0-9]*-[1-9][0-9]*$"}


@dataclass(frozen=True)
class When:
    """A date of any precision; if `extended`, also a span, and what EDTF level 1 can say of uncertain dates.

    `day` is for a date that has to be a day, which a rule of its own checks.
    """

    extended: bool = False
    day: bool = False

    def read(self, node: Node, reading: Reading) -> PartialDate:
        """Decode a date."""
        scalar = scalar_of(node, reading)
        try:
            return (dates.parse if self.extended else dates.parse_plain)(scalar.value)
        except ValueError as error:
            if isinstance(node, Scalar):
                meant = dates.meant(scalar.value)
                advice = f"write {meant}" if meant else self._advice()
                reading.report(bad_date(reading.path, scalar, str(error), advice))
            return dates.parse_plain("1970-01-01")

    def _advice(self) -> str:
        if self.day:
            return "write year, month and day, such as 2019-05-13"
        if self.extended:
            return (
                "write 2019, 2019-05, 2019-05-13, 2019-05-13T09:52+05:30 or a span such as 2019-05/2019-09; also "
                "2019-05~ (about), 2019-05? (uncertain), ../2019-05 (or before), 2019-05/.. (or after), 2019-XX (some "
                "month), 201X (some year), 2019-21 (spring)"
            )
        return "write 2019, 2019-05, 2019-05-13 or 2019-05-13T09:52+05:30"

    def schema(self) -> Json:
        """Describe the date."""
        plain: Json = {"type": ["string", "integer"], "description": "ISO 8601"}
        if not self.extended:
            return plain
        examples = ["2019-05-13", "2019-05/2019-09", "2019-05~", "2019-05?", "../2019-05", "2019-05/..", "2019-XX"]
        return plain | {"description": "ISO 8601, or EDTF level 1", "examples": examples}
