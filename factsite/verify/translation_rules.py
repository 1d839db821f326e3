"""Rules on translations: quotes have one where readers need it, and claims have none that no reader finds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from factsite.corpus.model import Claim, Evidence, Excerpt, Settings
from factsite.diagnostics import START, Diagnostic, Finding, Location, rule, warning
from factsite.verify.record import ArchivedSource


@rule
def missing_translation(evidence: Evidence[Excerpt], language: str) -> Iterator[Finding]:
    """A quote that is not in the language of the site has a translation, and says who made it."""
    location = evidence.locations.get("translation", evidence.quote.location)
    if evidence.translation is None:
        yield Finding(
            location, f"a quote in `{language}` without a translation", "add `translation:` and `translated_by:`"
        )
    elif evidence.translated_by is None:
        yield Finding(location, "a translation without its translator", "add `translated_by: human` or `machine`")


@rule
def needless_translation(evidence: Evidence[Excerpt]) -> Iterator[Finding]:
    """A quote in the language of the site has no translation."""
    key = "translation" if evidence.translation is not None else "translated_by"
    yield Finding(evidence.locations[key], "a translation of a quote in the language of the site", f"leave `{key}` out")


@warning
def translation_without_verdict(location: Location, language: str, known: Collection[str]) -> Iterator[Finding]:
    """A claim is translated into languages in which verdicts have words, so that pages can show both.

    The words of verdicts stand under `translations` in mkdocs.yml.
    """
    languages = f"in {', '.join(f'`{one}`' for one in sorted(known))}" if known else "in no other language"
    yield Finding(
        location,
        f"a translation into `{language}`, in which no verdict has words",
        f"verdicts have words {languages}; leave this out, or give verdicts `translations:` in mkdocs.yml",
        of=language,
    )


def check_translations(
    claim: Claim[Excerpt], settings: Settings, archive: Mapping[str, ArchivedSource], language: str
) -> Iterator[Diagnostic]:
    """Check that quotes are translated where readers need it, and the claim where they find it."""
    known = {code for verdict in settings.verdicts.values() for code in verdict.translations}
    for other in claim.translations:
        if other not in known:
            location = claim.locations.get(f"translations.{other}", START)
            yield from translation_without_verdict(claim.path, location, other, known)
    for entry in claim.evidence:
        archived = archive.get(entry.source)
        if archived is None:
            continue
        if archived.source.main_language != language:
            yield from missing_translation(claim.path, entry, archived.source.language)
        elif entry.translation is not None or entry.translated_by is not None:
            yield from needless_translation(claim.path, entry)
