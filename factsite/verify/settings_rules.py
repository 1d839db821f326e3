"""Rules on settings: what mkdocs.yml names exists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from factsite.corpus.model import Conditions, Settings, Verdict
from factsite.corpus.settings import INTRODUCTION
from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.verify.claimant_rules import check_declared
from factsite.verify.prose_rules import check_prose
from factsite.verify.severities import check_severities


@rule
def unknown_icon(verdict: Verdict) -> Iterator[Finding]:
    """A verdict's icon is one of the Material Design Icons that come with the theme."""
    location = verdict.locations.get("icon", START)
    yield Finding(
        location, f"the theme has no icon `{verdict.icon}`", "choose one of the Material Design Icons by its name"
    )


@rule
def vacuous_alternative(verdict: Verdict) -> Iterator[Finding]:
    """Each alternative under `either` names a condition: one without always holds, and the others say nothing."""
    location = verdict.locations.get("needs", START)
    message = f"an alternative without a condition, so that `either` of `{verdict.id}` always holds"
    yield Finding(location, message, "give it a condition, or leave it out")


def check_settings(
    settings: Settings,
    document: Document,
    has_icon: Callable[[str], bool],
    sources: Iterable[str],
    claims: Iterable[str],
) -> Iterator[Diagnostic]:
    """Check what the settings name: icons, alternatives, claimants, prose, and rules of the record's own."""
    for verdict in settings.verdicts.values():
        if verdict.icon and not has_icon(verdict.icon):
            yield from unknown_icon(document.path, verdict)
        if Conditions() in verdict.needs.either:
            yield from vacuous_alternative(document.path, verdict)
    yield from check_severities(settings.rules, document.path)
    yield from check_declared(settings.claimants, document.path)
    yield from check_prose(settings.introduction, document, INTRODUCTION, sources, claims)
