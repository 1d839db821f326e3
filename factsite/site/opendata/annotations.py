"""Citations as W3C Web Annotations: which characters of which file, and what the editors say of them."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from factsite.corpus.model import Citation, Evidence, Passage
from factsite.site import addresses
from factsite.site.claimreview import Url
from factsite.site.opendata.shapes import Digest, Offset
from factsite.site.urls import absolute
from factsite.verify.record import ArchivedSource, Record
from factsite.verify.surroundings import whole_sentences

CONTEXT_LENGTHS = (16, 64, 256)
"""How many code points of the document stand before and after a quote at least, beyond its sentence: as few as tell it
from its like."""


class QuoteSelector(TypedDict):
    """The characters of the archived document, with those around them."""

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


class PositionSelector(TypedDict):
    """The place in the archived document; `end` is exclusive."""

    type: Literal["TextPositionSelector"]
    start: Offset
    end: Offset


State = TypedDict(
    "State",
    {
        "type": Literal["schema:MediaObject"],
        "schema:name": Annotated[str, "the archived document's file"],
        "schema:sha256": Digest,
    },
)


class Vocabulary(TypedDict):
    """The prefix of schema.org's words, which the annotation model lacks."""

    schema: Literal["https://schema.org/"]


class Target(TypedDict):
    """A passage: whose document, in which state, and where in it."""

    type: Literal["SpecificResource"]
    source: Annotated[Url, "the page of the source"]
    state: Annotated[State, "the exact file in which the selectors count"]
    selector: Annotated[list[QuoteSelector | PositionSelector], "two ways to the same characters"]


class TextualBody(TypedDict):
    """What the editors say of a passage."""

    type: Literal["TextualBody"]
    purpose: Annotated[Literal["tagging", "describing"], "the stance is a tag"]
    format: Literal["text/plain"]
    value: str


Annotation = TypedDict(
    "Annotation",
    {
        "@context": list[Literal["http://www.w3.org/ns/anno.jsonld"] | Vocabulary],
        "id": Annotated[Url, "the excerpt on the claim's page"],
        "type": Literal["Annotation"],
        "motivation": Literal["describing"],
        "body": list[TextualBody],
        "target": Annotated[list[Target], "one for each passage"],
    },
)

_CONTEXT: list[Literal["http://www.w3.org/ns/anno.jsonld"] | Vocabulary] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"schema": "https://schema.org/"},
]


def annotation(number: int, evidence: Evidence[Citation], page: str, record: Record) -> Annotation:
    """Give the annotation of the n-th evidence of a claim whose page has the address `page`."""
    archived = record.sources[evidence.source]
    address = absolute(record.settings, addresses.source(evidence.source))
    return {
        "@context": _CONTEXT,
        "id": f"{page}#e-{number}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": evidence.stance},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": evidence.says},
        ],
        "target": [_target(passage, archived, address) for passage in evidence.quote.passages],
    }


def _target(passage: Passage, archived: ArchivedSource, address: str) -> Target:
    start, end = passage.span
    first, last = _context(start, end, archived)
    text = archived.document.text
    return {
        "type": "SpecificResource",
        "source": address,
        "state": {
            "type": "schema:MediaObject",
            "schema:name": archived.source.file,
            "schema:sha256": archived.source.sha256,
        },
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[first:start],
                "suffix": text[end:last],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _context(start: int, end: int, archived: ArchivedSource) -> tuple[int, int]:
    """Give the range around a passage that holds its sentence and, as far as possible, has no like in the source."""
    text, part = archived.document.text, archived.span
    sentence = archived.readable.span(*whole_sentences(archived, Passage(start, end, "")))
    first, last = sentence
    for length in CONTEXT_LENGTHS:
        first = max(part.start, min(sentence.start, start - length))
        last = min(part.end, max(sentence.end, end + length))
        around = text[first:last]
        if text.find(around, part.start, last) == first and text.find(around, first + 1, part.end) == -1:
            break
    return first, last
