"""The picture that other sites show for a link to a claim: the claim, who said it, and the verdict.

Drawing one takes far longer than rendering a page, so the settings may say to do without.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from resvg_py import svg_to_bytes

from factsite.corpus.model import Tone
from factsite.site import addresses
from factsite.site.dialect import icon
from factsite.site.edition import Edition
from factsite.site.images_fonts import without_glyph
from factsite.site.images_order import begins_right, is_leftwards, isolated
from factsite.site.images_text import Typeface
from factsite.site.output import Output
from factsite.verify.record import Card, OwnFont, Record

WIDTH, HEIGHT = 1200, 630
BAR, MARGIN, ICON = 24, 80, 60
TEXT_WIDTH = WIDTH - 2 * MARGIN
CLAIM_TOP, CLAIM_HEIGHT = 150, 270
SIZES = (64, 56, 48, 42, 36)
SMALL = 30
LEADING = 1.3

# Colours as theme/assets/factsite.css has them on light paper; a test compares.
PAPER, INK, QUIET = "#fbfaf7", "#1d1c1a", "#5a5750"
TONES = {
    Tone.GOOD: "#17683a",
    Tone.FAIR: "#0e6470",
    Tone.OPEN: "#7a5000",
    Tone.POOR: "#99400e",
    Tone.BAD: "#a01c30",
    Tone.NONE: "#4b5260",
}


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the picture of every claim that has one."""
    for card in record.cards.values():
        if drawable(card, edition, record):
            inputs = (f"card:{card.id}", "settings", *_own_fonts(card, edition, record))
            path = edition.folder + addresses.claim_image(card.id)
            yield Output(path, inputs, partial(_draw, card, edition, record.fonts))


def drawable(card: Card, edition: Edition, record: Record) -> bool:
    """Tell whether a claim has a picture: not where the settings do without, and not where a letter has no glyph."""
    return record.settings.cards and not without_glyph(text(card, edition), record.fonts)


def _own_fonts(card: Card, edition: Edition, record: Record) -> Iterator[str]:
    if record.fonts and without_glyph(text(card, edition)):
        yield f"fact:fonts={_digest(record.fonts)}"


@lru_cache(maxsize=1)
def _digest(own: tuple[OwnFont, ...]) -> str:
    made = hashlib.sha256()
    for font in own:
        made.update(f"{font.name}\n{len(font.data)}\n".encode() + font.data)
    return made.hexdigest()[:32]


def text(card: Card, edition: Edition) -> str:
    """Give all that a picture says but the words of a catalogue, which need no fonts but the program's own."""
    known = card.verdict in edition.settings.verdicts  # one that is not there is an error, and checks go on
    label = edition.verdict(card.verdict).label.text if known else ""
    return " ".join((edition.claim(card).text, edition.words.named(card.claimants), edition.name, label))


def _draw(card: Card, edition: Edition, own: tuple[OwnFont, ...]) -> bytes:
    return bytes(svg_to_bytes(svg_string=picture(card, edition, own), skip_system_fonts=True))


@dataclass(frozen=True)
class Lettering:
    """How a picture is lettered: in which language, with which fonts, and from which side."""

    language: str
    own: tuple[OwnFont, ...]
    mirrored: bool

    def face(self, weight: str, text: str) -> Typeface:
        """Give the typeface for a text."""
        return Typeface(weight, self.language, begins_right(text, self.language), self.own)

    def place(self, start: float, width: float) -> float:
        """Give the left end of what begins at a distance from the side at which all begins."""
        return WIDTH - start - width if self.mirrored else start

    def line(self, face: Typeface, text: str, baseline: float, size: int) -> str:
        """Draw a line on a baseline, within the margin."""
        return face.draw(text, self.place(MARGIN, face.width(text, size)), baseline, size)


def picture(card: Card, edition: Edition, own: tuple[OwnFont, ...] = ()) -> str:
    """Compose the picture as SVG; text stands in it as outlines only.

    If the edition's language, or the claim, is written from right to left, all is mirrored.
    """
    verdict, claim, language = edition.settings.verdicts[card.verdict], edition.claim(card).text, edition.language
    tone, sign, label = TONES[verdict.tone], verdict.icon, edition.verdict(card.verdict).label.text
    if card.withdrawn:
        tone, sign, label = QUIET, "cancel", edition.words.say("Withdrawn")
    as_set = Lettering(language, own, is_leftwards(language) or begins_right(claim, language))
    bar = f' x="{WIDTH - BAR}"' if as_set.mirrored else ""
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
            f'<rect{bar} width="{BAR}" height="{HEIGHT}" fill="{tone}"/>',
            f'<g fill="{QUIET}">{_line(as_set, edition.name, 98)}{_line(as_set, _said(card, edition), 478)}</g>',
            f'<g fill="{INK}">{_claim(as_set, claim)}</g>',
            f'<g fill="{tone}">{_icon(as_set, sign)}{_label(as_set, label)}</g>',
            "</svg>",
        )
    )


def _said(card: Card, edition: Edition) -> str:
    words = edition.words
    who = words.named(card.claimants)
    if card.claimed is None:
        return who
    # A number that follows Arabic letters would be drawn before them, away from its month.
    return words.say("{claimant}, {date}", claimant=isolated(who), date=isolated(words.when(card.claimed)))


def _claim(as_set: Lettering, claim: str) -> str:
    face = as_set.face("Bold", claim)
    # Quotation marks are not mirrored as brackets are; Arabic and Urdu open with the one that closes in English.
    size, lines = _fit(face, f"”{claim}“" if face.leftwards else f"“{claim}”")
    top = CLAIM_TOP + size
    return "".join(as_set.line(face, line, top + n * size * LEADING, size) for n, line in enumerate(lines))


def _fit(face: Typeface, text: str) -> tuple[int, list[str]]:
    """Find the largest size at which a text fits; a text that never does ends in an ellipsis."""
    for size in SIZES:
        lines = face.wrap(text, size, TEXT_WIDTH)
        if len(lines) <= _most_lines(size):
            return size, lines
    smallest = SIZES[-1]
    *whole, last = face.wrap(text, smallest, TEXT_WIDTH)[: _most_lines(smallest)]
    return smallest, [*whole, _shortened(face, last, smallest)]


def _most_lines(size: int) -> int:
    return int(CLAIM_HEIGHT / (size * LEADING))


def _shortened(face: Typeface, line: str, size: int) -> str:
    while " " in line and face.width(f"{line} …", size) > TEXT_WIDTH:
        line = line.rpartition(" ")[0]
    return f"{line} …"


def _line(as_set: Lettering, text: str, baseline: float) -> str:
    face = as_set.face("Regular", text)
    lines = face.wrap(text, SMALL, TEXT_WIDTH)
    return as_set.line(face, lines[0] if len(lines) == 1 else f"{lines[0]} …", baseline, SMALL)


def _icon(as_set: Lettering, name: str) -> str:
    drawing = icon(name).strip()
    return drawing.replace("<svg ", f'<svg x="{as_set.place(MARGIN, ICON)}" y="516" width="{ICON}" height="{ICON}" ', 1)


def _label(as_set: Lettering, label: str) -> str:
    face = as_set.face("Bold", label)
    return face.draw(label, as_set.place(MARGIN + ICON + 16, face.width(label, 50)), 564, 50)
