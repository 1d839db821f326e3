"""From mkdocs.yml to settings: its `extra.factsite`, and the few MkDocs keys that the record needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factsite.corpus import yamltree
from factsite.corpus.addresses import ADDRESS, FOLDER
from factsite.corpus.format import missing_key
from factsite.corpus.kinds import Choice, Flag, Number, Reading, Text
from factsite.corpus.lists import ListOf, Table
from factsite.corpus.model import (
    Bounds,
    Claimant,
    ClaimantKind,
    Claimants,
    Locations,
    Needs,
    Party,
    Settings,
    Stance,
    Tone,
    Verdict,
    VerdictWords,
)
from factsite.corpus.names import is_id, slug
from factsite.corpus.shapes import Field, Shape, Values
from factsite.corpus.text import Document
from factsite.corpus.written import quoted, scalar
from factsite.corpus.yamltree import Node, Scalar
from factsite.diagnostics import START, Diagnostic, Finding, Location, rule

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

_NEEDS = Shape(
    lambda values, _, __: Needs(**values),
    (
        Field("origins_for", _BOUNDS, "independent origins that support the claim"),
        Field("origins_against", _BOUNDS, "independent origins that contradict it"),
        Field("named_for", _BOUNDS, "supporting speakers whom a document names, each once"),
        Field("stances", ListOf(Choice(Stance)), "stances of which each must occur"),
    ),
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
    return Settings(site_name="", site_url="", claimants=claimants, **values)


FACTSITE = Shape(
    _settings,
    (
        Field("publisher", _PARTY, "who publishes the site", required=True),
        Field("licence", _PARTY, "under which licence claims and pages stand", required=True),
        Field("verdicts", Table(_VERDICT), "the verdict scale, best supported first", required=True),
        Field("topics", Table(Text(80)), "what claims are about", required=True),
        Field("origins", Table(Text(120)), "the reporting that sources go back to", required=True),
        Field("claimants", Table(_CLAIMANT), "people, organisations and groups that make claims, by id"),
        Field(
            "introduction",
            Text(2_000, lines=True),
            "what the record is about, for the home page; prose as in reasoning",
        ),
        Field("cards", Flag(), "whether to draw a card image for each claim"),
    ),
)


INTRODUCTION = ("extra", "factsite", "introduction")
"""Where the introduction stands in mkdocs.yml."""


@rule
def replaced_key(key: Scalar, names: Sequence[str]) -> Iterator[Finding]:
    """Claimants stand under `claimants`, each with an id, a name and a kind; `people` listed only names of persons."""
    flow = [
        f"{slug(name) or f'person-{number}'}: {{name: {_in_braces(name)}, kind: person}}"
        for number, name in enumerate(names, 1)
    ]
    yield Finding(key.location, "`people` is now `claimants`", f"write instead: `claimants: {{{', '.join(flow)}}}`")


def _in_braces(text: str) -> str:
    return quoted(text) if set(text) & set(",[]{}") else scalar(text)


@rule
def bad_key(location: Location, key: str) -> Iterator[Finding]:
    """Keys of verdicts, topics, origins and claimants can stand in an address."""
    yield Finding(location, f"`{key}` cannot be a key here", "use lower-case letters, digits and single dashes")


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
    read = FACTSITE.read(_without_people(node, reading), reading)
    return replace(
        read,
        site_name=_top(root, "site_name", _named(120), reading),
        site_url=_top(root, "site_url", FOLDER, reading),
        site_description=_top(root, "site_description", replace(_named(500), lines=True), reading),
        verdicts={key: replace(verdict, id=key) for key, verdict in read.verdicts.items()},
    ), reading.problems


def _without_people(node: Node, reading: Reading) -> Node:
    """Refuse the list that came before `claimants`, and go on without it."""
    if not isinstance(node, yamltree.Mapping):
        return node
    for key, value in node.entries:
        if key.value == "people":
            items = value.items if isinstance(value, yamltree.Sequence) else ()
            names = [item.value for item in items if isinstance(item, Scalar)]
            reading.report(replaced_key(reading.path, key, names))
    return yamltree.Mapping(tuple(entry for entry in node.entries if entry[0].value != "people"), node.location)


def _named(limit: int) -> Text:
    """Describe text that themes print as it stands, so that it can hold no markup."""
    return Text(limit, pattern=r'[^<>&"]+', meaning='text without <, >, & and "')


def _top(root: yamltree.Mapping, key: str, kind: Text, reading: Reading) -> str:
    node = root.get(key)
    if node is None:
        reading.report(missing_key(reading.path, root.location, key, "a setting of MkDocs that pages and data need"))
        return ""
    reading.required = True
    return kind.read(node, reading)


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
