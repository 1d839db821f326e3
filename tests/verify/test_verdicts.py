"""What a verdict and its certainty need of the evidence, count by count and reason by reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factsite.corpus.model import Bounds, Certainty, Claim, Conditions, Evidence, Excerpt, Needs, Reason, Stance
from factsite.verify.tally import tally
from factsite.verify.verdict_rules import check_verdict
from tests import records

SOURCES = {
    "one": records.archived("one", "One said so in many words of its own today.", origin="first"),
    "copy": records.archived("copy", "One said it so.", origin="first"),
    "two": records.archived("two", "Two said it as well.", origin="second"),
    "order": records.archived("order", "The court ordered it so.", origin="court", primary=True),
    "record": records.archived("record", "A count was made.", origin="office", primary=True),
    "order-again": records.archived("order-again", "It was so ordered.", origin="court", primary=True),
    "machine": records.archived("machine", "Three said it too.", origin="third", machine_translated=True),
}
VERDICT = records.SETTINGS.verdicts["disputed"]


def piece(
    source: str, stance: Stance = Stance.SUPPORTS, speaker: str | None = "Ann", *, telling: bool = True
) -> Evidence[Excerpt]:
    """Give a piece of evidence whose words are its source's."""
    text = SOURCES[source].document.text.rstrip(".")
    return Evidence(source, stance, "It says so", Excerpt(text, source), according_to=speaker, telling=telling)


def claim(
    *evidence: Evidence[Excerpt], because: tuple[Reason, ...] = (), certainty: Certainty = Certainty.LOW
) -> Claim[Excerpt]:
    """Make a claim of evidence."""
    made = records.claim(evidence=(), because=because, certainty=certainty)
    return Claim(**{name: getattr(made, name) for name in made.__slots__} | {"evidence": evidence})


def found(made: Claim[Excerpt], needs: Needs = Needs()) -> list[tuple[str, str]]:  # noqa: B008 -- frozen
    """Give rule and message of what is wrong with a verdict."""
    verdict = replace(VERDICT, needs=needs)
    checked = check_verdict(made, verdict, tally(made, SOURCES), SOURCES)
    return [(one.rule, one.message) for one in checked]


def rules(made: Claim[Excerpt], needs: Needs = Needs()) -> list[str]:  # noqa: B008 -- frozen
    """Name the rules that a verdict breaks."""
    return [rule for rule, _ in found(made, needs)]


AGAINST = Stance.CONTRADICTS
EITHER = Needs(
    origins_for=Bounds(max=0),
    either=(Conditions(origins_against=Bounds(min=2)), Conditions(primary_against=Bounds(min=1))),
)
"""Refuted by two origins, or by the act itself."""
NEEDS = [
    (Needs(primary_for=Bounds(min=1)), (piece("one"), piece("order", AGAINST)), (piece("order"),)),
    (Needs(primary_against=Bounds(min=1)), (piece("order"),), (piece("order", AGAINST),)),
    (Needs(primary_for=Bounds(min=1)), (piece("order", telling=False),), (piece("order"),)),
    (Needs(primary_for=Bounds(max=1)), (piece("order"), piece("record")), (piece("order"), piece("order-again"))),
    (EITHER, (piece("one", AGAINST),), (piece("order", AGAINST),)),
    (EITHER, (piece("one", AGAINST), piece("copy", AGAINST)), (piece("one", AGAINST), piece("two", AGAINST))),
    (EITHER, (piece("one"), piece("order", AGAINST)), (piece("order", AGAINST), piece("two", AGAINST))),
    (Needs(origins_for=Bounds(min=2)), (piece("one"), piece("copy")), (piece("one"), piece("two"))),
    (Needs(origins_for=Bounds(max=0)), (piece("one"),), (piece("one", AGAINST),)),
    (Needs(origins_against=Bounds(min=1)), (piece("one"),), (piece("one"), piece("two", AGAINST))),
    (
        Needs(origins_against=Bounds(min=2)),
        (piece("one", AGAINST), piece("copy", AGAINST)),
        (piece("one", AGAINST), piece("two", AGAINST)),
    ),
    (Needs(origins_against=Bounds(max=0)), (piece("one"), piece("two", AGAINST)), (piece("one"), piece("two"))),
    (Needs(origins_against=Bounds(min=1)), (piece("two", AGAINST, telling=False),), (piece("two", AGAINST),)),
    (Needs(origins_for=Bounds(min=1)), (piece("two", telling=False),), (piece("two"),)),
    (Needs(named_for=Bounds(min=1)), (piece("one", speaker="an aide, unnamed"),), (piece("one"),)),
    (Needs(named_for=Bounds(min=1)), (piece("one", speaker=None),), (piece("one"),)),
    (Needs(named_for=Bounds(min=2)), (piece("one"), piece("two")), (piece("one"), piece("two", speaker="Bob"))),
    (Needs(stances=(Stance.QUALIFIES,)), (piece("one"),), (piece("one", Stance.QUALIFIES),)),
    (
        Needs(stances=(Stance.QUALIFIES,)),
        (piece("one", Stance.QUALIFIES, telling=False),),
        (piece("one", Stance.QUALIFIES),),
    ),
]


@pytest.mark.parametrize(("needs", "lacking", "enough"), NEEDS)
def test_a_verdict_needs_what_its_scale_says(
    needs: Needs, lacking: tuple[Evidence[Excerpt], ...], enough: tuple[Evidence[Excerpt], ...]
) -> None:
    """Evidence that falls short of a condition by one does not carry a verdict; with that one it does."""
    assert "verdict-not-carried" in rules(claim(*lacking), needs)
    assert "verdict-not-carried" not in rules(claim(*enough), needs)


def test_what_each_alternative_lacks_is_said() -> None:
    """Where no alternative holds, the message names what each of them lacks, behind what is needed in any case."""
    (message,) = [text for rule, text in found(claim(piece("one"), piece("two", AGAINST)), EITHER) if "carry" in text]
    assert message == (
        "the evidence does not carry `disputed`: it needs no independent origin that supports the claim (there is one) "
        "and either at least 2 independent origins that contradict it (there is one) "
        "or at least 1 primary document that contradicts it (there is none)"
    )


REASONS = [
    (Reason.SINGLE_ORIGIN, (piece("one"), piece("copy")), (piece("one"), piece("two"))),
    (Reason.SOURCES_DISAGREE, (piece("one"), piece("two", AGAINST)), (piece("one"), piece("two"))),
    (Reason.UNNAMED_SOURCES, (piece("one", speaker="an aide, unnamed"),), (piece("one"),)),
    (Reason.MACHINE_TRANSLATION, (piece("machine"),), (piece("one"),)),
]


@pytest.mark.parametrize(("reason", "holds", "fails"), REASONS)
def test_a_reason_is_given_just_where_it_holds(
    reason: Reason, holds: tuple[Evidence[Excerpt], ...], fails: tuple[Evidence[Excerpt], ...]
) -> None:
    """A reason that holds of the evidence has to be given, and one that does not must not be."""
    other = Reason.NO_PRIMARY_DOCUMENT
    unsaid = [message for rule, message in found(claim(*holds, because=(other,))) if rule == "reason-unsaid"]
    assert any(f"`{reason}`" in message for message in unsaid)
    said = [message for rule, message in found(claim(*holds, because=(reason,))) if f"`{reason}`" in message]
    assert said == []
    demanded = [message for rule, message in found(claim(*fails, because=(other,))) if rule == "reason-unsaid"]
    assert not any(f"`{reason}`" in message for message in demanded)
    untrue = [message for rule, message in found(claim(*fails, because=(reason, other))) if rule == "reason-untrue"]
    assert [f"`{reason}` does not hold" in message for message in untrue] == [True]


@pytest.mark.parametrize(("sources", "untrue"), [(("order", "record"), True), (("order", "one"), False)])
def test_no_primary_document_is_no_reason_where_all_are(sources: tuple[str, ...], *, untrue: bool) -> None:
    """The reason is refused where every document with evidence is a primary one, and is never demanded."""
    reasons = (Reason.NO_PRIMARY_DOCUMENT, Reason.INTERESTED_SOURCE)
    messages = [text for rule, text in found(claim(*map(piece, sources), because=reasons)) if rule == "reason-untrue"]
    assert bool(messages) == untrue
    assert Reason.NO_PRIMARY_DOCUMENT not in " ".join(text for _, text in found(claim(piece("one"))))


@pytest.mark.parametrize(
    ("reason", "evidence"),
    [
        (Reason.SOURCES_DISAGREE, (piece("one"), piece("two", AGAINST, telling=False))),
        (Reason.UNNAMED_SOURCES, (piece("one", speaker="an aide, unnamed", telling=False), piece("two"))),
        (Reason.MACHINE_TRANSLATION, (piece("machine", telling=False), piece("two"))),
        (Reason.SINGLE_ORIGIN, (piece("one", telling=False), piece("two", AGAINST), piece("machine", AGAINST))),
    ],
)
def test_evidence_that_tells_nothing_asks_for_no_reason(
    reason: Reason, evidence: tuple[Evidence[Excerpt], ...]
) -> None:
    """Evidence marked as not telling neither supports nor contradicts, so that no reason rests on it."""
    unsaid = [message for rule, message in found(claim(*evidence)) if rule == "reason-unsaid"]
    assert not any(f"`{reason}`" in message for message in unsaid)


def test_a_source_that_qualifies_is_a_disagreement() -> None:
    """Evidence that only qualifies a claim is reason enough for less certainty."""
    made = claim(piece("one"), piece("two", Stance.QUALIFIES), because=(Reason.SOURCES_DISAGREE, Reason.SINGLE_ORIGIN))
    assert "reason-untrue" not in rules(made)


def test_two_origins_against_are_no_single_origin() -> None:
    """Where nothing supports a claim, the origins that contradict it count."""
    two = claim(piece("one", AGAINST), piece("two", AGAINST), because=(Reason.SINGLE_ORIGIN,))
    assert "reason-untrue" in rules(two)
    one = claim(piece("one", AGAINST), piece("copy", AGAINST), because=(Reason.SINGLE_ORIGIN,))
    assert "reason-untrue" not in rules(one)


def test_only_high_certainty_has_no_reason() -> None:
    """High certainty with a reason is as unexplained as low certainty without one."""
    for certainty, because, expected in [
        (Certainty.HIGH, (), False),
        (Certainty.HIGH, (Reason.NO_PRIMARY_DOCUMENT,), True),
        (Certainty.MODERATE, (), True),
        (Certainty.MODERATE, (Reason.NO_PRIMARY_DOCUMENT,), False),
    ]:
        made = claim(piece("one"), piece("two"), because=because, certainty=certainty)
        assert ("certainty-unexplained" in rules(made)) == expected


@pytest.mark.parametrize(
    ("needs", "evidence", "lacking"),
    [
        (Needs(origins_for=Bounds(min=1)), (), "at least 1 independent origin that supports the claim (there is none)"),
        (
            Needs(origins_for=Bounds(min=2)),
            (piece("one"),),
            "at least 2 independent origins that support the claim (there is one)",
        ),
        (
            Needs(origins_against=Bounds(max=0)),
            (piece("one", AGAINST),),
            "no independent origin that contradicts it (there is one)",
        ),
        (
            Needs(origins_against=Bounds(max=1)),
            (piece("one", AGAINST), piece("two", AGAINST)),
            "at most 1 independent origin that contradicts it (there are 2)",
        ),
        (
            Needs(named_for=Bounds(max=2)),
            (piece("one"), piece("two", speaker="Bob"), piece("machine", speaker="Cy")),
            "at most 2 supporting speakers whom a document names (there are 3)",
        ),
        (Needs(stances=(Stance.MENTIONS,)), (piece("one"),), "evidence that `mentions` it (there is none)"),
    ],
)
def test_what_is_lacking_is_said_in_full(needs: Needs, evidence: tuple[Evidence[Excerpt], ...], lacking: str) -> None:
    """The message gives the bound and the count, in the number of each."""
    messages = [message for rule, message in found(claim(*evidence), needs) if rule == "verdict-not-carried"]
    assert messages == [f"the evidence does not carry `disputed`: it needs {lacking}"]


def test_the_message_names_the_side_that_has_several_origins() -> None:
    """Whether two origins support or contradict is said."""
    both = (Reason.SINGLE_ORIGIN, Reason.NO_PRIMARY_DOCUMENT)
    for stance, verb in ((Stance.SUPPORTS, "supports"), (AGAINST, "contradicts")):
        messages = [message for _, message in found(claim(piece("one", stance), piece("two", stance), because=both))]
        assert f"`single-origin` does not hold: more than one origin {verb} the claim" in messages


def test_one_statement_is_not_two_reports() -> None:
    """Eight words that sources of two origins both have are reported, unless one of them does not count."""
    words = "One said so in many words of its own today"
    other = replace(piece("two"), quote=Excerpt(words, "two"))
    assert "same-words-from-two-origins" in rules(claim(piece("one"), other))
    assert "same-words-from-two-origins" not in rules(claim(piece("one"), replace(other, telling=False)))
    assert "same-words-from-two-origins" not in rules(claim(piece("one"), replace(other, stance=AGAINST)))
    assert "same-words-from-two-origins" not in rules(claim(piece("one"), replace(other, source="copy")))
