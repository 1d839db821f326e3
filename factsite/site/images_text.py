"""Text as outlines: ordered, shaped by HarfBuzz and measured, the same on every machine.

resvg could lay out text itself, but it shapes a line that mixes scripts as if it were all of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from factsite.site.images_fonts import UNITS, Font, Glyph, fonts, script_of
from factsite.site.images_order import Flow, flows
from factsite.verify.record import OwnFont

_JOINERS = " \u200c\u200d"
_MARK = regex.compile(r"\p{M}")


@dataclass(frozen=True)
class Typeface:
    """One weight of the letters, for a text in a language; the owner's fonts have what those of the package lack.

    `leftwards` is said of a text whose lines begin at the right.
    """

    weight: str
    language: str = "en"
    leftwards: bool = False
    own: tuple[OwnFont, ...] = ()

    def width(self, text: str, size: float) -> float:
        """Measure a line."""
        return _advance(self, text) * size / UNITS

    def draw(self, text: str, x: float, y: float, size: float) -> str:
        """Draw a line as an SVG group whose baseline begins at a point."""
        pen, drawn = 0, []
        for glyph in self.glyphs(text):
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

    def glyphs(self, text: str) -> Iterator[Glyph]:
        """Give the shapes of a line from left to right."""
        for flow in flows(text, leftwards=self.leftwards):
            runs = list(self._runs(flow))
            for font, run in reversed(runs) if flow.leftwards else runs:
                yield from font.shape(run, self.language, leftwards=flow.leftwards)

    def _runs(self, flow: Flow) -> Iterator[tuple[Font, str]]:
        """Divide what is read in one direction, as it was typed, into runs of one font and one script."""
        chain = fonts(self.weight, self.own)
        font, run, script = chain[0], "", ""
        for letter in flow.text:
            needed, own = _font(letter, font, chain), script_of(letter)
            if run and (needed is not font or (script and own and own != script)):
                yield font, run
                run, script = "", ""
            font, run, script = needed, run + letter, own or script
        if run:
            yield font, run


@lru_cache(maxsize=1024)
def _advance(face: Typeface, text: str) -> int:
    # A text is tried in several sizes, and its lines are the same for a while.
    return sum(glyph.advance for glyph in face.glyphs(text))


@lru_cache(maxsize=4096)
def _font(letter: str, before: Font, chain: tuple[Font, ...]) -> Font:
    # What no font needs for itself (spaces, joiners) stays with the run that it stands in, as a mark does if it can.
    if letter in _JOINERS or (ord(letter) in before.letters and _MARK.match(letter)):
        return before
    return next((font for font in chain if ord(letter) in font.letters), chain[0])
