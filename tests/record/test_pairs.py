"""What the real documents share, and what is said of it."""

from __future__ import annotations

import re

from factsite.site.pages import coverage
from factsite.verify.lineage import check_lineage
from factsite.verify.record import Sharing
from factsite.verify.wordruns import PASSAGE
from tests.records import first, published


def test_a_passage_stands_in_the_file_where_its_place_says() -> None:
    """In the project's own archive, where a source may begin far down a file, both places hold the same words."""
    record = published()
    for pair in record.pairs:
        one, other = record.sources[pair.left].document.text, record.sources[pair.right].document.text
        for passage in pair.shared:
            left, right = (
                re.findall(r"[^\W_]+", text[slice(*place)].casefold())
                for text, place in ((one, passage.left), (other, passage.right))
            )
            assert left == right
            assert len(left) >= PASSAGE
    assert record.pairs


def test_the_records_own_pairs_are_told_as_they_are_declared() -> None:
    """Of the archive's pairs one is a copy, which is declared; two share a little and nobody can tell."""
    assert {(pair.left, pair.right, pair.outcome) for pair in published().pairs} == {
        ("beebom-repost", "new-indian-express", Sharing.CANNOT_TELL),
        ("beebom-repost", "regret-article", Sharing.CANNOT_TELL),
        ("pti-wire", "regret-article", Sharing.COPY),
    }
    assert list(check_lineage(published().sources, published().pairs)) == []


def test_the_record_accounts_for_every_sentence() -> None:
    """No sentence of the project's own archive is open."""
    for path, page in ((output.path, output.make()) for output in coverage.outputs(published(), first(published()))):
        assert b"neither quoted nor set aside" not in page, path
