"""The contributor's guide, whose example is a claim of this record."""

from __future__ import annotations

import re
from pathlib import Path

from factsite.checking import workspace
from tests.conftest import copy_workspace
from tests.review.runner import Runner, guide_claim, own_site


def test_the_example_of_a_claim_could_be_published(tmp_path: Path) -> None:
    """The claim file that the contributor's guide shows passes the check, beside the project's own record.

    All that is found is what the site's owner has to fill in.
    """
    root = copy_workspace(tmp_path / "workspace")
    (root / "claims/example.yml").write_text(guide_claim())
    assert {found.rule for found in workspace.check(root).diagnostics} == {"placeholder"}


def test_guide(tmp_path: Path) -> None:
    """The claim that the contributor's guide shows passes the check; what is found is what an owner has to fill in."""
    root = own_site(tmp_path / "checkout")
    for claim in (root / "claims").iterdir():
        claim.unlink()
    (root / "claims/the-guides-example.yml").write_text(guide_claim())
    run = Runner(root, {"!cancelled() && github.event_name == 'pull_request'": "false"}).job("ci", "record")
    assert "\nchecked 1 claim," in run.log
    assert ": 0 errors, " in run.log
    assert set(re.findall(r" \[([a-z-]+)\]$", run.log, re.MULTILINE)) == {"placeholder"}
