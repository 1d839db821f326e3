"""A proposed change: two commits of a repository, checked as far as they differ, and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factsite.corpus.model import Settings
from factsite.diagnostics import REGISTRY, Diagnostic
from factsite.publish.differing import ClaimFile, Differing
from factsite.publish.git import repository
from factsite.publish.quoting import newly_quoted, spans
from factsite.review.compare import compare
from factsite.review.gates import File, check_files
from factsite.review.review import Checked, Review
from factsite.review.rules import check_changes
from factsite.review.side import Side
from factsite.verify.record import ArchivedSource
from factsite.verify.shares import check_shares
from factsite.verify.verify import Archive, check_claim


def review(root: Path, base: str, head: str) -> Review:
    """Compare the commit `head` with the one at which it left `base`. Raises CannotRead."""
    with repository(root) as repo:
        after = repo.commit(head)
        return _reviewed(Differing(repo.fork_point(base, after), after))


def uncommitted(root: Path) -> list[str]:
    """List the files of the record that a review of what is checked out leaves out. Raises CannotRead."""
    with repository(root) as repo:
        return repo.uncommitted()


@dataclass(frozen=True, slots=True)
class _Half:
    """One of the two versions as it was read."""

    settings: Settings
    sources: dict[str, ArchivedSource]
    files: dict[str, ClaimFile]

    @property
    def side(self) -> Side:
        """Give what is compared."""
        claims = {name: None if file.faulty else file.claim for name, file in self.files.items()}
        return Side(self.settings, self.sources, claims, {name: one.document.text for name, one in self.files.items()})


def _reviewed(differing: Differing) -> Review:
    before, after = _read(differing)
    comparison = compare(before.side, after.side)
    found = [
        *check_files(File(path, blob.size, blob.oddity) for path, blob in differing.after.blobs.items()),
        *_check_claims(after, differing),
        *_check_quoting(before, after, differing),
        *check_changes(comparison),
    ]
    verdicts = (*before.settings.verdicts.values(), *after.settings.verdicts.values())
    return Review(
        differing.before.id,
        differing.after.id,
        comparison,
        tuple(sorted({*differing.now.found, *found})),
        Checked(len(after.files), len(differing.claims), len(after.sources), len(REGISTRY)),
        {verdict.id: verdict.label for verdict in verdicts},
        tuple(sorted(path for path in differing.paths if path.startswith("docs/") and path.endswith(".md"))),
    )


def _read(differing: Differing) -> tuple[_Half, _Half]:
    """Read both versions as far as the change can touch them."""
    settings_before, settings = differing.settings()
    sources = differing.sources(settings)
    sources_before = differing.sources_before(sources)
    altered = _altered(sources_before, sources)
    files = differing.files(differing.claims if settings != settings_before else differing.touched(altered))
    return _Half(settings_before, sources_before, differing.files_before(files)), _Half(settings, sources, files)


def _altered(before: Mapping[str, ArchivedSource], after: Mapping[str, ArchivedSource]) -> set[str]:
    return {name for name in {*before, *after} if before.get(name) is not after.get(name)}


def _check_claims(half: _Half, differing: Differing) -> Iterator[Diagnostic]:
    archive = Archive(half.settings, half.sources, frozenset(differing.claims), differing.described)
    for file in half.files.values():
        if file.claim is not None:
            yield from check_claim(file.claim, file.document, archive, sound=not file.faulty).diagnostics


def _check_quoting(before: _Half, after: _Half, differing: Differing) -> Iterator[Diagnostic]:
    """Check how much is quoted of those sources of which the change quotes more, over all claims."""
    then = [spans(file.claim, before.sources) for file in before.files.values() if file.claim]
    now = {name: spans(file.claim, after.sources) for name, file in after.files.items() if file.claim}
    names = newly_quoted(then, now.values(), _altered(before.sources, after.sources)) & after.sources.keys()
    sources = {name: after.sources[name] for name in names}
    others = [name for name in differing.claims if name not in after.files]
    read = differing.files(differing.naming(names, others))
    quoted = now | {name: spans(file.claim, sources) for name, file in read.items() if file.claim}
    yield from check_shares(sources, quoted)
