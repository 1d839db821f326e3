"""Lineage: what two sources share, as a person would count it, and what is declared against it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factsite.verify.lineage import CROWD, RUN, check_lineage, pairs
from factsite.verify.record import ArchivedSource, Pair
from tests.records import archived, published

WORDS = "one two three four five six seven eight nine ten eleven twelve".split()


def measured(**texts: str) -> tuple[Pair, ...]:
    """Measure sources by name."""
    return pairs({name: archived(name, text) for name, text in texts.items()})


def test_a_shared_run_is_found_in_any_case_and_punctuation() -> None:
    """Eight words in a row are shared, whatever stands between them; seven are not."""
    (pair,) = measured(a="x " + " ".join(WORDS[:8]), b="One, two; THREE four - five six seven eight! y z")
    assert (pair.left, pair.right) == ("a", "b")
    assert (pair.share_of_left, pair.share_of_right) == (1 / 2, 1 / 3)
    assert [passage.words for passage in pair.shared] == [8]
    assert measured(a=" ".join(WORDS[:7]), b=" ".join(WORDS[:7])) == ()


def test_a_passage_is_as_long_as_it_can_be() -> None:
    """Twelve words in a row are one passage and five runs, and its places are those of its words."""
    text = " ".join(WORDS)
    (pair,) = measured(a=f"before {text}", b=f"{text} behind")
    (passage,) = pair.shared
    assert (passage.words, tuple(passage.left), tuple(passage.right)) == (12, (7, 7 + len(text)), (0, len(text)))
    assert pair.share_of_left == 5 / 6


def test_a_passage_stands_in_the_file_where_its_place_says() -> None:
    """In the project's own archive, where a source may begin far down a file, both places hold the same words."""
    record = published()
    for pair in record.pairs:
        one, other = record.sources[pair.left].document.text, record.sources[pair.right].document.text
        for passage in pair.shared:
            left, right = (
                re.findall(r"[^\W_]+", text[slice(*place)].casefold())
                for text, place in ((one, passage.left), (other, passage.right))
            )
            assert left == right
            assert len(left) >= RUN
    assert record.pairs


def test_of_a_run_that_stands_twice_the_longer_passage_is_taken() -> None:
    """Where a run stands twice, the place from which more words agree is the passage, whichever side has it twice."""
    text = " ".join(f"w{number}" for number in range(15))
    twice = f"{' '.join(text.split()[:RUN])} and then {text}"
    for sides in ({"a": text, "b": twice}, {"a": twice, "b": text}):
        (pair,) = measured(**sides)
        assert max(passage.words for passage in pair.shared) == 15


def test_languages_are_not_compared() -> None:
    """Sources in two languages share no words to count; `en` and `en-IN` are one language."""
    text = " ".join(WORDS)
    long, other = (" ".join(f"{letter}{number}" for number in range(40)) for letter in "xz")
    sources = {"a": archived("a", f"{long} {text}"), "b": archived("b", f"{text} {other}", language="hi")}
    assert pairs(sources) == ()
    assert len(pairs(sources | {"c": archived("c", long, language="en-IN")})) == 1


def test_a_crowd_is_compared_with_its_first() -> None:
    """One dispatch in very many sources stays linear, and each copy is still found."""
    text = " ".join(WORDS)
    found = measured(**{f"s{number:03}": text for number in range(CROWD + 1)})
    assert [(pair.left, pair.right) for pair in found] == [("s000", f"s{number:03}") for number in range(1, CROWD + 1)]


@given(st.lists(st.sampled_from(WORDS[:3]), max_size=30), st.lists(st.sampled_from(WORDS[:3]), max_size=30))
def test_shares_are_those_of_counting(left: list[str], right: list[str]) -> None:
    """The share is the part of the distinct runs that the other has as well, and every passage stands in both."""
    runs = [{tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)} for words in (left, right)]
    common = runs[0] & runs[1]
    found = measured(a=" ".join(left), b=" ".join(right)) if left and right else ()
    assert bool(found) == bool(common)
    for pair in found:
        assert (pair.share_of_left, pair.share_of_right) == (len(common) / len(runs[0]), len(common) / len(runs[1]))
        for passage in pair.shared:
            assert " ".join(left)[slice(*passage.left)] == " ".join(right)[slice(*passage.right)]
            assert passage.words >= RUN


def with_origin(source: ArchivedSource, origin: str) -> ArchivedSource:
    """Declare another origin."""
    return replace(source, source=replace(source.source, origin=origin))


def test_a_copy_with_an_origin_of_its_own_is_reported() -> None:
    """The one that took more of its words from the other is named, unless both declare one origin."""
    text = " ".join(WORDS)
    sources = {"long": archived("long", f"{text} and much more of its own"), "short": archived("short", text)}
    assert list(check_lineage(sources, pairs(sources))) == []
    apart = sources | {"short": with_origin(sources["short"], "notebook")}
    (found,) = check_lineage(apart, pairs(apart))
    assert (found.path, found.rule) == ("seeds/short.yml", "undeclared-copy")
    assert found.message.startswith("100% of its eight-word runs stand in long as well")


def test_a_copy_is_found_in_other_characters() -> None:
    """Neither Unicode's other forms, nor what is invisible, nor another language in the sidecar hides a copy."""
    words = [*WORDS, "café", "क़लम"]
    plain = " ".join(words)
    split = " ".join(f"{word[0]}\u00ad\u200b{word[1:]}" for word in words)
    for other in (unicodedata.normalize("NFD", plain), split):
        (pair,) = pairs({"a": archived("a", plain), "b": archived("b", other, language="fr")})
        assert (pair.share_of_left, pair.share_of_right) == (1, 1)
