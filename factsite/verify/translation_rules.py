"""Rules on translations: quotes have one where readers need it, and claims have none that no reader finds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from factsite.corpus.model import Claim, ClaimWords, Evidence, Excerpt, Settings
from factsite.corpus.wordings import wording
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
def translation_without_edition(location: Location, language: str, known: Collection[str]) -> Iterator[Finding]:
    """A claim is translated into languages in which the site has an edition, so that readers find it.

    Editions stand under `extra.factsite.editions` in mkdocs.yml.
    """
    languages = f"editions are {', '.join(f'`{one}`' for one in sorted(known))}" if known else "there is no edition"
    yield Finding(
        location,
        f"a translation into `{language}`, in which no page shows it",
        f"{languages}; leave this out, or add `{language}: {{}}` to `extra.factsite.editions` in mkdocs.yml",
        of=language,
    )


@warning
def old_translation(location: Location, language: str, words: ClaimWords, now: str) -> Iterator[Finding]:
    """A translation names the wording that it translates, which is that of the claim now.

    `of` has a short name of the claim, its summary and, where it is translated, its reasoning. When one of these
    changes, the translation is to be read again beside it.
    """
    if words.of is None:
        message, advice = "a translation that does not say of which wording it is", "read the two side by side, and add"
    else:
        message, advice = "the claim has other words than when it was translated as", "mend the translation, and write"
        message = f"{message} “{words.claim}”"
    yield Finding(location, f"`{language}`: {message}", f"{advice} `of: {now}`", of=language)


def check_translations(
    claim: Claim[Excerpt], settings: Settings, archive: Mapping[str, ArchivedSource]
) -> Iterator[Diagnostic]:
    """Check that quotes are translated where readers need it, and the claim where they find it."""
    language = settings.main_language
    for other, words in claim.translations.items():
        location = claim.locations.get(f"translations.{other}", START)
        if other not in settings.editions:
            yield from translation_without_edition(claim.path, location, other, settings.editions)
        now = wording(claim.claim, claim.summary, claim.reasoning if words.reasoning else "")
        if words.of != now:
            yield from old_translation(claim.path, words.locations.get("of", location), other, words, now)
    for entry in claim.evidence:
        archived = archive.get(entry.source)
        if archived is None:
            continue
        if archived.source.main_language != language:
            yield from missing_translation(claim.path, entry, archived.source.language)
        elif entry.translation is not None or entry.translated_by is not None:
            yield from needless_translation(claim.path, entry)
