"""The catalogues of messages, made current: `make messages`.

    python -m tests.messages

Finds every message that pages and the theme say, merges them into `factsite/locale/<tag>/LC_MESSAGES/factsite.po`,
where translators write, and compiles each catalogue beside it. What is no longer said is dropped, and what is new
stands there untranslated.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parents[1] / "factsite"
LOCALE = PACKAGE / "locale"
METHODS = [("site/**.py", "python"), ("building/editions.py", "python"), ("site/templates/**.j2", "jinja2")]
KEYWORDS = {"say": None, "write": None, "count": (2, 3), "write_count": (2, 3), "shape": (2, 3)}
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Dates in a catalogue's head would make each run another file."""


def languages() -> list[str]:
    """Name the languages that have a catalogue."""
    return sorted(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/factsite.po"))


def said() -> Catalog:
    """Collect every message of the program."""
    catalogue = Catalog(project="factsite", charset="utf-8")
    found = extract_from_dir(str(PACKAGE), METHODS, {}, KEYWORDS)
    for _, _, message, _, _ in found:
        catalogue.add(message)
    return catalogue


def merged(language: str, template: Catalog) -> Catalog:
    """Give the catalogue of a language with every message, in the order of the alphabet."""
    with path_of(language, "po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.creation_date = catalogue.revision_date = _NO_TIME
    catalogue.last_translator = catalogue.language_team = "-"
    catalogue.header_comment = (
        f"# The words of pages: {catalogue.locale.english_name if catalogue.locale else language}."
    )
    return catalogue


def path_of(language: str, kind: str) -> Path:
    """Give the catalogue of a language as translators write it, `po`, or compiled, `mo`."""
    return LOCALE / language / "LC_MESSAGES" / f"factsite.{kind}"


def files() -> Iterator[tuple[Path, bytes]]:
    """Give each catalogue as it should be."""
    template = said()
    for language in languages():
        catalogue = merged(language, template)
        written, compiled = BytesIO(), BytesIO()
        write_po(written, catalogue, width=100, no_location=True, sort_output=True, omit_header=False)
        write_mo(compiled, catalogue)
        yield path_of(language, "po"), written.getvalue()
        yield path_of(language, "mo"), compiled.getvalue()


def main() -> None:
    """Bring the catalogues up to date, and say which messages have no translation."""
    for path, data in files():
        path.write_bytes(data)
    template = said()
    for language in languages():
        sys.stdout.write(f"{language}: {len(untranslated(language, template))} messages without a translation\n")


def untranslated(language: str, template: Catalog) -> list[str]:
    """Name the messages that a language lacks, whole or in one of their plural forms."""
    return [
        str(message.id) for message in merged(language, template) if message.id and not _whole(message.string or "")
    ]


def _whole(string: str | list[str] | tuple[str, ...]) -> bool:
    return bool(string) if isinstance(string, str) else all(string)


if __name__ == "__main__":
    main()
