"""Rules on changes: what readers relied on changes only with a note to them, and an address that was given stays."""

from __future__ import annotations

from collections.abc import Iterator

from factsite.corpus.model import Claim, Excerpt
from factsite.diagnostics import START, Diagnostic, Finding, Location, rule, warning
from factsite.review.changes import Change, Subject, needs_correction
from factsite.review.compare import ChangeKind, Comparison
from factsite.verify.normalized import comparable

_SHOWN = 80


@rule
def change_without_correction(location: Location, change: Change) -> Iterator[Finding]:
    """A published claim, claimant, verdict or excerpt changes only with a new entry in `corrections`.

    Readers may have relied on it. A slip of the pen in the claim gets an entry too, with `typographical: true`.
    """
    was, now = _cut(change.before), _cut(change.after)
    match change.subject:
        case Subject.VERDICT:
            message = f"the verdict changed from `{was}` to `{now}` without a correction that says so"
            advice = f"add an entry to `corrections` with `on`, `what` and `verdict_was: {was}`"
        case Subject.EVIDENCE:
            message = f"published evidence of {change.source} is gone or counts otherwise, without a correction: {was}"
            advice = "restore it, or add an entry to `corrections` that says what was wrong"
        case Subject.CORRECTIONS:
            message, advice = f"a published correction is gone or reworded: {was}", "restore it; add a new one above it"
        case Subject.WITHDRAWN:
            message = "a withdrawal was taken back without a correction"
            advice = "add an entry to `corrections` that says why the claim stands again"
        case _:
            message = f"the published `{change.subject}` changed without a correction; it was: {was}"
            advice = "add an entry to `corrections`; for a slip of the pen, with `typographical: true`"
    yield Finding(location, message, advice)


@rule
def claim_removed() -> Iterator[Finding]:
    """A published claim is withdrawn, never deleted: its address stays and says why it no longer stands."""
    yield Finding(
        START, "a published claim is gone", "restore the file and add `withdrawn:` with the day and the reason"
    )


@warning
def claim_renamed(was: str) -> Iterator[Finding]:
    """A published claim keeps its file name, for that is its address, and others may have linked to it."""
    yield Finding(
        START, f"the claim was published as {was}; that address will lead nowhere", f"call the file {was}.yml again"
    )


@warning
def verdict_changed_summary_unchanged(location: Location, was: str, now: str) -> Iterator[Finding]:
    """A claim with another verdict has another summary, for the summary is the answer that most readers read."""
    yield Finding(
        location,
        f"the verdict changed from `{was}` to `{now}`, and the summary is as it was",
        "read it against the verdict",
    )


def check_changes(comparison: Comparison) -> Iterator[Diagnostic]:
    """Check what became of published claims."""
    for change in comparison.claims:
        if change.kind is ChangeKind.REMOVED:
            yield from claim_removed(f"claims/{change.id}.yml")
        if change.was and change.after:
            yield from claim_renamed(change.after.path, change.was)
        if change.before and change.after:
            yield from _check_summary(change.before, change.after)
            locations = _locations(change.after)
            for found in needs_correction(change.before, change.after):
                location = locations.get((found.source, found.after.partition(": ")[2])) or _place(change.after, found)
                yield from change_without_correction(change.after.path, location, found)


def _check_summary(before: Claim[Excerpt], after: Claim[Excerpt]) -> Iterator[Diagnostic]:
    """Check that a new verdict is told; a claim that was withdrawn tells why instead."""
    same = comparable(before.summary) == comparable(after.summary)
    if before.verdict != after.verdict and same and after.withdrawn is None:
        location = after.locations.get("summary", START)
        yield from verdict_changed_summary_unchanged(after.path, location, before.verdict, after.verdict)


def _locations(claim: Claim[Excerpt]) -> dict[tuple[str | None, str], Location]:
    """Give the places of a claim's quotes by source and words."""
    return {(entry.source, comparable(entry.quote.text)): entry.quote.location for entry in claim.evidence}


def _place(claim: Claim[Excerpt], change: Change) -> Location:
    """Give the place of what changed, or of the claim where it is gone."""
    return claim.locations.get(change.subject, claim.locations.get("", START))


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
