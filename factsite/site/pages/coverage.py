"""The editors' pages of coverage: each document, sentence by sentence, and what the record makes of it.

Full texts of other publishers are not published here. A sentence is therefore named by its line and its first words
only, as many as let an editor find it in the archived file, and never more than half of it. Claims are named by their
ids, which are the names of the files that editors work in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup

from factsite.corpus.text import Span
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told, fill
from factsite.site.edition import Edition
from factsite.site.output import Output, fact
from factsite.site.pages import parts, uses
from factsite.site.pages.parts import Anchor, HandWritten, Leaf, Pager
from factsite.site.words import Words
from factsite.verify.coverage import Coverage, Sentence, account
from factsite.verify.record import ArchivedSource, Record
from factsite.verify.shares import shares, words_in

FIRST_WORDS = 6
SENTENCES_LISTED = 100
CLAIMS_NAMED = 5
"""So many sentences stand on one page, and so many claims beside each; the source's page holds the rest."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How a source's sentences stand, in numbers; `words` is the share of its words that stand in quotes."""

    source: Anchor
    sentences: str
    quoted: str
    set_aside: str
    open: str
    words: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence: its line, its first words, and its state, which is `quoted`, `aside` or `open`."""

    line: int
    begins: str
    state: str
    detail: str | Told
    claims: tuple[Anchor, ...]
    more: str


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """A page of a source's sentences; `unlisted` counts those on it that are not named."""

    front: Markup
    name: str
    source: Markup
    index: Markup
    lang: Markup
    file: str
    length: str
    totals: Totals
    sentences: tuple[SentenceView, ...]
    unlisted: str
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class CoverageIndex:
    """A page of the index: totals for each source."""

    front: Markup
    lead: str
    limits: HandWritten | None
    rows: tuple[Totals, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class CoveredSource:
    """A source and the claims that quote it."""

    archived: ArchivedSource
    claims: tuple[str, ...]

    @property
    def id(self) -> str:
        """Give the source's id."""
        return self.archived.source.id

    @property
    def inputs(self) -> Iterator[str]:
        """Name what its coverage depends on."""
        yield f"source:{self.id}"
        yield from (f"claim:{name}" for name in self.claims)


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the index and the pages of every source."""
    claims = uses.by_source(record)
    subjects = [CoveredSource(archived, tuple(claims[name])) for name, archived in record.sources.items()]
    for leaf in parts.leaves(subjects):
        inputs = ("settings", leaf.input, fact("sources", len(subjects)), *_inputs(leaf))
        here = Here(addresses.further(addresses.COVERAGE, leaf.number), edition)
        yield Output(here.path, inputs, partial(_make_index, leaf, record, here))
    for subject in subjects:
        for page in parts.leaves(range(addresses.windows(subject.archived)), 1):
            here = Here(addresses.further(addresses.coverage(subject.id), page.number), edition)
            yield Output(here.path, ("settings", *subject.inputs), partial(_make, subject, page, record, here))


def _inputs(leaf: Leaf[CoveredSource]) -> Iterator[str]:
    for subject in leaf.entries:
        yield from subject.inputs


def _make_index(leaf: Leaf[CoveredSource], record: Record, here: Here) -> bytes:
    words = here.words
    documents = parts.documents(len(record.sources), words)
    page = CoverageIndex(
        front=here.front(
            "seeds/ and claims/",
            within=True,
            title=parts.paged(words.say("Coverage"), leaf, words),
            description=words.say(
                "Which sentences of {documents} the record quotes, and which it sets aside.", documents=documents
            ),
        ),
        lead=documents,
        limits=parts.hand_written(addresses.LIMITS, record, here),
        rows=tuple(_totals(subject, _account(subject, record), record, here) for subject in leaf.entries),
        pager=parts.pager(leaf, addresses.COVERAGE, here),
    )
    return fill("pages/coverage.md.j2", words, page=page)


def _make(subject: CoveredSource, leaf: Leaf[int], record: Record, here: Here) -> bytes:
    return fill("pages/coverage-source.md.j2", here.words, page=view(subject, leaf, record, here))


def view(subject: CoveredSource, leaf: Leaf[int], record: Record, here: Here) -> CoveragePage:
    """Decide what a page of a source's coverage shows."""
    source, first, words = subject.archived.source, addresses.coverage(subject.id), here.words
    measured = _account(subject, record)
    on_page = [one for one in measured.sentences if addresses.window(subject.archived, one.span) == leaf.number]
    return CoveragePage(
        front=here.front(
            f"{source.path} and claims/",
            title=parts.paged(words.say("Coverage of {source}", source=source.name), leaf, words),
            description=words.say(
                "Which sentences of {documents} the record quotes, and which it sets aside.", documents=source.name
            ),
        ),
        name=source.name,
        source=here.to(addresses.source(source.id)),
        index=here.to(addresses.COVERAGE),
        lang=words.lang(source.language),
        file=subject.archived.document.path,
        length=words.count(len(measured.sentences), "{number} sentence", "{number} sentences"),
        totals=_totals(subject, measured, record, here),
        sentences=tuple(_sentence(one, subject, here) for one in on_page[:SENTENCES_LISTED]),
        unlisted=_unlisted(len(on_page) - SENTENCES_LISTED, words),
        pager=parts.pager(leaf, first, here),
    )


def _unlisted(number: int, words: Words) -> str:
    return words.count(number, "{number} more sentence", "{number} more sentences") if number > 0 else ""


def _account(subject: CoveredSource, record: Record) -> Coverage:
    return account(subject.archived, _quoted_by(subject, record))


def _quoted_by(subject: CoveredSource, record: Record) -> dict[str, tuple[Span, ...]]:
    return {name: record.quoted[name].get(subject.id, ()) for name in subject.claims}


def _totals(subject: CoveredSource, measured: Coverage, record: Record, here: Here) -> Totals:
    quoted = {name: {subject.id: parts} for name, parts in _quoted_by(subject, record).items()}
    share = shares({subject.id: subject.archived}, quoted).get(subject.id)
    number = here.words.number
    return Totals(
        source=Anchor(subject.archived.source.name, here.to(addresses.coverage(subject.id))),
        sentences=number(len(measured.sentences)),
        quoted=number(measured.quoted),
        set_aside=number(measured.set_aside),
        open=number(len(measured.open)),
        words=here.words.share(share.part if share else 0),
        is_open=bool(measured.open),
    )


def _sentence(one: Sentence, subject: CoveredSource, here: Here) -> SentenceView:
    named, words, aside = islice(one.claims, CLAIMS_NAMED), here.words, here.edition.told(one.set_aside or "")
    more = len(one.claims[CLAIMS_NAMED:])
    return SentenceView(
        line=one.line,
        begins=begins(one.text),
        state="quoted" if one.claims else "aside" if one.set_aside else "open",
        detail=_how_much(one, subject.archived.document.text, words) if one.claims else aside,
        claims=tuple(Anchor(name, here.to(addresses.claim(name))) for name in named),
        more=words.count(more, "and {number} more", "and {number} more") if more else "",
    )


def _how_much(one: Sentence, text: str, words: Words) -> str:
    whole, quoted = words_in(text, (one.span,)), words.number(words_in(text, one.quoted))
    return words.count(whole, "{quoted} of {number} word", "{quoted} of {number} words", quoted=quoted)


def begins(sentence: str) -> str:
    """Give the first words of a sentence: at most six, and never more than half of it."""
    given = sentence.split()
    return " ".join(given[: min(FIRST_WORDS, max(1, len(given) // 2))])
