"""What becomes of claims, sources and settings."""

from __future__ import annotations

from dataclasses import Field, fields, replace
from typing import Any

import pytest

from factsite.corpus import dates
from factsite.corpus.model import Claim, Correction, Evidence, Excerpt, Relation, Rules, Settings, Stance, Withdrawal
from factsite.diagnostics import Severity
from factsite.review.compare import ChangeKind, Comparison, CountChange, compare
from factsite.review.record_snapshot import RecordSnapshot
from factsite.review.sources import SourceKind
from factsite.verify.record import ArchivedSource
from tests.records import GAZETTE, SETTINGS, SOURCES, archived
from tests.records import claim as proved

NINE = "the lantern festival ended at nine"


def claim(name: str = "nine", quote: str = NINE, source: str = "gazette", **changes: Any) -> Claim[Excerpt]:
    """Make a claim as an author typed it."""
    evidence = Evidence(source=source, stance=Stance.SUPPORTS, says="Nine", quote=Excerpt(quote, source))
    plain = proved(name, claimant=changes.pop("claimant", "The mayor"))
    given = {field.name: getattr(plain, field.name) for field in fields(Claim)}
    return Claim(**given | {"evidence": (evidence,)} | changes)


def side(*claims: Claim[Excerpt], sources: dict[str, ArchivedSource] = SOURCES, **changes: Any) -> RecordSnapshot:
    """Make one side of a comparison; a claim's file is its words."""
    texts = {one.id: f"{one.claim}\n{one.summary}\n{one.evidence[0].quote.text}" for one in claims}
    return RecordSnapshot(replace(SETTINGS, **changes), sources, {one.id: one for one in claims}, texts)


def kinds(comparison: Comparison) -> list[tuple[ChangeKind, str, str | None]]:
    """Give what became of which claim."""
    return [(change.kind, change.id, change.was) for change in comparison.claims]


def test_no_effect() -> None:
    """Two equal versions do not differ."""
    assert not compare(side(claim()), side(claim()))


def test_added_and_removed() -> None:
    """A claim on one side only is added or removed, with its counts where it is new."""
    found = compare(
        side(claim("boats", "Two boats", claim="Boats drifted.", summary="They did, as the mayor said.")),
        side(claim("hurt", "Nobody was hurt", claim="No harm.", summary="x")),
    )
    assert kinds(found) == [(ChangeKind.REMOVED, "boats", None), (ChangeKind.ADDED, "hurt", None)]
    assert found.claims[1].tally is not None
    assert found.claims[1].tally.origins == 1


def test_changed() -> None:
    """A claim's differing fields are named, and its new corrections."""
    entry = Correction(dates.parse("2026-11-22"), "It was wrong.")
    (change,) = compare(side(claim()), side(claim(verdict="refuted", corrections=(entry,)))).claims
    assert (change.kind, [field.key for field in change.fields]) == (ChangeKind.CHANGED, ["verdict"])
    assert change.corrections == (entry,)


def test_withdrawn() -> None:
    """A claim that is withdrawn is said to be so, whatever else changed in it."""
    withdrawal = Withdrawal(dates.parse("2026-11-22"), "Misquoted.")
    assert kinds(compare(side(claim()), side(claim(summary="Other.", withdrawn=withdrawal)))) == [
        (ChangeKind.WITHDRAWN, "nine", None)
    ]


def test_renamed_by_its_statement() -> None:
    """A claim with the same statement under another name is renamed."""
    assert kinds(compare(side(claim()), side(claim("nine-o-clock", summary="Other.")))) == [
        (ChangeKind.RENAMED, "nine-o-clock", "nine")
    ]


def test_renamed_by_its_likeness() -> None:
    """A claim whose file is mostly the same under another name is renamed, though its statement changed."""
    found = compare(side(claim()), side(claim("at-nine", claim="The lantern festival was over at nine.")))
    assert kinds(found) == [(ChangeKind.RENAMED, "at-nine", "nine")]
    assert "claim" in [field.key for field in found.claims[0].fields]


def test_two_of_one_statement() -> None:
    """One former claim is the former name of one claim at most."""
    found = compare(side(claim()), side(claim("one"), claim("two")))
    assert [was for _, _, was in kinds(found)].count("nine") == 1


def test_faulty() -> None:
    """A claim whose file has faults is not compared, and is not taken for removed."""
    after = RecordSnapshot(SETTINGS, SOURCES, {"nine": None})
    assert kinds(compare(side(claim()), after)) == [(ChangeKind.FAULTY, "nine", None)]


def test_concerned_by_a_document() -> None:
    """A claim whose document changed under its quote is concerned, though its file is as it was."""
    edited = SOURCES | {"gazette": archived("gazette", GAZETTE.replace("nine", "ten"))}
    found = compare(side(claim()), side(claim(), sources=edited))
    assert kinds(found) == [(ChangeKind.CONCERNED, "nine", None)]
    assert [(one.kind, one.id) for one in found.sources] == [(SourceKind.CHANGED, "gazette")]
    assert [(place.line, place.before, place.after) for place in found.sources[0].text] == [(5, "nine.", "ten.")]


def test_concerned_by_an_origin() -> None:
    """A claim that loses an origin because two sources now go back to one report is concerned."""
    two = Evidence(source="notebook", stance=Stance.SUPPORTS, says="Ten", quote=Excerpt("until ten", "notebook"))
    both = replace(claim(), evidence=(*claim().evidence, two))
    notebook = SOURCES["notebook"]
    same = replace(notebook, source=replace(notebook.source, origin="northern-wire"))
    (change,) = compare(side(both), side(both, sources=SOURCES | {"notebook": same})).claims
    assert change.kind is ChangeKind.CONCERNED
    assert change.counts == (CountChange("origins", 2, 1), CountChange("origins_for", 2, 1))


def test_concerned_by_a_primary_document() -> None:
    """A claim whose evidence counts as a primary document now is concerned, though its file is as it was."""
    gazette = SOURCES["gazette"]
    primary = replace(gazette, source=replace(gazette.source, primary=True))
    found = compare(side(claim()), side(claim(), sources=SOURCES | {"gazette": primary}))
    assert found.claims[0].counts == (CountChange("primary_for", 0, 1),)
    assert [(one.key, one.before, one.after) for one in found.sources[0].fields] == [("primary", "no", "yes")]


def test_untouched_by_a_source() -> None:
    """A claim that a changed source leaves as it was is not spoken of."""
    hindi = SOURCES["hindi"]
    noted = replace(hindi, source=replace(hindi.source, note="Another note."))
    found = compare(side(claim()), side(claim(), sources=SOURCES | {"hindi": noted}))
    assert kinds(found) == []
    assert [field.key for field in found.sources[0].fields] == ["note"]


def test_sources_added_removed_renamed() -> None:
    """A source of the same lines of the same document is the same source under another name."""
    gazette = SOURCES["gazette"]
    renamed = replace(gazette, source=replace(gazette.source, id="daily-gazette", path="seeds/daily-gazette.yml"))
    extra = archived("extra", "Extra\n", relation=Relation.ORIGINAL)
    after = {"daily-gazette": renamed, "extra": extra, "notebook": SOURCES["notebook"]}
    found = compare(side(), side(sources=after)).sources
    assert [(one.kind, one.id, one.was) for one in found] == [
        (SourceKind.REMOVED, "hindi", None),
        (SourceKind.RENAMED, "daily-gazette", "gazette"),
        (SourceKind.ADDED, "extra", None),
    ]


def test_settings() -> None:
    """Settings that differ are named."""
    assert compare(side(), side(topics={"evening": "Evening"})).settings == ("topics",)


def test_rules_are_told_in_full() -> None:
    """Of the rules that a record sets, what was and what is are told."""
    rules = Rules({"same-claim": Severity.ERROR}, quotable_percent=30)
    found = compare(side(), side(rules=rules))
    assert [(one.key, one.before, one.after) for one in found.rules] == [
        ("severity", "", "same-claim: error"),
        ("quotable_percent", "40", "30"),
    ]


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_no_setting_is_left_out(field: Field[Any]) -> None:
    """Whatever field of the settings differs, it is named."""
    other: dict[str, Any] = {field.name: Rules(quotable_percent=1) if field.name == "rules" else object()}
    assert compare(side(), side(**other)).settings == (field.name,)
