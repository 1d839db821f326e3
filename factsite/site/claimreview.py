"""ClaimReview: the schema.org object that says to programs what a claim page says to people.

Every page of a claim that stands carries one, and no other page carries any. A withdrawn claim has none: its markup
would go on presenting a verdict that the editors no longer stand by, and readers drop a review whose markup is gone.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

import regex

from factsite.corpus.model import Citation, Claim, Claimant, ClaimantKind, Correction, Settings, Source, Stance
from factsite.site import addresses
from factsite.site.edition import Edition
from factsite.site.jsontext import encode, inert
from factsite.site.urls import absolute, is_elsewhere
from factsite.verify.record import Card, Record

Url = Annotated[str, {"format": "uri"}]
When = Annotated[str, {"pattern": r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$"}]
_TIME = r"T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?"
_END = rf"\d[\dX]{{3}}(-[\dX]{{2}}(-[\dX]{{2}}({_TIME})?)?)?[?~%]?"
Extended = Annotated[str, {"pattern": rf"^({_END}(/({_END}|\.\.)?)?|(\.\.)?/{_END})$"}]
"""ISO 8601 with what EDTF level 1 adds: spans, and dates that are open, uncertain or not specified."""

NO_CONCLUSION = -1
"""The three numbers of a rating that has none, as readers of ClaimReview expect it."""

Named = TypedDict(
    "Named", {"@type": Literal["Organization", "Person"], "name": str, "url": NotRequired[Annotated[Url, "its site"]]}
)
Publisher = TypedDict(
    "Publisher",
    {
        "@type": Literal["Organization"],
        "name": str,
        "url": NotRequired[Url],
        "publishingPrinciples": NotRequired[Annotated[Url, "how the editors work"]],
        "correctionsPolicy": NotRequired[Annotated[Url, "how mistakes are corrected"]],
    },
)
Rating = TypedDict(
    "Rating",
    {
        "@type": Literal["Rating"],
        "ratingValue": Annotated[int, "the verdict's number; -1, as both bounds, where there is no conclusion"],
        "bestRating": int,
        "worstRating": int,
        "alternateName": Annotated[str, "the verdict's label"],
        "ratingExplanation": Annotated[str, "the summary"],
    },
)
Work = TypedDict(
    "Work",
    {
        "@type": Literal["CreativeWork"],
        "identifier": Annotated[str, "the id of the source on this site"],
        "name": Annotated[str, "the document's own title"],
        "alternateName": Annotated[str, "the short name that pages use"],
        "mainEntityOfPage": Annotated[Url, "the page of the source on this site"],
        "url": NotRequired[Annotated[Url, "where the work was published"]],
        "archivedAt": NotRequired[Annotated[Url, "a public archive's copy"]],
        "publisher": NotRequired[Named],
        "datePublished": NotRequired[When],
        "dateModified": NotRequired[When],
        "inLanguage": str,
    },
)
Appearance = TypedDict("Appearance", {"@type": Literal["CreativeWork"], "name": str, "url": Url})
ReviewedClaim = TypedDict(
    "ReviewedClaim",
    {
        "@type": Literal["Claim"],
        "text": Annotated[str, "the claim in full"],
        "author": Annotated[Named | list[Named], "who says so; a list where there are several"],
        "datePublished": NotRequired[Annotated[When, "when it was said, where that is certain"]],
        "temporalCoverage": NotRequired[Annotated[Extended, "the date or span that it speaks of"]],
        "appearance": NotRequired[Annotated[list[Appearance], "public documents that make the claim"]],
    },
)
CorrectionComment = TypedDict(
    "CorrectionComment", {"@type": Literal["CorrectionComment"], "text": str, "datePublished": When}
)
ClaimReview = TypedDict(
    "ClaimReview",
    {
        "@context": Literal["https://schema.org"],
        "@type": Literal["ClaimReview"],
        "url": Annotated[Url, "the claim's page"],
        "claimReviewed": Annotated[str, "the claim, in one sentence"],
        "datePublished": Annotated[When, "when editors last read it against its evidence"],
        "dateModified": Annotated[When, "the last review or correction"],
        "keywords": Annotated[list[str], "the topics"],
        "itemReviewed": ReviewedClaim,
        "reviewRating": Rating,
        "citation": Annotated[list[Work], "the sources, in the order of the page"],
        "correction": NotRequired[Annotated[list[CorrectionComment], "newest first"]],
        "author": Annotated[Publisher, "who checked"],
        "publisher": Publisher,
        "license": NotRequired[Url],
    },
)

_ABBREVIATION = r"(?i:\b(?:mr|mrs|ms|dr|prof|gen|sen|gov|st|no|vs|etc|inc|ltd|col|lt|rev|hon|smt|shri|\w)\.)"
_STOP = r"[.!?।][\"'”’)]*(?:\s+(?=[^\W\d_a-z])|\s*$)"
# Python 3.11.4 and earlier match possessive repetitions wrongly, so this is left to `regex`.
_SENTENCE = regex.compile(rf"(?:{_ABBREVIATION}|[^.!?।]|(?!{_STOP})[.!?।])*+[.!?।][\"'”’)]*")


def json_ld(claim: Claim[Citation], record: Record, edition: Edition) -> str:
    """Give the script element for a claim's page: inert data on one line; nothing for a withdrawn claim."""
    if claim.withdrawn:
        return ""
    return (
        f'<script type="application/ld+json">{inert(encode(review(record.cards[claim.id], record, edition)))}</script>'
    )


def review(card: Card, record: Record, edition: Edition) -> ClaimReview:
    """Give the ClaimReview of a claim, as the page of an edition has it."""
    settings, claim = record.settings, edition.claim(card).text
    publisher = _publisher(record)
    made: ClaimReview = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": absolute(settings, edition.folder + addresses.claim(card.id)),
        "claimReviewed": one_sentence(claim),
        "datePublished": card.reviewed.iso,
        "dateModified": card.changed.iso,
        "keywords": [edition.topic(topic).text for topic in card.topics],
        "itemReviewed": _reviewed(card, claim, record),
        "reviewRating": _rating(card, edition),
        "citation": [_work(record.sources[source].source, settings) for source in card.stances],
        "author": publisher,
        "publisher": publisher,
    }
    if told := [_correction(correction) for correction in card.corrections if not correction.typographical]:
        made["correction"] = told
    if settings.licence.url:
        made["license"] = settings.licence.url
    return made


def one_sentence(text: str) -> str:
    """Trim a text to its first sentence; a sentence is never cut short, for its end may turn its meaning."""
    text = " ".join(text.split())
    match = _SENTENCE.match(text)
    return match[0] if match else text


def _publisher(record: Record) -> Publisher:
    settings = record.settings
    made: Publisher = {"@type": "Organization", "name": settings.publisher.name}
    if addresses.METHODOLOGY in record.hand_written:
        made["publishingPrinciples"] = absolute(settings, addresses.METHODOLOGY)
    if addresses.CORRECTIONS_POLICY in record.hand_written:
        made["correctionsPolicy"] = absolute(settings, addresses.CORRECTIONS_POLICY)
    if settings.publisher.url:
        made["url"] = settings.publisher.url
    return made


def _reviewed(card: Card, claim: str, record: Record) -> ReviewedClaim:
    authors = [_author(claimant) for claimant in card.claimants]
    made: ReviewedClaim = {
        "@type": "Claim",
        "text": claim,
        "author": authors[0] if len(authors) == 1 else authors,
    }
    # A search engine takes a date for certain, so one that is not is left out; `temporalCoverage` may be any text.
    if card.claimed and card.claimed.plain:
        made["datePublished"] = card.claimed.iso
    if card.about:
        made["temporalCoverage"] = card.about.iso
    if appearances := _appearances(card, record):
        made["appearance"] = appearances
    return made


def _author(claimant: Claimant) -> Named:
    person = claimant.kind is ClaimantKind.PERSON
    return {"@type": "Person" if person else "Organization", "name": claimant.name}


def _appearances(card: Card, record: Record) -> list[Appearance]:
    """List the sources that make the claim or report it, where the public can open them.

    A source that only contradicts or qualifies a claim need not contain it. Readers drop addresses of the checker.
    """
    found: list[Appearance] = []
    for name, stances in card.stances.items():
        source = record.sources[name].source
        url = source.url or source.archived
        states_it = Stance.SUPPORTS in stances or Stance.MENTIONS in stances
        if url and states_it and is_elsewhere(record.settings, url):
            found.append({"@type": "CreativeWork", "name": source.title, "url": url})
    return found


def _rating(card: Card, edition: Edition) -> Rating:
    verdicts = edition.settings.verdicts
    numbers, verdict = [step.number for step in verdicts.values() if step.number is not None], verdicts[card.verdict]
    concluded = verdict.number is not None
    return {
        "@type": "Rating",
        "ratingValue": NO_CONCLUSION if verdict.number is None else verdict.number,
        "bestRating": max(numbers) if concluded else NO_CONCLUSION,
        "worstRating": min(numbers) if concluded else NO_CONCLUSION,
        "alternateName": edition.verdict(card.verdict).label.text,
        "ratingExplanation": edition.summary(card).text,
    }


def _work(source: Source, settings: Settings) -> Work:
    made: Work = {
        "@type": "CreativeWork",
        "identifier": source.id,
        "name": source.title,
        "alternateName": source.name,
        "mainEntityOfPage": absolute(settings, addresses.source(source.id)),
        "inLanguage": source.language,
    }
    if source.url:
        made["url"] = source.url
    if source.archived:
        made["archivedAt"] = source.archived
    if source.publisher:
        made["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.published:
        made["datePublished"] = source.published.iso
    if source.updated:
        made["dateModified"] = source.updated.iso
    return made


def _correction(correction: Correction) -> CorrectionComment:
    return {"@type": "CorrectionComment", "text": correction.what, "datePublished": correction.on.iso}
