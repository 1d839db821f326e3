"""Claimants: whom a name in a claim means, and how several are named together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus import decode, settings
from factsite.corpus.claimants import Claimant, Claimants, listed
from factsite.corpus.model import ClaimantKind
from factsite.corpus.text import Document
from factsite.diagnostics import Diagnostic
from factsite.verify.fix import mended

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


PEOPLE = [
    (
        'people:\n  - Anna  # m\n  # o\n  - "R, P"\n',
        'claimants:\n    anna: {name: Anna, kind: person}  # m\n  # o\n    r-p: {name: "R, P", kind: person}\n',
    ),
    ("people:\n- Anna Quay\n", "claimants:\n  anna-quay: {name: Anna Quay, kind: person}\n"),
    (
        "people: [Anna Quay, आना]  # two\n",
        "claimants: {anna-quay: {name: Anna Quay, kind: person}, ana: {name: आना, kind: person}}  # two\n",
    ),
    (
        "people: [\n  Anna Quay,  # [a] mayor\n  ]\n",
        "claimants: {\n  anna-quay: {name: Anna Quay, kind: person},  # [a] mayor\n  }\n",
    ),
]


@pytest.mark.parametrize(("old", "new"), PEOPLE)
def test_the_older_list_of_people_is_written_anew(old: str, new: str) -> None:
    """The edit of `people` keeps every comment, and what it writes declares the same names as persons."""
    written, applied = mended(*_with(old))
    assert [one.rule for one in applied] == ["replaced-key"]
    assert written.text == _with(new)[0].text
    declared, found = settings.settings(written)
    assert not [one for one in found if one.rule != "missing-key"]
    assert declared is not None
    assert {one.kind for one in declared.claimants.declared.values()} == {ClaimantKind.PERSON}


@pytest.mark.parametrize(
    "old",
    [
        *("people: Anna\n", "people: []\n", "people: [{}]\n", "people: [A]\nclaimants: {}\n"),
        *("people: [A, '?!']\n", "people: [Anna Quay, Anna quay]\n"),
    ],
)
def test_what_cannot_be_written_anew_with_certainty_is_left(old: str) -> None:
    """A list of something else, an empty one, and one beside `claimants` are refused, and not rewritten.

    Nor is one of names without an id of their own.
    """
    document, found = _with(old)
    assert "replaced-key" in {one.rule for one in found}
    assert mended(document, found)[1] == []


def _with(text: str) -> tuple[Document, list[Diagnostic]]:
    """Give settings that hold some lines, and what is found in them."""
    lines = "".join(f"    {line}\n" for line in text.splitlines())
    document = Document("mkdocs.yml", f"extra:\n  factsite:\n{lines}")
    return document, settings.settings(document)[1]
