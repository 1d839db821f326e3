"""Excerpts that many claims share: when one sentence carries a large part of a record, the record has little else."""

from __future__ import annotations

from collections import defaultdict
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
        archived.source.locations.get("file", START),
        f"{len(claims)} claims quote the same words of line {line}, `{named}`: {', '.join(others)}",
        "join claims that say the same, or quote what is particular to each",
        of=f"{named} in {len(claims)} claims",
    )


def check_repeated(sources: Mapping[str, ArchivedSource], quoted: Quoted) -> Iterator[Diagnostic]:
    """Warn of passages that many claims quote."""
    claims: dict[tuple[str, Span], list[str]] = defaultdict(list)
    for claim, by_source in sorted(quoted.items()):
        for source, parts in by_source.items():
            for part in dict.fromkeys(parts):
                claims[source, part].append(claim)
    for (source, part), quoting in sorted(claims.items()):
        if len(quoting) >= MANY and source in sources:
            yield from excerpt_in_many_claims(sources[source].source.path, sources[source], part, quoting)
