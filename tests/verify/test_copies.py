"""Copies: what counts as one, what as an independent text, and what cannot be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.verify.copies import measure, outcome
from factsite.verify.record import Outcome
from factsite.verify.wordruns import Words
from tests.records import archived
from tests.verify.test_lineage import OTHER, REPORT, RETOLD, told

CHINESE = (
    "港口委员会周一关闭了北码头,因为一台起重机掉进了水里。在下面工作的两名男子被送往医院,预计会康复。"
    "委员会说,起重机在三月接受过检查,没有发现任何故障。工会发言人要求停止使用所有起重机,直到查明原因。"
)
CHANGED = CHINESE.replace("周一", "昨天").replace("两名男子", "工人").replace("预计", "据说")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (REPORT, REPORT, Outcome.COPY),
        (REPORT, RETOLD, Outcome.COPY),
        (REPORT, OTHER, Outcome.INDEPENDENT),
        (REPORT, "A crane fell into the water.", Outcome.CANNOT_TELL),
        (REPORT, f"{OTHER} It was after a crane fell into the water.", Outcome.CANNOT_TELL),
        (CHINESE, CHANGED, Outcome.COPY),
    ],
    ids=["verbatim", "retold", "independent", "too short", "one turn of phrase", "no spaces"],
)
def test_texts_are_told(left: str, right: str, expected: Outcome) -> None:
    """Copies are told from independent texts, in either order."""
    assert told(left, right) is told(right, left) is expected


def test_one_quotation_in_two_reports_is_no_copy() -> None:
    """A statement of 20 words that two reports of 150 words quote does not make one a copy of the other."""
    quotation = REPORT.split()[:20]
    one, other = ([f"{side}{number}" for number in range(130)] for side in "xy")
    assert told(" ".join(one + quotation), " ".join(quotation + other)) is Outcome.CANNOT_TELL


@pytest.mark.parametrize(
    ("common", "shorter", "longest", "expected"),
    [
        (19, 200, 8, Outcome.COPY),
        (19, 201, 8, Outcome.CANNOT_TELL),
        (18, 200, 8, Outcome.CANNOT_TELL),
        (20, 200, 11, Outcome.CANNOT_TELL),
        (13, 40, 8, Outcome.COPY),
        (12, 40, 8, Outcome.CANNOT_TELL),
        (60, 200, 7, Outcome.COPY),
        (60, 200, 6, Outcome.CANNOT_TELL),
        (9, 200, 7, Outcome.INDEPENDENT),
        (9, 200, 8, Outcome.CANNOT_TELL),
        (10, 200, 7, Outcome.CANNOT_TELL),
        (0, 30, 2, Outcome.INDEPENDENT),
        (0, 29, 2, Outcome.CANNOT_TELL),
        (0, 0, 0, Outcome.CANNOT_TELL),
    ],
)
def test_thresholds(common: int, shorter: int, longest: int, expected: Outcome) -> None:
    """Each threshold decides: the share, the least runs, the least words in a row, the least length."""
    assert outcome(common, shorter, longest) is expected


@st.composite
def _disguised(draw: st.DrawFn) -> str:
    """Print a report otherwise: its paragraphs in another order, in capitals or not, in narrow columns."""
    lines = draw(st.permutations(REPORT.splitlines()))
    text = "\n".join(lines)
    if draw(st.booleans()):
        text = text.upper()
    text = text.replace(" ", draw(st.sampled_from([" ", "\n", ", ", " — "])))
    places = draw(st.sets(st.integers(1, len(text) - 2), max_size=12))
    return "".join(
        f"{char}-\n" if at in places and char.isalpha() and text[at + 1].isalpha() else char
        for at, char in enumerate(text)
    )


@given(_disguised())
def test_no_disguise_hides_a_copy(text: str) -> None:
    """Case, punctuation, broken words and another order of paragraphs do not hide a copy."""
    pair = measure(Words(archived("a", REPORT)), Words(archived("b", text)))
    assert pair.outcome is Outcome.COPY
    assert pair.containment > 0.9


@given(st.permutations(OTHER.split()))
def test_the_same_words_in_any_order_are_no_copy(words: list[str]) -> None:
    """An independent text is not called a copy, in whatever order its words stand."""
    assert told(REPORT, " ".join(words)) is not Outcome.COPY
