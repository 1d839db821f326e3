"""Sources and the passages that they share: data/v1/sources.json."""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from factsite.corpus.model import Relation, Settings, Source, TextFormat
from factsite.site import addresses
from factsite.site.claimreview import Url, When
from factsite.site.jsontext import document
from factsite.site.opendata.shapes import VERSION, Digest, Head, Line, Offset, licence
from factsite.site.urls import absolute
from factsite.verify.record import ArchivedSource, Pair, Record, Sharing


class SetAsideData(TypedDict):
    """A part of a document that no claim covers."""

    text: str
    why: str


class SourceData(TypedDict):
    """A source: what a document, or some lines of it, is."""

    id: str
    url: Annotated[Url, "the source's page"]
    name: str
    title: str
    publisher: NotRequired[str]
    published: NotRequired[When]
    updated: NotRequired[When]
    language: Annotated[str, "BCP 47"]
    origin: str
    relation: Annotated[Relation, "how it relates to its origin"]
    derived_from: NotRequired[str]
    machine_translated: bool
    primary: Annotated[bool, "whether it is itself the act or the record that others report"]
    inferred: Annotated[list[str], "keys that the document does not state and the editors concluded"]
    note: NotRequired[str]
    quotable_whole: NotRequired[
        Annotated[str, "why all of it may be quoted; other documents only in part, or if short"]
    ]
    original_url: NotRequired[Annotated[Url, "where it was published"]]
    archived_url: NotRequired[Annotated[Url, "a public archive's copy"]]
    file: str
    sha256: Digest
    format: TextFormat
    start: Offset
    end: Offset
    first_line: Line
    last_line: Line
    set_aside: list[SetAsideData]


class SharedData(TypedDict):
    """A run of words that two sources have in common."""

    left_start: Offset
    left_end: Offset
    right_start: Offset
    right_end: Offset
    words: int


class PairData(TypedDict):
    """Two sources of one language, and how much of their three-word runs they share, from 0 to 1."""

    left: str
    right: str
    share_of_left: float
    share_of_right: float
    share_unquoted: Annotated[float, "that of the shorter one, outside quotation marks"]
    longest: Annotated[int, "words of the longest run that both have"]
    outcome: Annotated[Sharing, "what the shared words say of the two"]
    shared: Annotated[list[SharedData], "runs of at least eight words that both have"]


class SourcesData(Head):
    """All sources and what they share: data/v1/sources.json."""

    origins: Annotated[dict[str, str], "label by id"]
    sources: Annotated[list[SourceData], "in order of id"]
    pairs: list[PairData]


def make(record: Record) -> bytes:
    """Make data/v1/sources.json."""
    settings = record.settings
    made: SourcesData = {
        "schema_version": VERSION,
        "licence": licence(settings),
        "origins": dict(settings.origins),
        "sources": [_source(archived, settings) for archived in record.sources.values()],
        "pairs": [_pair(pair) for pair in record.pairs],
    }
    return document(made)


def _source(archived: ArchivedSource, settings: Settings) -> SourceData:
    source, span = archived.source, archived.span
    first, last = archived.document.lines_of(span)
    made: SourceData = {
        "id": source.id,
        "url": absolute(settings, addresses.source(source.id)),
        "name": source.name,
        "title": source.title,
        "language": source.language,
        "origin": source.origin,
        "relation": source.relation,
        "machine_translated": source.machine_translated,
        "primary": source.primary,
        "inferred": list(source.inferred),
        "file": source.file,
        "sha256": source.sha256,
        "format": source.format,
        "start": span.start,
        "end": span.end,
        "first_line": first,
        "last_line": last,
        "set_aside": [{"text": part.text, "why": part.why} for part in source.set_aside],
    }
    _add_what_is_known(made, source)
    if source.quotable:
        made["quotable_whole"] = source.quotable.whole
    return made


def _add_what_is_known(made: SourceData, source: Source) -> None:
    if source.publisher:
        made["publisher"] = source.publisher
    if source.published:
        made["published"] = source.published.iso
    if source.updated:
        made["updated"] = source.updated.iso
    if source.derived_from:
        made["derived_from"] = source.derived_from
    if source.note:
        made["note"] = source.note
    if source.url:
        made["original_url"] = source.url
    if source.archived:
        made["archived_url"] = source.archived


def _pair(pair: Pair) -> PairData:
    return {
        "left": pair.left,
        "right": pair.right,
        "share_of_left": round(pair.share_of_left, 4),
        "share_of_right": round(pair.share_of_right, 4),
        "share_unquoted": round(pair.share_unquoted, 4),
        "longest": pair.longest,
        "outcome": pair.outcome,
        "shared": [
            {
                "left_start": shared.left.start,
                "left_end": shared.left.end,
                "right_start": shared.right.start,
                "right_end": shared.right.end,
                "words": shared.words,
            }
            for shared in pair.shared
        ],
    }
