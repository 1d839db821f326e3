"""How much of a document is quoted: words, counted as a reader of its script would."""

from pathlib import Path

import pytest

from factsite.corpus.model import Quotable, Rules
from factsite.corpus.text import Span
from factsite.verify.shares import SHORT, count_words, quotable, showable, words_in
from tests.records import archived
from tests.workspaces import altered, base, check

TEXT = "one two three four five six seven eight"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("two  words\n", 2),
        ("व्हाट्सएप ने कहा है", 4),
        ("不可能です", 5),
        ("in 中国 today", 4),
        ("ใน2019", 3),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    """White space parts words; where a script has none between them, each character counts."""
    assert count_words(text) == words


def test_what_is_quoted_twice_counts_once() -> None:
    """Parts that overlap, repeat or touch count each word once, in whatever order they come."""
    spans = [Span(8, 18), Span(0, 13), Span(0, 7), Span(19, 23)]
    assert words_in(TEXT, spans) == len("one two three four five".split())
    assert words_in(TEXT, []) == 0


CASE = (Path(__file__).parents[1] / "cases/broken/quoted-too-much.case").read_text()
"""A notebook of 101 words, of which 46 stand in quotes."""
WHOLE = """
=== change seeds/notebook.yml
-origin: notebook
+origin: notebook
+quotable: {whole: The writer gave it to the archive for that}
"""


def limit(per_cent: int) -> str:
    """Set the share that may be quoted."""
    more = f"+    rules: {{quotable_percent: {per_cent}}}\n"
    line = "    claimants: {boatman: {name: A boatman, kind: person}}\n"
    return f"=== change mkdocs.yml\n-{line}+{line}{more}"


def too_much(*changes: str) -> list[str]:
    """Name the sidecars of the sources of which too much is quoted, after changes of the base."""
    outcome = check(*altered(base(), "\n".join(changes)))
    assert {found.rule for found in outcome.diagnostics} <= {"quoted-too-much"}
    return [found.path for found in outcome.diagnostics]


def test_a_source_may_be_quoted_whole_for_a_reason() -> None:
    """What is too much of one source is not of the same one whose sidecar says why it may be quoted whole."""
    assert too_much(CASE) == ["seeds/notebook.yml"]
    assert too_much(CASE, WHOLE) == []


def test_a_record_sets_the_share_that_may_be_quoted() -> None:
    """What is too much where less than 45 % of a document may stand in quotes is not where less than 46 % may."""
    assert too_much(CASE, limit(45)) == ["seeds/notebook.yml"]
    assert too_much(CASE, limit(46)) == []


@pytest.mark.parametrize(("words", "most"), [(SHORT - 1, 1.0), (SHORT, 0.4)])
def test_a_short_document_may_be_quoted_whole(words: int, most: float) -> None:
    """A document of less than a hundred words may be quoted whole, and none that is longer."""
    source = archived("post", "word " * words)
    assert quotable(source, Rules()) == most


@pytest.mark.parametrize(
    ("rules", "reason", "shown"),
    [
        (Rules(), None, 0.6),
        (Rules(quotable_percent=10), None, 0.3),
        (Rules(quotable_percent=90), None, 1.0),
        (Rules(), "Its own", 1.0),
    ],
)
def test_pages_show_a_fifth_of_a_document_more_than_may_be_quoted(
    rules: Rules, reason: str | None, shown: float
) -> None:
    """With the context of quotes a fifth more is shown, and all of it where all may be quoted."""
    source = archived("order", "word " * SHORT, quotable=Quotable(reason) if reason else None)
    assert showable(source, rules) == pytest.approx(shown)
