"""A record begins from a template, and a later version of the program brings its files up to date."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

import factsite
from factsite.checking import workspace
from factsite.commands import template
from factsite.commands.refused import Refused
from factsite.commands.template import Answers, Upgraded
from factsite.site.addresses import GENERATED
from factsite.site.render import outputs

TODAY, LATER = date(2026, 11, 25), date(2027, 3, 1)
ANSWERS = Answers(
    name="The quay's: a record", publisher="Quay Checks", topic="Boats & nets", url="https://quay.example/"
)
WORKFLOW, LIMITS, POLICY = ".github/workflows/record.yml", "docs/limits.md", "docs/corrections-policy.md"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Begin a record and commit it."""
    root = tmp_path / "record"
    template.begin(root, ANSWERS, TODAY)
    git(root, "init", "--quiet")
    commit(root)
    return root


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the template of a later version, to be changed by a test."""
    folder = tmp_path / "newer"
    shutil.copytree(str(files(factsite) / "template"), folder)
    monkeypatch.setattr(template, "TEMPLATE", folder)
    return folder


def git(root: Path, *arguments: str) -> None:
    """Run git in a record."""
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", str(root), *name, *arguments], check=True, capture_output=True)


def commit(root: Path) -> None:
    """Commit all files of a record."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Change")


def replace(path: Path, old: str, new: str) -> None:
    """Change one place of a file."""
    text = path.read_text()
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new))


def test_a_new_record_is_in_order(record: Path) -> None:
    """What was begun checks without an error, with one claim that is proved, and names what was answered."""
    outcome = workspace.check(record)
    assert outcome.record is not None
    assert list(outcome.record.claims) == ["example-library-hours"]
    settings = outcome.record.settings
    assert (settings.site_name, settings.publisher.name, settings.topics) == (
        "The quay's: a record",
        "Quay Checks",
        {"boats-nets": "Boats & nets"},
    )
    assert len((record / "mkdocs.yml").read_text().splitlines()) <= 25


def test_git_ignores_what_is_generated(record: Path) -> None:
    """Each file that a build writes below docs/ is one that git of the new record ignores."""
    outcome = workspace.check(record)
    assert outcome.record is not None
    generated = [f"docs/{output.path}" for output in outputs(outcome.record)]
    ignored = subprocess.run(
        ["git", "-C", str(record), "check-ignore", "--stdin"],
        input="\n".join(generated),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ignored.stdout.split() == generated


def test_this_repository_ignores_the_same() -> None:
    """The list of generated files is the same in this repository's own .gitignore."""
    editions = ("[a-z][a-z]/", "[a-z][a-z]-*/")
    lines = (Path(factsite.__file__).parents[1] / ".gitignore").read_text().splitlines()
    assert {line.removeprefix("/docs/") for line in lines if line.startswith("/docs/")} == {*GENERATED, *editions}


def test_a_record_is_begun_in_an_empty_folder_alone(record: Path) -> None:
    """Nothing that stands in a folder already is written over."""
    with pytest.raises(Refused, match="is not empty"):
        template.begin(record, ANSWERS, TODAY)


@pytest.mark.parametrize(
    ("answers", "what"),
    [(Answers(name="<b>"), "site_name"), (Answers(url="quay"), "site_url"), (Answers(topic="370"), "topic `370`")],
)
def test_an_answer_that_cannot_stand_is_refused(tmp_path: Path, answers: Answers, what: str) -> None:
    """What the settings would not take is told at once, and nothing is written."""
    with pytest.raises(Refused, match=f"^{what}: "):
        template.begin(tmp_path / "record", answers, TODAY)
    assert not (tmp_path / "record").exists()


def test_the_same_version_changes_nothing(record: Path) -> None:
    """An upgrade to the version that a record has finds nothing to do, whatever its owner changed."""
    replace(record / LIMITS, "Two documents may still go back to one person.", "Ask us.")
    commit(record)
    assert template.upgrade(record, LATER) == {}


def test_an_upgrade_brings_what_is_new_and_keeps_what_the_owner_changed(record: Path, newer: Path) -> None:
    """Untouched files become new; changes in other lines are joined; the record's own files are left alone."""
    replace(record / LIMITS, "Two documents may still go back to one person.", "Two papers may have one source.")
    (record / "docs/methodology.md").unlink()
    replace(record / "mkdocs.yml", "Quay Checks", "The Quay Society")
    commit(record)
    replace(newer / "dot_github/workflows/record.yml.jinja", 'python-version: "3.11"', 'python-version: "3.12"')
    replace(newer / "docs/limits.md", "## Short excerpts {#l-short}", "## Excerpts {#l-short}")
    replace(newer / "docs/methodology.md", "## Certainty {#m-certainty}", "## How certain {#m-certainty}")
    replace(newer / "mkdocs.yml.jinja", "What is this record's own.", "Settings.")
    (newer / "dot_editorconfig").write_text("root = true\n")
    fates = template.upgrade(record, LATER)
    assert fates == {
        ".editorconfig": Upgraded.WRITTEN,
        WORKFLOW: Upgraded.WRITTEN,
        LIMITS: Upgraded.MERGED,
        "docs/methodology.md": Upgraded.KEPT,
    }
    limits = (record / LIMITS).read_text()
    assert "Two papers may have one source." in limits
    assert "## Excerpts {#l-short}" in limits
    assert yaml.safe_load((record / WORKFLOW).read_text())["jobs"]["build"]["steps"][1]["with"] == {
        "python-version": "3.12"
    }
    assert not (record / "docs/methodology.md").exists()
    assert "The Quay Society" in (record / "mkdocs.yml").read_text()
    assert workspace.check(record).record is not None
    commit(record)
    assert template.upgrade(record, LATER) == {}


def test_lines_that_both_changed_are_both_shown(record: Path, newer: Path) -> None:
    """A conflict stands in the file with both versions between marks, and is named."""
    replace(record / POLICY, "They answer whether or not something changes", "We answer within a week")
    commit(record)
    replace(newer / "docs/corrections-policy.md", "They answer whether or not something changes", "They always answer")
    assert template.upgrade(record, LATER) == {POLICY: Upgraded.CONFLICT}
    text = (record / POLICY).read_text()
    assert "<<<<<<< as you have it\nWe answer within a week, and give the reason.\n" in text
    assert "They always answer, and give the reason.\n>>>>>>> as it is now written\n" in text


def test_a_file_that_is_no_longer_needed_goes_unless_it_was_changed(record: Path, newer: Path) -> None:
    """What the program brought and nobody touched is removed with it; what the owner changed stays."""
    replace(record / LIMITS, "Two documents may still go back to one person.", "Ask us.")
    commit(record)
    (newer / "docs/limits.md").unlink()
    (newer / "dot_vscode/extensions.json").unlink()
    assert template.upgrade(record, LATER) == {".vscode/extensions.json": Upgraded.REMOVED, LIMITS: Upgraded.KEPT}
    assert (record / LIMITS).exists()
    assert not (record / ".vscode/extensions.json").exists()


def test_what_cannot_be_undone_is_not_begun(record: Path, newer: Path) -> None:
    """Where changes are not committed, an upgrade is refused, and no file is touched."""
    replace(newer / "docs/limits.md", "## Short excerpts {#l-short}", "## Excerpts {#l-short}")
    replace(record / LIMITS, "Two documents may still go back to one person.", "Ask us.")
    before = (record / LIMITS).read_bytes()
    with pytest.raises(Refused, match="not committed"):
        template.upgrade(record, LATER)
    assert (record / LIMITS).read_bytes() == before


@pytest.mark.parametrize("answers", ["", "{}", "[]", "not JSON", '{"format": 1, "version": "1", "colour": "red"}'])
def test_answers_that_cannot_be_read_are_told(record: Path, answers: str) -> None:
    """A damaged file of answers is named, with what to do, and nothing is written."""
    (record / template.KEPT / template.ANSWERS).write_text(answers)
    commit(record)
    with pytest.raises(Refused, match=r"answers\.json cannot be read"):
        template.upgrade(record, LATER)


def test_a_record_of_a_newer_program_is_not_made_older(record: Path) -> None:
    """Answers in a later format are refused."""
    path = record / template.KEPT / template.ANSWERS
    replace(path, '"format": 1', '"format": 2')
    commit(record)
    with pytest.raises(Refused, match="newer factsite"):
        template.upgrade(record, LATER)


def test_a_record_that_was_begun_otherwise_is_told_so(tmp_path: Path) -> None:
    """A record without the template's own folder is refused in one sentence."""
    with pytest.raises(Refused, match="was not begun with"):
        template.upgrade(tmp_path, LATER)


def test_its_requirements_are_the_programs() -> None:
    """A new record pins the very libraries, by hash, that this repository pins."""
    root = Path(factsite.__file__).parents[1]
    assert (root / "requirements.txt").read_text() == (root / "factsite/template/requirements.txt").read_text()


def test_an_upgrade_writes_older_settings_in_their_newer_form(record: Path) -> None:
    """The list of people that came before claimants is rewritten where it stands; the rest of the settings is not."""
    settings = (record / "mkdocs.yml").read_text()
    older = f"{settings}    people:  # ours\n      - Anna Quay  # the mayor\n"
    (record / "mkdocs.yml").write_text(older)
    commit(record)
    assert template.upgrade(record, LATER) == {"mkdocs.yml": Upgraded.RENEWED}
    newer = "    claimants:  # ours\n        anna-quay: {name: Anna Quay, kind: person}  # the mayor\n"
    assert (record / "mkdocs.yml").read_text() == settings + newer
    assert workspace.check(record).record is not None
