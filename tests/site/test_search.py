"""What the files of the search index hold, and what they depend on."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factsite.corpus.claimants import Claimant
from factsite.site import search
from factsite.verify.record import Record
from tests.records import first
from tests.site.cards import card, record


def made(archive: Record) -> dict[str, bytes]:
    """Make all files of the index."""
    return {output.path: output.make() for output in search.outputs(archive, first(archive))}


def data(file: bytes) -> Any:
    """Read what a file hands to the page."""
    call = re.fullmatch(r"factsiteSearch\((\"[^\"]*\"),(.*)\);\n", file.decode(), re.DOTALL)
    assert call
    return json.loads(call[2])


def terms(archive: Record) -> dict[str, list[int]]:
    """Give all terms of the index, whatever file they stand in."""
    return {
        term: steps for path, file in made(archive).items() if "words" in path for term, steps in data(file).items()
    }


def many(count: int) -> Record:
    """Give a record of claims from as many days of one year."""
    return record(card(f"c{n}", f"Claim {n} of year {n % 7}", claimed=f"{1900 + n}") for n in range(count))


def test_every_searched_text_is_found() -> None:
    """Words of the claim, summary, claimant, topics, verdict and sources lead to the claim, in both languages."""
    found = terms(record([card("one", "It was told.", hindi="उसे बताया गया।")]))
    expected = "told officials whatsapp evening disputed wire बताया"
    assert set(expected.split()) <= found.keys()


def test_words_of_the_claim_are_marked() -> None:
    """A word of the claim itself counts 2n+1, a word from around it 2n, so that results can be ordered."""
    found = terms(record([card("one", "It was told.")]))
    assert (found["told"], found["officials"]) == ([1], [0])


def test_every_filter_has_a_term() -> None:
    """Verdict, topic, claimant, source and certainty are terms of their own."""
    found = terms(record([card("one")]))
    expected = {"verdict:disputed", "topic:evening", "claimant:WhatsApp", "source:wire", "certainty:low"}
    assert expected == {term for term in found if ":" in term}


def test_postings_are_steps() -> None:
    """The claims of a term are written as steps from one to the next, oldest first."""
    found = terms(record([card("b", claimed="2019-02"), card("a", claimed="2019-03"), card("c", claimed=None)]))
    assert found["verdict:disputed"] == [0, 2, 2]
    assert [each.id for each in search.newest_last(many(3).cards.values())] == ["c0", "c1", "c2"]


def test_results_show_what_the_card_says() -> None:
    """The text of a result is the card's, character for character."""
    claim = "He said \u201c</script>\u2028\u0000\U0001f600\u201d & __proto__"
    shown = data(made(record([card("one", claim)]))["assets/search/0/cards-0.js"])
    assert shown[0]["claim"] == claim


def test_choices_count_the_claims() -> None:
    """A filter offers the values that some claim has, with the number of claims."""
    index = data(made(record([card("one"), card("two", sources=("wire", "daily"))]))["assets/search/index.js"])
    assert index["choices"]["verdict"] == [["disputed", "Disputed", 2]]
    assert index["choices"]["source"] == [["wire", "Wire", 2], ["daily", "Daily", 1]]


def test_choices_are_bounded() -> None:
    """However many claimants there are, the index offers the most frequent of them and stays small."""
    cards = [card(f"c{n}", claimant=f"Claimant {n}") for n in range(search.MOST_CHOICES + 50)]
    cards += [card("again", claimant="Claimant 240")]
    offered = data(made(record(cards))["assets/search/index.js"])["choices"]["claimant"]
    assert len(offered) == search.MOST_CHOICES
    assert offered[0] == ["Claimant 240", "Claimant 240", 2]


def test_a_file_is_the_same_as_long_as_its_inputs_are() -> None:
    """After an edit of one claim, only files that name its card as an input have other bytes."""
    before = many(90)
    edited = replace(before.cards["c40"], claim="Something else was said.", verdict="refuted")
    after = record([*(each for each in before.cards.values() if each.id != "c40"), edited])
    old = made(before)
    for output in search.outputs(after, first(after)):
        if "card:c40" not in output.inputs:
            assert output.make() == old[output.path]


def test_a_new_claim_leaves_full_segments_alone() -> None:
    """The newest claim is numbered last, so files of segments that were full do not change."""
    size = search.CARDS_IN_SEGMENT
    before, after = made(many(size + 1)), made(many(size + 2))
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed
    assert not any(path.startswith("assets/search/0/") for path in changed)


def test_an_empty_record_has_an_index() -> None:
    """A record without claims gives an index that offers nothing."""
    files = made(record([]))
    assert data(files["assets/search/index.js"])["segments"] == []
    assert len(files) == 1


def test_listing_the_files_makes_none(monkeypatch: Any) -> None:
    """The list of files is known without any text being taken apart."""
    monkeypatch.setattr("factsite.site.search_segment.indexed", None)
    assert len(list(search.outputs(many(50), first(many(50))))) == 1 + 2 + 3


def long_winded(count: int) -> Record:
    """Give a record whose claims are long, in two languages, and share words as real texts do."""
    chance = random.Random(2019)  # noqa: S311  # the same texts each time, and no secret

    def text(letters: str, length: int) -> str:
        # A few words are in most texts, most words in few.
        numbers = (min(9_999, int(chance.paretovariate(0.4))) for _ in range(length))
        return " ".join("".join(letters[int(digit)] for digit in str(number * 7 + 13)) for number in numbers)

    return record(
        card(
            f"claim-number-{n}",
            text("etaoinshrd", 22),
            summary=text("etaoinshrd", 40),
            claimed=f"{chance.randint(2000, 2026)}",
            claimant=text("etaoinshrd", 2),
            sources=tuple(f"source-{each}" for each in chance.sample(range(100), 5)),
            hindi=text("कखगचजतदनपम", 22),
        )
        for n in range(count)
    )


@pytest.mark.parametrize("claims", [1000, 5000])
def test_a_first_search_loads_little(claims: int) -> None:
    """Even if two words stand in the largest files and each of ten results in another, a search loads under 300 KB."""
    sizes: defaultdict[str, list[int]] = defaultdict(list)
    for path, file in made(long_winded(claims)).items():
        _, _, segment, *name = path.split("/")
        sizes["cards" if name and "cards" in name[0] else segment].append(len(file))
    script = (Path(__file__).parents[2] / "factsite/site/theme/assets/explore.js").stat().st_size
    cards = sum(sorted(sizes.pop("cards"))[-10:])
    index = sum(sizes.pop("index.js"))
    words = sum(2 * max(each) for each in sizes.values())
    assert script + index + words + cards < 300_000


def test_each_claimant_is_offered_and_found_by_every_spelling() -> None:
    """A claim of two is found under either, and by other spellings and names in other languages."""
    quay = Claimant("Anna Quay", "quay", also=("A. Harbour",), names={"hi": "आना"})
    archive = record([replace(card("a"), claimants=(quay, Claimant("WhatsApp"))), card("b")])
    assert data(made(archive)["assets/search/index.js"])["choices"]["claimant"] == [
        ["WhatsApp", "WhatsApp", 2],
        ["Anna Quay", "Anna Quay", 1],
    ]
    assert {"claimant:Anna Quay", "claimant:WhatsApp", "harbour", "आना"} <= terms(archive).keys()
