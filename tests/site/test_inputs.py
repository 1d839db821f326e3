"""What generated files depend on: a build after an edit makes anew only those that named what was edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from factsite.corpus.model import Party
from factsite.site.render import outputs
from factsite.verify.record import Record
from tests.records import record, sample


def edited_claim(made: Record) -> Record:
    """Edit one claim's summary."""
    edited = (replace(each, summary="New.") if each.id == "three-boats" else each for each in made.claims.values())
    return record(*edited)


def edited_source(made: Record) -> Record:
    """Edit what is known of one source, and its file."""
    notebook = made.sources["notebook"]
    source = replace(notebook.source, title="Another night", sha256="0" * 64)
    return record(*made.claims.values(), sources={**made.sources, "notebook": replace(notebook, source=source)})


def edited_settings(made: Record) -> Record:
    """Edit the publisher, the licence and the address of the site."""
    party = Party("Others", "https://others.example/")
    settings = replace(made.settings, publisher=party, licence=party, site_url="https://others.example/")
    return record(*made.claims.values(), settings=settings)


@pytest.mark.parametrize(
    ("edit", "moved"),
    [
        (edited_claim, {"claim:three-boats", "card:three-boats"}),
        (edited_source, {"source:notebook"}),
        (edited_settings, {"settings"}),
    ],
)
def test_a_file_changes_only_with_its_inputs(edit: Callable[[Record], Record], moved: set[str]) -> None:
    """After an edit, a file differs only if it named something that was edited among its inputs."""
    before, after = sample(), edit(sample())
    assert {key for key in after.digests if after.digests[key] != before.digests[key]} == moved
    pairs = list(zip(outputs(before), outputs(after), strict=True))
    assert [new.path for old, new in pairs if old.make() != new.make() and not moved & set(new.inputs)] == []
    assert any(old.make() != new.make() for old, new in pairs)
