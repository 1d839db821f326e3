"""Which sentences of the archive the record uses, which the editors set aside, and which nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from factsite.corpus.model import Citation, Claim
from factsite.corpus.text import Span
from factsite.verify.quotes import stands_in
from factsite.verify.record import ArchivedSource
from factsite.verify.sentences import sentences

Quoted: TypeAlias = Mapping[str, Mapping[str, tuple[Span, ...]]]
"""By claim, then by source: the parts of its file that a claim quotes."""

TITLE = "The document's title, given in its description."


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source: its code points in the file, its line, and what the record makes of it.

    `claims` quote some of its words, `quoted` are those parts; `set_aside` is why no claim needs it.
    """

    span: Span
    text: str
    line: int
    claims: tuple[str, ...]
    quoted: tuple[Span, ...]
    set_aside: str | None

    @property
    def accounted(self) -> bool:
        """Tell whether a claim quotes it or editors set it aside."""
        return bool(self.claims) or self.set_aside is not None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A source, sentence by sentence, in the order of the document."""

    source: str
    sentences: tuple[Sentence, ...]

    @property
    def quoted(self) -> int:
        """Count the sentences that a claim quotes."""
        return sum(bool(sentence.claims) for sentence in self.sentences)

    @property
    def set_aside(self) -> int:
        """Count the sentences that no claim quotes and that editors set aside."""
        return sum(not sentence.claims and sentence.set_aside is not None for sentence in self.sentences)

    @property
    def open(self) -> tuple[Sentence, ...]:
        """Give the sentences that nothing accounts for."""
        return tuple(sentence for sentence in self.sentences if not sentence.accounted)


def quoted_by(claims: Iterable[Claim[Citation]]) -> dict[str, dict[str, tuple[Span, ...]]]:
    """Collect what each claim quotes."""
    found: dict[str, dict[str, tuple[Span, ...]]] = {}
    for claim in claims:
        spans = found.setdefault(claim.id, {})
        for entry in claim.evidence:
            passages = tuple(passage.span for passage in entry.quote.passages)
            spans[entry.source] = (*spans.get(entry.source, ()), *passages)
    return found


def coverage(sources: Mapping[str, ArchivedSource], quoted: Quoted) -> tuple[Coverage, ...]:
    """Account for every sentence of every source, in order of id."""
    return tuple(
        Coverage(name, tuple(_accounted(archived, {claim: spans.get(name, ()) for claim, spans in quoted.items()})))
        for name, archived in sources.items()
    )


def _accounted(archived: ArchivedSource, quoted: Mapping[str, tuple[Span, ...]]) -> Iterator[Sentence]:
    aside = list(_set_aside(archived))
    readable = archived.readable
    for place in sentences(readable.text):
        span = readable.span(*place)
        by = {claim: [part for part in parts if part.overlaps(span)] for claim, parts in quoted.items()}
        parts = {part for found in by.values() for part in found}
        yield Sentence(
            span=span,
            text=" ".join(readable.text[slice(*place)].split()),
            line=archived.document.line_number(span.start),
            claims=tuple(claim for claim, found in by.items() if found),
            quoted=tuple(sorted(Span(max(part.start, span.start), min(part.end, span.end)) for part in parts)),
            set_aside=next((why for part, why in aside if part.overlaps(span)), None),
        )


def _set_aside(archived: ArchivedSource) -> Iterator[tuple[Span, str]]:
    """Give the parts that need no claim, and why: wherever the words stand, if they stand more than once."""
    given = [(entry.text, entry.why) for entry in archived.source.set_aside]
    for text, why in [*given, (archived.source.title, TITLE)]:
        for start in stands_in(text, archived):
            yield archived.span_of(text, start), why


def shown(measured: Iterable[Coverage], paths: Mapping[str, str]) -> str:
    """Write for editors what is accounted for in each source, and each sentence that is not, with its place."""
    return "".join(f"{line}\n" for one in measured for line in _lines(one, paths[one.source]))


def _lines(one: Coverage, path: str) -> Iterator[str]:
    accounted = len(one.sentences) - len(one.open)
    yield (
        f"{one.source}: {accounted} of {len(one.sentences)} sentences accounted for "
        f"({one.quoted} quoted, {one.set_aside} set aside)"
    )
    for sentence in one.open:
        yield f"  {path}:{sentence.line}: neither quoted nor set aside: {sentence.text}"
