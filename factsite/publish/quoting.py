"""Which parts of which sources claims quote, as far as a change could make it too much.

The rule on this looks at all claims together. Only where a change quotes words that were not quoted before, the other
claims on that source are read as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from factsite.corpus.model import Citation, Claim, Excerpt
from factsite.corpus.text import Span
from factsite.verify.quotes import cite
from factsite.verify.record import ArchivedSource

Spans = dict[str, tuple[Span, ...]]
"""The quoted parts of seeds, by source."""


def spans(claim: Claim[Excerpt], sources: Mapping[str, ArchivedSource]) -> Spans:
    """Give the parts of some sources that a claim quotes, passing over quotes that cannot be proved."""
    found: Spans = {}
    for evidence in claim.evidence:
        proof = cite(evidence.quote, sources[evidence.source]) if evidence.source in sources else None
        if isinstance(proof, Citation):
            parts = tuple(passage.span for passage in proof.passages)
            found[evidence.source] = found.get(evidence.source, ()) + parts
    return found


def newly_quoted(before: Iterable[Spans], after: Iterable[Spans], altered: Collection[str]) -> set[str]:
    """Name the sources of which something is quoted that was not, or that are themselves not as they were."""
    known = {(source, part) for one in before for source, parts in one.items() for part in parts}
    fresh = {(source, part) for one in after for source, parts in one.items() for part in parts}
    return {source for source, _ in fresh - known} | set(altered)
