"""Broken workspaces, one for each rule and more: each is the clean one with a change, and has its exact report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factsite.checking import workspace
from factsite.diagnostics import REGISTRY
from tests.workspaces import altered, base, check, reported

HERE = Path(__file__).parent
CASES = {path.stem: path.read_text() for path in sorted((HERE / "broken").glob("*.case"))}
PROVEN_ELSEWHERE = {"too-large"}
"""Rules whose broken files are too large for a readable case; see tests/cases/test_hostile.py."""


def rules() -> set[str]:
    """Give the names of the rules on what editors write."""
    assert callable(workspace.check), "it brings the rules along"
    homes = ("factsite.corpus.", "factsite.verify.", "factsite.checking.", "factsite.site.")
    return {name for name, rule in REGISTRY.items() if rule.find.__module__.startswith(homes)}


def test_the_base_is_clean() -> None:
    """The workspace that all cases change has no problem of its own."""
    outcome = check(base())
    assert outcome.diagnostics == ()
    assert outcome.record is not None


def test_every_rule_has_a_case() -> None:
    """No rule exists without a broken workspace that shows it."""
    assert rules() - {name.partition("--")[0] for name in CASES} - PROVEN_ELSEWHERE == set()


def test_every_case_has_a_rule() -> None:
    """No case is left over from a rule that no longer exists."""
    assert {name.partition("--")[0] for name in CASES} <= rules()


def test_every_report_has_a_case() -> None:
    """No expected report is left over from a case that no longer exists."""
    assert {path.stem for path in (HERE / "broken" / "expected").iterdir()} == CASES.keys()


@pytest.mark.parametrize("name", CASES)
def test_the_report_is_as_expected(name: str, golden: Callable[[Path, str], None]) -> None:
    """A broken workspace gets its exact report, its rule is in it, and nothing may be published unless it warns."""
    outcome = check(*altered(base(), CASES[name]))
    golden(HERE / "broken" / "expected" / f"{name}.txt", reported(outcome))
    rule = REGISTRY[name.partition("--")[0]]
    assert rule.name in {found.rule for found in outcome.diagnostics}
    assert (outcome.record is None) == any(found.severity == "error" for found in outcome.diagnostics)
