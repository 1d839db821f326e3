"""The picture that other sites show for a link to a claim: the claim, who said it, and the verdict.

Drawing one takes far longer than rendering a page, so the settings may say to do without.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from resvg_py import svg_to_bytes

from factsite.corpus.model import Settings, Tone
from factsite.site import addresses, words
from factsite.site.dialect import fill
from factsite.site.images_text import Typeface
from factsite.site.output import Output
from factsite.verify.record import Card, Record

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
TEXT_WIDTH = WIDTH - 2 * MARGIN
CLAIM_TOP, CLAIM_HEIGHT = 150, 270
SIZES = (64, 56, 48, 42, 36)
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

BOLD, REGULAR = Typeface("Bold"), Typeface("Regular")


def outputs(record: Record) -> Iterator[Output]:
    """Give the picture of every claim, unless the settings say to do without."""
    if not record.settings.cards:
        return
    for card in record.cards.values():
        inputs = (f"card:{card.id}", "settings")
        yield Output(addresses.claim_image(card.id), inputs, partial(_draw, card, record.settings))


def _draw(card: Card, settings: Settings) -> bytes:
    return bytes(svg_to_bytes(svg_string=picture(card, settings), skip_system_fonts=True))


def picture(card: Card, settings: Settings) -> str:
    """Compose the picture as SVG; text stands in it as outlines only."""
    verdict = settings.verdicts[card.verdict]
    tone, icon, label = TONES[verdict.tone], verdict.icon, verdict.label
    if card.withdrawn:
        tone, icon, label = QUIET, "cancel", "Withdrawn"
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
            f'<rect width="24" height="{HEIGHT}" fill="{tone}"/>',
            f'<g fill="{QUIET}">{_line(REGULAR, settings.site_name, 98, 30)}{_line(REGULAR, _said(card), 478, 30)}</g>',
            f'<g fill="{INK}">{_claim(card.claim)}</g>',
            f'<g fill="{tone}">{_icon(icon)}{BOLD.draw(label, MARGIN + 76, 564, 50)}</g>',
            "</svg>",
        )
    )


def _said(card: Card) -> str:
    return f"{card.claimant}, {words.when(card.claimed)}" if card.claimed else card.claimant


def _claim(claim: str) -> str:
    size, lines = _fit(f"“{claim}”")
    top = CLAIM_TOP + size
    return "".join(BOLD.draw(line, MARGIN, top + n * size * LEADING, size) for n, line in enumerate(lines))


def _fit(text: str) -> tuple[int, list[str]]:
    """Find the largest size at which a text fits; a text that never does ends in an ellipsis."""
    for size in SIZES:
        lines = BOLD.wrap(text, size, TEXT_WIDTH)
        if len(lines) <= _most_lines(size):
            return size, lines
    smallest = SIZES[-1]
    *whole, last = BOLD.wrap(text, smallest, TEXT_WIDTH)[: _most_lines(smallest)]
    return smallest, [*whole, _shortened(BOLD, last, smallest)]


def _most_lines(size: int) -> int:
    return int(CLAIM_HEIGHT / (size * LEADING))


def _shortened(face: Typeface, line: str, size: int) -> str:
    while " " in line and face.width(f"{line} …", size) > TEXT_WIDTH:
        line = line.rpartition(" ")[0]
    return f"{line} …"


def _line(face: Typeface, text: str, baseline: float, size: int) -> str:
    lines = face.wrap(text, size, TEXT_WIDTH)
    return face.draw(lines[0] if len(lines) == 1 else f"{lines[0]} …", MARGIN, baseline, size)


def _icon(name: str) -> str:
    drawing = fill(f"icons/{name}.svg").decode().strip()
    return drawing.replace("<svg ", f'<svg x="{MARGIN}" y="516" width="60" height="60" ', 1)
