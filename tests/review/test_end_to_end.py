"""Every command of the workflows, in order, in real repositories: what a fork's branch brings, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factsite.review.markdown import LIMIT
from tests.review.repositories import Edit
from tests.review.runner import NUMBER, Runner, checked_out, merged, own_site, pull_request, read
from tests.review.scenarios import LIVE, SCENARIOS

EXPECTED = Path(__file__).parent / "expected"
CLEAN = {"nothing", "typo", "new-claim", "renamed-claim", "withdrawn-claim"}
CLEAN |= {"other-settings", "own-rules", "rearranged"}
"""The scenarios that may be published as they are."""

RUN_URL = "https://github.example/quay/checks/actions/runs/1"
FOREIGN = re.compile(r"<code>(?:[^<>&\x00-\x7f]|[A-Za-z0-9 ]|&#[0-9]+;)*</code>")
ANNOTATION = re.compile(r"::(?:error|warning) (?:file=[^,:]*,line=\d+,col=\d+,endColumn=\d+,)?title=[a-z0-9-]+::.*")

every_scenario = pytest.mark.parametrize(("name", "edit"), SCENARIOS.items(), ids=SCENARIOS)


def live(report: str) -> list[str]:
    """Find what would be markup, a mention or a command in a Markdown report, outside of what we write ourselves."""
    ours = FOREIGN.sub("", report)
    ours = re.sub(r"\]\(https://(?:preview|github)\.example/[\w./-]+\)", "]", ours)
    return re.findall(r"[<>@&]|https?:|www\.|#\d|##\[|^\s*::", ours, re.MULTILINE)


def obeyed(log: str) -> list[str]:
    """Find the lines of a log that a runner would take for commands; none between a stop and its word."""
    commands, word = [], ""
    for line in map(str.strip, log.splitlines()):
        if word:
            word = "" if line == f"::{word}::" else word
        elif stop := re.fullmatch(r"::stop-commands::([0-9a-f-]{32,36})", line):
            word = stop[1]
        elif line.startswith("::"):
            commands.append(line)
    assert not word
    return commands


def plain(report: str) -> str:
    """Take out what differs from one machine or version of the code to the next."""
    report = re.sub(r"Compared: [0-9a-f]{12} with [0-9a-f]{12}", "Compared: BASE with HEAD", report)
    return re.sub(r"\d+ rules", "N rules", report)


def report_runner(tmp: Path, edit: Edit) -> Runner:
    """Make the machine on which pr-report runs."""
    origin, head = pull_request(tmp, edit)
    return Runner(
        checked_out(origin, tmp / "checkout"),
        {
            "github.event.workflow_run.head_sha": head,
            "github.event.workflow_run.html_url": RUN_URL,
            "github.event.repository.default_branch": "main",
            "github.repository": "quay/checks",
            "github.server_url": "https://github.example",
            "github.run_id": "1",
            "github.token": "no-token",
            "vars.PREVIEW_URL": "https://preview.example/{number}/",
        },
    )


@every_scenario
def test_report(name: str, edit: Edit, tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    """The trusted workflow reports on each branch as expected, sets the status, and lets nothing come to life."""
    runner = report_runner(tmp_path, edit)
    run = runner.job("pr-report", "report")
    assert not run.failed, run.log
    assert run.ran == ["Find the pull request", "Fetch its commits", "Review its claims and seeds"]
    report = (runner.checkout / "report.md").read_text()
    golden(EXPECTED / f"{name}.md", plain(report))
    assert runner.summary == report
    assert live(report) == []
    assert len(report) <= LIMIT + 200
    assert "##[" not in run.log
    assert obeyed(run.log) == []
    outcome = runner.values["steps.review.outputs.outcome"]
    assert outcome == ("0" if name in CLEAN else "1")
    assert runner.values["steps.pull.outputs.number"] == NUMBER
    assert state(runner, outcome) == ("success" if name in CLEAN else "failure")


def state(runner: Runner, outcome: str) -> str:
    """Run the job that sets the status, and give the state that it set."""
    runner.values["needs.report.outputs.outcome"] = outcome
    assert not runner.job("pr-report", "status").failed
    call = runner.calls[-1]
    assert f"repos/quay/checks/statuses/{runner.values['github.event.workflow_run.head_sha']}" in call
    found = re.search(r"state=(\w+)", call)
    assert found
    return found[1]


def test_pull_request_moved_on(tmp_path: Path) -> None:
    """A commit that is no longer the request's newest is not reported on, and the run fails."""
    runner = report_runner(tmp_path, SCENARIOS["typo"])
    runner.values["github.event.workflow_run.head_sha"] = "0" * 40
    run = runner.job("pr-report", "report")
    assert run.failed
    assert run.ran == ["Find the pull request", "Fetch its commits"]
    assert state(runner, "") == "error"


def test_broken_review(tmp_path: Path) -> None:
    """A review that breaks while it reads a hostile branch is an error of ours, and what it prints commands nothing."""
    runner = report_runner(tmp_path, SCENARIOS["hostile"])
    (runner.checkout / "build_site.py").unlink()
    (runner.checkout / "build_site.py").write_text(f"raise SystemError('\\n::error::' + {LIVE!r})\n")
    run = runner.job("pr-report", "report")
    assert "::error::" in run.log
    assert obeyed(run.log) == []
    assert runner.values["steps.review.outputs.outcome"] == "2"
    assert runner.summary.startswith("The review could not run; the log of this workflow says why.\n")
    assert state(runner, "2") == "error"


@every_scenario
def test_advice(name: str, edit: Edit, tmp_path: Path) -> None:
    """The pull request's own run checks the merged record and tells of it; no command in its log is the request's."""
    origin, _ = pull_request(tmp_path, edit)
    condition = "!cancelled() && github.event_name == 'pull_request'"
    runner = Runner(merged(origin, tmp_path / "checkout"), {condition: "true"})
    run = runner.job("ci", "record")
    assert run.ran == ["Check every claim and source", "Say what the change does to the record"]
    assert live(runner.summary) == []
    assert "##[" not in run.log
    assert [line for line in obeyed(run.log) if not ANNOTATION.fullmatch(line)] == []


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_site(engine: str, tmp_path: Path) -> None:
    """Both builders build a preview whose pages say that they are one and ask not to be listed."""
    number = "github.event.number && format('pull request {0}', github.event.number) || github.ref_name"
    runner = Runner(own_site(tmp_path / "checkout"), {"matrix.engine": engine, number: "pull request 7<b>"})
    run = runner.job("ci", "site")
    assert not run.failed, run.log
    for page in ("index.html", "sources/index.html", "404.html"):
        html = (runner.checkout / "site" / page).read_text()
        assert "Preview of pull request 7&lt;b&gt;, not the published site." in html
        assert '<meta name="robots" content="noindex">' in html


def test_publishing(tmp_path: Path) -> None:
    """What is published is no preview."""
    skipped = frozenset({"Install", "Lint, test, audit the workflows, if the program changed"})
    root = own_site(tmp_path / "checkout")
    assert Runner(root, {}, skipped).job("pages", "build").failed, "something is still to be filled in"
    for path in (root / "mkdocs.yml", *(root / "docs").glob("*.md")):
        filled = re.sub(r"\(fill in\)|To be filled in", "Filled in", path.read_text())
        path.write_text(filled.replace("https://factsite.example.org/", "https://factsite.test/"))
    runner = Runner(root, {}, skipped)
    run = runner.job("pages", "build")
    assert not run.failed, run.log
    html = (runner.checkout / "site/index.html").read_text()
    assert "Preview of" not in html
    assert "noindex" not in html
    assert "md-banner" not in html


def test_no_command_is_left_out() -> None:
    """Every command of every workflow is run by a test here, or is named with the reason why it is not."""
    elsewhere = {
        ("audit", "Install"): "installs",
        ("audit", "Audit what building needs, and what developing needs"): "asks a database on the network",
        ("audit", "Audit the workflows and their actions"): "asks GitHub; .ci/run does the same offline",
        ("ci", "Install"): "installs",
        ("ci", "Lint, test, audit the workflows, build"): "is what runs this test",
        ("ci", "Look"): "tests/test_recipes.py tries its command",
        ("pages", "Install"): "installs",
        ("pages", "Lint, test, audit the workflows, if the program changed"): "is what runs this test",
        ("record", "Install"): "installs",
        ("record", "Check every claim and source"): "tests/test_recipes.py runs the same of a new record",
        ("record", "Say what the change does to the record"): "tests/test_recipes.py runs the same of a new record",
        ("record", "Build"): "tests/test_recipes.py runs the same of a new record",
        ("pr-report", "Install"): "installs",
    }
    tested = {
        ("ci", "Check every claim and source"),
        ("ci", "Say what the change does to the record"),
        ("ci", "Build the site"),
        ("pages", "Build"),
        ("pr-report", "Find the pull request"),
        ("pr-report", "Fetch its commits"),
        ("pr-report", "Review its claims and seeds"),
        ("pr-report", "Set the status"),
    }
    found = {
        (name, step["name"])
        for name in ("audit", "ci", "pages", "pr-report", "record")
        for job in read(name)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    }
    assert found == tested | elsewhere.keys()
