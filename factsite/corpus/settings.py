"""From mkdocs.yml to settings: its `extra.factsite`, and the few MkDocs keys that the record needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from factsite.corpus import yamltree
from factsite.corpus.addresses import ADDRESS, FOLDER
from factsite.corpus.format import bad_value, missing_key
from factsite.corpus.kinds import Choice, Flag, Number, Reading, Text
from factsite.corpus.lists import ListOf, Table
from factsite.corpus.model import (
    Bounds,
    Claimant,
    ClaimantKind,
    Claimants,
    Conditions,
    EditionLabels,
    Locations,
    Needs,
    Party,
    Rules,
    Settings,
    Stance,
    Tone,
    Verdict,
    VerdictWords,
)
from factsite.corpus.names import is_id
from factsite.corpus.older import without_people
from factsite.corpus.shapes import Field, Shape, Values
from factsite.corpus.tags import LANGUAGE
from factsite.corpus.text import Document
from factsite.corpus.yamltree import Node, Scalar
from factsite.diagnostics import START, Diagnostic, Finding, Location, Severity, rule


def _named(limit: int) -> Text:
    """Describe text that themes print as it stands, so that it can hold no markup."""
    return Text(limit, pattern=r'[^<>&"]+', meaning='text without <, >, & and "')


_PARTY = Shape(
    lambda values, _, __: Party(**values),
    (
        Field("name", Text(200), "its name", required=True),
        Field("url", ADDRESS, "its public address"),
    ),
)

_BOUNDS = Shape(
    lambda values, _, __: Bounds(**values),
    (
        Field("min", Number(0, 1_000), "at least so many"),
        Field("max", Number(0, 1_000), "at most so many"),
    ),
)

_CONDITIONS = (
    Field("origins_for", _BOUNDS, "independent origins that support the claim"),
    Field("origins_against", _BOUNDS, "independent origins that contradict it"),
    Field("named_for", _BOUNDS, "supporting speakers whom a document names, each once"),
    Field("primary_for", _BOUNDS, "primary documents that support the claim, those of one origin once"),
    Field("primary_against", _BOUNDS, "primary documents that contradict it, those of one origin once"),
    Field("stances", ListOf(Choice(Stance)), "stances of which each must occur"),
)
_ALTERNATIVE = Shape(lambda values, _, __: Conditions(**values), _CONDITIONS)
_NEEDS = Shape(
    lambda values, _, __: Needs(**values),
    (*_CONDITIONS, Field("either", ListOf(_ALTERNATIVE, most=10), "alternatives, of which one must hold")),
)

_WORDS = Shape(
    lambda values, _, __: VerdictWords(**values),
    (
        Field("label", Text(40), "the label, translated", required=True),
        Field("meaning", Text(400, lines=True), "the meaning, translated", required=True),
    ),
)

_VERDICT = Shape(
    lambda values, locations, _: Verdict(id="", locations=locations, **values),
    (
        Field("label", Text(40), "the word on the badge", required=True),
        Field("meaning", Text(400, lines=True), "what it means, in one sentence", required=True),
        Field("number", Number(1, 5), "5 is best supported; left out where there is no conclusion"),
        Field("tone", Choice(Tone), "the colour family", required=True),
        Field("icon", Text(60, pattern="[a-z0-9-]+", meaning="the name of an icon"), "an icon's name", required=True),
        Field("needs", _NEEDS, "what the evidence must show"),
        Field("translations", Table(_WORDS), "label and meaning by language"),
    ),
)

_SCALE = Table(_VERDICT)
_UNREAD: Values = {"site_name": "", "site_url": "", "verdicts": {}}


_RULES = Shape(
    lambda values, locations, _: Rules(locations=locations, **values),
    (
        Field("severity", Table(Choice(Severity)), "how much warnings weigh, by the name of their rule"),
        Field(
            "quotable_percent", Number(1, 99), "less than so many per cent of a document's words may stand in quotes"
        ),
    ),
)

_CLAIMANT = Shape(
    lambda values, locations, _: Claimant(locations=locations, **values),
    (
        Field("name", Text(120), "the name that pages show", required=True),
        Field("kind", Choice(ClaimantKind), "what it is", required=True),
        Field("also", ListOf(Text(120), most=50), "other spellings that claims may use"),
        Field("names", Table(Text(120)), "the name in other languages, by language tag"),
        Field("note", Text(200), "what tells it from another of the same name"),
    ),
)


def _settings(values: Values, _: Locations, __: yamltree.Mapping) -> Settings:
    claimants = Claimants.of(values.pop("claimants", {}))
    return Settings(**_UNREAD | values | {"claimants": claimants})


_EDITION = Shape(
    lambda values, _, __: EditionLabels(**values),
    (
        Field("name", _named(120), "the site's name in this language"),
        Field("description", replace(_named(500), lines=True), "what the site is, for search engines and feeds"),
        Field("introduction", Text(2_000, lines=True), "what the record is about, for the home page"),
        Field("topics", Table(Text(80)), "labels of topics, by their keys"),
        Field("origins", Table(Text(120)), "labels of origins, by their keys"),
    ),
)

FACTSITE = Shape(
    _settings,
    (
        Field("publisher", _PARTY, "who publishes the site", required=True),
        Field("licence", _PARTY, "under which licence claims and pages stand; without it all rights are reserved"),
        Field("verdicts", _SCALE, "the verdict scale, best supported first, where it is not the usual one"),
        Field("topics", Table(Text(80)), "what claims are about", required=True),
        Field("origins", Table(Text(120)), "the reporting that sources go back to", required=True),
        Field("claimants", Table(_CLAIMANT), "people, organisations and groups that make claims, by id"),
        Field(
            "introduction",
            Text(2_000, lines=True),
            "what the record is about, for the home page; prose as in reasoning",
        ),
        Field("language", LANGUAGE, "the language of claims and pages; English if left out"),
        Field("editions", Table(_EDITION), "other languages in which the whole site stands, by language tag"),
        Field("words", Table(Table(Text(2_000))), "messages of pages in other words, by language and by their English"),
        Field("format", Number(1, 1_000), "the version of the form of settings, claims and sidecars; 1 if left out"),
        Field("cards", Flag(), "whether to draw a card image for each claim"),
        Field("rules", _RULES, "rules that the record sets for itself"),
    ),
)


FORMAT = 1
"""The newest form of settings, claims and sidecars that this program reads; it reads all older ones as well."""

INTRODUCTION = ("extra", "factsite", "introduction")
"""Where the introduction stands in mkdocs.yml."""


@rule
def bad_key(location: Location, key: str) -> Iterator[Finding]:
    """Keys of verdicts, topics, origins and claimants can stand in an address."""
    yield Finding(location, f"`{key}` cannot be a key here", "use lower-case letters, digits and single dashes")


@rule
def format_too_new(location: Location, given: int) -> Iterator[Finding]:
    """A record's `extra.factsite.format` is one that this program knows; a newer program reads older records too."""
    yield Finding(
        location,
        f"this record is written in format {given}, and this program reads up to {FORMAT}",
        "install a newer factsite",
    )


def settings(document: Document) -> tuple[Settings | None, list[Diagnostic]]:
    """Decode mkdocs.yml, as far as the record needs it."""
    root, problems = yamltree.parse(document, tags=True)
    if not isinstance(root, yamltree.Mapping):
        return None, problems or [*missing_key(document.path, START, "extra.factsite", "the record's settings")]
    reading = Reading(document, problems)
    extra = root.get("extra")
    node = extra.get("factsite") if isinstance(extra, yamltree.Mapping) else None
    if node is None:
        reading.report(missing_key(document.path, root.location, "extra.factsite", "the record's settings"))
        return None, reading.problems
    reading.report(_bad_keys(node, document.path))
    read = FACTSITE.read(without_people(node, reading), reading)
    if read.language in read.editions:
        where = next(key.location for key in _keys(node, "editions") if key.value == read.language)
        reading.report(
            bad_value(document.path, where, f"`{read.language}` is the record's own language", "leave it out")
        )
    if read.format > FORMAT:
        written = node.get("format") if isinstance(node, yamltree.Mapping) else None
        reading.report(format_too_new(document.path, written.location if written else root.location, read.format))
    return replace(
        read,
        site_name=_top(root, "site_name", _named(120), reading),
        site_url=_top(root, "site_url", FOLDER, reading),
        site_description=_top(root, "site_description", replace(_named(500), lines=True), reading, needed=False),
        verdicts=_with_ids(read.verdicts) or usual_scale(read.main_language),
    ), reading.problems


@cache
def usual_scale(language: str = "en") -> Mapping[str, Verdict]:
    """Give the verdicts of a record that names none, in its language if they have words in it."""
    document = Document("scale.yml", (files(__package__) / "scale.yml").read_text("utf-8"))
    node, problems = yamltree.parse(document)
    reading = Reading(document, problems)
    assert node is not None
    scale = _with_ids(_SCALE.read(node, reading))
    assert not reading.problems, reading.problems
    return {key: _spoken(verdict, language) for key, verdict in scale.items()}


def _spoken(verdict: Verdict, language: str) -> Verdict:
    """Give a verdict with its words in a language in place of the English ones, which become a translation."""
    words = verdict.translations.get(language)
    if words is None:
        return verdict
    others = {"en": VerdictWords(verdict.label, verdict.meaning)} | dict(verdict.translations)
    del others[language]
    return replace(verdict, label=words.label, meaning=words.meaning, translations=others)


def _with_ids(verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
    return {key: replace(verdict, id=key) for key, verdict in verdicts.items()}


def _top(root: yamltree.Mapping, key: str, kind: Text, reading: Reading, *, needed: bool = True) -> str:
    node = root.get(key)
    if node is None:
        if needed:
            reading.report(missing_key(reading.path, root.location, key, "a setting of MkDocs that pages need"))
        return ""
    reading.required = True
    return kind.read(node, reading)


def _keys(node: Node, name: str) -> Iterator[Scalar]:
    """Give the keys of a table of the settings."""
    table = node.get(name) if isinstance(node, yamltree.Mapping) else None
    yield from (key for key, _ in table.entries) if isinstance(table, yamltree.Mapping) else ()


def _bad_keys(node: Node, path: str) -> Iterator[Diagnostic]:
    tables = (
        [node.get(name) for name in ("verdicts", "topics", "origins", "claimants")]
        if isinstance(node, yamltree.Mapping)
        else []
    )
    for table in tables:
        if isinstance(table, yamltree.Mapping):
            for key, _ in table.entries:
                if not is_id(key.value):
                    yield from bad_key(path, key.location, key.value)
