"""The catalogues of messages: those of the program, and those that a record brings."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

import factsite
from factsite.corpus import yamltree
from factsite.corpus.messages import compiled
from factsite.corpus.model import Settings
from factsite.corpus.text import Document
from factsite.corpus.yamltree import Mapping, Node, Scalar
from factsite.diagnostics import START, Diagnostic, Finding, Location, warning

SOURCE_LANGUAGE = "en"
"""The language in which messages are written in the code."""

_CATALOGUES = files(factsite) / "locale"


@warning
def language_without_words(location: Location, language: str) -> Iterator[Finding]:
    """The words of pages are known in the language of a record and in that of each edition.

    The program has them in English, Spanish, Hindi and Urdu; for another language a record brings its own catalogue.
    Without one, pages say them in English, and only dates, numbers and lists are those of the language.
    """
    advice = f"put a catalogue into locale/{language}.po, of the messages in factsite/locale/ of the program"
    yield Finding(location, f"pages have no words in `{language}`, and say theirs in English", advice)


def check_languages(config: Document, settings: Settings) -> Iterator[Diagnostic]:
    """Find the languages of a record in which its pages have no words."""
    for language in (settings.language, *settings.editions):
        known = language.partition("-")[0] == SOURCE_LANGUAGE or any(map(_compiled, _tags(language)))
        if not known and language not in settings.catalogues:
            yield from language_without_words(config.path, _named_at(config, language), language)


def _named_at(config: Document, language: str) -> Location:
    """Give the place at which settings name a language."""
    node: Node | None = yamltree.parse(config, tags=True)[0]
    for key in ("extra", "factsite"):
        node = node.get(key) if isinstance(node, Mapping) else None
    own = node.get("language") if isinstance(node, Mapping) else None
    if isinstance(own, Scalar) and own.value == language:
        return own.location
    table = node.get("editions") if isinstance(node, Mapping) else None
    keys = (key for key, _ in table.entries) if isinstance(table, Mapping) else iter(())
    return next((key.location for key in keys if key.value == language), START)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Give the program's catalogue of a language; without one, messages stand in English."""
    for tag in _tags(language):
        if _compiled(tag):
            return gettext.GNUTranslations(BytesIO((_CATALOGUES / tag / "LC_MESSAGES" / "factsite.mo").read_bytes()))
    return gettext.NullTranslations()


@lru_cache(maxsize=16)
def own_catalogue(text: str, language: str) -> gettext.NullTranslations:
    """Give a record's own catalogue; what it does not say is said as the program says it."""
    own = compiled(text, language)
    own.add_fallback(catalogue(language))
    return own


def _compiled(tag: str) -> bool:
    return (_CATALOGUES / tag / "LC_MESSAGES" / "factsite.mo").is_file()


def _tags(language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((language, language.partition("-")[0])))
