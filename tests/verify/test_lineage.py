"""Lineage: what two sources share, as a person would count it, and what is declared against it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.model import Relation
from factsite.diagnostics import Severity
from factsite.verify import lineage
from factsite.verify.lineage import check_lineage, pairs
from factsite.verify.record import ArchivedSource, Pair, Sharing
from factsite.verify.wordruns import PASSAGE, RUN
from tests.records import archived

WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
REPORT = """The harbour board closed the north quay on Monday after a crane fell into the water.
Two men who worked below it were taken to hospital and are expected to recover.
The board said that the crane had been inspected in March and that no fault was found.
A union spokesman called for all five cranes to be stopped until the cause is known.
"""
RETOLD = """The north quay was closed by the harbour board on Monday after a crane fell into the water.
Both men who had worked below it are in hospital and are expected to recover.
According to the board, the crane had been inspected in March and was found to be sound.
All five cranes, a union spokesman said, must stand still until the cause is known.
"""
OTHER = """A crane collapsed at the docks at the start of the week, and the port has shut one of its quays.
It injured a pair of dockers; doctors say that both will live.
Checks last spring had turned up nothing wrong, officials told this paper yesterday.
Workers want every lifting machine halted while experts look for the reason behind it all.
"""


def measured(**texts: str) -> tuple[Pair, ...]:
    """Measure sources by name."""
    return pairs({name: archived(name, text) for name, text in texts.items()})


def told(left: str, right: str) -> Sharing:
    """Tell two texts, of which one is declared to be taken from the other so that they are always measured."""
    (pair,) = pairs({"left": archived("left", left), "right": taken(archived("right", right), "left")})
    return pair.outcome


def taken(source: ArchivedSource, parent: str) -> ArchivedSource:
    """Declare a source to be a rewrite of another."""
    return replace(source, source=replace(source.source, relation=Relation.REWRITE, derived_from=parent))


def with_origin(source: ArchivedSource, origin: str) -> ArchivedSource:
    """Declare another origin."""
    return replace(source, source=replace(source.source, origin=origin))


def test_a_shared_passage_is_found_in_any_case_and_punctuation() -> None:
    """Eight words in a row are shared, whatever stands between them; seven are not, and so few runs tell no copy."""
    (pair,) = measured(a="x " + " ".join(WORDS[:8]), b="One, two; THREE four - five six seven eight! y z")
    assert (pair.left, pair.right) == ("a", "b")
    assert (pair.share_of_left, pair.share_of_right, pair.containment) == (6 / 7, 6 / 8, 6 / 7)
    assert [passage.words for passage in pair.shared] == [pair.longest] == [8]
    assert pair.outcome is Sharing.CANNOT_TELL
    assert measured(a=" ".join(WORDS[:7]), b=" ".join(WORDS[:7])) == ()


def test_a_passage_is_as_long_as_it_can_be() -> None:
    """Twelve words in a row are one passage and ten runs, and its places are those of its words."""
    text = " ".join(WORDS)
    (pair,) = measured(a=f"before {text}", b=f"{text} behind")
    (passage,) = pair.shared
    assert (passage.words, tuple(passage.left), tuple(passage.right)) == (12, (7, 7 + len(text)), (0, len(text)))
    assert pair.share_of_left == 10 / 11


def test_the_place_of_a_passage_with_a_broken_word_holds_its_line_end() -> None:
    """A word broken at a line end is one word, and the passage's place is that of both its parts."""
    (pair,) = measured(a=" ".join(WORDS), b=f"x {' '.join(WORDS)}.".replace("twelve", "twel-\nve"))
    (passage,) = pair.shared
    assert passage.words == 12
    assert f"x {' '.join(WORDS)}.".replace("twelve", "twel-\nve")[slice(*passage.right)].endswith("twel-\nve")


def test_of_a_run_that_stands_twice_the_longer_passage_is_taken() -> None:
    """Where a run stands twice, the place from which more words agree is the passage, whichever side has it twice."""
    text = " ".join(f"w{number}" for number in range(15))
    twice = f"{' '.join(text.split()[:PASSAGE])} and then {text}"
    for sides in ({"a": text, "b": twice}, {"a": twice, "b": text}):
        (pair,) = measured(**sides)
        assert max(passage.words for passage in pair.shared) == 15


def test_languages_are_not_compared() -> None:
    """A passage shared by two languages is no pair; `en` and `en-IN` are one language."""
    text = " ".join(WORDS)
    long, other = (" ".join(f"{letter}{number}" for number in range(90)) for letter in "xz")
    sources = {"a": archived("a", f"{long} {text}"), "b": archived("b", f"{text} {other}", language="hi")}
    assert pairs(sources) == ()
    assert len(pairs(sources | {"c": archived("c", long, language="en-IN")})) == 1


@pytest.mark.parametrize(("sources", "count"), [(5, 10), (6, 5)])
def test_a_crowd_is_compared_with_its_first(sources: int, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """One dispatch in very many sources stays linear, and each copy is still found."""
    monkeypatch.setattr(lineage, "CROWD", 5)
    monkeypatch.setattr(lineage, "COMMON", 5)
    found = measured(**{f"s{number}": REPORT for number in range(sources)})
    assert {("s0", f"s{number}") for number in range(1, sources)} <= {(pair.left, pair.right) for pair in found}
    assert len(found) == count


@given(st.lists(st.sampled_from(WORDS[:3]), max_size=30), st.lists(st.sampled_from(WORDS[:3]), max_size=30))
def test_shares_are_those_of_counting(left: list[str], right: list[str]) -> None:
    """The share is the part of the distinct runs that the other has as well, and every passage stands in both."""
    runs, longer = (
        [{tuple(words[at : at + size]) for at in range(len(words) - size + 1)} for words in (left, right)]
        for size in (RUN, PASSAGE)
    )
    found = measured(a=" ".join(left), b=" ".join(right)) if left and right else ()
    assert bool(longer[0] & longer[1]) == any(pair.shared for pair in found)
    for pair in found:
        common = len(runs[0] & runs[1])
        assert (pair.share_of_left, pair.share_of_right) == (common / len(runs[0]), common / len(runs[1]))
        for passage in pair.shared:
            assert " ".join(left)[slice(*passage.left)] == " ".join(right)[slice(*passage.right)]
            assert PASSAGE <= passage.words <= pair.longest


def test_a_copy_with_an_origin_of_its_own_is_reported() -> None:
    """The one that took more of its words from the other is named, unless both declare one origin."""
    sources = {"long": archived("long", f"{REPORT} and much more of its own"), "short": archived("short", REPORT)}
    assert list(check_lineage(sources, pairs(sources))) == []
    apart = sources | {"short": with_origin(sources["short"], "notebook")}
    (found,) = check_lineage(apart, pairs(apart))
    assert (found.path, found.rule) == ("seeds/short.yml", "undeclared-copy")
    assert found.message.startswith("100% of its three-word runs stand in long as well")
    assert found.help.startswith("the first shared passage is at line 1; ")


def test_a_rewrite_without_a_shared_passage_is_reported() -> None:
    """A copy of which every eighth word is changed shares no eight words in a row, and is one all the same."""
    changed = [word if at % 8 != 7 else f"other{at}" for at, word in enumerate(REPORT.split())]
    sources = {"a": archived("a", REPORT), "b": with_origin(archived("b", " ".join(changed)), "notebook")}
    (pair,) = pairs(sources)
    assert (pair.shared, pair.longest, pair.outcome) == ((), 7, Sharing.COPY)
    (found,) = check_lineage(sources, (pair,))
    assert (found.rule, found.help) == ("undeclared-copy", "give both the same `origin`")


def test_a_declared_copy_that_looks_independent_is_reported() -> None:
    """One that shares too little is reported, and one that is retold or too short to tell is not."""
    for text, rules in ((OTHER, ["copy-without-overlap"]), (RETOLD, []), (REPORT, []), ("A crane fell.", [])):
        sources = {"a": archived("a", REPORT), "b": taken(archived("b", text), "a")}
        assert [found.rule for found in check_lineage(sources, pairs(sources))] == rules


def test_a_short_text_that_may_be_a_copy_is_warned_of() -> None:
    """A post of another origin that repeats most of a report is warned of, and named; under one origin it is not."""
    post = "Harbour board closed the north quay on Monday after a storm blew in."
    sources = {"report": archived("report", REPORT), "post": archived("post", post)}
    assert list(check_lineage(sources, pairs(sources))) == []
    apart = sources | {"post": with_origin(sources["post"], "notebook")}
    (found,) = check_lineage(apart, pairs(apart))
    assert (found.path, found.rule, found.severity, found.of) == (
        *("seeds/post.yml", "possible-copy"),
        *(Severity.WARNING, "report"),
    )
    assert found.message.startswith("73% of the shorter one's three-word runs outside quotation marks ")
    declared = apart | {"post": taken(apart["post"], "report")}
    assert (
        list(check_lineage(declared, pairs(declared))) == []
    )  # that its origin is another is told by `bad-derivation`


def test_a_rewrite_between_quotations_is_found_without_a_shared_passage() -> None:
    """What two texts quote does not thin out what they share: a rewrite around other quotations is a copy."""
    changed = " ".join(word if at % 8 != 7 else f"other{at}" for at, word in enumerate(REPORT.split()[:40]))
    texts = {"x": " ".join(REPORT.split()[:40]), "y": changed}
    said = {
        side: " ".join(f"“{' '.join(f'{side}{n}' for n in range(at, at + 100))}”" for at in range(0, 500, 100))
        for side in texts
    }
    one, other = (f"{text} {said[side]}" for side, text in texts.items())
    sources = {"a": archived("a", one), "b": with_origin(archived("b", other), "notebook")}
    assert [found.rule for found in check_lineage(sources, pairs(sources))] == ["undeclared-copy"]


def test_a_text_in_two_short_sources_has_one_origin() -> None:
    """The same words in two sources too short to be told to be copies are reported once, by the rule for those."""
    for size in (2, 12, 21, 22):
        text = " ".join(f"w{number}" for number in range(size))
        sources = {"a": archived("a", text), "b": with_origin(archived("b", text.upper()), "notebook")}
        (found,) = check_lineage(sources, pairs(sources))
        assert found.rule == ("same-text" if size < 22 else "undeclared-copy")


def test_the_same_quotation_in_two_sources_has_one_origin() -> None:
    """The same words in two sources are reported though most of them are quoted, too much to tell a copy."""
    text = f"He said: “{' '.join(REPORT.split()[:40])}”"
    sources = {"a": archived("a", text), "b": with_origin(archived("b", text), "notebook")}
    assert [found.rule for found in check_lineage(sources, pairs(sources))] == ["same-text"]


def test_a_copy_is_found_in_other_characters() -> None:
    """Neither Unicode's other forms, nor what is invisible, nor another language in the sidecar hides a copy."""
    words = [*REPORT.split(), "café", "क़लम"]
    plain = " ".join(words)
    split = " ".join(f"{word[0]}\u00ad\u200b{word[1:]}" for word in words)
    for other in (unicodedata.normalize("NFD", plain), split):
        (pair,) = pairs({"a": archived("a", plain), "b": archived("b", other, language="fr")})
        assert (pair.share_of_left, pair.share_of_right) == (1, 1)
