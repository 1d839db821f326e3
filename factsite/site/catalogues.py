"""The catalogues of messages: those of the program, and those that a record brings."""

from __future__ import annotations

import gettext
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

import factsite
from factsite.corpus.messages import compiled

SOURCE_LANGUAGE = "en"
"""The language in which messages are written in the code."""

_CATALOGUES = files(factsite) / "locale"


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
