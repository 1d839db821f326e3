"""What becomes of a claim's evidence."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.model import Evidence, Excerpt, Stance
from factsite.review.evidence import EvidenceChange, Fate, changed_evidence
from tests.records import GAZETTE, SOURCES, archived

NINE, HURT, BOATS = "the lantern festival ended at nine", "Nobody was hurt", "Two boats"


def piece(quote: str, source: str = "gazette", **changes: Any) -> Evidence[Excerpt]:
    """Make a piece of evidence."""
    given: dict[str, Any] = {"stance": Stance.SUPPORTS, "says": "So it was"}
    return Evidence(source=source, quote=Excerpt(quote, source), **given | changes)


def became(before: list[Evidence[Excerpt]], after: list[Evidence[Excerpt]]) -> tuple[EvidenceChange, ...]:
    """Compare two lists of evidence from the same documents."""
    return changed_evidence(before, after, SOURCES, SOURCES)


def test_nothing() -> None:
    """Evidence that quotes the same words, broken into other lines, is as it was."""
    assert became([piece(NINE)], [piece("the lantern festival\nended at nine")]) == ()


def test_added_and_removed() -> None:
    """A new source's word is added; a source that no longer speaks is removed, and named last."""
    found = became([piece(NINE), piece(HURT)], [piece(NINE), piece("until ten", "notebook")])
    assert [(one.fate, one.source, one.was_at, one.is_at) for one in found] == [
        (Fate.ADDED, "notebook", 0, 2),
        (Fate.REMOVED, "gazette", 2, 0),
    ]


def test_reworded() -> None:
    """A source that is quoted with other words is reworded; whether these stand in it is said."""
    (fine,) = became([piece(NINE)], [piece(HURT, says="No harm")])
    assert (fine.fate, fine.stands, [field.key for field in fine.fields]) == (Fate.REWORDED, True, ["says"])
    (wrong,) = became([piece(NINE)], [piece("the lantern festival ended at ten")])
    assert (wrong.fate, wrong.stands) == (Fate.REWORDED, False)


def test_changed() -> None:
    """The same words that are weighed otherwise are changed."""
    (found,) = became([piece(NINE)], [piece(NINE, stance=Stance.QUALIFIES)])
    assert found.fate is Fate.CHANGED
    assert [(field.key, field.before, field.after) for field in found.fields] == [("stance", "supports", "qualifies")]


def test_moved() -> None:
    """Of evidence in a new order, the fewest pieces that explain it have moved."""
    (found,) = became([piece(NINE), piece(HURT), piece(BOATS)], [piece(BOATS), piece(NINE), piece(HURT)])
    assert (found.fate, found.was_at, found.is_at) == (Fate.MOVED, 3, 1)


def test_lost() -> None:
    """A quote whose document has other words now is lost, though the claim did not change."""
    edited = SOURCES | {"gazette": archived("gazette", GAZETTE.replace("nine", "ten"))}
    found = changed_evidence([piece(NINE), piece(HURT)], [piece(NINE), piece(HURT)], SOURCES, edited)
    assert [(one.fate, one.is_at) for one in found] == [(Fate.LOST, 1)]


def test_never_proved() -> None:
    """A quote that did not stand in its source before is not lost now."""
    assert became([piece("not there")], [piece("not there")]) == ()


@given(st.permutations(range(6)))
def test_an_order_is_explained(order: list[int]) -> None:
    """Taking out what moved leaves evidence in its former order, and something always stays."""
    words = "Lantern festival;ends early;By Northern Wire;The mayor said;Nobody was hurt;Two boats".split(";")
    before = [piece(text) for text in words]
    moved = {one.is_at for one in became(before, [before[index] for index in order])}
    kept = [index for at, index in enumerate(order, 1) if at not in moved]
    assert kept == sorted(kept)
    assert kept
