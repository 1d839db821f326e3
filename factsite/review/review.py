"""What a review found: the one value from which every form of the report is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factsite.diagnostics import Diagnostic, has_errors
from factsite.review.compare import Comparison


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the newer version was checked: some of its claims, and all of its sources."""

    claims: int
    all_claims: int
    sources: int
    rules: int


@dataclass(frozen=True, slots=True)
class Review:
    """Two commits compared, and what is wrong with the newer one.

    `labels` gives each verdict's label; `pages` are the hand-written pages under docs/ that differ; `uncommitted` are
    files that lie in the work tree otherwise than in the newer version, and are not looked at.
    """

    base: str
    head: str
    comparison: Comparison
    diagnostics: tuple[Diagnostic, ...]
    checked: Extent
    labels: Mapping[str, str]
    pages: tuple[str, ...] = ()
    uncommitted: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Tell whether nothing stands in the way of publishing the newer version."""
        return not has_errors(self.diagnostics)
