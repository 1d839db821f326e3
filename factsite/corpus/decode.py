"""From YAML to records: the tables of a claim file and of a source's sidecar."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from factsite.corpus import yamltree
from factsite.corpus.addresses import ADDRESS
from factsite.corpus.format import wrong_type
from factsite.corpus.kinds import Choice, Flag, Id, Lines, Reading, Text, When
from factsite.corpus.lists import ListOf, OneOrMore, Table
from factsite.corpus.model import (
    Absence,
    Acceptance,
    Certainty,
    Claim,
    Claimant,
    ClaimWords,
    Correction,
    Evidence,
    Excerpt,
    Locations,
    Quotable,
    Reason,
    Relation,
    SetAside,
    Source,
    Stance,
    TextFormat,
    Translator,
    Withdrawal,
)
from factsite.corpus.shapes import Field, Shape, Values
from factsite.corpus.tags import LANGUAGE
from factsite.corpus.text import Document
from factsite.corpus.wordings import WORDING
from factsite.diagnostics import START, Diagnostic

R = TypeVar("R", Source, Claim[Excerpt])

MAX_QUOTE = 4_000
"""The longest quote or translation of one, in characters."""

MAX_EVIDENCE = 200
"""The most evidence on one claim; each piece of it is searched for in a whole document."""

MAX_REASONING = 8_000
"""The longest reasoning, in characters."""

CLAIMANT_NAME = Text(120, offered="claimant")
"""What a claim calls who makes it: an id or a spelling that mkdocs.yml declares, or any name."""

_SHA256 = Text(64, pattern=r"[0-9a-f]{64}", meaning="the 64 hexadecimal digits of a SHA-256")
_FILE = Text(200, pattern=r"[A-Za-z0-9][A-Za-z0-9._-]*\.txt", meaning="the name of a .txt file in seeds/")


def _set_aside(values: Values, locations: Locations, _: yamltree.Mapping) -> SetAside:
    return SetAside(**values, location=locations.get("text", locations[""]))


_ACCEPTED = Field(
    "accepted",
    ListOf(
        Shape(
            lambda values, locations, _: Acceptance(locations=locations, **values),
            (
                Field("rule", Text(60), "the warning's name, as it stands in brackets behind it", required=True),
                Field("of", Text(500, hidden=True), "the word or number that it is about", required=True),
                Field("why", Text(300, lines=True), "why it may stand, in a sentence", required=True),
            ),
        ),
        most=50,
    ),
    "warnings that may stand, one by one; those on a piece of evidence stand there",
)

_QUOTABLE = Shape(
    lambda values, _, __: Quotable(**values),
    (
        Field(
            "whole",
            Text(300, lines=True),
            "why all of it may be quoted, such as: a public court order",
            required=True,
        ),
    ),
)

SOURCE: Shape[Source] = Shape(
    lambda values, locations, _: Source(id="", path="", locations=locations, **values),
    (
        Field("file", _FILE, "the archived document, a .txt file in seeds/", required=True),
        Field("sha256", _SHA256, "SHA-256 of the whole file", required=True),
        Field("lines", Lines(), "the lines that are this source, such as 1-31; without it, the whole file"),
        Field("name", Text(60), "a short name for table headings", required=True),
        Field("title", Text(300, hidden=True), "the document's own title, word for word", required=True),
        Field("publisher", Text(120), "who published it, where the document says so"),
        Field("published", When(), "when it was published, where the document says so"),
        Field("updated", When(), "when it was last updated, where the document says so"),
        Field("language", LANGUAGE, "the language as a BCP 47 tag", required=True),
        Field("format", Choice(TextFormat), "how the document is written; text if left out"),
        Field("url", ADDRESS, "its public address, where known"),
        Field("archived", ADDRESS, "the address of a public archive's copy, where known"),
        Field("origin", Id("origin"), "the reporting that it goes back to, a key of origins", required=True),
        Field("relation", Choice(Relation), "how it relates to that reporting", required=True),
        Field("derived_from", Id("source"), "the source in this archive that it was made from"),
        Field("machine_translated", Flag(), "whether it is plainly a machine's translation"),
        Field("primary", Flag(), "whether it is itself the act or the record: an order, a statistic, a statement"),
        Field("inferred", ListOf(Text(40)), "which of these keys the document does not state"),
        Field("note", Text(2_000, lines=True), "what a reader should know about it"),
        Field("quotable", _QUOTABLE, "that more of it may be quoted than the record's rules allow"),
        Field(
            "set_aside",
            ListOf(
                Shape(
                    _set_aside,
                    (
                        Field(
                            "text",
                            Text(MAX_QUOTE, lines=True, hidden=True),
                            "the words set aside, as a quote",
                            required=True,
                        ),
                        Field("why", Text(300, lines=True), "why no claim needs them", required=True),
                    ),
                ),
                most=200,
            ),
            "parts of the document that no claim covers, and why",
        ),
        _ACCEPTED,
    ),
)


def _evidence(values: Values, locations: Locations, node: yamltree.Mapping) -> Evidence[Excerpt]:
    text, after = values.pop("quote"), values.pop("after", None)
    scalar = node.get("quote")
    start, end = (scalar.start, scalar.end) if isinstance(scalar, yamltree.Scalar) else (0, 0)
    location = locations.get("quote", locations[""])
    excerpt = Excerpt(text, values["source"], after, location, start, end)
    return Evidence(quote=excerpt, locations=locations, **values)


EVIDENCE = Shape(
    _evidence,
    (
        Field("source", Id("source"), "the id of the source", required=True),
        Field("stance", Choice(Stance), "what the source does to the claim", required=True),
        Field("according_to", Text(200), "who says it inside the document; end in `, unnamed` for an unnamed speaker"),
        Field("says", Text(240), "what it says, in a few words", required=True),
        Field("point", Text(120), "the question that it answers, where a claim has more than one"),
        Field("quote", Text(MAX_QUOTE, lines=True, hidden=True), "the source's words, exactly", required=True),
        Field("after", Text(500, lines=True, hidden=True), "the words just before the quote, where it occurs twice"),
        Field("telling", Flag(), "false where every reading of the claim would produce this evidence"),
        Field("translation", Text(MAX_QUOTE, lines=True), "the quote in the language of the site"),
        Field("translated_by", Choice(Translator), "who translated it"),
        _ACCEPTED,
    ),
)

_ABSENCE = Shape(
    lambda values, locations, _: Absence(locations=locations, **values),
    (
        Field("sources", ListOf(Id("source"), or_all=True), "which sources are silent; or all", required=True),
        Field("terms", ListOf(Text(100), most=50), "words that occur in none of them", required=True),
    ),
)

_CORRECTION = Shape(
    lambda values, locations, _: Correction(locations=locations, **values),
    (
        Field("on", When(day=True), "when it was corrected", required=True),
        Field("what", Text(1_000, lines=True), "what was wrong, and what is right", required=True),
        Field("verdict_was", Id("verdict"), "the verdict before, where it changed"),
        Field("typographical", Flag(), "true where no meaning changed"),
    ),
)

_WORDS = Shape(
    lambda values, locations, _: ClaimWords(locations=locations, **values),
    (
        Field("claim", Text(400), "the claim, translated", required=True),
        Field("summary", Text(1_200, lines=True), "the summary, translated", required=True),
        Field("reasoning", Text(MAX_REASONING, lines=True), "the reasoning, translated"),
        Field("of", WORDING, "which wording was translated, as `factsite check` names it"),
    ),
)

_WITHDRAWAL = Shape(
    lambda values, _, __: Withdrawal(**values),
    (
        Field("on", When(day=True), "since when", required=True),
        Field("why", Text(1_000, lines=True), "why it no longer stands", required=True),
    ),
)


def _claim(values: Values, locations: Locations, _: yamltree.Mapping) -> Claim[Excerpt]:
    claimants = tuple(map(Claimant, values.pop("claimant")))
    return Claim(id="", path="", locations=locations, claimants=claimants, **values)


CLAIM: Shape[Claim[Excerpt]] = Shape(
    _claim,
    (
        Field("claim", Text(300), "the statement that is checked, in one sentence", required=True),
        Field("claimant", OneOrMore(CLAIMANT_NAME, most=50), "who says so; a list for several", required=True),
        Field("claimed", When(extended=True), "when it was said, if known"),
        Field("about", When(extended=True), "the date or span that it speaks of"),
        Field("topics", ListOf(Id("topic")), "keys of topics in mkdocs.yml", required=True),
        Field("verdict", Id("verdict"), "a key of verdicts in mkdocs.yml", required=True),
        Field("certainty", Choice(Certainty), "how good the evidence is", required=True),
        Field("because", ListOf(Choice(Reason)), "why certainty is not higher"),
        Field("reviewed", When(day=True), "when editors last read it against its evidence", required=True),
        Field("summary", Text(1_000, lines=True), "the answer, for someone who reads nothing else", required=True),
        Field("evidence", ListOf(EVIDENCE, most=MAX_EVIDENCE), "one source's word on the claim each", required=True),
        Field("absent", ListOf(_ABSENCE, most=50), "sources that are silent, checked by words that they lack"),
        Field("reasoning", Text(MAX_REASONING, lines=True), "how the evidence was read, in plain Markdown"),
        Field("corrections", ListOf(_CORRECTION), "what was wrong before, newest first"),
        Field("translations", Table(_WORDS), "the project's own translations, by language"),
        Field("related", ListOf(Id("claim")), "ids of related claims"),
        Field("withdrawn", _WITHDRAWAL, "a published claim is withdrawn, never deleted"),
        _ACCEPTED,
    ),
)


def claim(document: Document) -> tuple[Claim[Excerpt] | None, list[Diagnostic]]:
    """Decode a claim file; its name is the claim's id."""
    return _read(CLAIM, document, "fill it in (`factsite new` writes a template), or delete it")


def excerpts(document: Document) -> tuple[Excerpt, ...]:
    """Read only what a claim file quotes, in a third of the time; what is not in order there is left out."""
    found = yamltree.value_of(document, "evidence")
    entries = found.items[:MAX_EVIDENCE] if isinstance(found, yamltree.Sequence) else ()
    return tuple(excerpt for entry in entries if isinstance(entry, yamltree.Mapping) and (excerpt := _excerpt(entry)))


def claimants(document: Document) -> tuple[str, ...]:
    """Read only what a claim file calls its claimants; what is not in order there is left out."""
    found = yamltree.value_of(document, "claimant")
    nodes = found.items if isinstance(found, yamltree.Sequence) else (found,)
    return tuple(node.value for node in nodes if isinstance(node, yamltree.Scalar))


def _excerpt(entry: yamltree.Mapping) -> Excerpt | None:
    text, source, after = (entry.get(key) for key in ("quote", "source", "after"))
    if not (isinstance(text, yamltree.Scalar) and isinstance(source, yamltree.Scalar)):
        return None
    return Excerpt(text.value, source.value, after.value if isinstance(after, yamltree.Scalar) else None)


def source(document: Document) -> tuple[Source | None, list[Diagnostic]]:
    """Decode a source's sidecar; its name is the source's id."""
    return _read(SOURCE, document, "fill it in, or delete it")


def _read(shape: Shape[R], document: Document, if_empty: str) -> tuple[R | None, list[Diagnostic]]:
    node, problems = yamltree.parse(document)
    if node is None:
        return None, problems or [*wrong_type(document.path, START, "an empty file", "a mapping", if_empty)]
    reading = Reading(document, problems)
    read = shape.read(node, reading)
    return replace(read, id=PurePosixPath(document.path).stem, path=document.path), reading.problems
