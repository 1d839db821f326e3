"""The catalogues: every language has every message, with the same places, and none that is markup."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from factsite.site.words import Words
from tests import messages

LANGUAGES = messages.languages()
ACTIVE = re.compile(r"[<>\[\]*_`\\|#]")
PLACE = re.compile(r"\{\w+\}")


def places(message: str) -> set[str]:
    """Name the places of a message."""
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def test_a_variant_of_a_language_has_its_words() -> None:
    """Spanish as it is spoken in Mexico has the catalogue of Spanish, and English needs none."""
    assert LANGUAGES == ["es", "hi", "ur"]
    assert [Words(tag).say("Sources") for tag in ("es", "es-MX", "en-IN", "fr")] == [*["Fuentes"] * 2, *["Sources"] * 2]


def test_the_catalogues_are_current() -> None:
    """What `make messages` would write is what is there, compiled too."""
    assert [path.name for path, data in messages.files() if path.read_bytes() != data] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    """No message of any page or part of the theme is without its words in a language that is complete."""
    assert messages.untranslated(language, messages.said()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_of_its_message(language: str) -> None:
    """Each form of a translation fills what the message fills, and holds nothing that a page would take for markup."""
    for message in messages.merged(language, messages.said()):
        ids, strings = forms(message.id), forms(message.string)
        for string in strings if any(ids) else ():
            assert any(places(string) == places(each) for each in ids), message.id
            assert not ACTIVE.search(PLACE.sub("", string)), message.id


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """Give a message in each of its plural forms."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)
