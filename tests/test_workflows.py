"""The workflows give nothing away: pinned actions, narrow rights, no text of strangers in a shell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
EXPRESSION = re.compile(r"\$\{\{.*?\}\}", re.DOTALL)
PRIVILEGED = {"workflow_run", "pull_request_target", "issue_comment", "issues", "discussion"}

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    """Read a workflow; BaseLoader keeps `on` a word, where YAML 1.1 would read it as true."""
    workflow: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds only text, lists and mappings
    return workflow


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield each step of each job."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


def test_the_workflows_are_these() -> None:
    """A workflow that is added or renamed comes under the tests below, and none is lost."""
    assert [path.stem for path in WORKFLOWS] == ["audit", "ci", "pages", "pr-report", "record"]


@every_workflow
def test_actions_are_pinned(path: Path) -> None:
    """Every action is named by a full commit, with its version in a comment."""
    lines = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines()]
    used = [line for line in lines if line.startswith("uses:")]
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []
    assert len(used) == sum("uses" in step for step in steps(read(path)))


@every_workflow
def test_one_action_has_one_version(path: Path) -> None:
    """All workflows use the same commit of an action."""
    text = "\n".join(other.read_text("utf-8") for other in WORKFLOWS)
    for name, commit in re.findall(r"uses: (\S+)@(\S+)", path.read_text("utf-8")):
        assert set(re.findall(rf"uses: {re.escape(name)}@(\S+)", text)) == {commit}


@every_workflow
def test_no_rights_but_those_a_job_names(path: Path) -> None:
    """A workflow starts with no rights, and each of its jobs lists its own."""
    workflow = read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert isinstance(job["permissions"], dict), name


@every_workflow
def test_jobs_end(path: Path) -> None:
    """Every job has a time after which it is stopped."""
    for name, job in read(path)["jobs"].items():
        assert 0 < int(job["timeout-minutes"]) <= 20, name


@every_workflow
def test_no_expression_in_a_shell(path: Path) -> None:
    """A command holds no expression at all; what it needs reaches it through the environment."""
    for step in steps(read(path)):
        assert not EXPRESSION.search(step.get("run", "")), step["name"]


@every_workflow
def test_checkout_leaves_no_token(path: Path) -> None:
    """A checkout does not leave its token in the work tree."""
    for step in steps(read(path)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_one_privileged_trigger() -> None:
    """Only pr-report runs with rights on an event that a stranger causes, and only after ci."""
    triggers = {path.stem: set(read(path)["on"]) & PRIVILEGED for path in WORKFLOWS}
    assert {name: found for name, found in triggers.items() if found} == {"pr-report": {"workflow_run"}}


def test_a_pull_request_gets_no_rights_and_no_secrets() -> None:
    """What runs a pull request's code may read the repository and nothing more."""
    path = ROOT / ".github/workflows/ci.yml"
    assert "secrets." not in path.read_text("utf-8")
    for job in read(path)["jobs"].values():
        assert job["permissions"] == {"contents": "read"}


def test_the_report_takes_no_code_of_the_pull_request() -> None:
    """The report checks out the default branch only and loads no artifact but its own."""
    workflow = read(ROOT / ".github/workflows/pr-report.yml")
    inputs = [step.get("with", {}) for step in steps(workflow)]
    refs = [given["ref"] for given in inputs if "fetch-depth" in given]
    assert refs == ["${{ github.event.repository.default_branch }}"]
    assert not any("run-id" in given for given in inputs)
    commands = "\n".join(step.get("run", "") for step in steps(workflow))
    assert not re.search(r"git\b.*\b(checkout|switch|merge|restore|reset|worktree|archive)\b", commands)


def test_publishing_uses_no_cache() -> None:
    """What is published comes from the commit alone: no cache action, no cache input."""
    workflow = read(ROOT / ".github/workflows/pages.yml")
    for step in steps(workflow):
        assert "cache" not in step.get("uses", "")
        assert not [key for key in step.get("with", {}) if "cache" in key]


def test_rights_to_write_stand_alone() -> None:
    """A job that may write to GitHub runs no code of the repository."""
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            if "write" in job["permissions"].values():
                uses = [step.get("uses", "").split("@")[0] for step in job["steps"]]
                assert "actions/checkout" not in uses, f"{path.stem}: {name}"
