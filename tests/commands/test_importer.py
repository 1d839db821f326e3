"""Import as an editor runs it: a file in, drafts out, nothing overwritten, nothing dropped in silence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factsite.cli import main
from factsite.commands.importer import CannotTakeIn, take_in

ROOT = Path(__file__).parents[2]
REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "All boats are blue",
    "author": {"name": "Others"},
    "reviewRating": {"alternateName": "Disputed"},
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Give a workspace with the project's settings and sources and no claims."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def given(workspace: Path, content: object) -> Path:
    """Put a file to be imported beside the workspace's folders."""
    file = workspace / "elsewhere.json"
    file.write_text(json.dumps(content))
    return file


def run(workspace: Path, file: Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["import", "--root", str(workspace), str(file)])


def test_a_draft_is_written(workspace: Path) -> None:
    """The command writes a draft, says so, and says what it could not keep."""
    done = run(workspace, given(workspace, REVIEW))
    assert done.exit_code == 0
    assert done.output == (
        "not kept: claims/all-boats-blue.yml: author `Others` is not this site's\n"
        "drafted: claims/all-boats-blue.yml\n"
        "1 draft written, 1 thing not kept\n"
        "fill in what stands open; `factsite check` names each place\n"
    )
    assert "claim: All boats are blue\n" in (workspace / "claims/all-boats-blue.yml").read_text()


def test_a_claim_is_never_overwritten(workspace: Path) -> None:
    """A claim file that exists already stays as it is, to the byte, and the command says that it left it alone."""
    place = workspace / "claims/all-boats-blue.yml"
    place.parent.mkdir()
    place.write_text("mine\n")
    done = run(workspace, given(workspace, REVIEW))
    assert "left alone: claims/all-boats-blue.yml exists already\n" in done.output
    assert place.read_text() == "mine\n"


def test_a_link_is_never_followed(workspace: Path) -> None:
    """A symbolic link in a draft's place is not written through."""
    outside = workspace / "outside.yml"
    (workspace / "claims").mkdir()
    (workspace / "claims/all-boats-blue.yml").symlink_to(outside)
    assert take_in(workspace, given(workspace, REVIEW)).taken == ("claims/all-boats-blue.yml",)
    assert not outside.exists()


def test_nothing_found_is_a_problem(workspace: Path) -> None:
    """A file without a ClaimReview exits with 1 and says that there was none."""
    done = run(workspace, given(workspace, {"@type": "Recipe"}))
    assert done.exit_code == 1
    assert done.output == f"error: no ClaimReview in {workspace / 'elsewhere.json'}\n"
    assert not (workspace / "claims").exists()


def test_what_could_not_be_read_is_named(workspace: Path) -> None:
    """Where nothing was found because the file is broken, that is said as well."""
    file = workspace / "feed.json"
    file.write_text("{")
    done = run(workspace, file)
    assert done.exit_code == 1
    assert done.output.startswith(f"error: no ClaimReview in {file}; broken JSON: ")


def test_a_file_that_is_no_text_is_refused(workspace: Path) -> None:
    """A file that is not UTF-8 is not guessed at: the command exits with 2 and names the place."""
    file = workspace / "page.html"
    file.write_bytes(b"caf\xe9")
    with pytest.raises(CannotTakeIn, match="not UTF-8: byte 0xe9"):
        take_in(workspace, file)
    assert run(workspace, file).exit_code == 2


def test_settings_are_needed(workspace: Path) -> None:
    """Without settings there is no scale to map verdicts to, so nothing is written."""
    (workspace / "mkdocs.yml").write_text("site_name: x\n")
    with pytest.raises(CannotTakeIn, match="no settings"):
        take_in(workspace, given(workspace, REVIEW))
    assert not (workspace / "claims").exists()


def test_an_id_is_asked_for_where_none_can_be_made(workspace: Path) -> None:
    """A claim without a letter is not drafted under a name that means nothing; alone, it is a failure."""
    nameless = REVIEW | {"claimReviewed": "?!"}
    done = run(workspace, given(workspace, nameless))
    assert (done.exit_code, done.output) == (
        1,
        "error: `?!` has no words to make an id of: begin it with `factsite new --id ID`\n",
    )
    done = run(workspace, given(workspace, [nameless, REVIEW]))
    assert done.exit_code == 0
    assert done.output.startswith("not kept: `?!` has no words")
