"""Folding: what looks alike is equal, and the way back to the text is exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.verify.fold import DROPPED, alike, fold, folded, letters, unfold


@given(st.text(st.sampled_from("aB’“—\u00ad\u200dé e\u0301ﬁßकख़न्द\u093cँ१يکهأـَൻำнοİ")))
def test_what_is_folded_knows_where_it_comes_from(text: str) -> None:
    """Law: the places of a folded text never fall, lie inside the text, and a part of it folds to what stands there."""
    made = folded(text)
    assert made.text == alike(text)
    assert len(made.places) == len(made.text)
    assert list(made.places) == sorted(made.places)
    assert all(0 <= place < len(text) for place in made.places)


@given(st.text() | st.text(st.sampled_from("aiIΑоʼ\u0307\u0345\u0323कम्पबंँ़\u200d \u2800天ำํ้าﬁكىൻ㎏𝐚\u3164´ßŉ`¨")))
def test_what_is_folded_stays(text: str) -> None:
    """Law: folding once is enough, whatever stands beside what."""
    assert alike(alike(text)) == alike(text)


@given(st.text(st.sampled_from("aBकम्ब\u093cﬁൻำเ\u00ad"), min_size=1), st.text(st.sampled_from("xय़ﬂ\u00ad")))
def test_a_word_is_found_where_it_stands(word: str, before: str) -> None:
    """Law: the places of a folded word lead to that word, whatever stands before it."""
    made = folded(f"{before} {word}")
    if wanted := alike(word):
        found = len(made.text) - len(wanted)
        assert made.text[found:] == wanted
        assert len(before) < made.places[found] <= len(before) + len(word)


@given(st.text(st.sampled_from("ab’“—\u00ad\u200b\u200d\ufeff é")))
def test_the_way_back_is_exact(text: str) -> None:
    """Law: every character of a folded text leads back to the character that it was made from."""
    folded = fold(text)
    kept = [at for at, char in enumerate(text) if not DROPPED.match(char)]
    assert [unfold(text, at) for at in range(len(folded))] == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Festival", "fest\u00adival"),
        ("festival", "f\ufe00estival"),
        ("until-ten", "until⁃ten"),
        ("9 lanterns", "𝟗\u2800lanterns"),
        ("“said”", '"SAID"'),
        ("İstanbul", "istanbul"),
        ("confirm the flood", "conﬁrm the ﬂood"),
        ("not", "nоt"),
        ("not", "ｎｏｔ"),
        ("not", "ɴot".replace("ɴ", "𝐧")),
        ("don’t", "don`t"),
        ("सम्बन्ध हिन्दी", "संबंध हिंदी"),
        ("ज़रूरी क़ानून", "जरूरी क\u093cानून"),
        ("नहीँ", "नहीं"),
        ("क्\u200dष", "क्ष"),
        ("كشتي", "کشتی"),
        ("ﻣﻨﺼﺔ ﻭﺍﺣﺪﺓ", "منصة واحدة"),
        ("قَالَ", "قال"),
        ("അവന്\u200d", "അവൻ"),
        ("ทํางาน", "ทำงาน"),
        ("নৌকা", "ন\u09c7\u09d7কা"),
        ("ਖ਼ੁਸ਼", "ਖੁਸ"),
        ("१,४०० १२१", "1,400 121"),
    ],
)
def test_what_looks_alike_is_equal(one: str, other: str) -> None:
    """Case, quotation marks, dashes, forms of one character and what nobody sees make no difference."""
    assert alike(one) == alike(other) == alike(alike(one))


def test_letters_are_told_by_their_kind() -> None:
    """Scripts are named, and Latin letters beyond A to Z each by itself: `ɑ` looks like `a` and is none."""
    assert letters("Boat, नाव 9") == {"LATIN", "DEVANAGARI"}
    assert letters("bоat") == {"LATIN", "CYRILLIC"}
    assert letters("bɑat") == {"LATIN", "LATIN SMALL LETTER ALPHA"}


def test_other_letters_of_urdu_are_told_apart() -> None:
    """The two yeh of Urdu end different words."""
    assert alike("کی") != alike("کے")


def test_a_long_text_without_spaces_is_folded() -> None:
    """Whatever is replaced in it, each character of a word is looked at a few times."""
    assert alike("न्द" * 200_000) == "ंद" * 200_000
