"""For other programs: load a record with every quote proved, or learn what is wrong with it.

    from factsite.api import load

    outcome = load("path/to/record")
    if outcome.record is None:
        for problem in outcome.diagnostics:
            print(problem.path, problem.location.line, problem.message)
    else:
        for claim in outcome.record.claims.values():
            print(claim.claim, [passage.text for entry in claim.evidence for passage in entry.quote.passages])

What is named here keeps its meaning within one major version; everything else may change.
"""

from __future__ import annotations

from pathlib import Path

from factsite.checking import workspace
from factsite.checking.workspace import Outcome
from factsite.corpus.model import Citation, Claim
from factsite.diagnostics import Diagnostic
from factsite.verify.record import Record

__all__ = ["Citation", "Claim", "Diagnostic", "Outcome", "Record", "load"]


def load(root: Path | str) -> Outcome:
    """Read and check the record in a folder with mkdocs.yml, claims/ and seeds/; nothing is written.

    `record` of the outcome is None if there are errors; `diagnostics` are all errors and warnings, in order. Raises
    FileNotFoundError where there is no mkdocs.yml, and OSError where the folder cannot be read.
    """
    folder = Path(root)
    if not workspace.is_workspace(folder):
        raise FileNotFoundError(folder / workspace.CONFIG)
    return workspace.check(folder)
