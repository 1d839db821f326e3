"""The closed lists of the format: what a stance, a relation, a certainty and the like may be."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """What a source does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    MENTIONS = "mentions"


class Relation(StrEnum):
    """How a source relates to the reporting that it goes back to."""

    ORIGINAL = "original"
    WIRE_COPY = "wire-copy"
    REWRITE = "rewrite"
    TRANSLATION = "translation"


class Certainty(StrEnum):
    """How good the evidence for a verdict is."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


class Reason(StrEnum):
    """Why certainty is not higher."""

    SINGLE_ORIGIN = "single-origin"
    UNNAMED_SOURCES = "unnamed-sources"
    MACHINE_TRANSLATION = "machine-translation"
    NO_PRIMARY_DOCUMENT = "no-primary-document"
    SOURCES_DISAGREE = "sources-disagree"
    INTERESTED_SOURCE = "interested-source"


class TextFormat(StrEnum):
    """How an archived document is written."""

    TEXT = "text"
    MARKDOWN = "markdown"


class Translator(StrEnum):
    """Who translated a quote."""

    HUMAN = "human"
    MACHINE = "machine"


class ClaimantKind(StrEnum):
    """What somebody is who makes a claim."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"


class Tone(StrEnum):
    """The colour family of a verdict, from well supported to contradicted."""

    GOOD = "good"
    FAIR = "fair"
    OPEN = "open"
    POOR = "poor"
    BAD = "bad"
    NONE = "none"
