"""Text as outlines: shaped by HarfBuzz with the fonts of this package, so that every machine draws the same picture.

resvg could lay out text itself, but it shapes a line that mixes scripts as if it were all of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple

import regex
import uharfbuzz as hb

UNITS = 1000
"""Both fonts divide the em into so many units."""


class Glyph(NamedTuple):
    """A shaped character: its outline in font units, and how far the next one stands from it."""

    outline: str
    x_offset: int
    y_offset: int
    advance: int


@dataclass(frozen=True)
class Typeface:
    """One weight of the letters: a Latin font, and a Devanagari font for what the first lacks."""

    weight: str

    def width(self, text: str, size: float) -> float:
        """Measure a line."""
        return sum(glyph.advance for glyph in self._glyphs(text)) * size / UNITS

    def draw(self, text: str, x: float, y: float, size: float) -> str:
        """Draw a line as an SVG group whose baseline begins at a point."""
        pen, drawn = 0, []
        for glyph in self._glyphs(text):
            at = f"{pen + glyph.x_offset} {glyph.y_offset}"
            drawn.append(f'<path transform="translate({at})" d="{glyph.outline}"/>' if glyph.outline else "")
            pen += glyph.advance
        scale = size / UNITS
        return f'<g transform="translate({x:g} {y:g}) scale({scale:g} {-scale:g})">{"".join(drawn)}</g>'

    def wrap(self, text: str, size: float, width: float) -> list[str]:
        """Break a text into lines of a width at most; a word that is longer breaks between its characters."""
        lines = [""]
        for word in text.split():
            for piece in self._pieces(word, size, width):
                longer = f"{lines[-1]} {piece}".lstrip()
                if lines[-1] and self.width(longer, size) > width:
                    lines.append(piece)
                else:
                    lines[-1] = longer
        return lines

    def _pieces(self, word: str, size: float, width: float) -> Iterator[str]:
        if self.width(word, size) <= width:
            yield word
            return
        piece = ""
        for character in regex.findall(r"\X", word):
            if piece and self.width(piece + character, size) > width:
                yield piece
                piece = ""
            piece += character
        yield piece

    def _glyphs(self, text: str) -> Iterator[Glyph]:
        latin, devanagari = _font("NotoSans", self.weight), _font("NotoSansDevanagari", self.weight)
        for foreign, run in groupby(_scripts(text, latin, devanagari), key=lambda pair: pair[1]):
            yield from (devanagari if foreign else latin).shape("".join(letter for letter, _ in run))


def _scripts(text: str, latin: _Font, devanagari: _Font) -> Iterator[tuple[str, bool]]:
    # What neither font needs for itself (spaces, joiners) stays with the run that it stands in.
    foreign = False
    for letter in text:
        if letter not in " \u200c\u200d":
            foreign = ord(letter) not in latin.letters and ord(letter) in devanagari.letters
        yield letter, foreign


class _Font:
    def __init__(self, data: bytes) -> None:
        face = hb.Face(data)
        self.font = hb.Font(face)
        self.letters = frozenset(face.unicodes)
        self.outlines: dict[int, str] = {}

    def shape(self, text: str) -> Iterator[Glyph]:
        buffer = hb.Buffer()
        buffer.add_str(text)
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


@cache
def _font(family: str, weight: str) -> _Font:
    return _Font((files(__package__) / "fonts" / f"{family}-{weight}.ttf").read_bytes())
