"""How much of each document the record publishes: quotation for review has to stay a part, never the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

import regex

from factsite.corpus.model import Rules
from factsite.corpus.text import Span
from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.verify.record import ArchivedSource, Quoted

SHORT = 100
"""A source of fewer words may be quoted whole: of a short post hardly a part can be quoted that says what it says."""

CONTEXT = 0.2
"""The share of a source's words that may be shown around quotes, beside the share that may stand in them."""

_ALONE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
"""A character of a script that parts no words by spaces; each counts as a word."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a source's words stand in quotes; a word that several claims quote counts once."""

    words: int
    quoted: int

    @property
    def part(self) -> float:
        """Give the share, from 0 to 1."""
        return self.quoted / self.words if self.words else 0.0

    def too_many(self, most: float) -> int:
        """Count the words that stand in quotes beyond what may, if less than `most` of all words may."""
        return max(0, self.quoted + 1 - ceil(most * self.words))


@rule
def quoted_too_much(archived: ArchivedSource, share: Share, most: float, claims: Iterable[str]) -> Iterator[Finding]:
    """Less than 40 % of a document's words stand in quotes, counted once per word over all claims.

    Other people's texts are quoted for review here, not republished.
    A record may set another share, as `extra.factsite.rules.quotable_percent` in mkdocs.yml.
    A document of less than 100 words may be quoted whole, and so may one whose sidecar says why, as
    `quotable: {whole: a public court order}`.
    """
    yield Finding(
        archived.source.locations.get("file", START),
        f"{share.part:.0%} of the words of {archived.source.id} stand in quotes ({share.quoted:,} of {share.words:,})",
        f"less than {most:.0%} may; leave out {share.too_many(most):,} words or more; most are quoted in "
        f"{', '.join(claims)}; where all of it may be quoted, say why: `quotable: {{whole: …}}`",
    )


def quotable(archived: ArchivedSource, rules: Rules) -> float:
    """Give below which share of a source's words quotes must stay; 1 where it may be quoted whole."""
    if archived.source.quotable or count_words(archived.normalized.text) < SHORT:
        return 1.0
    return rules.quotable_percent / 100


def showable(archived: ArchivedSource, rules: Rules) -> float:
    """Give the share of a source's words that may be shown, quotes and context together."""
    return min(1.0, quotable(archived, rules) + CONTEXT)


def shares(sources: Mapping[str, ArchivedSource], quoted: Quoted) -> dict[str, Share]:
    """Measure every source that is quoted."""
    spans: dict[str, list[Span]] = {}
    for by_source in quoted.values():
        for source, parts in by_source.items():
            spans.setdefault(source, []).extend(parts)
    return {name: _share(sources[name], parts) for name, parts in spans.items() if name in sources}


def _share(archived: ArchivedSource, parts: list[Span]) -> Share:
    counted = words_in(archived.document.text, parts)
    words = count_words(archived.normalized.text)
    return Share(words, min(counted, words))


def words_in(text: str, parts: Iterable[Span]) -> int:
    """Count the words in some parts of a text; a word in several of them counts once."""
    return sum(count_words(text[part.start : part.end]) for part in _united(parts))


def count_words(text: str) -> int:
    """Count words: what white space parts, and in scripts without spaces each character."""
    return len((text if text.isascii() else _ALONE.sub(r" \g<0> ", text)).split())


def _united(parts: Iterable[Span]) -> Iterator[Span]:
    """Give the same ranges in order and without overlaps."""
    end = 0
    for part in sorted(parts):
        if part.end > end:
            yield Span(max(part.start, end), part.end)
            end = part.end


def check_shares(sources: Mapping[str, ArchivedSource], quoted: Quoted, rules: Rules) -> Iterator[Diagnostic]:
    """Check that no document is quoted nearly whole, unless it may be."""
    for name, share in shares(sources, quoted).items():
        most = quotable(sources[name], rules)
        if share.part >= most and most < 1:
            amounts = {
                claim: sum(part.end - part.start for part in by_source.get(name, ()))
                for claim, by_source in quoted.items()
                if name in by_source
            }
            claims = sorted(amounts, key=lambda claim: (-amounts[claim], claim))[:3]
            yield from quoted_too_much(sources[name].source.path, sources[name], share, most, claims)
