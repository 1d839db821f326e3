"""Messages of pages that a record says in its own way: single ones in mkdocs.yml, or a catalogue in locale/."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Sequence
from io import BytesIO
from string import Formatter

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from factsite.corpus import yamltree
from factsite.corpus.text import Document
from factsite.corpus.yamltree import Mapping, Node, Scalar
from factsite.diagnostics import Diagnostic, Finding, Location, rule

FOLDER = "locale"
_WORDS = ("extra", "factsite", "words")


@rule
def wrong_places(location: Location, message: str, why: str) -> Iterator[Finding]:
    """A message in other words has places that the message has, each a name in braces, and no others.

    A brace that is to be seen is written twice.
    """
    yield Finding(location, f"{why}: `{message[:60]}`", "name only the places of the message itself, as it does")


@rule
def bad_catalogue(location: Location, why: str) -> Iterator[Finding]:
    """A catalogue in locale/ is a file of gettext, named by the tag of its language: `locale/fr.po`."""
    yield Finding(location, f"no catalogue: {why}", "write it with a program for gettext catalogues, such as Poedit")


def catalogue(text: str, language: str) -> Catalog:
    """Read a catalogue. Raises ValueError where it is none."""
    try:
        return read_po(BytesIO(text.encode()), locale=language.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        raise ValueError(f"line {error.lineno}: {error.args[0]}") from None
    except UnknownLocaleError:
        raise ValueError(f"no language is called {language}") from None


def compiled(text: str, language: str) -> gettext.GNUTranslations:
    """Compile a catalogue. Raises ValueError where it is none."""
    made = BytesIO()
    write_mo(made, catalogue(text, language))
    return gettext.GNUTranslations(BytesIO(made.getvalue()))


def check_words(config: Document) -> Iterator[Diagnostic]:
    """Check the messages of pages that mkdocs.yml says in other words."""
    node: Node | None = yamltree.parse(config, tags=True)[0]
    for key in _WORDS:
        node = node.get(key) if isinstance(node, Mapping) else None
    for _, table in node.entries if isinstance(node, Mapping) else ():
        for message, said in table.entries if isinstance(table, Mapping) else ():
            if isinstance(said, Scalar) and (why := _fault((message.value,), said.value)):
                yield from wrong_places(config.path, said.location, message.value, why)


def check_catalogue(document: Document, language: str) -> Iterator[Diagnostic]:
    """Check a record's own catalogue of a language."""
    try:
        compiled(document.text, language)
    except ValueError as error:
        yield from bad_catalogue(document.path, Location(1, 1, 1), str(error))
        return
    for message in catalogue(document.text, language):
        ids = _forms(message.id)
        for said in _forms(message.string) if any(ids) else ():
            if why := _fault(ids, said):
                line = min(message.lineno or 1, len(document.text.splitlines()))
                yield from wrong_places(document.path, Location(line, 1, 1), ids[0], why)


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _fault(messages: Sequence[str], said: str) -> str:
    """Say what is wrong with the places of a message in other words, if anything is."""
    try:
        known, named = frozenset().union(*map(_places, messages)), _places(said)
    except ValueError:
        return "a brace without its other half, or more than a name in braces"
    return f"`{{{min(named - known)}}}` is no place of this message" if named - known else ""


def _places(text: str) -> frozenset[str]:
    """Name the places of a message. Raises ValueError where a brace is not closed, or more than a name stands in it."""
    found = set()
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None:
            if not name.isidentifier() or form or conversion:
                raise ValueError(text)
            found.add(name)
    return frozenset(found)
