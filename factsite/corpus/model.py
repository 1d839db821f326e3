"""The record as typed values: settings, sources and claims, as editors wrote them.

`Evidence` and `Claim` are generic in their quote. What was decoded holds an `Excerpt`, which an author
typed and which may be wrong; `verify` alone makes a `Claim[Citation]` from a `Claim[Excerpt]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from factsite.corpus.choices import Certainty, ClaimantKind, Reason, Relation, Stance, TextFormat, Tone, Translator
from factsite.corpus.claimants import Claimant, Claimants, listed
from factsite.corpus.dates import PartialDate
from factsite.corpus.editions import ClaimWords, EditionLabels
from factsite.corpus.quote import Citation, Excerpt, Passage
from factsite.corpus.reasoned import Acceptance, Locations, Quotable, SetAside
from factsite.diagnostics import START, Location, Severity

# The closed lists, the two ways to know a quote, and what editors leave aside are part of the model.
__all__ = [
    "Certainty",
    "Claimant",
    "ClaimantKind",
    "Claimants",
    "Reason",
    "Relation",
    "Stance",
    "TextFormat",
    "Tone",
    "Translator",
]
__all__ += ["Acceptance", "Citation", "Excerpt", "Locations", "Passage", "Quotable", "SetAside"]
__all__ += ["ClaimWords", "EditionLabels"]

Quote = TypeVar("Quote")
"""How a quote is known: an `Excerpt` (typed) or a `Citation` (proved)."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number that a verdict needs, from `min` to `max`, both included; `None` is no bound."""

    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions on a claim's evidence, all of which must hold.

    `named_for` counts supporting speakers whom a document names, each once. `primary_for` and `primary_against` count
    primary documents, those of one origin once.
    """

    origins_for: Bounds = Bounds()
    origins_against: Bounds = Bounds()
    named_for: Bounds = Bounds()
    stances: tuple[Stance, ...] = ()
    primary_for: Bounds = Bounds()
    primary_against: Bounds = Bounds()


@dataclass(frozen=True, slots=True)
class Needs(Conditions):
    """The conditions that a verdict puts on its evidence; where there are alternatives, one of `either` must hold."""

    either: tuple[Conditions, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict's label and meaning in one language."""

    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One step of the verdict scale; `number` is 1 to 5, or nothing where there is no conclusion."""

    id: str
    label: str
    meaning: str
    tone: Tone
    icon: str
    number: int | None = None
    needs: Needs = Needs()
    translations: Mapping[str, VerdictWords] = field(default_factory=dict)
    locations: Locations = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Party:
    """A publisher or a licence: a name and a public address."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules that a record sets for itself.

    `severity` is how much warnings weigh, by their rule's name. Less than `quotable_percent` of a document's words may
    stand in quotes.
    """

    severity: Mapping[str, Severity] = field(default_factory=dict)
    quotable_percent: int = 40
    locations: Locations = field(default_factory=dict, compare=False, repr=False)


ALL_RIGHTS_RESERVED = Party("All rights reserved")
"""The licence of a record that names none."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml says about the record: names, scale, topics, origins.

    `introduction` is prose for the home page. A claimant who is not among the `claimants` is no person.
    `language` is that of claims and pages, and `editions` are the other languages in which the whole site stands.
    `words` are messages of pages that the record says in its own way, by language and by their English, and
    `catalogues` are its own files of gettext, by language.
    """

    site_name: str
    site_url: str
    publisher: Party
    verdicts: Mapping[str, Verdict]
    topics: Mapping[str, str]
    origins: Mapping[str, str]
    licence: Party = ALL_RIGHTS_RESERVED
    site_description: str = ""
    introduction: str = ""
    claimants: Claimants = field(default_factory=Claimants)
    cards: bool = True
    format: int = 1
    rules: Rules = Rules()
    language: str = "en"
    editions: Mapping[str, EditionLabels] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    catalogues: Mapping[str, str] = field(default_factory=dict)

    @property
    def main_language(self) -> str:
        """Give the record's language without its region: `en` for `en-IN`."""
        return self.language.partition("-")[0]


@dataclass(frozen=True, slots=True)
class LineRange:
    """The lines of a file that belong to a source, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Source:
    """What a seed, or some lines of it, is: publisher, date, language, origin.

    A `primary` source is itself the act or the record that others report: an order, a statistic, a statement.
    `inferred` lists the fields that the document does not state and the editors concluded.
    """

    id: str
    path: str
    file: str
    sha256: str
    name: str
    title: str
    language: str
    origin: str
    relation: Relation
    format: TextFormat = TextFormat.TEXT
    lines: LineRange | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    updated: PartialDate | None = None
    url: str | None = None
    archived: str | None = None
    derived_from: str | None = None
    machine_translated: bool = False
    primary: bool = False
    inferred: tuple[str, ...] = ()
    note: str | None = None
    quotable: Quotable | None = None
    set_aside: tuple[SetAside, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    locations: Locations = field(default_factory=dict, compare=False, repr=False)

    @property
    def main_language(self) -> str:
        """Give the language without its region: `en` for `en-IN`."""
        return self.language.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Evidence(Generic[Quote]):
    """One source's word on a claim.

    `according_to` is who says it inside the document; nothing means the document's own voice.
    """

    source: str
    stance: Stance
    says: str
    quote: Quote
    according_to: str | None = None
    point: str | None = None
    telling: bool = True
    translation: str | None = None
    translated_by: Translator | None = None
    accepted: tuple[Acceptance, ...] = ()
    locations: Locations = field(default_factory=dict, compare=False, repr=False)

    @property
    def unnamed(self) -> bool:
        """Tell whether the document hides who speaks: `according_to` ends in ", unnamed"."""
        return self.according_to is not None and self.according_to.casefold().rstrip(" .").endswith(", unnamed")


@dataclass(frozen=True, slots=True)
class Absence:
    """A statement that sources are silent: none of the terms occurs in them.

    An empty `sources` means every source that gives no evidence on the claim.
    """

    sources: tuple[str, ...]
    terms: tuple[str, ...]
    locations: Locations = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong in a published claim, and since when it is right."""

    on: PartialDate
    what: str
    verdict_was: str | None = None
    typographical: bool = False
    locations: Locations = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Since when and why a claim no longer stands."""

    on: PartialDate
    why: str


@dataclass(frozen=True, slots=True)
class Claim(Generic[Quote]):
    """A checkable statement that somebody made, with the editors' verdict on it."""

    id: str
    path: str
    claim: str
    claimants: tuple[Claimant, ...]
    topics: tuple[str, ...]
    verdict: str
    certainty: Certainty
    reviewed: PartialDate
    summary: str
    evidence: tuple[Evidence[Quote], ...]
    claimed: PartialDate | None = None
    about: PartialDate | None = None
    because: tuple[Reason, ...] = ()
    absent: tuple[Absence, ...] = ()
    reasoning: str = ""
    corrections: tuple[Correction, ...] = ()
    translations: Mapping[str, ClaimWords] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None
    accepted: tuple[Acceptance, ...] = ()
    locations: Locations = field(default_factory=dict, compare=False, repr=False)

    @property
    def claimant(self) -> str:
        """Name who makes the claim, as pages do."""
        return listed(self.claimants)

    def place(self, *keys: str) -> Location:
        """Give the place of the first of some keys that the claim's file has."""
        return next((self.locations[key] for key in keys if key in self.locations), START)

    def attributed(self, known: Claimants) -> Claim[Quote]:
        """Give the claim with the claimants whom its names mean, for a file alone does not tell."""
        return replace(self, claimants=tuple(known.meant(claimant.id or claimant.name) for claimant in self.claimants))
