"""What the theme's own parts show in each edition: their words, the navigation, and the way to the other editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from factsite.building.ownership import DOCS
from factsite.corpus.model import Settings
from factsite.reading import disk
from factsite.site.addresses import written_in
from factsite.site.dialect import address, encode, markup
from factsite.site.edition import Edition, editions
from factsite.site.theme_words import theme_words, titles
from factsite.site.urls import relative

_LED_TO = ("about.md", "methodology.md", "corrections.md", "corrections-policy.md", "data-guide.md")
"""The pages to which the theme leads, as far as the site has them."""


def theme_settings(settings: Settings, nav: list[dict[str, Any]], root: Path) -> dict[str, Any]:
    """Give what the theme's templates read under `extra`, by edition; `nav` is the site's navigation."""
    shown = editions(settings)
    docs = root / DOCS
    return {
        "factsite_editions": [
            {"language": one.language, "folder": one.folder, "name": one.words.own_name} for one in shown
        ],
        "factsite_words": {one.language: theme_words(one.words) | _colophon(one) for one in shown},
        "factsite_theme": {one.language: theme_language(one.language) for one in shown},
        "factsite_titles": {one.language: one.name for one in shown},
        "factsite_pages": {one.language: dict(_pages(one, docs)) for one in shown},
        "factsite_nav": {one.language: list(_nav(nav, one, docs)) for one in shown if not one.is_own},
    }


def theme_language(language: str) -> str:
    """Give the theme's language that is nearest to a language: itself, that without its region, or English."""
    known = files("material") / "templates" / "partials" / "languages"
    tags = (language, language.partition("-")[0])
    return next((tag for tag in tags if (known / f"{tag}.html").is_file()), "en")


def toggles(edition: Edition) -> tuple[str, str]:
    """Say, in the language of an edition, what the switch of the light colours does, and that of the dark ones."""
    said = theme_words(edition.words)
    return said["dark"], said["light"]


def entitled(nav: list[dict[str, Any]], edition: Edition) -> list[dict[str, Any]]:
    """Give a navigation with its usual titles in the language of an edition."""
    return [_entitled(entry, titles(edition.words)) for entry in nav]


def _entitled(entry: dict[str, Any], named: Mapping[str, str]) -> dict[str, Any]:
    [(title, below)] = entry.items()
    inside = [_entitled(one, named) for one in below] if isinstance(below, list) else below
    return {named.get(title, title): inside}


def _colophon(edition: Edition) -> dict[str, str]:
    """Give the lines at the foot of each page."""
    settings, words = edition.settings, edition.words
    licence = encode(edition.licence)
    if settings.licence.url:
        licence = markup(f'<a href="{address(settings.licence.url)}" rel="license">{licence}</a>')
    published = words.write("Published by {publisher}.", publisher=settings.publisher.name)
    licensed = words.write("Claims and pages: {licence}; quotes belong to their publishers.", licence=licence)
    return {"published_by": str(published), "licence": str(licensed)}


def _pages(edition: Edition, docs: Path) -> Iterator[tuple[str, str]]:
    """Give the addresses to which the theme leads, by the page's name."""
    for page in _LED_TO:
        if found := _found(page, edition, docs):
            yield page.removesuffix(".md"), relative(found)


def _nav(entries: Any, edition: Edition, docs: Path) -> Iterator[dict[str, Any]]:
    """Give the entries of a navigation as an edition has them: title, address, and what stands below."""
    named = titles(edition.words)
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry, dict):
            continue
        for title, below in entry.items():
            said = named.get(title, title)
            if isinstance(below, list):
                inside = list(_nav(below, edition, docs))
                yield {"title": said, "url": inside[0]["url"] if inside else "", "below": inside, "mark": ""}
            elif isinstance(below, str) and (found := _found(below, edition, docs)):
                own = found == below and not edition.is_own
                mark = f" ({edition.words.language_name(edition.settings.language)})" if own else ""
                yield {"title": said, "url": relative(found), "below": [], "mark": mark}


def _found(page: str, edition: Edition, docs: Path) -> str | None:
    """Give the page of an edition, or else that of the first one, if there is any."""
    for path in (edition.folder + page, written_in(page, edition), page):
        if disk.stamp(docs / path):
            return path
    return None
