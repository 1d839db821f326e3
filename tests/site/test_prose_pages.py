"""Prose on a page: its links lead where both builders follow, and its words are text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus import prose as source
from factsite.site import prose
from factsite.site.addresses import Here
from tests.hostile_strings import HOSTILE
from tests.records import first, sample
from tests.site.reading import article, words

HERE = Here("claims/some.md", first(sample()))


def shown(text: str) -> str:
    """Write and render a text."""
    return words(article(f"---\n---\n{prose.write(text, HERE)}\n".encode()))


def test_links_of_each_kind_lead_somewhere() -> None:
    """A source and a claim are linked by their pages, a web address as it is, anything else not at all."""
    text = "[a](source:wire) [b](claim:other) [c](https://example.org/?d=e&f) [g](javascript:h)"
    page = article(f"---\n---\n{prose.write(text, HERE)}\n".encode())
    assert page.xpath("//a/@href") == ["../sources/wire.md", "../claims/other.md", "https://example.org/?d=e&f"]
    assert words(page) == "a b c g"


def test_lists_and_emphasis_keep_their_form() -> None:
    """Lists stay lists, and stress stays stress."""
    page = article(f"---\n---\n{prose.write('1. *a*', HERE)}\n{prose.write('- **b**', HERE)}\n".encode())
    assert [tag.tag for tag in page.iter()][1:] == ["ol", "li", "em", "ul", "li", "strong"]


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\0" not in text])
def test_hostile_prose_is_shown_as_its_plain_words(text: str) -> None:
    """What a page shows of prose is exactly its plain words."""
    assert shown(text) == " ".join(source.plain(text).split())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_prose_is_shown_as_its_plain_words(text: str) -> None:
    """Law: a page shows the plain words of any prose, no more and no less."""
    assert shown(text) == " ".join(source.plain(text).split())
