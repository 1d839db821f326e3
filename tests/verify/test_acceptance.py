"""Acceptances: each lets one warning stand, in its own place, and is itself looked at."""

from __future__ import annotations

import pytest

from factsite.report import Format, written
from tests.workspaces import altered, base, check

LOSS = """
=== reseed seeds/gazette.txt
-The harbour office found them before midnight.
+She denied that two boats had sunk in the harbour, and that two boats had burnt.
=== change claims/two-boats.yml
-      Two boats, she added, had drifted from the quay
+      two boats had sunk in the harbour
"""
ACCEPTED = """+    accepted:
+      - rule: quote-loses-negation
+        of: denied
+        why: It is told further on.
"""


def warnings(case: str) -> list[tuple[str, str]]:
    """Give the warnings that a case has, with what they are about."""
    return [(found.rule, found.of) for found in check(*altered(base(), case)).diagnostics]


def accepted(case: str) -> int:
    """Count the warnings that are accepted."""
    return check(*altered(base(), case)).counts.accepted


def test_an_accepted_warning_is_counted_and_not_printed() -> None:
    """The summary says how many warnings were accepted, in words and in JSON."""
    assert warnings(LOSS) == [("quote-loses-negation", "denied")]
    outcome = check(*altered(base(), LOSS + ACCEPTED))
    assert outcome.diagnostics == ()
    report = written(outcome.diagnostics, outcome.documents, outcome.counts, Format.TEXT)
    assert report.endswith("0 errors, 0 warnings, 1 finding accepted\n")
    assert '"accepted": 1' in written(outcome.diagnostics, outcome.documents, outcome.counts, Format.JSON)


def test_the_help_is_what_is_to_be_written() -> None:
    """The entry that a warning's help gives accepts that warning."""
    (found,) = check(*altered(base(), LOSS)).diagnostics
    entry = found.help.split("`")[1].replace("why: …", "why: It is told further on.")
    assert warnings(f"{LOSS}+    {entry}\n") == []


@pytest.mark.parametrize(
    ("this", "other"),
    [("denied", "deny"), ("quote-loses-negation", "quote-loses-hedge")],
)
def test_another_word_or_rule_accepts_nothing(this: str, other: str) -> None:
    """An acceptance of another word or rule leaves the warning, and is needless."""
    found = warnings(LOSS + ACCEPTED.replace(this, other))
    assert [rule for rule, _ in found] == ["quote-loses-negation", "needless-acceptance"]


def test_another_place_accepts_nothing() -> None:
    """What is accepted at the top of a claim is not accepted in its evidence."""
    top = "=== change claims/two-boats.yml\n-topics: [evening, boats]\n+topics: [evening, boats]\n"
    found = warnings(LOSS + top + ACCEPTED.replace("+    ", "+"))
    assert sorted(rule for rule, _ in found) == ["needless-acceptance", "quote-loses-negation"]


def test_one_acceptance_meets_one_warning() -> None:
    """A second acceptance of the same warning is needless."""
    twice = LOSS + ACCEPTED + ACCEPTED.removeprefix("+    accepted:\n")
    assert [rule for rule, _ in warnings(twice)] == ["needless-acceptance"]


def test_nothing_is_needless_beside_an_error() -> None:
    """While a claim has an error, rules that stand back for it make no acceptance needless."""
    broken = LOSS.replace("+      two boats", "+      three boats") + ACCEPTED
    assert [rule for rule, _ in warnings(broken)] == ["quote-not-in-source"]


def test_what_the_whole_record_shows_is_accepted_in_claims_and_sidecars() -> None:
    """The same claim in two files, and one excerpt in many claims, are accepted where the warning points."""
    one = base()["claims/two-boats.yml"].decode()
    files = base() | {f"claims/boats-{n}.yml": one.encode() for n in range(4)}
    found = check(files).diagnostics
    assert {diagnostic.rule for diagnostic in found} == {"same-claim", "excerpt-in-many-claims"}
    for diagnostic in found:
        entry = diagnostic.help.split("`")[1].replace("why: …", "why: A test.").partition("[")[2].removesuffix("]")
        text = files[diagnostic.path].decode()
        more = "" if "\naccepted:" in text else "accepted:\n"
        files[diagnostic.path] = f"{text}{more}  - {entry}\n".encode()
    outcome = check(files)
    assert outcome.diagnostics == ()
    assert outcome.counts.accepted == len(found)
