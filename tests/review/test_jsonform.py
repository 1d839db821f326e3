"""The JSON of a review holds all that its text says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from factsite.corpus import dates
from factsite.corpus.dates import PartialDate
from factsite.corpus.model import Claimant, ClaimantKind, Claimants, Correction, Withdrawal
from factsite.diagnostics import Diagnostic, Location, Severity
from factsite.proposals.proposal import review
from factsite.review.compare import ChangeKind, compare
from factsite.review.forms import Form, written
from factsite.review.lines import Foreign
from factsite.review.report import report
from factsite.review.review import Extent, Review
from tests.records import SOURCES, archived
from tests.review.repositories import Edit, proposed
from tests.review.scenarios import SCENARIOS
from tests.review.test_compare import claim, side

PREVIEW = "https://preview.example/"
DAY = dates.parse("2026-11-22")


def everything() -> Review:
    """Make a review with a claim and a source of every kind, and whatever else a report may speak of."""
    long = "word " * 20
    notice = archived("notice", "The notice\n\nThe festival ended at nine.\n", origin="notebook")
    changed = archived("gazette", SOURCES["gazette"].document.text.replace("Nobody", "No one"), origin="notebook")
    entry = Correction(DAY, "It was refuted since.", verdict_was="disputed", typographical=True)
    same = claim("same", "Nobody was hurt", claim="All went home.", summary="Each by his own way.")
    before = side(
        same,
        claim("nine", reasoning=f"{long} one"),
        claim("gone", "Two boats", claim="Rain fell all night.", summary="So said everybody whom she asked."),
        claim("hurt", claim="Nobody was hurt.", quote="Nobody was hurt"),
        claim("old-name", claim="It was dry.", summary="Quite."),
    )
    after = side(
        same,
        claim("nine", verdict="refuted", reasoning=f"{long} another", quote="ended at ten", corrections=(entry,)),
        claim("hurt", claim="Nobody was hurt.", quote="Nobody was hurt", withdrawn=Withdrawal(DAY, "Misquoted.")),
        claim("new", "the harbour master", "notice", claim="Snow lay knee-deep in June.", summary="A clerk wrote it."),
        claim("new-name", claim="It was dry.", summary="Quite."),
        sources={**SOURCES, "gazette": changed, "notice": notice},
        claimants=Claimants.of({"mayor": Claimant("The mayor", kind=ClaimantKind.PERSON)}),
    )
    warned = Diagnostic("claims/new.yml", Location(2, 3, 4), "odd", "it is odd", "mend it", Severity.WARNING)
    labels = {"refuted": "Refuted", "disputed": "Disputed"}
    comparison = compare(before, replace(after, claims={**after.claims, "faulty": None}))
    return Review("a" * 40, "b" * 40, comparison, (warned,), Extent(1, 2, 3, 4), labels, ("docs/about.md",))


def altered(value: Any) -> Iterator[Any]:
    """Give a value with each of its parts, in turn, changed into another of its kind, or left out."""
    for part, put in parts(value):
        yield from map(put, altered(part))
    if type(value) is tuple:
        yield value[1:]
    elif (other := another(value)) is not None:
        yield other


def parts(value: Any) -> Iterator[tuple[Any, Callable[[Any], Any]]]:
    """Give the parts of a value, each with what puts another in its place."""
    if is_dataclass(value) and not isinstance(value, PartialDate):
        for name in (field.name for field in fields(value)):
            yield getattr(value, name), partial(with_field, value, name)
    elif isinstance(value, Mapping):
        for key in value:
            yield value[key], partial(with_item, value, key)
    elif type(value) is tuple:
        for at, part in enumerate(value):
            yield part, partial(with_member, value, at)


def with_field(value: Any, name: str, other: Any) -> Any:
    """Give a record with another field."""
    return replace(value, **{name: other})


def with_item(value: Mapping[Any, Any], key: Any, other: Any) -> Mapping[Any, Any]:
    """Give a mapping with another value."""
    return {**value, key: other}


def with_member(value: tuple[Any, ...], at: int, other: Any) -> tuple[Any, ...]:
    """Give a tuple with another member."""
    return (*value[:at], other, *value[at + 1 :])


def another(value: object) -> object:
    """Give another value of the same kind, where the value has no parts."""
    match value:
        case PartialDate():
            return dates.parse("2001-02-03")
        case bool():
            return not value
        case int():
            return value + 1
        case Enum():
            return next(other for other in type(value) if other is not value)
        case str():
            return f"{value} x"
        case _:
            return None


def told(found: Review, form: Form) -> str:
    """Write a review with the address of its preview."""
    try:
        return written(found, form, PREVIEW)
    except (KeyError, AssertionError):
        return ""  # no review is like this: a count that there is not, a change of nothing


def test_what_changes_the_text_changes_the_json() -> None:
    """There is no part of a review on which the text depends and the JSON does not."""
    whole = everything()
    assert {change.kind for change in whole.comparison.claims} == set(ChangeKind)
    text, data = told(whole, Form.TEXT), told(whole, Form.JSON)
    others = list(altered(whole))
    assert len(others) > 200
    matter = [other for other in others if told(other, Form.TEXT) not in (text, "")]
    assert len(matter) > 50
    assert [other for other in matter if told(other, Form.JSON) == data] == []


def leaves(value: object) -> Iterator[str]:
    """Give every text and number of a JSON value, on one line, and all those of an object together."""
    if isinstance(value, dict | list):
        parts = [leaf for part in (value.values() if isinstance(value, dict) else value) for leaf in leaves(part)]
        yield from parts
        yield " ".join(parts) if isinstance(value, dict) else ""
    elif value is not None:
        yield " ".join(str(value).split())


def foreign(found: Review) -> Iterator[str]:
    """Give all words of others that the text shows, on one line, without the marks of what is left out around them."""
    made = report(found, PREVIEW)
    sections = [section for chapter in made.chapters for section in chapter.sections]
    lines = [*made.opening, *(line for section in sections for line in section.lines)]
    for words in [*(section.heading for section in sections), *(line.words for line in lines)]:
        for part in words:
            if isinstance(part, Foreign):
                yield " ".join(part.text.removeprefix("… ").removesuffix(" …").split())
    yield from filter(None, (section.address for section in sections))
    yield made.headline


@pytest.mark.parametrize(("name", "edit"), SCENARIOS.items(), ids=SCENARIOS)
def test_the_words_of_the_text_are_in_the_json(name: str, edit: Edit, tmp_path: Path) -> None:
    """Every word of others, every address and the headline stand in the JSON, whole."""
    found = review(proposed(tmp_path / name, edit), "main", "proposal")
    given = list(leaves(json.loads(told(found, Form.JSON))))
    missing = [text for text in foreign(found) if not any(text in leaf for leaf in given)]
    # Of a long value the text shows places, each with words of several parts of one object.
    assert [text for text in missing if not any(set(text.split()) <= set(leaf.split()) for leaf in given)] == []


def test_the_numbers_of_the_text_are_in_the_json() -> None:
    """Every number that the text tells is told by the JSON too."""
    found = everything()
    data = told(found, Form.JSON)
    assert set(re.findall(r"\d+", told(found, Form.TEXT))) <= set(re.findall(r"\d+", data))


def test_corrections_and_withdrawals_are_given_whole() -> None:
    """A program is told which verdict a correction takes back, and why and since when a claim does not stand."""
    claims = {one["id"]: one for one in json.loads(told(everything(), Form.JSON))["claims"]}
    assert claims["nine"]["corrections"] == [
        {"on": "2026-11-22", "what": "It was refuted since.", "verdict_was": "disputed", "typographical": True}
    ]
    assert claims["nine"]["verdict"] == {"id": "refuted", "label": "Refuted"}
    assert claims["hurt"]["withdrawn"] == {"on": "2026-11-22", "why": "Misquoted."}
