"""The nearest passage: what is suggested to an author who remembers words roughly."""

from __future__ import annotations

import pytest

from factsite.verify.nearest import nearest


@pytest.mark.parametrize(
    ("wanted", "text", "passage"),
    [
        ("121 user", "Of 121 users in all, 121 users answered; here a user has a phone", "121 users"),
        ("१२१ यात्री", "घाट पर १२१ यात्रियों को देखा, १२१ यात्रियों ने कहा; यहाँ एक यात्री है", "१२१ यात्रियों"),
        ("1200 boats", "All boats sank, and so did 12005 boats", "All boats"),
        ("the boat sank", "The boathouse sank; a boat sank", "a boat sank"),
    ],
    ids=["plural", "hindi", "number", "form"],
)
def test_the_passage_meant_is_found(wanted: str, text: str, passage: str) -> None:
    """Words in another form count, the very form more, and a number counts only as itself."""
    found = nearest(wanted, text)
    assert found is not None
    assert text[found.start : found.end] == passage
