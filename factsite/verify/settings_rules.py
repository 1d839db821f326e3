"""Rules on settings: what mkdocs.yml names exists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from factsite.corpus.model import Settings, Verdict
from factsite.corpus.settings import INTRODUCTION
from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.verify.claimant_rules import check_declared
from factsite.verify.prose_rules import check_prose


@rule
def unknown_icon(verdict: Verdict) -> Iterator[Finding]:
    """A verdict's icon is one of the Material Design Icons that come with the theme."""
    location = verdict.locations.get("icon", START)
    yield Finding(
        location, f"the theme has no icon `{verdict.icon}`", "choose one of the Material Design Icons by its name"
    )


def check_settings(
    settings: Settings,
    document: Document,
    has_icon: Callable[[str], bool],
    sources: Iterable[str],
    claims: Iterable[str],
) -> Iterator[Diagnostic]:
    """Check the icons of verdicts, the spellings of claimants and the prose of the home page."""
    for verdict in settings.verdicts.values():
        if verdict.icon and not has_icon(verdict.icon):
            yield from unknown_icon(document.path, verdict)
    yield from check_declared(settings.claimants, document.path)
    yield from check_prose(settings.introduction, document, INTRODUCTION, sources, claims)
