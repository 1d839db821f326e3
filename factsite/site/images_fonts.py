"""The fonts of the card images: those of this package, and those that a record's owner adds for other scripts.

No font of the system is used, so that every machine draws the same picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import regex
import uharfbuzz as hb

from factsite.verify.record import OwnFont

UNITS = 1000
"""All fonts are scaled to so many units of the em, which is what those of this package have."""

_FILES = ("NotoSans-{}", "NotoSansDevanagari-{}", "NotoNaskhArabic-{}", "NotoSansMath-Regular")
"""The fonts of this package by their weight; that of arrows and signs of comparison has but one."""

_WEIGHTS = {"Regular": 400, "Bold": 700}
_NO_GLYPH = regex.compile(r"[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+")
"""Spaces and marks that nobody sees."""


class Glyph(NamedTuple):
    """A shaped character: its outline in font units, and how far the next one stands from it."""

    outline: str
    x_offset: int
    y_offset: int
    advance: int


class Font:
    """One weight of one font, with the letters that it has."""

    def __init__(self, data: bytes, weight: str) -> None:
        face = hb.Face(data)
        self.font = hb.Font(face)
        self.font.scale = (UNITS, UNITS)
        self.font.set_variations({"wght": _WEIGHTS[weight]})
        self.letters = frozenset(face.unicodes)
        self.outlines: dict[int, str] = {}

    def shape(self, text: str, language: str, *, leftwards: bool) -> Iterator[Glyph]:
        """Shape a text of one script; its glyphs come from left to right."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        # What is not set here is guessed: the language from the machine's locale, the direction from the script.
        buffer.language = language
        buffer.direction = "rtl" if leftwards else "ltr"
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            outline = self._outline(info.codepoint)
            yield Glyph(outline, position.x_offset, position.y_offset, position.x_advance)

    def _outline(self, glyph: int) -> str:
        if glyph not in self.outlines:
            pen = _Pen()
            self.font.draw_glyph_with_pen(glyph, pen)
            self.outlines[glyph] = "".join(pen.steps)
        return self.outlines[glyph]


@cache
def script_of(letter: str) -> str:
    """Name the script of a letter; nothing if it has none of its own, as digits and most marks."""
    buffer = hb.Buffer()
    buffer.add_str(letter)
    buffer.guess_segment_properties()
    return buffer.script or ""


class _Pen:
    """Writes an outline as SVG path data; HarfBuzz calls its methods by these names."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  # HarfBuzz's name
        self._step("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802  # HarfBuzz's name
        self._step("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802  # HarfBuzz's name
        self._step("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802  # HarfBuzz's name
        self._step("C", *points)

    def closePath(self) -> None:  # noqa: N802  # HarfBuzz's name
        self._step("Z")

    def _step(self, command: str, *points: tuple[float, float]) -> None:
        self.steps.append(command + " ".join(f"{x:g} {y:g}" for x, y in points))


@lru_cache(maxsize=8)
def fonts(weight: str, own: tuple[OwnFont, ...] = ()) -> tuple[Font, ...]:
    """Give the fonts in which a letter is looked for, one after the other; the owner's come last."""
    # A font of the other weight is better than none.
    ordered = sorted(own, key=lambda font: (("bold" in font.name.lower()) != (weight == "Bold"), font.name))
    return (
        *(_packaged(file.format(weight), weight) for file in _FILES),
        *(Font(font.data, weight) for font in ordered),
    )


@cache
def _packaged(name: str, weight: str) -> Font:
    return Font((files(__package__) / "fonts" / f"{name}.ttf").read_bytes(), weight)


@lru_cache(maxsize=8)
def _letters(own: tuple[OwnFont, ...]) -> frozenset[str]:
    return frozenset(chr(letter) for font in fonts("Regular", own) for letter in font.letters)


def without_glyph(text: str, own: tuple[OwnFont, ...] = ()) -> list[str]:
    """Give the letters of a text that no font has, each once, in order of their first appearance."""
    missing = set(text) - _letters(own)
    return [letter for letter in dict.fromkeys(text) if letter in missing and not _NO_GLYPH.match(letter)]
