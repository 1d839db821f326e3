"""Letters that card images cannot show: the fonts that an owner adds for them, and what no font has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factsite.corpus import yamltree
from factsite.corpus.folder import is_temporary
from factsite.corpus.model import Settings
from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Finding, Location, warning
from factsite.reading.record_files import RecordFiles
from factsite.site import images
from factsite.site.edition import editions
from factsite.site.images_fonts import without_glyph
from factsite.verify.record import Card, OwnFont

FONTS = "fonts"
MAX_FONT_BYTES = 64 * 1024 * 1024
"""Fonts of Chinese, the largest there are, have less than half of it."""

_SHOWN = 10


@warning
def letter_without_glyph(location: Location, letters: Sequence[str]) -> Iterator[Finding]:
    """Every letter on a card image is in a font.

    The program brings fonts for Latin, Greek, Cyrillic, Devanagari and Arabic letters; others are looked for in the
    .ttf and .otf files in fonts/. A claim with a letter that none of them has gets no card image, and its page names
    none; with a letter in the name of the site, no claim does.
    """
    shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:_SHOWN])
    more = f" and {len(letters) - _SHOWN} more" if len(letters) > _SHOWN else ""
    yield Finding(
        location,
        f"no card image can be drawn, for no font has {shown}{more}",
        "put a font that has them into fonts/, as .ttf or .otf, or do without card images (`cards: false`)",
    )


def fonts(files: RecordFiles, settings: Settings, cards: Iterable[Card]) -> tuple[OwnFont, ...]:
    """Read the owner's fonts, if any card image needs them."""
    shown = editions(settings)
    needed = settings.cards and any(without_glyph(images.text(card, edition)) for card in cards for edition in shown)
    return tuple(_fonts(files)) if needed else ()


def _fonts(files: RecordFiles) -> Iterator[OwnFont]:
    for entry in files.version.entries(FONTS):
        if entry.name.lower().endswith((".ttf", ".otf")) and not is_temporary(entry.name):
            data = files.data(f"{FONTS}/{entry.name}", MAX_FONT_BYTES)
            if data is not None and len(data) <= MAX_FONT_BYTES:
                yield OwnFont(entry.name, data)


def check_letters(
    settings: Settings,
    config: Document,
    cards: Mapping[str, Card],
    place: Callable[[str, str], Location],
    own: tuple[OwnFont, ...],
) -> Iterator[Diagnostic]:
    """Find what keeps card images from being drawn, in the settings and in each claim."""
    if not settings.cards:
        return
    if letters := without_glyph(settings.site_name, own):
        yield from letter_without_glyph(config.path, _site_name(config), letters)
    for verdict in settings.verdicts.values():
        if letters := without_glyph(verdict.label, own):
            yield from letter_without_glyph(config.path, verdict.locations.get("label", START), letters)
    # Nearly all claims have all their glyphs, and are asked but once.
    lacking = (card for card in cards.values() if without_glyph("".join(_texts(card).values()), own))
    for card in lacking:
        for key, text in _texts(card).items():
            if letters := without_glyph(text, own):
                yield from letter_without_glyph(f"claims/{card.id}.yml", place(card.id, key), letters)


def _texts(card: Card) -> dict[str, str]:
    """Give what a claim says on its pictures, by the keys of its file."""
    translated = {f"translations.{language}": words.claim for language, words in card.translations.items()}
    return {"claim": card.claim, "claimant": card.claimant} | translated


def _site_name(config: Document) -> Location:
    root, _ = yamltree.parse(config, tags=True)
    node = root.get("site_name") if isinstance(root, yamltree.Mapping) else None
    return node.location if node else START
