"""Card images: a letter that no font has is warned of, and an owner's font takes the warning away."""

from __future__ import annotations

from factsite.checking.workspace import Outcome
from tests.site.own_fonts import own_font
from tests.workspaces import base, check

BENGALI = "ঘ"


def outcome(files: dict[str, bytes] | None = None, claim: str = f"Two boats {BENGALI}.", settings: str = "") -> Outcome:
    """Check a workspace with a claim, further files and further settings."""
    made = base()
    boats, config = made["claims/two-boats.yml"].decode(), made["mkdocs.yml"].decode()
    made["claims/two-boats.yml"] = boats.replace("Two boats drifted from the quay.", claim).encode()
    made["mkdocs.yml"] = config.replace("  factsite:\n", f"  factsite:\n{settings}").encode()
    return check({**made, **(files or {})})


def fonts_of(found: Outcome) -> list[str]:
    """Name the fonts that a record took from its owner."""
    assert found.record is not None
    return [font.name for font in found.record.fonts]


def test_a_letter_without_glyph_is_warned_of_at_the_claim() -> None:
    """The warning names the letter, and what can be done."""
    (found,) = outcome().diagnostics
    assert (found.path, found.location, found.rule) == ("claims/two-boats.yml", (1, 8, 20), "letter-without-glyph")
    assert found.message == "no card image can be drawn, for no font has ঘ (U+0998)"
    assert "fonts/" in found.help
    assert "cards: false" in found.help


def test_many_letters_are_counted() -> None:
    """Ten letters are named, and the others counted."""
    (found,) = outcome(claim="一二三四五六七八九十百千").diagnostics
    assert found.message.endswith("十 (U+5341) and 2 more")


def test_without_card_images_nothing_is_missing() -> None:
    """A record that does without card images needs no fonts."""
    found = outcome({"fonts/Own.ttf": own_font(BENGALI).data}, settings="    cards: false\n")
    assert found.diagnostics == ()
    assert fonts_of(found) == []


def test_a_font_of_the_owner_takes_the_warning_away() -> None:
    """A font in fonts/ is read if a letter needs it; what is no font by its name is not."""
    files = {"fonts/Own.ttf": own_font(BENGALI).data, "fonts/OFL.txt": b"free", "fonts/.Own.ttf": b"half"}
    found = outcome(files)
    assert found.diagnostics == ()
    assert fonts_of(found) == ["Own.ttf"]
    assert fonts_of(outcome(files, claim="Two boats.")) == []


def test_a_font_without_the_letter_changes_nothing() -> None:
    """The warning stays while no font has the letter, and where a file is no font at all."""
    files = {"fonts/Own.otf": own_font("漢").data, "fonts/Page.ttf": b"<html>"}
    assert [one.rule for one in outcome(files).diagnostics] == ["letter-without-glyph"]
