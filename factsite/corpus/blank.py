"""A claim file to fill in: every key that the format knows, with what it means, from the table that decodes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from factsite.corpus.decode import CLAIM
from factsite.corpus.kinds import Choice, Id, Text
from factsite.corpus.lists import ListOf, OneOrMore
from factsite.corpus.model import Settings
from factsite.corpus.shapes import Field, Shape
from factsite.corpus.written import scalar


def blank(claim: str, settings: Settings | None, sources: Iterable[str], today: date) -> str:
    """Write a claim file with the claim and the day filled in, and all else open; optional keys are commented out."""
    known = {"source": list(sources)}
    if settings is not None:
        known |= {"verdict": list(settings.verdicts), "topic": list(settings.topics)}
        known |= {"claimant": list(settings.claimants.declared)}
    given = {"claim": scalar(claim), "reviewed": today.isoformat()}
    lines = [
        "# yaml-language-server: $schema=../schema/claim.schema.json",
        "# Fill in what stands open; `factsite check` names each place. A line that begins with # is optional:",
        '# take the # away to use it. `factsite quote SOURCE "some words"` gives the evidence of a quote.',
        *_lines(CLAIM.fields, "", known, given),
    ]
    return "\n".join(lines) + "\n"


def _lines(fields: Iterable[Field], indent: str, known: dict[str, list[str]], given: dict[str, str]) -> Iterator[str]:
    for field in fields:
        inner = _shape(field)
        start = indent if field.required else f"{indent}# "
        value = f" {given[field.key]}" if field.key in given else ""
        brackets = " []" if field.required and isinstance(field.kind, ListOf) and inner is None else ""
        note = "" if value else f"  # {_note(field, known)}"
        yield f"{start}{field.key}:{value or brackets}{note}"
        if inner is not None:
            yield from _nested(field, inner, start, known)


def _nested(field: Field, inner: Shape[object], start: str, known: dict[str, list[str]]) -> Iterator[str]:
    """Write the keys of a mapping, or of the one item of a list."""
    item = isinstance(field.kind, ListOf)
    for number, line in enumerate(_lines(inner.fields, "", known, {})):
        yield f"{start}  {'- ' if item and number == 0 else '  ' if item else ''}{line}"


def _shape(field: Field) -> Shape[object] | None:
    kind = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
    return kind if isinstance(kind, Shape) else None


def _note(field: Field, known: dict[str, list[str]]) -> str:
    """Say what a key means, and what it may be where there is a list of that."""
    kind = field.kind.kind if isinstance(field.kind, ListOf | OneOrMore) else field.kind
    names = [member.value for member in kind.of] if isinstance(kind, Choice) else []
    names = known.get(kind.of, []) if isinstance(kind, Id) else names
    names = known.get(kind.offered, []) if isinstance(kind, Text) else names
    shown = " | ".join(names[:12]) + (" | …" if len(names) > 12 else "")
    return f"{field.meaning}: {shown}" if shown else field.meaning
