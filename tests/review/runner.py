"""A workflow's commands, run in order in a real checkout as GitHub's runner would run them.

Expressions are looked up in a table; one that is not in it fails the test, so that none is overlooked.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import copy_workspace
from tests.review.repositories import ENVIRONMENT, Edit, commit, git, proposed

PROJECT = Path(__file__).parents[2]
NUMBER = "7"
_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")

_GH = f"""#!/bin/bash
# Stands in for GitHub's command: knows one pull request, and writes down what it is asked.
printf '%s\\n' "$*" >> "$GH_CALLS"
case "$*" in *"repos/quay/checks/pulls"*) echo {NUMBER} ;; esac
"""


def read(name: str) -> dict[str, Any]:
    """Read a workflow; BaseLoader keeps every value the text that it is."""
    text = (PROJECT / f".github/workflows/{name}.yml").read_text()
    workflow: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - builds only text, lists and mappings
    return workflow


@dataclass
class Run:
    """What a job's commands did."""

    log: str = ""
    failed: bool = False
    ran: list[str] = field(default_factory=list)


@dataclass
class Runner:
    """A machine with one checkout; `values` are what its expressions stand for."""

    checkout: Path
    values: dict[str, str]
    skipped: frozenset[str] = frozenset({"Install"})

    def job(self, workflow: str, name: str) -> Run:
        """Run the commands of a job."""
        run = Run()
        job = read(workflow)["jobs"][name]
        for step in job["steps"]:
            if "run" in step and step["name"] not in self.skipped and self._due(step, run):
                run.ran.append(step["name"])
                self._step(step, job.get("env", {}), run)
        return run

    @property
    def summary(self) -> str:
        """Give what was written for the job's summary."""
        return self._file("summary").read_text()

    @property
    def calls(self) -> list[str]:
        """Give what GitHub's command was asked."""
        return self._file("calls").read_text().splitlines()

    def _due(self, step: dict[str, Any], run: Run) -> bool:
        condition = step.get("if", "")
        if run.failed and "!cancelled()" not in condition:
            return False
        return not condition or self._filled(condition) not in ("", "false")

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda match: self.values[match[1]], text)

    def _file(self, name: str) -> Path:
        path = self.checkout.parent / f"{self.checkout.name}-{name}"
        path.touch()
        return path

    def _step(self, step: dict[str, Any], job_environment: dict[str, str], run: Run) -> None:
        output = self._file("output")
        output.write_text("")
        given = {key: self._filled(value) for key, value in (job_environment | step.get("env", {})).items()}
        environment = (
            ENVIRONMENT
            | given
            | {
                "PATH": f"{self._programs()}:{os.environ['PATH']}",
                "CI": "true",
                "GITHUB_ACTIONS": "true",
                "GITHUB_OUTPUT": str(output),
                "GITHUB_STEP_SUMMARY": str(self._file("summary")),
                "GH_CALLS": str(self._file("calls")),
            }
        )
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.checkout,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        run.log += done.stdout.decode()
        run.failed = run.failed or done.returncode != 0
        for line in output.read_text().splitlines():
            key, _, value = line.partition("=")
            self.values[f"steps.{step['id']}.outputs.{key}"] = value

    def _programs(self) -> Path:
        folder = self.checkout.parent / "bin"
        folder.mkdir(exist_ok=True)
        gh = folder / "gh"
        gh.write_text(_GH)
        gh.chmod(0o755)
        return folder


def pull_request(tmp: Path, edit: Edit) -> tuple[Path, str]:
    """Make a repository on the server with a pull request from a fork; give it and the request's newest commit."""
    fork = proposed(tmp / "fork", edit)
    origin = tmp / "origin.git"
    git(tmp, "clone", "--quiet", "--bare", "--branch=main", "--single-branch", str(fork), str(origin))
    head = git(fork, "rev-parse", "proposal")
    git(fork, "push", "--quiet", str(origin), f"proposal:refs/pull/{NUMBER}/head")
    return origin, head


def checked_out(origin: Path, at: Path) -> Path:
    """Clone the default branch, with this project's code beside its record."""
    git(origin.parent, "clone", "--quiet", str(origin), str(at))
    return with_code(at)


def merged(origin: Path, at: Path) -> Path:
    """Clone the pull request merged into the default branch, as GitHub offers it to `pull_request` workflows."""
    git(origin.parent, "clone", "--quiet", str(origin), str(at))
    git(at, "fetch", "--quiet", "origin", f"refs/pull/{NUMBER}/head")
    git(at, "merge", "--quiet", "--no-ff", "--message=Merge", "FETCH_HEAD")
    return with_code(at)


def with_code(root: Path) -> Path:
    """Put the project's command and its libraries into a checkout."""
    for name in (".venv", "build_site.py"):
        (root / name).symlink_to(PROJECT / name)
    (root / ".git/info/exclude").write_text(".venv\nbuild_site.py\n")
    return root


def guide_claim() -> str:
    """Give the claim file that the contributor's guide shows."""
    guide = (PROJECT / ".github/CONTRIBUTING.md").read_text()
    return guide.split("```yaml\n")[1].split("```")[0]


def own_site(root: Path) -> Path:
    """Make a repository of the project's own site."""
    copy_workspace(root)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Publish")
    return with_code(root)
