"""Sides of a page: styles name them start and end, and pictures can run from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from factsite.corpus import dates
from factsite.site.pictures import bar, lineage, timeline
from factsite.site.pictures.lineage import Node
from factsite.site.pictures.timeline import Lane
from factsite.site.words import Words

SHEET = Path(__file__).parents[2] / "factsite" / "site" / "theme" / "assets" / "factsite.css"

IGNORED = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""", re.DOTALL)
"""Comments and texts, pictures in addresses among them."""

SIDES = re.compile(r"(?<![\w-])(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?(?![\w-])")
"""A name that has a side in it, as a property or as a value."""

FOUR = re.compile(r"(?:^|-)(?:padding|margin|inset|border-(?:width|style|color|radius))$")
"""Properties that take up to four values, of which the second and the last are sides."""

ALLOWED = {
    (
        "background",
        "to right, currentcolor var(--fs-sure)",
    ): "gradients know no start; the icon that has one is turned as a whole",
}


def blank(found: re.Match[str]) -> str:
    """Leave of a comment nothing, and of a text only its quotes."""
    return " " if found[0].startswith("/*") else '""'


def declarations(text: str) -> Iterator[tuple[str, str]]:
    """Give each property and its value; what stands before a brace is a selector or a condition."""
    for piece in re.split(r"[;{}]", re.sub(r"[^;{}]*\{", "{", IGNORED.sub(blank, text))):
        name, colon, value = piece.partition(":")
        if colon:
            yield name.strip().lower(), value.replace("!important", "").strip().lower()


def values(text: str) -> list[str]:
    """Split a value at its spaces, and not within brackets."""
    flat = re.compile(r"\([^()]*\)")
    while flat.search(text):
        text = flat.sub(lambda found: re.sub(r"[\s,]+", "_", found[0]).replace("(", "<").replace(")", ">"), text)
    return text.replace("/", " / ").split()


def aside(shadow: str) -> bool:
    """Tell whether a shadow falls to one side; its first length says so."""
    lengths = re.findall(r"(?:^|\s)([-+]?[\d.]+)", shadow)
    return bool(lengths) and float(lengths[0]) != 0


def sided(text: str) -> list[tuple[str, str]]:
    """Give the declarations that mean one side of the screen, whichever way the page runs."""
    found = []
    for name, value in declarations(text):
        parts = values(value)
        unequal = bool(FOUR.search(name)) and (
            (name.endswith("radius") and len(set(parts)) > 1) or (len(parts) == 4 and parts[1] != parts[3])
        )
        falls = name in ("box-shadow", "text-shadow") and any(aside(shadow) for shadow in " ".join(parts).split(","))
        moves = falls or "translate" in name + value
        if SIDES.search(name) or SIDES.search(value) or unequal or moves:
            found.append((name, value))
    return found


def test_styles_name_no_side_of_the_screen() -> None:
    """Every rule holds for pages that run from the right; whatever cannot is listed here with its reason."""
    assert [
        (name, value)
        for name, value in sided(SHEET.read_text())
        if not any(name == known and word in value for known, word in ALLOWED)
    ] == []


def test_nothing_is_allowed_that_the_styles_do_not_have() -> None:
    """An exception that is no longer needed is struck out."""
    found = sided(SHEET.read_text())
    assert all(any(name == known and word in value for name, value in found) for known, word in ALLOWED)


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-left: 1px",
        "border-right-color: red",
        "border-top-left-radius: 1px",
        "LEFT: 0",
        "float: left",
        "text-align: right !important",
        "background: linear-gradient(to left, red, blue)",
        "background-position: right 1px center",
        "padding: 0 1px 0 var(--a, 2px)",
        "inset: 0 auto 0 0",
        "border-width: 0 1px 0 0",
        "border-radius: 1px 0",
        "box-shadow: 2px 0 red",
        "box-shadow: 0 1px rgb(1, 2, 3), -1px 0 red",
        "transform: translateX(1px)",
        "scroll-margin-left: 1px",
    ],
)
def test_a_side_of_the_screen_is_noticed(declaration: str) -> None:
    """The check knows a side in a name, in a value and by its place among four values, within conditions too."""
    assert len(sided(f"a:hover {{ color: red; {declaration} }}")) == 1
    assert len(sided(f"@media (min-width: 1em) {{ a {{ {declaration} }} b {{ color: red }} }}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "/* left { float: right } */ a { color: red }",
        'a::before { content: "left: 0; float: right" }',
        "a[href$='right'] { color: red }",
        ".fs-left:not(.right) { padding: 0 calc(1px + 2px) 1px calc(1px + 2px) }",
        "a { padding-inline: 0 1px; inset-inline-start: 0; text-align: start }",
        "a { box-shadow: 0 1px rgb(1, 2, 3), 0 0 red }",
        "a { writing-mode: vertical-rl; --copyright: 1; inset: 0 }",
    ],
)
def test_what_has_no_side_is_let_be(text: str) -> None:
    """Comments, texts, selectors and equal sides are no offence."""
    assert sided(text) == []


def places(drawn: str, name: str, attribute: str) -> list[float]:
    """Give an attribute of all elements of one name in a picture."""
    return [float(found.get(attribute, "")) for found in etree.fromstring(drawn).iter(name)]


def test_a_bar_can_run_from_the_right() -> None:
    """The first part stands at the right, and no part changes its width."""
    counts = [("a", 1), ("b", 3)]
    plain, turned = str(bar.bar(counts)), str(bar.bar(counts, rtl=True))
    widths = places(plain, "rect", "width")
    assert places(turned, "rect", "width") == widths
    assert places(plain, "rect", "x")[0] == 0
    assert round(places(turned, "rect", "x")[0] + widths[0]) == bar.WIDTH
    assert places(turned, "rect", "x")[-1] == 0


def test_time_can_run_from_the_right() -> None:
    """Later dates stand further left, arrows point there, and each label keeps its own order."""
    events = [(dates.parse(text), Lane.SAID) for text in ("2024-05-02", "2024-06-01/..")]
    plain, turned = str(timeline.draw(events, Words("en"))), str(timeline.draw(events, Words("ur")))
    width = float(etree.fromstring(turned).get("width") or 0)
    assert places(turned, "circle", "cx") == [width - x for x in places(plain, "circle", "cx")]
    assert etree.fromstring(turned).get("direction") == "rtl"
    assert etree.fromstring(plain).get("direction") is None
    assert '><tspan unicode-bidi="plaintext">1 جون</tspan> ←</text>' in turned
    assert ">1 Jun →</text>" in plain


def test_descent_can_run_from_the_right() -> None:
    """Origins stand at the right, their copies further left, and each line joins the two."""
    copy = Node("نقل", "a copy", "wire copy", inferred=True, children=())
    origin = Node("Origin", "one document", "", inferred=False, children=(copy,))
    drawn = str(lineage.draw([origin], "Title", "Description", rtl=True))
    assert sorted(places(drawn, "rect", "x")) == [0, lineage.COLUMN]
    assert drawn.index(f'<rect x="{lineage.COLUMN}"') > drawn.index("fs-node--origin")
    assert [line.get("d", "").split("C")[0] for line in etree.fromstring(drawn).iter("path")] == ["M300 29"]
    assert [line.get("d", "").split("H")[1] for line in etree.fromstring(drawn).iter("path")] == ["190"]
    assert {found.get("unicode-bidi") for found in etree.fromstring(drawn).iter("tspan")} == {"plaintext"}
