"""Rules on conclusions: a verdict is carried by its evidence, and its certainty says what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from factsite.corpus.model import (
    Bounds,
    Certainty,
    Claim,
    Conditions,
    Evidence,
    Excerpt,
    Needs,
    Reason,
    Stance,
    Verdict,
)
from factsite.diagnostics import START, Diagnostic, Finding, rule, warning
from factsite.verify.record import ArchivedSource, Tally
from factsite.verify.wordruns import words_in

Quote = TypeVar("Quote")

_COUNTED = {
    "origins_for": ("independent origin that supports the claim", "independent origins that support the claim"),
    "origins_against": ("independent origin that contradicts it", "independent origins that contradict it"),
    "named_for": ("supporting speaker whom a document names", "supporting speakers whom a document names"),
    "primary_for": ("primary document that supports the claim", "primary documents that support the claim"),
    "primary_against": ("primary document that contradicts it", "primary documents that contradict it"),
}


@rule
def verdict_not_carried(claim: Claim[Excerpt], verdict: Verdict, lacking: list[str]) -> Iterator[Finding]:
    """A verdict's conditions in mkdocs.yml hold for the claim's evidence.

    Sources of one origin count once, and evidence marked `telling: false` does not count.
    Where the conditions name alternatives under `either`, one of these must hold.
    """
    yield Finding(
        claim.locations.get("verdict", START),
        f"the evidence does not carry `{verdict.id}`: it needs {' and '.join(lacking)}",
        "add the evidence that is missing, or choose the verdict that the evidence bears",
    )


@rule
def certainty_unexplained(claim: Claim[Excerpt]) -> Iterator[Finding]:
    """Certainty below high gives its reasons, and high certainty has none."""
    if claim.certainty is Certainty.HIGH:
        location = claim.locations.get("because", START)
        yield Finding(
            location, "high certainty with reasons why it is not higher", "leave `because` out, or lower `certainty`"
        )
    else:
        location = claim.locations.get("certainty", START)
        yield Finding(
            location, f"`{claim.certainty}` certainty without a reason", "add `because:` with what is lacking"
        )


@rule
def reason_unsaid(claim: Claim[Excerpt], reason: Reason, why: str) -> Iterator[Finding]:
    """What the evidence plainly lacks is among the reasons of its certainty.

    One supporting origin: `single-origin`. Support and contradiction: `sources-disagree`. No supporting speaker who is
    named: `unnamed-sources`. Support only in a machine's translation: `machine-translation`.
    """
    yield Finding(
        claim.locations.get("because", claim.locations.get("certainty", START)),
        f"`because` lacks `{reason}`: {why}",
        f"add `{reason}`",
    )


@rule
def reason_untrue(claim: Claim[Excerpt], number: int, why: str) -> Iterator[Finding]:
    """A reason for less certainty is true of the evidence, where that can be checked."""
    reason = claim.because[number]
    advice = "leave it out"
    if reason is Reason.UNNAMED_SOURCES:
        advice += ", or end `according_to` in `, unnamed` where the document hides who speaks"
    yield Finding(claim.locations.get(f"because.{number}", START), f"`{reason}` does not hold: {why}", advice)


@warning
def same_words_from_two_origins(entry: Evidence[Excerpt], other: Evidence[Excerpt]) -> Iterator[Finding]:
    """Evidence that counts as that of two origins is not one statement, of which both have eight words in a row.

    What was said or written once, and taken up by two agencies, was not reported twice.
    """
    yield Finding(
        entry.quote.location,
        f"the quote has eight words in a row that {other.source} has as well, yet the two count as two origins",
        f"mark it `telling: false` if both repeat one statement, or quote what only {entry.source} says",
        of=other.source,
    )


def lacking(needs: Needs, tally: Tally, stances: set[Stance]) -> list[str]:
    """Say, condition by condition, what the evidence lacks for a verdict; empty if all hold."""
    found = _unmet(needs, tally, stances)
    alternatives = [_unmet(one, tally, stances) for one in needs.either]
    if alternatives and all(alternatives):
        found.append(f"either {' or '.join(' and '.join(unmet) for unmet in alternatives)}")
    return found


def _unmet(conditions: Conditions, tally: Tally, stances: set[Stance]) -> list[str]:
    found = []
    for name, words in _COUNTED.items():
        bounds: Bounds = getattr(conditions, name)
        count: int = getattr(tally, name)
        if bounds.min is not None and count < bounds.min:
            found.append(f"at least {bounds.min} {words[bounds.min != 1]} (there {_is(count)})")
        if bounds.max is not None and count > bounds.max:
            most = "no" if bounds.max == 0 else f"at most {bounds.max}"
            found.append(f"{most} {words[bounds.max > 1]} (there {_is(count)})")
    found += [f"evidence that `{stance}` it (there is none)" for stance in conditions.stances if stance not in stances]
    return found


def _is(count: int) -> str:
    return {0: "is none", 1: "is one"}.get(count, f"are {count}")


def true_reasons(claim: Claim[Quote], tally: Tally, archive: Mapping[str, ArchivedSource]) -> dict[Reason, str | None]:
    """Give, for each reason that can be checked, why it holds of the evidence, or None where it does not."""
    told = [entry for entry in claim.evidence if entry.telling and entry.source in archive]
    supporting = [entry for entry in told if entry.stance is Stance.SUPPORTS]
    disagree = tally.origins_for > 0 and tally.origins_against > 0
    hidden = bool(supporting) and all(entry.unnamed for entry in supporting)
    machine = bool(supporting) and all(_by_machine(entry, archive) for entry in supporting)
    return {
        Reason.SINGLE_ORIGIN: "one origin supports the claim" if tally.origins_for == 1 else None,
        Reason.SOURCES_DISAGREE: "documents support and contradict the claim" if disagree else None,
        Reason.UNNAMED_SOURCES: "no supporting speaker is named" if hidden else None,
        Reason.MACHINE_TRANSLATION: "all support comes from a machine's translation" if machine else None,
    }


def _by_machine(entry: Evidence[Quote], archive: Mapping[str, ArchivedSource]) -> bool:
    return archive[entry.source].source.machine_translated


def check_verdict(
    claim: Claim[Excerpt], verdict: Verdict, tally: Tally, archive: Mapping[str, ArchivedSource]
) -> Iterator[Diagnostic]:
    """Check a claim's verdict and certainty against its evidence."""
    stances = {entry.stance for entry in claim.evidence if entry.telling}
    if missing := lacking(verdict.needs, tally, stances):
        yield from verdict_not_carried(claim.path, claim, verdict, missing)
    if (claim.certainty is Certainty.HIGH) == bool(claim.because):
        yield from certainty_unexplained(claim.path, claim)
    for reason, why in true_reasons(claim, tally, archive).items():
        if why is not None and reason not in claim.because:
            yield from reason_unsaid(claim.path, claim, reason, why)
    for number, reason in enumerate(claim.because):
        if why_not := _refutation(reason, claim, tally, archive):
            yield from reason_untrue(claim.path, claim, number, why_not)
    yield from _check_words(claim, archive)


def _check_words(claim: Claim[Excerpt], archive: Mapping[str, ArchivedSource]) -> Iterator[Diagnostic]:
    """Check that what counts as the word of several origins is not the words of one."""
    first: dict[tuple[Stance, int], Evidence[Excerpt]] = {}
    for entry in claim.evidence:
        if entry.telling and entry.stance in (Stance.SUPPORTS, Stance.CONTRADICTS):
            origin = archive[entry.source].source.origin
            before = (first.setdefault((entry.stance, run), entry) for run in words_in(entry.quote.text).long_runs)
            other = next((one for one in before if archive[one.source].source.origin != origin), None)
            if other is not None:
                yield from same_words_from_two_origins(claim.path, entry, other)


def _refutation(
    reason: Reason, claim: Claim[Excerpt], tally: Tally, archive: Mapping[str, ArchivedSource]
) -> str | None:
    evidence = [entry for entry in claim.evidence if entry.source in archive]
    match reason:
        case Reason.SINGLE_ORIGIN if (tally.origins_for or tally.origins_against) > 1:
            return f"more than one origin {'supports' if tally.origins_for else 'contradicts'} the claim"
        case Reason.SOURCES_DISAGREE if not {Stance.CONTRADICTS, Stance.QUALIFIES} & {e.stance for e in evidence}:
            return "no evidence contradicts or qualifies the claim"
        case Reason.UNNAMED_SOURCES if not tally.unnamed:
            return "every speaker is named"
        case Reason.MACHINE_TRANSLATION if not any(_by_machine(entry, archive) for entry in evidence):
            return "no evidence comes from a machine's translation"
        case Reason.NO_PRIMARY_DOCUMENT if evidence and all(archive[e.source].source.primary for e in evidence):
            return "all evidence comes from primary documents"
        case _:
            return None
