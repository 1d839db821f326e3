"""Reports: readable without colour, obeyed by nobody, complete for programs."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import factsite
from factsite import report
from factsite.cli import main
from factsite.corpus.text import Document
from factsite.diagnostics import REGISTRY, Diagnostic, Edit, Location, Severity
from factsite.report import Counts, Format
from tests.hostile_strings import HOSTILE
from tests.rules_page import rules_page
from tests.workspaces import base

COUNTS = Counts(claims=1, sources=2, quotes=3, rules=4)
FOUND = Diagnostic("claims/a.yml", Location(2, 8, 11), "some-rule", "not that", "write this")
DOCUMENTS = {"claims/a.yml": Document("claims/a.yml", "claim: x\nsays: यह नहीं है\n")}


def written(*found: Diagnostic, form: Format = Format.TEXT) -> str:
    """Write a report on findings."""
    return report.written(found, DOCUMENTS, COUNTS, form)


def test_a_finding_is_a_place_a_sentence_a_caret_and_advice() -> None:
    """Text shows path:line:column, severity, message and rule, the line with a caret under it, and the help."""
    assert written(FOUND) == (
        "claims/a.yml:2:8: error: not that [some-rule]\n"
        "     2 | says: यह नहीं है\n"
        "       |        ^^^\n"
        "   help: write this\n"
        "\n"
        "checked 1 claim, 2 sources, 3 quotes, 4 rules: 1 error, 0 warnings\n"
    )


def test_a_clean_report_says_what_was_checked() -> None:
    """It never only says that all is well."""
    assert written() == "checked 1 claim, 2 sources, 3 quotes, 4 rules: 0 errors, 0 warnings\n"


def test_carets_stand_under_wide_and_spelled_out_characters() -> None:
    """A wide character takes two columns, a control character as many as its spelling, a combining mark none."""
    document = Document("x", "政府 \u202e क्\u200dष wrong")
    at = document.text.index("wrong") + 1
    lines = report.text(Diagnostic("x", Location(1, at, at + 5), "r", "m"), {"x": document}).splitlines()
    assert lines[1] == "     1 | 政府 <U+202E> क्\u200dष wrong"
    assert lines[2] == "       | " + " " * (4 + 1 + 8 + 1 + 2 + 1) + "^^^^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    """A line of many thousand characters does not flood a terminal, and the caret still stands under its word."""
    document = Document("x", "a" * 5_000 + "wrong" + "b" * 5_000)
    lines = report.text(Diagnostic("x", Location(1, 5_001, 5_006), "r", "m"), {"x": document}).splitlines()
    assert len(lines[1]) < 200
    assert lines[1][lines[2].index("^") :].startswith("wrong")
    assert lines[2].count("^") == 5


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_report_drives_a_terminal_or_a_runner(text: str) -> None:
    """Control characters are spelled out; a line of a report never begins with text from a file; `##[` is broken."""
    document = Document("x", text)
    found = Diagnostic("x", Location(1, 1, 2), "some-rule", text, text)
    for form in (Format.TEXT, Format.GITHUB, Format.JSON):
        shown = report.written([found], {"x": document}, COUNTS, form)
        assert "##[" not in shown
        assert all(char.isprintable() or char in "\n\u200c\u200d" for char in shown.replace("\\n", ""))
        for line in shown.splitlines():
            assert not line.lstrip().startswith("::") or re.match(r"::(stop-commands::|[0-9a-f]{32}::|error )", line)


def test_github_is_told_not_to_obey_what_is_quoted() -> None:
    """Quoted lines stand between a stop and its token, which no file can know; annotations come behind."""
    first = written(FOUND, form=Format.GITHUB).splitlines()
    second = written(FOUND, form=Format.GITHUB).splitlines()
    token = first[0].removeprefix("::stop-commands::")
    assert re.fullmatch("[0-9a-f]{32}", token)
    assert first[0] != second[0]
    assert first.index(f"::{token}::") == len(first) - 3
    assert first[-2] == "::error file=claims/a.yml,line=2,col=8,endColumn=11,title=some-rule::not that%0Awrite this"
    assert first[-1].startswith("checked ")


def test_annotations_are_escaped() -> None:
    """Percent signs, line ends, and in properties colons and commas, are escaped."""
    (line,) = report.workflow_commands([replace(FOUND, path="a,b:c%.yml", message="100% a, b: c")])
    assert (
        line == "::error file=a%2Cb%3Ac%25.yml,line=2,col=8,endColumn=11,title=some-rule::100%25 a, b: c%0Awrite this"
    )


def test_annotations_keep_to_the_limits() -> None:
    """At most ten errors and ten warnings, errors first, each short enough; the last one counts the rest."""
    errors = [replace(FOUND, location=Location(line, 1, 2), message="m" * 9_000) for line in range(1, 13)]
    warnings = [replace(FOUND, severity=Severity.WARNING) for _ in range(10)]
    lines = report.workflow_commands([*warnings, *errors])
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10
    assert lines[9] == "::error title=more::3 more; see the log of `factsite check`"
    assert max(map(len, lines)) < 4_200


def test_json_is_one_object() -> None:
    """Programs get what was checked and every finding with its place."""
    assert json.loads(written(FOUND, form=Format.JSON)) == {
        "schema_version": "1.0",
        "checked": {"claims": 1, "sources": 2, "quotes": 3, "rules": 4, "accepted": 0},
        "diagnostics": [
            {
                "path": "claims/a.yml",
                "line": 2,
                "column": 8,
                "end_column": 11,
                "rule": "some-rule",
                "severity": "error",
                "message": "not that",
                "help": "write this",
                "of": "",
            }
        ],
    }


def test_gitlab_gets_a_code_quality_report() -> None:
    """Each finding has what GitLab asks for: words, rule, weight, place, and a name that tells it from the others."""
    other = replace(FOUND, location=Location(3, 1, 1), severity=Severity.WARNING, help="")
    first, second = json.loads(written(FOUND, other, form=Format.GITLAB))
    assert (first.pop("fingerprint") == second.pop("fingerprint")) is False
    assert first == {
        "description": "not that. write this",
        "check_name": "some-rule",
        "severity": "major",
        "location": {"path": "claims/a.yml", "lines": {"begin": 2}},
    }
    assert (second["description"], second["severity"], second["location"]["lines"]) == (
        "not that",
        "minor",
        {"begin": 3},
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_programs_get_a_path_as_it_is(text: str) -> None:
    """A program can open the file that a finding is in, and the JSON still drives nobody."""
    told = written(replace(FOUND, path=text), form=Format.JSON)
    assert json.loads(told)["diagnostics"][0]["path"] == text
    assert "##[" not in told
    assert all(char.isprintable() or char == "\n" for char in told)


@pytest.mark.parametrize(("actions", "start"), [("true", "::stop-commands::"), ("", "claims/a.yml:2:8: ")])
def test_auto_knows_github(monkeypatch: pytest.MonkeyPatch, actions: str, start: str) -> None:
    """Left to choose, a report is annotations on GitHub's runner and text everywhere else."""
    monkeypatch.setenv("GITHUB_ACTIONS", actions)
    assert written(FOUND, form=Format.AUTO).startswith(start)


def test_an_edit_says_where_it_was_made() -> None:
    """What `check --fix` rewrote is named by place, message and rule."""
    assert report.mended(replace(FOUND, edit=Edit(0, 1, ""))) == "claims/a.yml:2:8: mended: not that [some-rule]"


@pytest.mark.parametrize("rule", REGISTRY.values(), ids=lambda rule: rule.name)
def test_every_rule_is_documented(rule: object) -> None:
    """A rule's docstring begins with one plain sentence."""
    documentation = getattr(rule, "documentation", "")
    assert re.match(r"[A-Z`/a-z].*[.:]$", " ".join(documentation.split("\n\n")[0].split()))


def test_the_rules_page_is_current(golden: Callable[[Path, str], None]) -> None:
    """The page of rules says what the rules' docstrings say; `pytest --update` writes it anew."""
    for module in pkgutil.walk_packages(factsite.__path__, "factsite."):
        importlib.import_module(module.name)
    rules = [rule for rule in REGISTRY.values() if rule.find.__module__.startswith("factsite.")]
    golden(Path(__file__).parents[1] / "docs" / "project" / "rules.md", rules_page(rules))


def test_check_exits_by_what_it_found(tmp_path: Path) -> None:
    """A clean workspace gives 0, one with an error 1, and a folder that is not there 2."""
    for path, data in base().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    run = CliRunner()
    assert run.invoke(main, ["check", "--root", str(tmp_path)]).exit_code == 0
    (tmp_path / "claims" / "two-boats.yml").write_text("claim: [")
    broken = run.invoke(main, ["check", "--root", str(tmp_path), "--format", "json"])
    assert broken.exit_code == 1
    assert json.loads(broken.output)["diagnostics"][0]["rule"] == "not-yaml"
    assert run.invoke(main, ["check", "--root", str(tmp_path / "nowhere")]).exit_code == 2
    assert run.invoke(main, ["--root", str(tmp_path), "check"]).exit_code == 2
    misplaced = run.invoke(main, ["--fix", "check"])
    assert misplaced.exit_code == 2
    assert "options of `check` stand behind it" in misplaced.output
