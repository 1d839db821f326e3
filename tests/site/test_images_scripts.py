"""Card images in many scripts: the order of letters, mirrored pictures, and letters that no font has."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from factsite.site import images
from factsite.site.edition import Edition
from factsite.site.images_fonts import fonts, script_of, without_glyph
from factsite.site.images_order import begins_right, flows, is_leftwards, isolated
from factsite.site.images_text import Typeface
from factsite.site.pages import claim as claim_page
from factsite.verify.record import OwnFont, Record
from tests import records
from tests.records import first
from tests.site.cards import SETTINGS, card, record
from tests.site.own_fonts import own_font

URDU = Typeface("Bold", "ur", leftwards=True)
BENGALI = "ঘ"


def seen(line: str, *, leftwards: bool) -> list[str]:
    """Give what is read in one direction, from left to right, with an arrow before what is read leftwards."""
    return [f"←{flow.text}" if flow.leftwards else flow.text for flow in flows(line, leftwards=leftwards)]


def outlines(face: Typeface, text: str) -> list[str]:
    """Give the shapes of a line from left to right, without those of spaces."""
    return [glyph.outline for glyph in face.glyphs(text) if glyph.outline]


def with_letters(claim: str, *own: OwnFont) -> Record:
    """Make a record of one claim, with fonts of its owner."""
    return replace(records.record(records.claim(claim=claim)), fonts=own)


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("وزیر نے کہا", ["←وزیر نے کہا"]),
        ("3 ستمبر 2025", ["2025", "← ستمبر ", "3"]),
        ("کہ NDMA (2025) نے 1,200 گھر", ["← گھر", "1,200", "← نے ", "NDMA (2025)", "←کہ "]),
        ("(سچ) UNO!", ["←!", "UNO", "←(سچ) "]),
        ("۴۵ درصد", ["← درصد", "۴۵"]),
        ("خانه\u200cها", ["←خانه\u200cها"]),
    ],
)
def test_a_line_from_right_to_left_is_seen_in_its_order(line: str, order: list[str]) -> None:
    """In Arabic letters words run leftwards, and numbers and Latin names rightwards, with the brackets of their own."""
    assert seen(line, leftwards=True) == order


def test_a_line_from_left_to_right_may_hold_words_that_run_leftwards() -> None:
    """Two Arabic words in an English line change places, and nothing else does."""
    assert seen("He said وزیر نے in 2025", leftwards=False) == ["He said ", "←وزیر نے", " in 2025"]


def test_a_date_after_arabic_letters_stays_in_order() -> None:
    """What is isolated is read on its own: a day stands before its month, whoever is named before it."""
    assert seen(f"{isolated('وزیر')}, {isolated('3 September 2025')}", leftwards=False) == [
        "←وزیر",
        ", 3 September 2025",
    ]


@given(st.text("ab אב12٠٣۴ ()[]+,.-$%!\u064b\u200c\u2066\u2069\u202b\u202e\U000e0041", max_size=30), st.booleans())
def test_ordering_loses_no_letter(line: str, leftwards: bool) -> None:  # noqa: FBT001 -- made by Hypothesis
    """Whatever stands in a line, all of its visible letters are seen, each once."""
    there = re.sub("[\u2066\u2069\u202b\u202e\U000e0041]", "", line)
    assert sorted("".join(flow.text for flow in flows(line, leftwards=leftwards))) == sorted(there)


@pytest.mark.parametrize(
    ("tag", "leftwards"),
    [
        *(("en", False), ("ur", True), ("ar-EG", True), ("fa", True), ("he", True), ("hi", False), ("zh-Hant", False)),
        *(("pa", False), ("pa-PK", True), ("pa-Arab", True), ("ur-Latn", False), ("qqq", False), ("", False)),
    ],
)
def test_the_direction_is_that_of_the_language(tag: str, leftwards: bool) -> None:  # noqa: FBT001 -- a table's column
    """A tag's script decides, and where it names none the usual script of the language in its region."""
    assert is_leftwards(tag) is leftwards


def test_letters_turn_a_text_only_where_they_lead_it() -> None:
    """A text begins at the right if its language is written so and it has such a letter, or if its first one is."""
    assert begins_right("NDMA نے کہا", "ur")
    assert not begins_right("NDMA said", "ur")
    assert begins_right("“3 وزیر said", "en")
    assert not begins_right("NDMA نے کہا", "en")


def test_arabic_letters_join() -> None:
    """Letters of an Urdu word have other shapes than alone, and are drawn with the last one on the left."""
    joined, alone = outlines(URDU, "حح"), outlines(URDU, "ح")
    assert len(joined) == 2
    assert not set(joined) & set(alone)
    assert URDU.width("سب", 10) < URDU.width("س", 10) + URDU.width("ب", 10)
    assert outlines(URDU, "در") == outlines(URDU, "ر") + outlines(URDU, "د")


def test_an_urdu_sentence_is_drawn_in_its_order() -> None:
    """The shapes of a sentence with a number and a Latin name are those of its parts, from left to right."""
    sentence = ["← گھر", "1,200", "← نے ", "NDMA", "←کہ "]
    parts = [outlines(URDU if part[0] == "←" else Typeface("Bold", "ur"), part.lstrip("←")) for part in sentence]
    assert outlines(URDU, "کہ NDMA نے 1,200 گھر") == [shape for part in parts for shape in part]


def test_digits_have_the_form_of_the_language() -> None:
    """The four of Urdu is not the four of Persian; which one is drawn does not depend on the machine's language."""
    assert outlines(URDU, "۴") != outlines(Typeface("Bold", "fa", leftwards=True), "۴")


def ends(drawn: str) -> list[tuple[float, float]]:
    """Give where each line of a picture begins, and how large its letters are."""
    found = re.findall(r'<g transform="translate\(([\d.]+) [\d.]+\) scale\(([\d.]+)', drawn)
    return [(float(x), float(scale)) for x, scale in found]


@pytest.mark.parametrize("language", ["ur", "en"])
def test_a_picture_from_right_to_left_is_mirrored(language: str) -> None:
    """Bar and icon stand on the right, and lines end at the margin, for an Urdu claim in whatever language's record."""
    drawn = images.picture(card("one", "وزیر نے کہا", claimant="وزیر"), Edition(language, "", SETTINGS))
    tree = etree.fromstring(drawn.encode())
    shapes = [dict(each.attrib) for each in tree]
    assert (shapes[1]["x"], shapes[1]["width"]) == ("1176", "24")
    icon = next(each for each in tree.iter() if etree.QName(each).localname == "svg" and each is not tree)
    assert icon.get("x") == "1060"
    (x, _), *_ = ends(drawn)
    regular = Typeface("Regular", language)
    assert x == pytest.approx(1120 - regular.width(SETTINGS.site_name, 30), abs=0.01)


def test_a_latin_claim_in_an_urdu_record_is_mirrored_and_reads_as_it_is() -> None:
    """The language of the claim turns the picture; a text without Arabic letters keeps its full stop at its end."""
    drawn = images.picture(card("one", "NDMA."), Edition("ur", "", SETTINGS))
    assert 'x="1176"' in drawn
    assert "".join(outlines(Typeface("Bold", "ur"), "“NDMA.”")) in re.sub(r'"/><path[^d]*d="', "", drawn)


@pytest.mark.parametrize(
    "letters",
    [
        "ÀÉÎõüßŁřşğıŋɓɗɛɔəẹ\u0301 Việt",
        "ΑΒΓΔάέήίόύώςἀῇ",
        "АБВЁйўіїєґҐЂћџқңөү",
        "अआक़ज्ञ।०१",
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئ٠١٩،؟؛",
        "پچژگکیۀ۰۴۹",
        "ٹڈڑںہھےۓۃۂ۔ﷺ",
        "“”‘’–—…€₹₽№×→≤≥\u2068\u200d\u200f",
    ],
)
def test_letters_of_many_languages_are_in_the_fonts(letters: str) -> None:
    """Latin, Greek, Cyrillic, Devanagari, Arabic, Persian and Urdu letters need no further font, in either weight."""
    assert without_glyph(letters) == []
    assert [font.letters for font in fonts("Bold")] == [font.letters for font in fonts("Regular")]


def test_runs_are_of_one_script() -> None:
    """Letters have their script, and digits, spaces and marks none of their own."""
    assert [script_of(letter) for letter in "aжहب1 \u0301"] == ["Latn", "Cyrl", "Deva", "Arab", "", "", ""]


def front_matter(made: Record) -> str:
    """Give what a claim's page says of itself."""
    (page,) = claim_page.outputs(made, first(made))
    return page.make().decode().split("---")[1]


def inputs(made: Record) -> tuple[str, ...]:
    """Name what the first picture of a record depends on."""
    return next(images.outputs(made, first(made))).inputs


def test_a_letter_without_glyph_gives_no_picture() -> None:
    """Where no font has a letter there is no picture, the page names none, and it is made anew once there is one."""
    without, plain = with_letters(f"Nine {BENGALI}."), with_letters("Nine.")
    assert without_glyph(f"a{BENGALI}漢{BENGALI}") == [BENGALI, "漢"]
    assert list(images.outputs(without, first(without))) == []
    assert "image:" not in front_matter(without)
    assert "image:" in front_matter(plain)
    assert [page.inputs for page in claim_page.outputs(without, first(without))] != [
        page.inputs for page in claim_page.outputs(plain, first(plain))
    ]


@pytest.mark.parametrize("settings", [{"site_name": BENGALI}, {"verdicts": {"disputed": BENGALI}}])
def test_letters_of_the_settings_are_drawn_too(settings: dict[str, object]) -> None:
    """The name of the site and the label of the verdict stand on the picture, and are looked at as well."""
    if "verdicts" in settings:
        settings = {"verdicts": {"disputed": replace(SETTINGS.verdicts["disputed"], label=BENGALI)}}
    made = replace(record([card("one")]), settings=replace(SETTINGS, **settings))  # type: ignore[arg-type]  # a table's
    assert list(images.outputs(made, first(made))) == []


def test_a_font_of_the_owner_is_used() -> None:
    """A letter that only the owner's font has is drawn with it, and the page names the picture."""
    font = own_font(BENGALI)
    made = with_letters(f"Nine {BENGALI}.", font)
    (output,) = images.outputs(made, first(made))
    assert output.make()[:4] == b"\x89PNG"
    assert "image:" in front_matter(made)
    shape = outlines(Typeface("Bold", own=(font,)), BENGALI)
    assert shape
    assert shape != outlines(Typeface("Bold"), BENGALI)


def test_a_picture_depends_on_the_owners_fonts_only_if_it_needs_them() -> None:
    """Another font makes those pictures anew that have a letter of it."""
    fonts = own_font(BENGALI), own_font(f"{BENGALI}漢")
    needing = [inputs(with_letters(BENGALI, font)) for font in fonts]
    assert needing[0] != needing[1]
    plain = [inputs(with_letters("Nine.", font)) for font in fonts]
    assert plain[0] == plain[1]


def test_a_font_of_the_right_weight_is_preferred() -> None:
    """Of two fonts with a letter the claim takes the one whose name says that it is bold."""
    regular, bold = own_font(BENGALI), own_font(f"অ{BENGALI}", "Own-Bold.ttf")
    of = {weight: outlines(Typeface(weight, own=(regular, bold)), BENGALI) for weight in ("Bold", "Regular")}
    assert of["Bold"] == outlines(Typeface("Bold", own=(bold,)), BENGALI) != of["Regular"]


def test_what_is_no_font_has_no_letters() -> None:
    """A file that only has a font's name changes nothing."""
    assert without_glyph(BENGALI, (OwnFont("Own.ttf", b"<html>"), OwnFont("Empty.otf", b""))) == [BENGALI]
