"""The nearest passage: what is suggested to an author who remembers words roughly."""

from __future__ import annotations

import pytest

from factsite.verify.nearest import likest, nearest


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


SENTENCES = [
    "The mayor denied the harbour report",
    "Of 1,400 boats, nine sank, 121 of them new",
    "The mayor spoke",
    "नावें सितम्बर में घाट पर डूबीं",
    "Hundreds of boaters spoke of a boat",
]


@pytest.mark.parametrize(
    ("wanted", "likes"),
    [
        ("mayor denies it all", [0]),
        ("the mayor talked about the weather", [2, 0]),
        ("1400 ships were lost", [1]),
        ("all 121 died", [1]),
        ("boat", [4, 1]),
        ("the harbuor", [0]),
        ("सितंबर का आखिरी दिन", [3]),
        ("घाट के पास कुछ नावों का डूबना", [3]),
        ("and the, of it", []),
        ("", []),
    ],
    ids=["form", "shorter", "grouping", "number", "very form", "mistyped", "nasal", "hindi", "short words", "nothing"],
)
def test_sentences_share_what_is_rare(wanted: str, likes: list[int]) -> None:
    """Rare and long words tell which sentences were meant, in whatever form or spelling; short words tell nothing."""
    assert likest(wanted, SENTENCES) == likes


def test_what_is_guessed_does_not_pass_the_end_of_a_sentence() -> None:
    """Words that were misremembered are taken from beside those that were not, but not from another sentence."""
    text = "It is late. A boat sank there. So it is"
    found = nearest("the boat sank yesterday evening", text, enough=0.4)
    assert found is not None
    assert text[found.start : found.end] == "A boat sank"
