"""A proposed change: two commits of a repository, checked as far as they differ, and compared."""

from __future__ import annotations

from pathlib import Path

from factsite.diagnostics import Stage, count_rules
from factsite.proposals.concerned import Concerned
from factsite.proposals.differing import Differing
from factsite.reading.git import Commit, repository
from factsite.review.compare import compare
from factsite.review.file_rules import File, check_files
from factsite.review.review import Extent, Review
from factsite.review.rules import check_changes
from factsite.site.dialect import has_icon
from factsite.verify.checks import check_record
from factsite.verify.severities import weighed


def review(root: Path, base: str, head: str) -> Review:
    """Compare the commit `head` with the one at which it left `base`. Raises CannotRead."""
    with repository(root) as repo:
        after = repo.commit(head)
        return compared(repo.fork_point(base, after), after)


def uncommitted(root: Path) -> tuple[str, ...]:
    """List the files of the record that a review of what is checked out leaves out. Raises CannotRead."""
    with repository(root) as repo:
        return tuple(repo.uncommitted())


def compared(base: Commit, head: Commit) -> Review:
    """Check what the difference of two commits concerns, and compare them. Raises CannotRead."""
    differing = Differing(base, head)
    concerned = Concerned(differing)
    before, after = concerned.before, concerned.after
    comparison = compare(before.side, after.side)
    found = [
        *check_files(File(path, blob.size, blob.oddity) for path, blob in differing.after.blobs.items()),
        *check_record(concerned, has_icon).open,
        *check_changes(comparison),
    ]
    verdicts = (*before.settings.verdicts.values(), *after.settings.verdicts.values())
    return Review(
        differing.before.id,
        differing.after.id,
        comparison,
        tuple(sorted(weighed({*differing.now.found, *found}, after.settings.rules))),
        Extent(len(after.files), len(differing.claims), len(after.sources), count_rules(Stage.RECORD, Stage.CHANGE)),
        {verdict.id: verdict.label for verdict in verdicts},
        tuple(sorted(path for path in differing.paths if path.startswith("docs/") and path.endswith(".md"))),
    )
