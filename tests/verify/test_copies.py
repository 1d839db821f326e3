"""Copies: what counts as one, what as an independent text, and what cannot be told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.verify.copies import Overlap, may_be_copy, measure, outcome
from factsite.verify.record import Sharing
from factsite.verify.speech import without_quotations
from factsite.verify.wordruns import SourceWords, WordRuns, longest_run, matches
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
        (REPORT, REPORT, Sharing.COPY),
        (REPORT, RETOLD, Sharing.COPY),
        (REPORT, OTHER, Sharing.INDEPENDENT),
        (REPORT, "A crane fell into the water.", Sharing.CANNOT_TELL),
        (REPORT, f"{OTHER} It was after a crane fell into the water.", Sharing.CANNOT_TELL),
        (CHINESE, CHANGED, Sharing.COPY),
    ],
    ids=["verbatim", "retold", "independent", "too short", "one turn of phrase", "no spaces"],
)
def test_texts_are_told(left: str, right: str, expected: Sharing) -> None:
    """Copies are told from independent texts, in either order."""
    assert told(left, right) is told(right, left) is expected


def _report(side: str, statement: str) -> str:
    """Write a report of 130 words of its own, with a statement in its middle."""
    own = [f"{side}{number}" for number in range(130)]
    return " ".join([*own[:60], statement, *own[60:]])


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", "''", "‘’", "「」"])
@pytest.mark.parametrize("size", [20, 50])
def test_one_speaker_in_two_reports_makes_no_copy(marks: str, size: int) -> None:
    """A statement that two reports of 130 words quote makes none a copy of the other, however long it is."""
    statement = f"{marks[0]}{' '.join(REPORT.split()[:size])}{marks[1]}"
    pair = measure(*(SourceWords(archived(side, _report(side, statement))) for side in "xy"))
    assert (pair.outcome, pair.share_unquoted, pair.longest) == (Sharing.CANNOT_TELL, 0, size)
    assert not may_be_copy(pair)


def test_the_same_statement_without_marks_counts_half() -> None:
    """Without marks, 20 words that two reports of 150 words have in common make no copy, but 50 do."""
    for size, expected in ((20, Sharing.CANNOT_TELL), (50, Sharing.COPY)):
        statement = " ".join(REPORT.split()[:size])
        assert told(_report("x", statement), _report("y", statement)) is expected


def test_a_copy_that_quotes_is_a_copy() -> None:
    """Quotations in a copy hide nothing: what stands around them tells, even if it is the smaller part."""
    quoting = REPORT.replace("The board said that the crane", 'The board said: "The crane').replace("found.", 'found."')
    assert told(quoting, f"{quoting} More.") is Sharing.COPY


def test_what_stands_on_either_side_of_a_quotation_are_two_words() -> None:
    """A quotation without spaces around it joins nothing."""
    assert without_quotations("one“two”three").split() == ["one", "three"]


def test_apostrophes_and_stray_marks_quote_nothing() -> None:
    """What stands between an apostrophe, an inch or a mark that went astray and the next is not quoted."""
    for text in (
        "the crane's 12' hook isn't new",
        "rock 'n' roll",
        'a 12" beam and a 14" beam',
        'he said "no.',
        "a “b",
    ):
        assert without_quotations(text).split()[-1] == text.split()[-1]
    assert without_quotations("the men's boat, 'it wasn't the boys' own', she said").split() == [
        *("the", "men's", "boat,", "own',", "she", "said")
    ]
    assert without_quotations('Nobody was hurt," she told them."').split()[-3:] == ["she", "told", 'them."']
    far = " ".join(["word"] * 300)
    assert without_quotations(f"“{far}” “a”").split() == f"“{far}”".split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour board closed the north quay on Monday after a storm blew in.", True),
        ("Harbour board closed the north quay today after a crane fell in.", False),
        ("Breaking: harbour board closed the north quay on Monday " + "and so on " * 8, True),
        ("Breaking: harbour board closed the north quay on Monday " + " ".join(OTHER.split()[:24]), False),
        ('A docker: "The harbour board closed the north quay on Monday after a storm."', False),
    ],
    ids=["most", "no passage", "a fifth", "less than a fifth", "quoted"],
)
def test_a_short_text_may_be_a_copy(text: str, *, expected: bool) -> None:
    """A text too short to tell may be a copy if it shares a passage and a fifth of its own runs, but not by a quote."""
    pair = measure(SourceWords(archived("a", REPORT)), SourceWords(archived("b", text)))
    assert pair.outcome is Sharing.CANNOT_TELL
    assert may_be_copy(pair) is expected


@pytest.mark.parametrize(
    ("told_as", "unquoted", "expected"),
    [
        (Sharing.CANNOT_TELL, 0.2, True),
        (Sharing.CANNOT_TELL, 0.199, False),
        (Sharing.COPY, 0.5, False),
    ],
)
def test_from_a_fifth_on_a_pair_may_be_a_copy(told_as: Sharing, unquoted: float, *, expected: bool) -> None:
    """Only a pair that cannot be told may be a copy, from a fifth of the runs outside quotation marks on."""
    pair = measure(SourceWords(archived("a", REPORT)), SourceWords(archived("b", REPORT)))
    assert may_be_copy(replace(pair, outcome=told_as, share_unquoted=unquoted)) is expected


@pytest.mark.parametrize(
    ("common", "shorter", "longest", "expected"),
    [
        (19, 200, 8, Sharing.COPY),
        (19, 201, 8, Sharing.CANNOT_TELL),
        (18, 200, 8, Sharing.CANNOT_TELL),
        (20, 200, 11, Sharing.CANNOT_TELL),
        (13, 40, 8, Sharing.COPY),
        (12, 40, 8, Sharing.CANNOT_TELL),
        (60, 200, 7, Sharing.COPY),
        (60, 200, 6, Sharing.CANNOT_TELL),
        (9, 200, 7, Sharing.INDEPENDENT),
        (9, 200, 8, Sharing.CANNOT_TELL),
        (10, 200, 7, Sharing.CANNOT_TELL),
        (0, 30, 2, Sharing.INDEPENDENT),
        (0, 29, 2, Sharing.CANNOT_TELL),
        (0, 0, 0, Sharing.CANNOT_TELL),
    ],
)
def test_thresholds(common: int, shorter: int, longest: int, expected: Sharing) -> None:
    """Each threshold decides: the share, the least runs, the least words in a row, the least length."""
    overlap = Overlap(common, shorter, longest)
    assert outcome(overlap, overlap) is expected


def test_copies_are_told_by_what_is_not_quoted_and_independence_by_all() -> None:
    """What is quoted makes no copy, and keeps two texts from being called independent."""
    much, little, nothing = Overlap(60, 200, 20), Overlap(2, 150, 4), Overlap(0, 10, 0)
    assert outcome(much, much) is Sharing.COPY
    assert outcome(much, little) is Sharing.CANNOT_TELL
    assert outcome(little, little) is outcome(little, nothing) is Sharing.INDEPENDENT
    assert outcome(little._replace(longest=8), little) is Sharing.CANNOT_TELL
    assert outcome(little._replace(common=8), little) is Sharing.CANNOT_TELL


@given(st.lists(st.sampled_from("abcd"), max_size=60), st.lists(st.sampled_from("abcd"), max_size=60))
def test_the_longest_run_is_that_of_trying_all(left: list[str], right: list[str]) -> None:
    """The longest common run is found whatever its length, and is no longer than what both have."""
    one, other = WordRuns(left), WordRuns(right)
    tried = [size for size in range(1, 61) if one.distinct(size) & other.distinct(size)]
    found = list(matches(one, other))
    assert longest_run(one, other, found) == max(tried, default=0)
    for here, there, size in found:
        assert left[here : here + size] == right[there : there + size]


@given(st.text("abc “”«»„\"'‘’", max_size=60))
def test_leaving_out_quotations_only_leaves_out(text: str) -> None:
    """What is left without quotations are words of the text, in its order."""
    rest = iter(text)
    assert all(char in rest for char in without_quotations(text) if char != " ")


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
    pair = measure(SourceWords(archived("a", REPORT)), SourceWords(archived("b", text)))
    assert pair.outcome is Sharing.COPY
    assert pair.containment > 0.9


@given(st.permutations(OTHER.split()))
def test_the_same_words_in_any_order_are_no_copy(words: list[str]) -> None:
    """An independent text is not called a copy, in whatever order its words stand."""
    assert told(REPORT, " ".join(words)) is not Sharing.COPY
