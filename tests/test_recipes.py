"""The recipes by which services check and publish a record: each is well-formed, and its commands do what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factsite.commands import template
from factsite.commands.template import CI, Answers
from tests.review.repositories import commit, git

ROOT = Path(__file__).parents[1]
SCHEMAS = {
    ".github/workflows/record.yml": "vendor.github-workflows",
    ".forgejo/workflows/record.yml": "vendor.github-workflows",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}


def recipe(root: Path) -> Path:
    """Give the one file of a record that a service reads."""
    [path] = [root / path for path in SCHEMAS if (root / path).exists()]
    return path


def begun(root: Path, service: str) -> Path:
    """Begin a record in a repository that has a later change on a branch of its own."""
    template.begin(root, Answers(ci=service), date(2026, 11, 25))
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Begin")
    git(root, "switch", "--quiet", "--create", "proposal")
    claim = root / "claims/example-library-hours.yml"
    claim.write_text(claim.read_text().replace("They do not show whether", "They do not say whether"))
    commit(root, "Reword")
    return root


def run(command: str, root: Path, **given: str) -> str:
    """Run a recipe's commands as a runner does, with the program in the path and no network, and give what they say."""
    programs = root / ".git" / "programs"
    programs.mkdir(exist_ok=True)
    (programs / "factsite").write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "build_site.py"}" "$@"\n')
    (programs / "factsite").chmod(0o755)
    environment = os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"} | given
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("service", [name for name, place in CI.items() if place])
def test_a_recipe_is_well_formed(tmp_path: Path, service: str) -> None:
    """Each recipe fits the schema that its service publishes, and no other service's recipe is written."""
    template.begin(tmp_path / "record", Answers(ci=service), date(2026, 11, 25))
    path = recipe(tmp_path / "record")
    name = path.relative_to(tmp_path / "record").as_posix()
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[name], str(path)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_record_without_a_service_has_no_recipe(tmp_path: Path) -> None:
    """`none` writes no workflow at all."""
    template.begin(tmp_path / "record", Answers(ci="none"), date(2026, 11, 25))
    assert not [path for path in SCHEMAS if (tmp_path / "record" / path).exists()]


def test_githubs_recipe_passes_an_audit(tmp_path: Path) -> None:
    """The workflow of a new record gives nothing away that an auditor finds."""
    template.begin(tmp_path / "record", Answers(), date(2026, 11, 25))
    audit = [str(Path(sys.executable).with_name("zizmor")), "--quiet", "--offline", "--persona=auditor"]
    done = subprocess.run([*audit, str(tmp_path / "record/.github")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_gitlabs_recipe_checks_reviews_and_builds(tmp_path: Path) -> None:
    """Its script gives a code quality report, tells what the merge request does, and leaves the site in public/."""
    root = begun(tmp_path / "record", "gitlab")
    script = "\n".join(yaml.safe_load(recipe(root).read_text())["record"]["script"])
    base = subprocess.run(["git", "-C", str(root), "rev-parse", "main"], capture_output=True, text=True, check=True)
    told = run(script, root, CI_MERGE_REQUEST_DIFF_BASE_SHA=base.stdout.strip(), CI_MERGE_REQUEST_IID="7")
    assert "reasoning" in told
    assert {issue["severity"] for issue in json.loads((root / "code-quality.json").read_text())} <= {"minor"}
    assert "Preview of merge request 7" in (root / "public/index.html").read_text()


def commands(workflow: dict[str, Any]) -> Iterator[str]:
    """Give the commands of a workflow's first job that run the program."""
    for step in workflow["jobs"]["build"]["steps"]:
        if "factsite " in step.get("run", "") and not {"pip", "push"} & set(step["run"].split()):
            yield step["run"]


@pytest.mark.parametrize("service", ["github", "forgejo"])
def test_a_workflow_checks_reviews_and_builds(tmp_path: Path, service: str) -> None:
    """Its commands check the record, tell what a change does, and build the site."""
    root = begun(tmp_path / "record", service)
    summary = root / ".git" / "summary.md"
    script = "\n".join(commands(yaml.safe_load(recipe(root).read_text()))).replace(".venv/bin/factsite", "factsite")
    told = run(script, root, GITHUB_STEP_SUMMARY=str(summary), BASE="main", NUMBER="7")
    assert "reasoning" in (summary.read_text() if summary.exists() else told)
    assert (root / "site/index.html").exists()


def test_the_shared_workflow_and_action_do_the_same() -> None:
    """The reusable workflow, the action and the workflow of a new record run the same commands of the program."""
    record = template.rendered(Answers())[".github/workflows/record.yml"]
    shared = (ROOT / ".github/workflows/record.yml").read_text()
    action = yaml.safe_load((ROOT / ".github/actions/record/action.yml").read_text())
    as_job = {"jobs": {"build": action["runs"]}}
    assert list(commands(yaml.safe_load(record))) == list(commands(yaml.safe_load(shared))) == list(commands(as_job))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("claims/new.yml", 1),
        ("seeds/new.txt", 1),
        ("docs/limits.md", 1),
        ("mkdocs.yml", 1),
        ("docs/project/rules.md", 0),
        ("factsite/cli/__init__.py", 0),
        (".github/workflows/ci.yml", 0),
        ("tests/new.py", 0),
    ],
)
def test_the_programs_tests_run_when_the_program_changed(tmp_path: Path, path: str, code: int) -> None:
    """A change of claims, documents and pages alone is told from one of anything else."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (tmp_path / "first").write_text("")
    commit(tmp_path, "Begin")
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text("new\n")
    commit(tmp_path, "Change")
    for base, expected in (("HEAD^1", code), ("", 0), ("0" * 40, 0)):
        done = subprocess.run([str(ROOT / ".ci/program-changed"), base], cwd=tmp_path, check=False)
        assert done.returncode == expected, base
