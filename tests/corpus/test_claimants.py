"""Claimants: whom a name in a claim means, and how several are named together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus import decode
from factsite.corpus.claimants import Claimant, Claimants, listed
from factsite.corpus.model import ClaimantKind
from factsite.corpus.text import Document

DECLARED = Claimants.of(
    {
        "mayor": Claimant("Anna Quay", kind=ClaimantKind.PERSON, also=("A. Quay",), names={"hi": "आना के"}),
        "old-kumar": Claimant("Ravi Kumar", kind=ClaimantKind.PERSON, note="boatman"),
        "young-kumar": Claimant("Ravi Kumar", kind=ClaimantKind.PERSON, note="baker"),
    }
)


@pytest.mark.parametrize("name", ["mayor", "Anna Quay", "Anna  Quay", "A. Quay", "आना के"])
def test_every_spelling_means_the_declared_claimant(name: str) -> None:
    """A claim may use the id, the name, another spelling or a name in another language; white space is no matter."""
    assert DECLARED.meant(name).id == "mayor"
    assert DECLARED.meant(name).shown == "Anna Quay"


@pytest.mark.parametrize("name", ["anna quay", "Quay", "Ravi Kumar", "The harbour office"])
def test_another_name_means_itself(name: str) -> None:
    """Other capitals, a part of a name, and a name of two claimants mean nobody who is declared."""
    assert DECLARED.meant(name) == Claimant(name)


def test_namesakes_are_told_apart() -> None:
    """A name that two have is shown with the note of each, and means neither; an id means one."""
    assert [one.id for one in DECLARED.called("Ravi Kumar")] == ["old-kumar", "young-kumar"]
    assert DECLARED.meant("young-kumar").shown == "Ravi Kumar (baker)"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["Sources, unnamed", "B"], "Sources, unnamed; B"),
    ],
)
def test_claimants_are_listed_as_a_sentence_does(names: list[str], said: str) -> None:
    """Several claimants are joined by commas and an "and", or by semicolons where a name has a comma."""
    assert listed([Claimant(name) for name in names]) == said


@pytest.mark.parametrize(
    ("written", "names"),
    [("WhatsApp", ("WhatsApp",)), ("[WhatsApp, mayor]", ("WhatsApp", "mayor")), ("\n- A\n- B", ("A", "B"))],
)
def test_a_claim_names_one_claimant_or_several(written: str, names: tuple[str, ...]) -> None:
    """`claimant` is a name or a list, and is read the same with the whole file and alone."""
    document = Document("claims/x.yml", f"claim: It rained.\nclaimant: {written}\n")
    claim, _ = decode.claim(document)
    assert claim is not None
    assert tuple(claimant.name for claimant in claim.claimants) == names == decode.claimants(document)


@given(st.text(min_size=1))
def test_whom_a_name_means_is_called_so(name: str) -> None:
    """Whatever a claim says, the claimant that it means has that spelling, if it is declared, or just that name."""
    meant = DECLARED.meant(name)
    assert meant in DECLARED.called(name) if meant.id else meant.name == name
