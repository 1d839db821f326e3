"""Severities that a record sets: a warning may weigh as an error, and an error never less."""

from __future__ import annotations

import pytest

from factsite.diagnostics import Severity
from tests.verify.test_acceptance import ACCEPTED, LOSS
from tests.workspaces import altered, base, check


def weighing(rule: str, severity: str) -> str:
    """Set the severity of a rule."""
    more = f"+    rules: {{severity: {{{rule}: {severity}}}}}\n"
    line = "    claimants: {boatman: {name: A boatman, kind: person}}\n"
    return f"=== change mkdocs.yml\n-{line}+{line}{more}"


@pytest.mark.parametrize("severity", Severity)
def test_a_warning_weighs_what_the_settings_say(severity: Severity) -> None:
    """A warning that is made an error stops publication; one that is left a warning does not."""
    outcome = check(*altered(base(), LOSS + weighing("quote-loses-negation", severity)))
    assert [(found.rule, found.severity) for found in outcome.diagnostics] == [("quote-loses-negation", severity)]
    assert (outcome.record is None) == (severity is Severity.ERROR)


def test_an_accepted_warning_stays_accepted() -> None:
    """What editors accepted in its place is no error, however much its rule weighs."""
    outcome = check(*altered(base(), LOSS + ACCEPTED + weighing("quote-loses-negation", "error")))
    assert outcome.diagnostics == ()
    assert outcome.counts.accepted == 1


def test_an_error_stays_one() -> None:
    """The settings that would make an error a warning are refused, and the error is still one."""
    broken = LOSS.replace("+      two boats", "+      three boats") + weighing("quote-not-in-source", "warning")
    outcome = check(*altered(base(), broken))
    found = {one.rule: one for one in outcome.diagnostics}
    assert found["quote-not-in-source"].severity is Severity.ERROR
    assert found["unknown-warning"].message == "`quote-not-in-source` is an error, which stays one"
    assert found["unknown-warning"].path == "mkdocs.yml"
