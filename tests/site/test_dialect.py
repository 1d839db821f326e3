"""Safe text: whatever a text holds, readers see it and nothing else."""

from __future__ import annotations

import html as entities

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from factsite.site.dialect import address, encode, front_matter
from tests.hostile_strings import HOSTILE
from tests.site.reading import article, front

# No claim can hold a NUL: decoding refuses it, and HTML has no way to write it.
WRITABLE = [text for text in HOSTILE if "\0" not in text]
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


def shown(text: str) -> tuple[str, list[str]]:
    """Give the text and the tags of a paragraph that a template prints the text into."""
    page = f'---\n---\n<p markdown="span">a{encode(text)}z</p>\n'.encode()
    element = article(page)
    return element.text_content().strip(), [tag.tag for tag in element.iter()]


@pytest.mark.parametrize("text", WRITABLE)
def test_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    """Each text that breaks naive programs comes out of Markdown as it went in, without a tag of its own."""
    assert shown(text) == (f"a{text}z", ["article", "p"])


@given(TEXT)
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    """Law: encoded text passes Markdown unchanged."""
    assert shown(text)[0] == f"a{text}z"


@given(TEXT)
def test_only_letters_digits_and_spaces_stay_bare(text: str) -> None:
    """Law: no ASCII character but letters, digits, spaces and those of entities is left in encoded text."""
    bare = {char for char in encode(text) if char.isascii() and not char.isalnum()}
    assert bare <= set(" &#;")
    assert entities.unescape(str(encode(text))) == text or "\r" in text


@given(TEXT)
def test_front_matter_is_yaml_and_escaped_once(text: str) -> None:
    """Law: a title comes back from YAML escaped for HTML once, with white space collapsed."""
    read = front(front_matter("claims/", title=text).encode())
    assert entities.unescape(str(read.get("title", ""))) == " ".join(text.split())
    assert not {"<", ">", '"'} & set(str(read.get("title", "")))


def test_a_wide_page_hides_the_table_of_contents() -> None:
    """Every generated page goes without the side navigation; a wide one without the contents as well."""
    hidden = [yaml.safe_load(str(front_matter("x", wide=wide)).strip("-\n"))["hide"] for wide in (False, True)]
    assert hidden == [["navigation"], ["navigation", "toc"]]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&amp;d=e#f"),
        ('https://example.org/"onload="x', "https://example.org/%22onload=%22x"),
        ("https://example.org/[a](b)`c`*d*_e_", "https://example.org/%5Ba%5D%28b%29%60c%60%2Ad%2A_e_"),
        ("javascript:alert(1)", "#"),
    ],
)
def test_an_address_can_stand_in_an_attribute(url: str, written: str) -> None:
    """What could end an attribute or mean something in Markdown is encoded; other schemes lead nowhere."""
    assert address(url) == Markup(written)  # noqa: S704 -- compared, not printed
