"""The order of a claim's dates, where it is just kept."""

import pytest

from tests.workspaces import altered, base, check

CHANGES = {
    "the day of the correction": ("reviewed: 2026-11-26", "reviewed: 2026-11-25"),
    "the year of the review": ("claimed: 2019-11-02", "claimed: 2026"),
    "the day of the first correction": ("claimed: 2019-11-02", "claimed: 2026-11-22"),
    "about a year later": ("claimed: 2019-11-02", "claimed: 2027~"),
    "a year later, if that is right": ("claimed: 2019-11-02", "claimed: 2027?"),
    "some day before": ("claimed: 2019-11-02", "claimed: ../2027"),
    "some day after": ("claimed: 2019-11-02", "claimed: 2019/.."),
    "a season": ("claimed: 2019-11-02", "claimed: 2027-21"),
    "some month of the year of the review": ("claimed: 2019-11-02", "claimed: 2026-XX"),
}


@pytest.mark.parametrize(("was", "now"), CHANGES.values(), ids=CHANGES)
def test_what_may_be_in_order_is_no_error(was: str, now: str) -> None:
    """Dates that are the same, or not exact enough to be out of order, are in order."""
    case = f"Dates meet.\n\n=== change claims/ended-at-nine.yml\n-{was}\n+{now}\n"
    assert check(*altered(base(), case)).diagnostics == ()
