"""Ids from the words of a title, in whatever script it is written."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factsite.corpus.names import is_id, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("सरकार ने १,४०० लोगों के फ़ोन की जासूसी की", "sarakar-ne-1400-logon-ke-fon"),
        ("अनुच्छेद 370 हटाया गया", "anuchchhed-370-hataya-gaya"),
        ("ज्ञान और शिक्षा", "gyan-aur-shiksha"),
        ("حکومت نے فون ٹیپ کیے", "hkwmt-ne-fwn-typ-kye"),
        ("政府监听了1400人的电话", "zheng-fu-jian-ting-le-1400"),
        ("Правительство прослушивало телефоны", "pravitelstvo-proslushivalo-telefony"),
        ("الحكومة تجسست على الهواتف", "lhkwmh-tjsst-la-lhwtf"),
        ("정부가 전화를", "jeongbuga-jeonhwaleul"),
        ("Straße in Łódź", "strasse-lodz"),
        ("India’s “spy—ware” of 20–30 users", "indias-spy-ware-20-30-users"),
    ],
)
def test_a_title_in_any_script_gives_a_readable_id(title: str, name: str) -> None:
    """The id is made of the first telling words as they are said, or at least spelt."""
    assert slug(title) == name


def test_small_words_are_those_of_english() -> None:
    """A word of another script that sounds like an English one is a word like any other."""
    assert slug("The boats in the harbour") == "boats-harbour"
    assert slug("इन तो") == "in-to"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("1 2 3 4 5 6 7 boats sank", "1-2-3-4-5-6-7-boats"),
        ("It was 370", "it-was-370"),
        ("The index", "the-index"),
        ("370", ""),
        ("٣٧٠", ""),
        ("index", ""),
        ("😀 👍 ?! ₹ ½", ""),
        ("", ""),
    ],
)
def test_digits_alone_are_no_id(title: str, name: str) -> None:
    """Digits take in the words behind them; what has no letter, or is a reserved name, gives nothing."""
    assert slug(title) == name


@given(st.text(), st.integers(1, 12))
@example("9" * 90 + " x", 6)
def test_any_text_gives_an_id_or_nothing(title: str, words: int) -> None:
    """Law: what is made of a title may be an id and is not but digits, or it is empty."""
    made = slug(title, words)
    assert not made or (is_id(made) and not made.replace("-", "").isdigit())
