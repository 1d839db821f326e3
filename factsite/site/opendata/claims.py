"""A claim in full, with every quote and its place: data/v1/claims/<id>.json."""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from factsite.corpus.model import Citation, Claim, Correction, Evidence, Passage, Reason, Stance, Translator
from factsite.site.claimreview import When
from factsite.site.jsontext import document
from factsite.site.opendata.annotations import Annotation, annotation
from factsite.site.opendata.cards import CardData, brief
from factsite.site.opendata.shapes import VERSION, Head, Line, Offset, licence
from factsite.verify.record import ArchivedSource, Record
from factsite.verify.surroundings import before_and_behind


class PassageData(TypedDict):
    """An unbroken part of a quote and its place in the archived document."""

    start: Offset
    end: Offset
    first_line: Line
    last_line: Line
    text: Annotated[str, "what a reader of the document sees there"]
    before: Annotated[str, "the rest of its sentence before it"]
    behind: Annotated[str, "the rest of its sentence behind it"]
    time: NotRequired[Annotated[str, "when it is heard, in a recording: hours, minutes and seconds"]]


class EvidenceData(TypedDict):
    """One source's word on a claim."""

    number: Annotated[int, "its place on the page, from 1"]
    source: str
    stance: Stance
    says: str
    according_to: NotRequired[Annotated[str, "who says it inside the document; left out for the document's own voice"]]
    unnamed: Annotated[bool, "whether the document hides who speaks"]
    point: NotRequired[Annotated[str, "the question that it answers"]]
    telling: Annotated[bool, "false where every reading of the claim would produce this evidence"]
    quote: Annotated[str, "the document's words; passages are joined by […]"]
    translation: NotRequired[str]
    translated_by: NotRequired[Translator]
    passages: list[PassageData]
    annotation: Annotated[Annotation, "the same as a W3C Web Annotation"]


class AbsenceData(TypedDict):
    """Sources in which none of the terms occurs."""

    sources: Annotated[list[str], "the sources; none means all without evidence"]
    terms: list[str]


class CorrectionData(TypedDict):
    """What was wrong in a published claim."""

    on: When
    what: str
    verdict_was: NotRequired[str]
    typographical: bool


class WordsData(TypedDict):
    """A claim and its summary, translated by the project."""

    claim: str
    summary: str


class ClaimData(Head, CardData):
    """A claim in full: data/v1/claims/<id>.json."""

    verdict_meaning: str
    because: Annotated[list[Reason], "why certainty is not higher"]
    evidence: list[EvidenceData]
    absent: list[AbsenceData]
    reasoning: Annotated[
        str, "Markdown; links to source:<id> and claim:<id> are to this record; empty where the summary says it all"
    ]
    corrections: Annotated[list[CorrectionData], "newest first"]
    translations: Annotated[dict[str, WordsData], "by BCP 47 language"]
    related: Annotated[list[str], "ids of claims"]


def make(name: str, record: Record) -> bytes:
    """Make data/v1/claims/<name>.json."""
    return document(in_full(record.claims[name], record))


def in_full(claim: Claim[Citation], record: Record) -> ClaimData:
    """Give everything that a claim's page shows."""
    settings = record.settings
    card = brief(record.cards[claim.id], settings)
    return {
        "schema_version": VERSION,
        "licence": licence(settings),
        **card,
        "verdict_meaning": settings.verdicts[claim.verdict].meaning,
        "because": list(claim.because),
        "evidence": [_evidence(number, item, card["url"], record) for number, item in enumerate(claim.evidence, 1)],
        "reasoning": claim.reasoning,
        "absent": [{"sources": list(absence.sources), "terms": list(absence.terms)} for absence in claim.absent],
        "corrections": [_correction(correction) for correction in claim.corrections],
        "translations": {
            language: {"claim": words.claim, "summary": words.summary}
            for language, words in sorted(claim.translations.items())
        },
        "related": list(claim.related),
    }


def _evidence(number: int, evidence: Evidence[Citation], page: str, record: Record) -> EvidenceData:
    archived = record.sources[evidence.source]
    made: EvidenceData = {
        "number": number,
        "source": evidence.source,
        "stance": evidence.stance,
        "says": evidence.says,
        "unnamed": evidence.unnamed,
        "telling": evidence.telling,
        "quote": evidence.quote.text,
        "passages": [_passage(passage, archived) for passage in evidence.quote.passages],
        "annotation": annotation(number, evidence, page, record),
    }
    if evidence.according_to:
        made["according_to"] = evidence.according_to
    if evidence.point:
        made["point"] = evidence.point
    if evidence.translation:
        made["translation"] = evidence.translation
    if evidence.translated_by:
        made["translated_by"] = evidence.translated_by
    return made


def _passage(passage: Passage, archived: ArchivedSource) -> PassageData:
    first, last = archived.document.lines_of(passage.span)
    before, behind = before_and_behind(archived, passage)
    made: PassageData = {
        "start": passage.start,
        "end": passage.end,
        "first_line": first,
        "last_line": last,
        "text": passage.text,
        "before": before.strip(),
        "behind": behind.strip(),
    }
    if time := archived.time_at(passage):
        made["time"] = time
    return made


def _correction(correction: Correction) -> CorrectionData:
    made: CorrectionData = {
        "on": correction.on.iso,
        "what": correction.what,
        "typographical": correction.typographical,
    }
    if correction.verdict_was:
        made["verdict_was"] = correction.verdict_was
    return made
