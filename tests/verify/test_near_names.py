"""Names that may be a slip of the pen, and names that are others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.verify.near_names import is_near, near_pairs, nearest_name

NEAR = [
    ("Ravi Shankar Prasad", "Ravi Shankar Prassad"),
    ("Ravi Shankar Prasad", "Ravi Shnakar Prasad"),
    ("WhatsApp", "Whatsapp"),
    ("PTI", "pti"),
    ("Mayor\N{RIGHT SINGLE QUOTATION MARK}s office", "Mayor's office"),
    ("The harbour office", "The harbour offices"),
]
APART = [
    ("PTI", "PIB"),
    ("Sources, unnamed", "A source, unnamed"),
    ("Government sources, unnamed", "Top government sources, unnamed"),
    ("Speaker 11 of the house", "Speaker 12 of the house"),
    ("R. Prasad", "Ravi Prasad"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_a_slip_is_near(one: str, other: str) -> None:
    """One letter, capitals, and signs that look alike are a slip, whichever of the two was typed first."""
    assert nearest_name(one, ("Nobody at all", other)) == other
    assert set(near_pairs([one, other, "Nobody at all"])) == {(one, other), (other, one)}


@pytest.mark.parametrize(("one", "other"), APART)
def test_another_name_is_not_near(one: str, other: str) -> None:
    """Other words, initials, and other digits make other names."""
    assert nearest_name(one, (other,)) is None
    assert list(near_pairs([one, other])) == []


def test_a_name_is_no_slip_of_itself() -> None:
    """The same name is near, but is not told as another."""
    assert nearest_name("WhatsApp", ("WhatsApp",)) is None
    assert is_near("WhatsApp", ("WhatsApp",))


@given(st.text("abcdefgh ", min_size=8, max_size=15), st.integers(0, 14), st.sampled_from("xyz"))
def test_one_wrong_letter_of_eight_is_found_among_all(name: str, at: int, letter: str) -> None:
    """Wherever one letter of a name is another one, the pair is found among many names as it is one by one."""
    name = "-".join(("x", *name.split(), "y")) if len(name.split()) > 1 else f"{name.strip()}abcdefgh"
    at %= len(name)
    other = name[:at] + letter + name[at + 1 :]
    assert is_near(name, (other,))
    assert other == name or (name, other) in set(near_pairs([name, other, "somebody else", "nobody"]))
