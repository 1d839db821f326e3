"""Records in other languages, built: none of their pages falls back into English, and each reads in its direction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import lxml.html
import pytest

from factsite.building.engines import Engine
from factsite.building.site import publish
from factsite.commands import template
from factsite.corpus import dates
from factsite.site.words import Words, direction
from tests import messages

TODAY = date(2026, 11, 25)
WORDS = 4
"""A message of so many words is looked for within other text as well; a shorter one is whole words of its own."""
_SAID = ("aria-label", "placeholder", "title", "data-failed", "data-copied", "content", "label")


def begun(root: Path, language: str, more: str = "") -> Path:
    """Begin a record in a language, with more settings."""
    template.begin(root, template.usual(language), TODAY)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text() + more)
    return root


def english(language: str) -> Iterator[str]:
    """Give each message without a place whose words in a language are others."""
    words = Words(language)
    for message in messages.said():
        ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
        for said in ids:
            if said and not any(name for _, name, _, _ in Formatter().parse(said)) and words.say(said) != said:
                yield said


def texts(page: lxml.html.HtmlElement) -> Iterator[str]:
    """Give every piece of text of a page that somebody sees or hears; not what is marked as code."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "code"):
            continue
        yield from (element.get(name, "") for name in _SAID)
        yield element.text or ""
        yield from (child.tail or "" for child in element)


def left_in_english(site: Path, language: str) -> set[tuple[str, str]]:
    """Name the messages that pages of a site say in English, each with a page."""
    known = set(english(language))
    long = {said for said in known if len(said.split()) >= WORDS}
    found = set()
    for path in sorted(site.rglob("*.html")):
        said = {" ".join(text.split()) for text in texts(lxml.html.document_fromstring(path.read_bytes()))}
        whole = " ".join(said)
        found |= {(message, path.relative_to(site).as_posix()) for message in said & known}
        found |= {(message, path.relative_to(site).as_posix()) for message in long if message in whole}
    return found


@pytest.mark.parametrize("engine", list(Engine), ids=lambda engine: engine.value)
@pytest.mark.parametrize("language", ["es", "hi", "ur"])
def test_a_record_in_another_language_says_nothing_in_english(language: str, engine: Engine, tmp_path: Path) -> None:
    """A record that began in Spanish or in Urdu has no message of ours in English on any page, with either builder."""
    root = begun(tmp_path / "record", language)
    publish(root, engine, lambda _: None)
    assert left_in_english(root / "site", language) == set()
    for path in (root / "site").rglob("*.html"):
        page = lxml.html.document_fromstring(path.read_bytes())
        assert page.get("lang") == language
        assert page.xpath("//body/@dir") == [direction(language)]


def test_an_edition_reads_in_its_own_direction(tmp_path: Path) -> None:
    """An English record with an edition in Urdu has each page in both, and each in its own language and direction."""
    root = begun(tmp_path / "record", "en", "    editions:\n      ur: {name: ریکارڈ}\n")
    publish(root, Engine.MKDOCS, lambda _: None)
    site = root / "site"
    assert left_in_english(site / "ur", "ur") == set()
    for path in site.rglob("*.html"):
        page = lxml.html.document_fromstring(path.read_bytes())
        urdu = path.is_relative_to(site / "ur")
        assert (page.get("lang"), page.xpath("//body/@dir")) == (("ur", ["rtl"]) if urdu else ("en", ["ltr"])), path
    claim = lxml.html.document_fromstring((site / "ur/claims/example-library-hours/index.html").read_bytes())
    assert claim.xpath("//h1//*[@lang='en' and @dir='ltr']")
    assert claim.xpath("//blockquote[@lang='en' and @dir='ltr']")


def test_an_edit_of_a_translation_remakes_pages_of_its_edition_alone(tmp_path: Path) -> None:
    """What is said anew in one edition changes no page of another, and gives what a clean build gives."""
    more = "    editions:\n      es: {}\n      ur: {}\n"
    translated = "translations:\n  es: {claim: Está abierta., summary: Dicen las actas.}\n"
    root, clean = begun(tmp_path / "record", "en", more), begun(tmp_path / "clean", "en", more)
    for folder in (root, clean):
        add(folder, translated)
    publish(root, Engine.MKDOCS, lambda _: None)
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (root / "site").rglob("*.html")}
    for folder in (root, clean):
        claim = folder / "claims" / "example-library-hours.yml"
        claim.write_text(claim.read_text().replace("Está abierta.", "Abre los sábados."))
    for folder in (root, clean):
        publish(folder, Engine.MKDOCS, lambda _: None)
    after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (root / "site").rglob("*.html")}
    changed = {path.relative_to(root / "site").parts[0] for path in after if after[path] != before.get(path)}
    assert changed == {"es"}
    assert {path.relative_to(root): data for path, (_, data) in after.items()} == {
        path.relative_to(clean): path.read_bytes() for path in (clean / "site").rglob("*.html")
    }


def add(root: Path, text: str) -> None:
    """Add lines to the example claim."""
    claim = root / "claims" / "example-library-hours.yml"
    claim.write_text(claim.read_text() + text)


def test_an_edition_shows_corrections(tmp_path: Path) -> None:
    """A verdict that was corrected in public is so in every edition: in its own days, and in the words as written."""
    root = begun(tmp_path / "record", "en", "    editions:\n      ur: {}\n")
    add(root, "corrections:\n  - {on: 2026-11-25, what: The day was wrong., verdict_was: disputed}\n")
    publish(root, Engine.MKDOCS, lambda _: None)
    for page in ("claims/example-library-hours", "corrections"):
        urdu = lxml.html.document_fromstring((root / "site/ur" / page / "index.html").read_bytes())
        assert urdu.xpath("//article//*[@lang='en' and @dir='ltr' and text()='The day was wrong.']")
        assert Words("ur").when(dates.parse("2026-11-25")) in " ".join(map(str, urdu.itertext()))
