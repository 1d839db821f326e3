"""Which sentences of the archive the record uses, which the editors set aside, and which nobody has looked at yet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factsite.corpus.model import Citation, Claim
from factsite.corpus.text import Span
from factsite.verify.quotes import passage_at, whole_places
from factsite.verify.record import ArchivedSource, Quoted

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


def quoted_in(claim: Claim[Citation]) -> dict[str, tuple[Span, ...]]:
    """Collect what a claim quotes, by source."""
    spans: dict[str, tuple[Span, ...]] = {}
    for entry in claim.evidence:
        spans[entry.source] = (*spans.get(entry.source, ()), *(passage.span for passage in entry.quote.passages))
    return spans


def coverage(sources: Mapping[str, ArchivedSource], quoted: Quoted) -> tuple[Coverage, ...]:
    """Account for every sentence of every source, in order of id."""
    by_source: dict[str, dict[str, tuple[Span, ...]]] = defaultdict(dict)
    for claim, spans in quoted.items():
        for source, parts in spans.items():
            by_source[source][claim] = parts
    return tuple(account(archived, by_source[name]) for name, archived in sources.items())


def account(archived: ArchivedSource, quoted: Mapping[str, tuple[Span, ...]]) -> Coverage:
    """Account for every sentence of a source, given what each claim quotes of it."""
    return Coverage(archived.source.id, tuple(_accounted(archived, quoted)))


def _accounted(archived: ArchivedSource, quoted: Mapping[str, tuple[Span, ...]]) -> Iterator[Sentence]:
    aside = list(_set_aside(archived))
    readable = archived.readable
    places = archived.sentences
    spans = [readable.span(*place) for place in places]
    found = _shared_out(spans, quoted)
    for place, span, by in zip(places, spans, found, strict=True):
        parts = {part for own in by.values() for part in own}
        yield Sentence(
            span=span,
            text=" ".join(readable.text[slice(*place)].split()),
            line=archived.document.place(span.start).line,
            claims=tuple(by),
            quoted=tuple(sorted(Span(max(part.start, span.start), min(part.end, span.end)) for part in parts)),
            set_aside=next((why for part, why in aside if part.overlaps(span)), None),
        )


def _shared_out(spans: list[Span], quoted: Mapping[str, tuple[Span, ...]]) -> list[dict[str, list[Span]]]:
    """Give, for each sentence, the quoted parts that touch it, by claim."""
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    found: list[dict[str, list[Span]]] = [{} for _ in spans]
    for claim, parts in quoted.items():
        for part in parts:
            for number in range(bisect_right(ends, part.start), bisect_left(starts, part.end)):
                found[number].setdefault(claim, []).append(part)
    return found


def _set_aside(archived: ArchivedSource) -> Iterator[tuple[Span, str]]:
    """Give the parts that need no claim, and why: wherever the words stand, if they stand more than once."""
    given = [(entry.text, entry.why) for entry in archived.source.set_aside]
    for text, why in [*given, (archived.source.title, TITLE)]:
        for place in whole_places(text, archived):
            yield passage_at(archived, place.start, place.end, place.tail).span, why


def shown(measured: Iterable[Coverage], paths: Mapping[str, str]) -> str:
    """Write for editors what is accounted for in each source, and each sentence that is not, with its place."""
    lines = [line for one in measured for line in _lines(one, paths[one.source])]
    return "".join(f"{line}\n" for line in lines or ["there is nothing to cover: seeds/ holds no source"])


def _lines(one: Coverage, path: str) -> Iterator[str]:
    accounted = len(one.sentences) - len(one.open)
    yield (
        f"{one.source}: {accounted} of {len(one.sentences)} sentences accounted for "
        f"({one.quoted} quoted, {one.set_aside} set aside)"
    )
    for sentence in one.open:
        yield f"  {path}:{sentence.line}: neither quoted nor set aside: {sentence.text}"
