"""`check` and `review` hold a record to one list of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from factsite.diagnostics import REGISTRY, Diagnostic, Stage, count_rules
from factsite.proposals.proposal import compared
from factsite.reading.disk import Unreadable
from factsite.reading.git import Blob, CannotRead, Commit
from factsite.review.review import Review
from tests.test_house import MODULES, imported, name_of
from tests.workspaces import altered, base, check

CASES = {path.stem: path.read_text() for path in sorted(Path(__file__).parent.glob("cases/broken/*.case"))}


@dataclass(frozen=True)
class Kept:
    """The contents of files, kept in memory by their names."""

    data: Mapping[str, bytes]

    def read(self, blobs: Iterable[Blob]) -> Iterator[bytes | Unreadable]:
        """Give contents in order."""
        return (self.data[blob.id] for blob in blobs)


def commit(files: Mapping[str, bytes], odd: Mapping[str, str] | None = None) -> Commit:
    """Make a commit of files that are kept in memory."""
    names = {path: sha256(data).hexdigest() for path, data in files.items()}
    blobs = {path: Blob(name, len(files[path]), None) for path, name in names.items()}
    blobs |= {path: Blob(what, 0, what) for path, what in (odd or {}).items()}
    return Commit(sha256(repr(blobs).encode()).hexdigest(), blobs, Kept({names[path]: files[path] for path in files}))


def reviewed(files: Mapping[str, bytes], odd: Mapping[str, str] | None = None) -> Review:
    """Review a change from the clean workspace to another."""
    return compared(commit(base()), commit(files, odd))


def of_the_record(found: Iterable[Diagnostic]) -> set[tuple[str, str]]:
    """Give the rules of the record that found something, and in which files."""
    return {(one.path, one.rule) for one in found if REGISTRY[one.rule].stage is Stage.RECORD}


@pytest.mark.parametrize("name", CASES)
def test_a_review_finds_what_a_check_finds(name: str) -> None:
    """Whatever breaks a clean record, both commands name the same rules of the record, in the same files."""
    files, odd = altered(base(), CASES[name])
    by_check = of_the_record(check(files, odd).diagnostics)
    try:
        by_review = of_the_record(reviewed(files, odd).diagnostics)
    except CannotRead as refused:
        assert "mkdocs.yml" in str(refused)  # noqa: PT017 -- only such a refusal is right
        return
    assert by_review == by_check


def test_every_rule_has_its_stage() -> None:
    """The rules of each stage are those of its folders, and none is without one."""
    ours = {name: rule for name, rule in REGISTRY.items() if rule.find.__module__.startswith("factsite.")}
    assert {ours[name].stage for name in ("same-claim", "not-yaml")} == {Stage.RECORD}
    assert ours["placeholder"].stage is Stage.WHOLE
    assert {ours[name].stage for name in ("claim-removed", "odd-name")} == {Stage.CHANGE}
    assert {ours[name].stage for name in ("page-script", "not-ours")} == {Stage.PAGES}
    assert sum(count_rules(stage) for stage in Stage) == len(REGISTRY)


def test_the_rules_that_ran_are_counted() -> None:
    """Both count the rules of the record, a check also those on a whole workspace, a review also those on changes."""
    assert check(base()).counts.rules == count_rules(Stage.RECORD, Stage.WHOLE)
    assert reviewed(base()).checked.rules == count_rules(Stage.RECORD, Stage.CHANGE)


def test_rules_of_the_record_are_called_from_one_list() -> None:
    """No command calls a check of `verify` by itself; all go through the one list."""
    imports = {name for module in MODULES if not name_of(module).startswith("verify/") for name in imported(module)}
    called = {name for name in imports if name.startswith("verify.") and ".check_" in name}
    assert called == {"verify.checks.check_record"}
