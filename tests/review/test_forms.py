"""The forms of a report: foreign words stay words in each, and none grows without bound."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factsite.corpus.model import Claim, Excerpt
from factsite.diagnostics import START, Diagnostic, Severity
from factsite.review.compare import compare
from factsite.review.forms import Form, written
from factsite.review.lines import LENGTH, Chapter, Foreign, Report, Section, line, shown
from factsite.review.markdown import LIMIT, SECTION, markdown
from factsite.review.plain import harmless, plain
from factsite.review.review import Extent, Review
from tests.hostile_strings import HOSTILE
from tests.review.test_compare import claim, side

PREVIEW = "https://preview.example/"
foreign = st.one_of(st.sampled_from(HOSTILE), st.text(alphabet=st.characters(), max_size=200))


def review(*before: Claim[Excerpt], after: tuple[Claim[Excerpt], ...] = (), **changes: Any) -> Review:
    """Make a review of claims."""
    comparison = compare(side(*before), side(*after))
    plain = Review("a" * 40, "b" * 40, comparison, (), Extent(1, 2, 3, 4), {}, ("docs/about.md",))
    return replace(plain, **changes)


def report(*texts: str) -> Report:
    """Make a report that holds texts wherever it may hold any."""
    words = tuple(map(Foreign, texts))
    return Report("One", (line(*words),), (Chapter("Two", (Section(words, (line("three ", *words, depth=1),)),)),))


@given(foreign, foreign)
def test_markdown_holds_no_markup(one: str, other: str) -> None:
    """Whatever the words, the Markdown is the same headings and lists, and every foreign word stands in code."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    shape = [token.type for token in parser.parse(markdown(report("x", "x")))]
    text = markdown(report(one, other))
    assert [token.type for token in parser.parse(text)] == shape
    ours = re.sub(r"<code>(?:[^<>&\x00-\x7f]|[A-Za-z0-9 ]|&#[0-9]+;)*</code>", "", text)
    assert ours == "## One\n\n- \n\n### Two\n\n#### \n\n  - three \n"


@given(foreign)
def test_text_commands_no_runner(text: str) -> None:
    """No line of the plain text begins a command, and none holds one."""
    told = plain(report(text))
    assert "##[" not in told
    assert not re.search(r"^\s*::", told, re.MULTILINE)
    assert "::" not in told
    assert all(char.isprintable() or char in "\n\u200c\u200d" for char in told)


@given(foreign)
def test_harmless_words_are_the_same_words(text: str) -> None:
    """Keeping a runner deaf adds spaces and nothing else."""
    assert harmless(text).replace(" ", "") == text.replace(" ", "")


@given(st.text(max_size=150).filter(str.strip))
def test_json_holds_the_words(text: str) -> None:
    """A reader of the JSON gets every word as it was, and its bytes hold no markup, mention or command."""
    told = written(review(after=(claim(claim=text),)), Form.JSON)
    assert json.loads(told)["claims"][0]["claim"] == text
    assert not re.search(r"[<>&@#]|::", told)


@given(foreign)
def test_words_are_cut(text: str) -> None:
    """Foreign words take one line of at most 120 characters."""
    assert len(shown(text)) <= LENGTH
    assert len(shown(text).splitlines()) <= 1


def test_words_that_fit_are_whole() -> None:
    """Words of just the length are shown whole; of longer ones the end is cut, and one sees that."""
    assert shown("x" * LENGTH) == "x" * LENGTH
    assert shown("x" * (LENGTH + 1)) == "x" * (LENGTH - 1) + "…"


def test_what_cannot_be_seen_is_spelled() -> None:
    """Characters that hide or turn text are named; the joiners that Hindi needs are not."""
    assert shown("a\u202eb\x1b\u200bc") == "a<U+202E>b<U+001B><U+200B>c"
    assert shown("क्\u200dष") == "क्\u200dष"


def test_long_report_says_what_was_cut() -> None:
    """A report of too many sections keeps to the limit and counts the ones left out, chapter by chapter."""
    sections = tuple(Section((Foreign(str(number)),), (line(Foreign("@" * LENGTH)),)) for number in range(500))
    text = markdown(Report("x", (), (Chapter("Claims", sections), Chapter("Sources", sections[:300]))))
    assert len(text) <= LIMIT
    found = re.search(r"Left out: (\d+) under Claims, (\d+) under Sources\.\n$", text)
    assert found
    assert text.count("\n#### ") == 800 - int(found[1]) - int(found[2])
    assert int(found[1]) < 500
    assert int(found[2]) < 300


def test_long_section_crowds_out_none() -> None:
    """Of one claim with very much to say, the first lines are shown and the others counted."""
    lines = tuple(line(Foreign("@" * LENGTH)) for _ in range(1_000))
    text = markdown(Report("x", (), (Chapter("Claims", (Section(("One",), lines), Section(("Two",), ()))),)))
    assert len(text) <= SECTION + 200
    assert "#### Two" in text
    found = re.search(r"- and (\d+) lines more", text)
    assert found
    assert text.count("<code>") + int(found[1]) == 1_000


def test_no_effect() -> None:
    """A change that leaves the record alone is said to do so, in every form."""
    nothing = review(claim(), after=(claim(),))
    assert written(nothing, Form.MARKDOWN).startswith("## No effect on the record\n")
    assert written(nothing, Form.TEXT).startswith("No effect on the record.\n")
    assert json.loads(written(nothing, Form.JSON))["affects_record"] is False


def test_pages_of_the_preview() -> None:
    """Each touched page is linked in the preview, hand-written ones as well."""
    text = written(review(claim(), after=(claim(summary="x"),)), Form.MARKDOWN, PREVIEW)
    assert re.findall(r"\]\((.*?)\)", text) == [f"{PREVIEW}claims/nine/", f"{PREVIEW}about/"]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("docs/index.md", ""),
        ("docs/project/decisions/index.md", "project/decisions/"),
        ("docs/reindex.md", "reindex/"),
        ("docs/project/reindex.md", "project/reindex/"),
    ],
)
def test_the_page_of_a_file(path: str, address: str) -> None:
    """A hand-written file is linked where the builder puts its page; an index is its folder's page."""
    text = written(review(pages=(path,)), Form.MARKDOWN, PREVIEW)
    assert re.findall(r"\]\((.*?)\)", text) == [PREVIEW + address]


@pytest.mark.parametrize("path", ["docs/a)b.md", "docs/@team/index.md", "docs//x.md"])
def test_no_page_of_an_odd_file(path: str) -> None:
    """A file whose path cannot be an address is not linked."""
    assert PREVIEW not in written(review(pages=(path,)), Form.MARKDOWN, PREVIEW)


def test_no_preview_of_what_is_not_built() -> None:
    """Where errors stop the build, nothing is linked, and the report says why."""
    error = Diagnostic("claims/nine.yml", START, "x", "wrong", severity=Severity.ERROR)
    text = written(review(claim(), after=(claim(summary="x"),), diagnostics=(error,)), Form.MARKDOWN, PREVIEW)
    assert PREVIEW not in text
    assert "Until then there is no preview" in text


def test_no_page_of_an_odd_id() -> None:
    """An id that cannot be an address is not linked."""
    text = written(review(after=(claim("a)b@c"),)), Form.MARKDOWN, PREVIEW)
    assert "claims/" not in text


def test_many_problems() -> None:
    """Of many problems the first are shown, errors before warnings, and the others counted."""
    found = [Diagnostic(f"claims/{n}.yml", START, "x", "odd", severity=Severity.WARNING) for n in range(40)]
    found.append(Diagnostic("claims/z.yml", START, "x", "wrong"))
    text = written(review(claim(), after=(claim(),), diagnostics=tuple(found)), Form.TEXT)
    assert text.index("error in “claims/z.yml”") < text.index("warning in “claims/0.yml”")
    assert "and 11 problems more" in text


def test_runner_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a workflow the text stands between a stop and a word that is new each time."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    texts = [written(review(claim(), after=(claim(),)), Form.TEXT) for _ in range(2)]
    words = [re.fullmatch(r"::stop-commands::([0-9a-f]{32})\n.*::\1::\n", text, re.DOTALL) for text in texts]
    assert words[0]
    assert words[1]
    assert words[0][1] != words[1][1]
