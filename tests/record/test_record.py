"""The published record itself: its quotes cannot be changed, its counts are right, its documents are accounted for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from factsite.checking import workspace
from factsite.checking.workspace import Outcome
from factsite.corpus import decode, yamltree
from factsite.corpus.model import Claim, Excerpt
from factsite.corpus.spelling import offsets_in_file
from factsite.corpus.text import Document
from factsite.verify.coverage import coverage
from factsite.verify.record import Record
from factsite.verify.shares import shares
from factsite.verify.verify import Archive, check_claim

ROOT = Path(__file__).parents[2]
STEP = 5
"""Every so many characters of each quote, one is changed."""


@cache
def outcome() -> Outcome:
    """Check the project's own record."""
    return workspace.check(ROOT)


def record() -> Record:
    """Give the project's own record."""
    found = outcome().record
    assert found is not None, [diagnostic.message for diagnostic in outcome().diagnostics]
    return found


def against() -> Archive:
    """Give what the record's claims are checked against."""
    names = frozenset(record().sources)
    return Archive(record().settings, dict(record().sources), frozenset(record().cards), names)


def documents() -> list[Document]:
    """Read the claim files."""
    return [Document(f"claims/{path.name}", path.read_text()) for path in sorted((ROOT / "claims").glob("*.yml"))]


def decoded(document: Document) -> Claim[Excerpt]:
    """Decode a claim file that is in order."""
    claim, found = decode.claim(document)
    assert claim is not None
    assert found == []
    return claim


OPEN = [
    ("docs/about.md", "Who is behind it"),
    ("docs/about.md", "How it is paid for"),
    ("docs/about.md", "Independence"),
    ("docs/about.md", "How to reach us"),
    ("docs/corrections-policy.md", "How to report an error"),
    ("docs/corrections-policy.md", "If you are not satisfied"),
    ("mkdocs.yml", "`site_url`"),
    ("mkdocs.yml", "`extra.factsite.publisher.name`"),
    ("mkdocs.yml", "`extra.factsite.publisher.url`"),
]
"""What the site's owner has to fill in before it is published under an address of its own."""


def test_nothing_is_found_but_what_the_owner_fills_in() -> None:
    """The record has no error, and no warning but of the nine places that are left to its owner."""
    found = [(one.path, one.message.removeprefix("still to be filled in: ")) for one in outcome().diagnostics]
    assert {one.rule for one in outcome().diagnostics} == {"placeholder"}
    assert found == OPEN


def quote_places(document: Document) -> list[list[int]]:
    """Give, for each quote of a claim file, where its characters stand in the file."""
    root, _ = yamltree.parse(document)
    assert isinstance(root, yamltree.Mapping)
    evidence = root.get("evidence")
    assert isinstance(evidence, yamltree.Sequence)
    quotes = [entry.get("quote") for entry in evidence.items if isinstance(entry, yamltree.Mapping)]
    return [offsets_in_file(document, quote) for quote in quotes if isinstance(quote, yamltree.Scalar)]


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.path)
def test_no_quote_can_be_changed(document: Document) -> None:
    """Whatever character of a quote is changed, the check fails at that line and says what to do."""
    for places in quote_places(document):
        for at in places[::STEP]:
            char = document.text[at]
            if char.isspace():
                continue
            other = {"x": "y"}.get(char, "x")
            changed = Document(document.path, document.text[:at] + other + document.text[at + 1 :])
            found = check_claim(decoded(changed), changed, against()).diagnostics
            (error,) = [one for one in found if one.rule.startswith("quote-") and one.severity == "error"]
            assert error.path == document.path
            assert error.location.line == changed.place(at).line
            assert error.help


def test_every_sentence_is_accounted_for() -> None:
    """Each sentence of each document is quoted by a claim or set aside for a reason."""
    for source in coverage(record().sources, record().quoted):
        assert [sentence.text for sentence in source.open] == []
        assert source.quoted + source.set_aside == len(source.sentences)


def test_no_document_is_republished() -> None:
    """Less than two fifths of each document stand in quotes."""
    measured = shares(record().sources, record().quoted)
    assert measured.keys() == record().sources.keys()
    assert all(0 < share.part < 0.4 for share in measured.values())


# Counted by hand from the documents: (documents, origins) that support, and that contradict.
# PTI, its Hindi rewrite and the regret article are one origin; the two texts of 2 November are another.
BY_HAND = {
    # 121: ETV, PTI and the regret article. Against it: ETV's 17; 30 to 40 in both texts of 2 November.
    "targeted-in-india": ((3, 1), (3, 2)),
    # 1,400: all but the undated report.
    "targeted-worldwide": ((5, 2), (0, 0)),
    # May: one headline. Against it: unnamed government sources in the same text, and the undated report.
    "told-in-may": ((1, 1), (2, 2)),
    # Three headlines of one origin.
    "what-whatsapp-regretted": ((3, 1), (0, 0)),
    # 17: ETV alone. Against it: 121 in ETV itself, PTI and the regret article; 30 to 40 in the others.
    "seventeen-indians": ((1, 1), (5, 2)),
    # The opposition in the undated report; a denial is to be expected either way and does not count.
    "government-used-pegasus": ((1, 1), (0, 0)),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_documents_and_origins_are_as_counted_by_hand(name: str) -> None:
    """What the record counts for and against a claim is what a person counts."""
    tally = record().cards[name].tally
    counted = (tally.documents_for, tally.origins_for), (tally.documents_against, tally.origins_against)
    assert counted == BY_HAND[name]


def test_origins_of_the_archive() -> None:
    """Six sources go back to three origins: a wire copy, a rewrite and a translation add none."""
    origins: dict[str, set[str]] = {}
    for name, archived in record().sources.items():
        origins.setdefault(archived.source.origin, set()).add(name)
    assert origins == {
        "pti": {"pti-wire", "etv-bharat", "regret-article"},
        "ians": {"new-indian-express", "beebom-repost"},
        "undated-report": {"undated-report"},
    }
