"""How broken words, broken numbers and notes are read: each mark that joins, and what only looks like one."""

from __future__ import annotations

import pytest

from factsite.verify.normalized import NormalizedText


def read(text: str) -> str:
    """Give a text as it is read."""
    return NormalizedText(text).text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("rest", ["", " ", "\t\u00a0", "\u200b", "\u200c", "\u200d", "\ufeff"])
def test_a_line_may_end_in_any_characters_behind_what_breaks_a_word(end: str, rest: str) -> None:
    """Every kind of line end, and what cannot be seen before it, breaks words and ranges alike."""
    assert read(f"was un-{rest}{end}fair") == "was unfair"
    assert read(f"was un\u00ad{rest}{end}fair") == "was unfair"
    assert read(f"was 30-{rest}{end}40") == "was 30-40"


@pytest.mark.parametrize("hyphen", "-‐‑\u00ad¬")
@pytest.mark.parametrize("word", ["unfair", "нечестно", "άδικος", "անարդար", "უსამართლო"])
def test_a_hyphen_breaks_words_of_a_script_that_has_one(hyphen: str, word: str) -> None:
    """A hyphen of any form at a line end is the printer's, in the alphabets in which printers break words so."""
    assert read(f"{word[:2]}{hyphen}\n{word[2:]}") == word


@pytest.mark.parametrize(
    "text", ["कहा-\nयह", "un -\nfair", "un-fair", "un- fair", "un-\n\nFair", "5-\n\nfair", "-\nfair"]
)
def test_other_hyphens_break_no_word(text: str) -> None:
    """A hyphen behind a space, within a line, before another paragraph or of another script stays with its space."""
    assert read(text) == " ".join(text.split())


@pytest.mark.parametrize("indent", ["  ", "\t", "> ", ">> ", " >\t> ", "\n", "\n \n"])
def test_a_word_goes_on_behind_what_begins_the_next_line(indent: str) -> None:
    """Indentation, marks of quoting and, before a small letter, empty lines stand in no word."""
    assert read(f"un-\n{indent}fair") == "unfair"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Anglo-\nSaxon", "Anglo-Saxon"),
        ("COVID-\n19", "COVID-19"),
        ("US-\nbacked", "US-backed"),
        ("the U-\nboat", "the Uboat"),
        ("BUS-\nINESS", "BUSINESS"),
        ("2018–\n19", "2018–19"),
        ("came—\nand", "came—and"),
        ("and/\nor", "and/or"),
        ("30‐\n40", "30‐40"),
        ("30‑\n  40", "30‑40"),
        ("19-\nyear", "19-year"),
    ],
)
def test_a_hyphen_of_a_compound_or_a_range_is_kept(text: str, kept: str) -> None:
    """Initials, capitals behind small letters, numbers and dashes hold what the line end parts."""
    assert read(text) == kept


@pytest.mark.parametrize("hyphen", "-‐\u00ad¬")
@pytest.mark.parametrize(
    ("head", "tail"), [("1,", "400"), ("12,", "400"), ("123,", "400"), ("1.", "400"), ("1,", "40,000")]
)
def test_a_number_broken_between_its_thousands_is_whole(hyphen: str, head: str, tail: str) -> None:
    """A hyphen behind the mark between thousands goes, in groups of three and in those of India."""
    assert read(f"some {head}{hyphen}\n {tail} left") == f"some {head}{tail} left"


@pytest.mark.parametrize(
    "text", ["5,-\n6 men", "1,-\n4000", "1,-\n4,000", "1234,-\n400", "1;-\n400", "1,-\n40 men", "1,-\n400000"]
)
def test_numbers_that_no_thousands_make_one_stay_two(text: str) -> None:
    """A price before a dash and a number behind it are not made into a number that nobody wrote."""
    assert read(text) == " ".join(text.split())


@pytest.mark.parametrize("note", ["¹", "⁴", "²³", "¹⁰", "†", "‡", "⁰", "†‡"])
@pytest.mark.parametrize("behind", ["", " so", ".", ",", ";", ":", "!", "?", '"', "”", "’", "»", ")", "।"])
def test_a_note_behind_a_word_is_passed_over(note: str, behind: str) -> None:
    """A raised number or a dagger that ends a word is no part of it, whatever stands behind."""
    assert read(f"the word{note}{behind}") == f"the word{behind}"


@pytest.mark.parametrize("mark", '.,;:!?"”’»।')
def test_a_note_behind_a_mark_is_passed_over(mark: str) -> None:
    """A note may stand behind the mark that ends a sentence or a quotation."""
    assert read(f"so it is{mark}¹ And") == f"so it is{mark} And"


@pytest.mark.parametrize(
    "text",
    ["users² were", "users³", "km¹ of", "5 metres¹ of", "5metres¹", "f(x)⁴ is", "word¹word", "at ¹ it", "x-¹ is"],
)
def test_a_raised_digit_that_may_count_stays(text: str) -> None:
    """Powers, units and what stands within a word are no notes."""
    assert read(text) == text
