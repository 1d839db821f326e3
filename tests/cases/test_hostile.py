"""Files made to do harm, or by accident: whatever a file holds, the check ends in findings, never in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from factsite import report
from factsite.checking import workspace
from factsite.checking.workspace import Outcome
from factsite.corpus.files import MAX_RECORD_BYTES, MAX_SEED_BYTES
from factsite.report import Format
from tests.workspaces import BASE, base, check

CLAIM, SIDECAR, SEED, SETTINGS = "claims/two-boats.yml", "seeds/notebook.yml", "seeds/notebook.txt", "mkdocs.yml"
FILES = base()
PATHS = st.sampled_from([CLAIM, SIDECAR, SEED, SETTINGS])


def checked(path: str, data: bytes) -> Outcome:
    """Check the base workspace with one file replaced, and write its report in every format."""
    outcome = check(FILES | {path: data})
    for form in Format:
        report.written(outcome.diagnostics, outcome.documents, outcome.counts, form).encode()
    assert (outcome.record is None) == any(found.severity == "error" for found in outcome.diagnostics)
    return outcome


def rules(outcome: Outcome) -> set[str]:
    """Give the rules that found something."""
    return {found.rule for found in outcome.diagnostics}


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"[" * 80_000, "unsafe-yaml"),
        (b"{a: " * 20_000, "unsafe-yaml"),
        (b"- " * 40_000, "unsafe-yaml"),
        (b"? " * 40_000, "unsafe-yaml"),
        (b"a: [" + b"x, " * 60_000 + b"x]", "unknown-key"),
        (b"a: [" + b"," * 120_000 + b"]", "not-yaml"),
        (b"a: " + b"'" * 100_001, "not-yaml"),
        (b"a: |\n" + b" \n" * 80_000, "unknown-key"),
        (b"claim: " + b"\xe0\xa4\x95" * 80_000, "bad-value"),
        (b"\xff\xfea\x00", "not-utf8"),
        (b"\x00" * 1_000, "forbidden-character"),
        (b"claim: x" * MAX_RECORD_BYTES, "too-large"),
        (b"a: !!binary aGk=", "unsafe-yaml"),
        (b"a: &x [*x]", "unsafe-yaml"),
        (b"%YAML 9.9\n---\na: b", "not-yaml"),
        (b"a: b\n...\n---\nc: d", "unsafe-yaml"),
        (b"*", "not-yaml"),
        (b"", "wrong-type"),
        (b"# only a comment\n", "wrong-type"),
        (b"null", "wrong-type"),
        (b"\xef\xbb\xbf", "not-plain-lines"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_yaml_is_refused(data: bytes, rule: str) -> None:
    """Brackets without end, bombs, tags, directives and wrong bytes end in the finding that says so."""
    assert rule in rules(checked(CLAIM, data)) | rules(checked(SIDECAR, data))


def test_many_values_are_refused() -> None:
    """A file may not hold more values than any record needs."""
    assert "unsafe-yaml" in rules(checked(CLAIM, b"a: [" + b"x," * 120_000 + b"x]"))


def test_a_large_seed_is_refused() -> None:
    """An archived document has a limit as well, and what quotes it is not reported for that."""
    assert {"too-large"} == rules(checked(SEED, b"x" * (MAX_SEED_BYTES + 1)))


def test_links_and_folders_are_refused(tmp_path: Path) -> None:
    """A symbolic link is not followed, wherever it leads, and a folder in a file's place is no file."""
    for path, data in FILES.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (tmp_path / "claims" / "passwords.yml").symlink_to("/etc/passwd")
    (tmp_path / "claims" / "loop.yml").symlink_to("loop.yml")
    (tmp_path / "seeds" / "folder.yml").mkdir()
    outcome = workspace.check(tmp_path)
    assert rules(outcome) == {"not-a-regular-file"}
    assert len(outcome.diagnostics) == 3


def test_a_linked_settings_file_is_refused(tmp_path: Path) -> None:
    """mkdocs.yml is a file of its own, too."""
    (tmp_path / "mkdocs.yml").symlink_to(BASE / "mkdocs.yml")
    assert rules(workspace.check(tmp_path)) == {"unreadable-file"}


def test_a_name_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    """A file name of any bytes is refused and can be printed."""
    (tmp_path / "claims").mkdir()
    Path(tmp_path, "claims", b"caf\xe9\n::error::x.yml".decode(errors="surrogateescape")).touch()
    outcome = workspace.check(tmp_path)
    for form in Format:
        shown = report.written(outcome.diagnostics, outcome.documents, outcome.counts, form)
        assert shown.encode()
        assert "\n::error::x" not in shown


@given(PATHS, st.binary(max_size=300))
@example(CLAIM, b"claim: '\xc2\x85'\n")
def test_any_bytes_end_in_findings(path: str, data: bytes) -> None:
    """No bytes in any file of the record make a traceback."""
    checked(path, data)


@given(PATHS, st.data())
def test_any_damage_ends_in_findings(path: str, data: st.DataObject) -> None:
    """No part of a good file that is cut out, doubled or overwritten makes a traceback."""
    whole = FILES[path].decode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    put = data.draw(st.sampled_from(["", whole[start:end] * 2, "\n", ": ", "- ", "'", '"', "|", "[", "\t", "&a ", "0"]))
    checked(path, (whole[:start] + put + whole[end:]).encode())


KEYS = st.sampled_from(
    sorted(
        {
            word.rstrip(":")
            for path in (CLAIM, SIDECAR, SETTINGS)
            for word in FILES[path].decode().split()
            if ":" in word
        }
    )
)
VALUES = st.recursive(
    st.text(max_size=8) | st.integers() | st.booleans() | st.none() | st.sampled_from(["gazette", "2019", "supports"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(PATHS, st.data())
def test_any_tree_ends_in_findings(path: str, data: st.DataObject) -> None:
    """No YAML tree makes a traceback: any value may stand at any key of a good file."""
    tree = yaml.safe_load(FILES[path if path != SEED else CLAIM])
    place = tree
    while isinstance(place, dict | list) and place:
        key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
        if data.draw(st.booleans()) or not isinstance(place[key], dict | list):
            place[key] = data.draw(VALUES)
            break
        place = place[key]
    checked(path if path != SEED else CLAIM, yaml.safe_dump(tree, allow_unicode=True).encode())
