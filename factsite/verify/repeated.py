"""Excerpts that many claims share: when one sentence carries a large part of a record, the record has little else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from factsite.corpus.text import Span
from factsite.diagnostics import START, Diagnostic, Finding, warning
from factsite.verify.record import ArchivedSource, Quoted

MANY = 5
"""So many claims on the same words are many; careful records come to four."""

_SHOWN = 6
"""So many words of an excerpt name it."""


@warning
def excerpt_in_many_claims(archived: ArchivedSource, excerpt: Span, claims: list[str]) -> Iterator[Finding]:
    """The same passage is evidence in fewer than five claims.

    Claims that all stand on one sentence are often one claim in several wordings.
    """
    words = archived.document.text[slice(*excerpt)].split()
    named = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    others = [*claims[:MANY], *(["others"] if len(claims) > MANY else [])]
    line = archived.document.place(excerpt.start).line
    yield Finding(
        archived.source.marks.get("file", START),
        f"{len(claims)} claims quote the same words of line {line}, `{named}`: {', '.join(others)}",
        "join claims that say the same, or quote what is particular to each",
        of=f"{named} in {len(claims)} claims",
    )


def check_repeated(sources: Mapping[str, ArchivedSource], quoted: Quoted) -> Iterator[Diagnostic]:
    """Warn of passages that many claims quote."""
    for name, archived in sources.items():
        counts = Counter(part for by_source in quoted.values() for part in set(by_source.get(name, ())))
        for part, count in sorted(counts.items()):
            if count >= MANY:
                claims = sorted(claim for claim, by_source in quoted.items() if part in by_source.get(name, ()))
                yield from excerpt_in_many_claims(archived.source.path, archived, part, claims)
