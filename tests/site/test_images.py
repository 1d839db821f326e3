"""The pictures that other sites show for a link to a claim."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from factsite.corpus import dates
from factsite.corpus.model import Withdrawal
from factsite.site import images
from factsite.site.edition import Edition
from factsite.site.images_text import Typeface
from tests.hostile_strings import HOSTILE
from tests.records import first
from tests.site.cards import SETTINGS, card, record

BOLD = Typeface("Bold")
EDITION = Edition("en", "", SETTINGS)


def test_a_picture_is_a_png_of_the_size_that_sites_ask_for() -> None:
    """Every claim has one PNG of 1200 by 630 pixels, small enough to send."""
    made = record([card("one")])
    (output,) = images.outputs(made, first(made))
    drawn = output.make()
    assert output.path == "assets/cards/one.png"
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", drawn[16:24]) == (1200, 630)
    assert len(drawn) < 60_000


def test_the_same_card_gives_the_same_bytes() -> None:
    """A picture depends on the card and the settings alone."""
    one, other = (next(images.outputs(made, first(made))) for made in (record([card("one")]), record([card("one")])))
    assert one.make() == other.make()
    assert one.inputs == ("card:one", "settings")


def test_settings_can_do_without_pictures() -> None:
    """`cards: false` in the settings gives no picture."""
    plain = replace(record([card("one")]), settings=replace(SETTINGS, cards=False))
    assert list(images.outputs(plain, first(plain))) == []


def test_a_withdrawn_claim_shows_no_verdict() -> None:
    """The picture of a withdrawn claim has the same look whatever its verdict was."""
    withdrawal = Withdrawal(dates.parse("2026-11-22"), "It was never made.")
    disputed, refuted = (replace(card("one", verdict=each), withdrawn=withdrawal) for each in ("disputed", "refuted"))
    assert images.picture(disputed, EDITION) == images.picture(refuted, EDITION)
    assert images.picture(disputed, EDITION) != images.picture(card("one"), EDITION)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_cannot_break_the_drawing(text: str) -> None:
    """Any text gives well-formed SVG of shapes alone: no text, script, link or outside reference."""
    drawn = images.picture(
        card("one", text, claimant=text), replace(EDITION, settings=replace(SETTINGS, site_name=text))
    )
    names = {etree.QName(element).localname for element in etree.fromstring(drawn.encode()).iter()}
    assert names <= {"svg", "rect", "g", "path"}


def test_a_conjunct_is_shaped() -> None:
    """Devanagari letters join: a conjunct is narrower than its letters side by side, in a mixed line too."""
    assert BOLD.width("क्ष", 10) < BOLD.width("क", 10) + BOLD.width("ष", 10)
    assert BOLD.width("a क्ष", 10) == pytest.approx(BOLD.width("a ", 10) + BOLD.width("क्ष", 10))


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=200))
def test_wrapping_loses_nothing(text: str) -> None:
    """Lines hold all characters of a text in their order, and none is wider than asked unless it is one character."""
    lines = BOLD.wrap(text, 40, 300)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(BOLD.width(line, 40) <= 300 for line in lines if len(regex.findall(r"\X", line)) > 1)


def test_a_claim_that_does_not_fit_is_cut_with_a_sign() -> None:
    """A very long claim is drawn small and ends in an ellipsis, as if it had been written so."""
    long, longer = card("one", "word " * 200), card("one", "word " * 300)
    assert images.picture(long, EDITION) == images.picture(longer, EDITION)


def test_pictures_have_the_colours_of_the_pages() -> None:
    """Tones, paper and ink are those that the stylesheet gives light pages."""
    sheet = (Path(__file__).parents[2] / "factsite/site/theme/assets/factsite.css").read_text()
    light = sheet.partition("[data-md-color-scheme] {")[2].partition("}")[0]
    colours = dict(re.findall(r"--fs-([a-z]+): (#[0-9a-f]{6});", light))
    drawn = {tone.value: colour for tone, colour in images.TONES.items()}
    drawn |= {"paper": images.PAPER, "ink": images.INK, "soft": images.QUIET}
    assert {name: colours[name] for name in drawn} == drawn
