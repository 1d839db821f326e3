"""The verified record: the only thing that pages, data files and reviews are made from.

Pages that speak of many claims (indexes, comparison, feeds, search) read `cards` alone, so that a build after one
edit need not load every claim. `claims` loads a claim in full when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from factsite.corpus.claimants import Claimant, listed
from factsite.corpus.dates import PartialDate
from factsite.corpus.model import (
    Certainty,
    Citation,
    Claim,
    ClaimWords,
    Correction,
    Passage,
    Settings,
    Source,
    Stance,
    Withdrawal,
)
from factsite.corpus.readable import Readable, readable
from factsite.corpus.text import Document, Span
from factsite.verify.blocks import borders
from factsite.verify.fold import Folded, folded, letters
from factsite.verify.normalized import NormalizedText, comparable
from factsite.verify.numbers import Quantity, numbers_in
from factsite.verify.sentences import around, sentences
from factsite.verify.silence import Heard

Quoted: TypeAlias = Mapping[str, Mapping[str, tuple[Span, ...]]]
"""By claim, then by source: the parts of its file that a claim quotes."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents and independent origins stand for and against a claim.

    `primary_for` and `primary_against` count the primary documents among them, those of one origin once.
    `unnamed` counts evidence whose speaker the document does not name. Of the sources without evidence, `silent` names
    those in which editors looked for words and found none, and `not_looked_at` the others, in a small archive.
    """

    documents: int
    origins: int
    documents_for: int
    origins_for: int
    documents_against: int
    origins_against: int
    named_for: int
    primary_for: int
    primary_against: int
    unnamed: int
    silent: tuple[str, ...]
    not_looked_at: tuple[str, ...]


@dataclass(frozen=True)
class ArchivedSource:
    """A source with the document that holds it, proved by its hash, and the part of it that is the source's."""

    source: Source
    document: Document
    span: Span

    @cached_property
    def readable(self) -> Readable:
        """Give the source as its reader sees it."""
        return readable(self.document, self.span, self.source.format)

    @cached_property
    def normalized(self) -> NormalizedText:
        """Give the source in the form in which quotes are compared."""
        return NormalizedText(self.readable.text)

    @cached_property
    def blocks(self) -> list[int]:
        """Give where in the readable text a heading, paragraph, item, cell or column begins behind another."""
        # What is heard is called by its first words, which are no heading.
        title = "" if self.readable.times else self.source.title
        found = borders(self.readable.text, title, self.source.format)
        return [at for at in found if self.normalized.index(at) > 0]

    @cached_property
    def borders(self) -> list[int]:
        """Give where in the view a block begins behind another, in order."""
        return sorted({self.normalized.index(at) for at in self.blocks})

    @cached_property
    def sentences(self) -> list[Span]:
        """Give the sentences of the readable text, in order."""
        return list(sentences(self.readable.text, self.blocks))

    def sentences_around(self, part: Span) -> Span:
        """Give the range of the readable text with the whole sentences of which a part of the file holds words."""
        return around(self.readable.reading(part), self.sentences)

    @cached_property
    def folded(self) -> Folded:
        """Give the view in one form for all that looks alike; for suggestions only."""
        return folded(self.normalized.text)

    @cached_property
    def heard(self) -> Heard:
        """Give all that the source says, in which is searched for what it is said to lack."""
        return Heard(self.normalized, self.readable, self.document.text, self.span, self.source.format)

    @cached_property
    def numbers(self) -> list[Quantity]:
        """Give the numbers that the source says, in digits or in its language's words, by their place in the view."""
        return numbers_in(self.normalized.text, (self.source.language,))

    @cached_property
    def letters(self) -> frozenset[str]:
        """Name the kinds of letter in the source."""
        return letters(self.normalized.text)

    @cached_property
    def title(self) -> str:
        """Give the title in the form in which quotes are compared."""
        return comparable(self.source.title)

    def time_at(self, passage: Passage) -> str | None:
        """Give when a passage is heard, if the source is a recording's text."""
        return self.readable.time_at(self.readable.reading(passage.span).start)

    def line_at(self, index: int) -> int:
        """Give the line of the file on which character `index` of the view stands; the first where nothing is seen."""
        if not self.normalized.text:
            return self.document.place(self.span.start).line
        start, _ = self.normalized.span(index, index + 1)
        return self.document.place(self.readable.span(start, start + 1).start).line


@dataclass(frozen=True, slots=True)
class Card:
    """What other pages need to know of a claim.

    `stances` gives, by source, the stances of its evidence in page order; corrections stand newest first.
    """

    id: str
    claim: str
    claimants: tuple[Claimant, ...]
    topics: tuple[str, ...]
    verdict: str
    certainty: Certainty
    reviewed: PartialDate
    summary: str
    stances: Mapping[str, tuple[Stance, ...]]
    tally: Tally
    claimed: PartialDate | None = None
    about: PartialDate | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    related: tuple[str, ...] = ()
    translations: Mapping[str, ClaimWords] = field(default_factory=dict)

    @property
    def claimant(self) -> str:
        """Name who makes the claim, as pages do."""
        return listed(self.claimants)

    @property
    def corrected(self) -> PartialDate | None:
        """Give the date of the newest correction."""
        return self.corrections[0].on if self.corrections else None

    @property
    def changed(self) -> PartialDate:
        """Give the date of the last review, correction of meaning or withdrawal, whichever is latest."""
        dates = [self.reviewed, *(correction.on for correction in self.corrections if not correction.typographical)]
        if self.withdrawn:
            dates.append(self.withdrawn.on)
        return max(dates, key=lambda date: date.last)


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A run of words that two sources have in common, with the code points of each file that hold it."""

    left: Span
    right: Span
    words: int


class Sharing(StrEnum):
    """What the words that two sources share say of them."""

    COPY = "copy"
    INDEPENDENT = "independent"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources of one language and how much of their three-word runs they share, from 0 to 1, both ways.

    `longest` counts the words of the longest run that both have; `shared` are the runs of at least eight words.
    `share_unquoted` is the share of the shorter one without what stands between quotation marks in either.
    """

    left: str
    right: str
    share_of_left: float
    share_of_right: float
    share_unquoted: float
    longest: int
    outcome: Sharing
    shared: tuple[SharedPassage, ...]

    @property
    def containment(self) -> float:
        """Give how much of the shorter source's runs stand in the longer one."""
        return max(self.share_of_left, self.share_of_right)


@dataclass(frozen=True, slots=True)
class OwnFont:
    """A font that a record's owner gives for letters that the program's own fonts lack: its file name and content."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Record:
    """A corpus in which every quote is proved, with what the proofs found.

    `quoted` says what each claim quotes, for pages that need no more of a claim than that.
    `digests` names the content of each input by key: `claim:<id>`, `card:<id>`, `source:<id>`, `settings`, `pairs`.
    `hand_written` names the pages below docs/ that people wrote, of those to which generated pages lead; `settings`
    among the digests covers it. `fonts` are the owner's, in order of name; none where no letter needs them.
    """

    settings: Settings
    sources: Mapping[str, ArchivedSource]
    claims: Mapping[str, Claim[Citation]]
    cards: Mapping[str, Card]
    pairs: tuple[Pair, ...]
    quoted: Quoted
    digests: Mapping[str, str]
    hand_written: frozenset[str] = frozenset()
    fonts: tuple[OwnFont, ...] = ()
