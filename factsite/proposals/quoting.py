"""Which parts of which sources claims quote, as far as a change could make it too much.

The rule on this looks at all claims together. Only where a change quotes words that were not quoted before, the other
claims on that source are read as well; where the source itself differs, all claims on it are read anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factsite.corpus.model import Citation, Excerpt
from factsite.corpus.text import Span
from factsite.verify.quotes import cite
from factsite.verify.record import ArchivedSource

Spans = dict[str, tuple[Span, ...]]
"""The quoted parts of seeds, by source."""


def spans(excerpts: Iterable[Excerpt], sources: Mapping[str, ArchivedSource]) -> Spans:
    """Give the parts of some sources that excerpts are, passing over those that cannot be proved."""
    found: Spans = {}
    for excerpt in excerpts:
        proof = cite(excerpt, sources[excerpt.source]) if excerpt.source in sources else None
        if isinstance(proof, Citation):
            parts = tuple(passage.span for passage in proof.passages)
            found[excerpt.source] = found.get(excerpt.source, ()) + parts
    return found


def newly_quoted(before: Iterable[Spans], after: Iterable[Spans]) -> set[str]:
    """Name the sources of which something is quoted that was not."""
    known = {(source, part) for one in before for source, parts in one.items() for part in parts}
    fresh = {(source, part) for one in after for source, parts in one.items() for part in parts}
    return {source for source, _ in fresh - known}
