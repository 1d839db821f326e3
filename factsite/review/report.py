"""The report on a review, in the words of a careful colleague: first what it comes to, then each claim and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factsite.diagnostics import Diagnostic, Severity
from factsite.report import counted
from factsite.review.compare import ChangeKind
from factsite.review.lines import Chapter, Foreign, Line, Report, Section, line
from factsite.review.preview import preview_of
from factsite.review.report_claims import claim_lines, heading
from factsite.review.report_fields import field_lines
from factsite.review.report_sources import source_heading, source_lines
from factsite.review.review import Review

_TOLD = {ChangeKind.FAULTY: "with faults", ChangeKind.CONCERNED: "concerned by a changed source"}
_SETTINGS = {
    "site_name": "name of the site",
    "site_url": "address of the site",
    "site_description": "description of the site",
    "claimants": "claimants",
    "cards": "card images",
    "rules": "rules of the record",
}

MOST_PROBLEMS = 30
"""So many problems are listed; who mends those finds the rest with `check`."""


def report(review: Review, preview: str | None = None) -> Report:
    """Put a review into words; `preview`, which ends in a slash, is the address of a site built from it."""
    pages = preview_of(preview, clean=review.clean)
    claims = tuple(
        Section(heading(change), claim_lines(change, review.labels), pages.page("claims", change.id, change.after))
        for change in review.comparison.claims
    )
    sources = tuple(
        Section(source_heading(change), source_lines(change), pages.page("sources", change.id, change.after))
        for change in review.comparison.sources
    )
    chapters = (
        Chapter("Problems", tuple(_problems(review.diagnostics))),
        Chapter("Rules", tuple(Section((), tuple(field_lines(change))) for change in review.comparison.rules)),
        Chapter("Claims", claims),
        Chapter("Sources", sources),
        Chapter("Pages", tuple(Section((), (line(Foreign(path)),), pages.page_of(path)) for path in review.pages)),
    )
    return Report(headline(review), tuple(_opening(review, preview)), tuple(one for one in chapters if one.sections))


def headline(review: Review) -> str:
    """Say in one sentence what a change does to the record."""
    comparison = review.comparison
    parts = [
        _tally("claim", [_TOLD.get(change.kind, change.kind.value) for change in comparison.claims]),
        _tally("source", [change.kind.value for change in comparison.sources]),
        f"{counted(len(comparison.settings), 'setting')} changed" if comparison.settings else "",
    ]
    told = "; ".join(filter(None, parts))
    return f"The record: {told}" if told else "No effect on the record"


def setting_name(key: str) -> str:
    """Give a setting's name for people."""
    return _SETTINGS.get(key, key)


def _tally(noun: str, kinds: Sequence[str]) -> str:
    """Count by kind, such as 2 claims changed, 1 added."""
    told = [f"{counted(number, noun)} {kind}" for kind, number in Counter(kinds).items()]
    return ", ".join([*told[:1], *(one.replace(f" {noun}s ", " ").replace(f" {noun} ", " ") for one in told[1:])])


def _opening(review: Review, preview: str | None) -> Iterator[Line]:
    severities = Counter(found.severity for found in review.diagnostics)
    errors, warnings = severities[Severity.ERROR], severities[Severity.WARNING]
    if errors:
        waiting = " Until then there is no preview, for nothing is built." if preview else ""
        yield line(f"{counted(errors, 'error')} to mend before this can be published.{waiting}")
    else:
        yield line("Nothing stands in the way of publishing this.")
    if warnings:
        yield line(f"{counted(warnings, 'warning')} to look at.")
    if review.comparison.settings:
        names = ", ".join(map(setting_name, review.comparison.settings))
        yield line(f"Settings that differ: {names}. Every claim was held against them.")
    checked = review.checked
    yield line(
        f"Checked: {checked.claims:,} of {counted(checked.all_claims, 'claim')}, those that this change can touch; "
        f"{counted(checked.sources, 'source')}; {counted(checked.rules, 'rule')}."
    )
    yield line(f"Compared: {review.base[:12]} with {review.head[:12]}.")


def _problems(diagnostics: Sequence[Diagnostic]) -> Iterator[Section]:
    worst_first = sorted(diagnostics, key=lambda found: found.severity is not Severity.ERROR)
    for found in worst_first[:MOST_PROBLEMS]:
        place = (f"{found.severity.value} in ", Foreign(found.path), f" line {found.location.line}: ")
        remedy = [line("remedy: ", Foreign(found.help), depth=1)] if found.help else []
        yield Section((), (line(*place, Foreign(found.message)), *remedy))
    if len(worst_first) > MOST_PROBLEMS:
        more = counted(len(worst_first) - MOST_PROBLEMS, "problem")
        yield Section((), (line(f"and {more} more, which `factsite check` lists"),))
