"""Import: ClaimReview from elsewhere becomes draft claim files, and nothing is dropped in silence."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from factsite.corpus import decode
from factsite.corpus.drafts import Drafts, drafts
from factsite.corpus.model import Citation, Claim, Source
from factsite.corpus.text import Document
from factsite.site.claimreview import json_ld, review
from factsite.verify.record import Record
from tests.hostile_strings import HOSTILE
from tests.records import SETTINGS, card, first, published, sample

FOREIGN: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://other.example/checks/boats",
    "claimReviewed": "All boats are blue",
    "datePublished": "2020-03-01",
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Organization", "name": "The harbour office"}},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 3,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Disputed",
        "ratingExplanation": "Two are red.",
    },
}


def sources_of(made: Record) -> dict[str, Source]:
    """Give the described sources of a record."""
    return {name: archived.source for name, archived in made.sources.items()}


def drafted(value: object) -> Drafts:
    """Import an object into the sample record's site."""
    return drafts(json.dumps(value), SETTINGS, sources_of(sample()))


def fields(text: str) -> dict[str, Any]:
    """Read a draft back, every value as text."""
    return dict(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506  # it makes texts, lists and mappings only


def foreign(**changes: object) -> dict[str, Any]:
    """Change properties of the foreign review."""
    return FOREIGN | changes


def finished(draft: str, original: Claim[Citation]) -> str:
    """Fill in what an editor must decide and no ClaimReview holds: certainty, and for each source stance and words."""
    made = fields(draft)
    made["certainty"] = original.certainty.value
    told = {item.source: item for item in reversed(original.evidence)}
    for item in made["evidence"]:
        item |= {"stance": told[item["source"]].stance.value, "says": "As before.", "quote": "As before."}
    return yaml.safe_dump({key: value for key, value in made.items() if value}, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("of", [sample, published])
def test_what_is_exported_comes_back(of: Callable[[], Record]) -> None:
    """Export, import, and export again: every ClaimReview of the record is what it was, and nothing is lost."""
    made = of()
    standing = [claim for claim in made.claims.values() if not claim.withdrawn]
    exported = {claim.path: review(made.cards[claim.id], made, first(made)) for claim in standing}
    read = drafts(json.dumps(list(exported.values())), made.settings, sources_of(made))
    assert read.unmapped == ()
    assert list(read.files) == list(exported)
    for claim in standing:
        again, problems = decode.claim(Document(claim.path, finished(read.files[claim.path], claim)))
        assert problems == []
        assert again is not None
        assert (
            review(
                replace(card(claim, made.sources), **kept(again.attributed(made.settings.claimants))), made, first(made)
            )
            == exported[claim.path]
        )


def kept(claim: Claim[Any]) -> dict[str, Any]:
    """Give of a decoded claim what its card takes over, and which sources it cites in which order."""
    names = "claim claimants topics verdict reviewed summary claimed about corrections".split()
    stances = {item.source: (item.stance,) for item in claim.evidence}
    return {name: getattr(claim, name) for name in names} | {"stances": stances}


def wrap_page(review: Mapping[str, object]) -> str:
    """Put a review into a page among other scripts."""
    code = '<script>if (a < b) {"@type": "ClaimReview"}</script>'
    other = '<script type="application/ld+json">{"@type":"WebPage"}</script>'
    inside = json.dumps(review).replace("<", "\\u003c")
    return (
        f'<!doctype html><html>{code}{other}<SCRIPT TYPE="application/ld+json; charset=utf-8">{inside}</SCRIPT></html>'
    )


FORMS: dict[str, Callable[[Any], str]] = {
    "object": json.dumps,
    "array": lambda review: json.dumps([{"@type": "WebPage"}, review]),
    "graph": lambda review: json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, review]}),
    "feed": lambda review: json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": [review]}, {"item": None}]}),
    "page": wrap_page,
    "nested": lambda review: json.dumps({"@type": "WebPage", "mainEntity": {"review": review}}),
    "other spellings": lambda review: json.dumps(review | {"@type": ["Review", "http://schema.org/ClaimReview"]}),
    "byte order mark": lambda review: "\ufeff" + json.dumps(review),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_review_is_found_in_every_form(form: str) -> None:
    """A ClaimReview is read from an object, an array, a graph, a feed and a page, and gives the same draft."""
    made = drafts(FORMS[form](FOREIGN), SETTINGS, {})
    assert made == drafted(FOREIGN)
    assert list(made.files) == ["claims/all-boats-blue.yml"]


def test_a_built_page_can_be_imported() -> None:
    """The script element of our own pages is read like anybody's."""
    made = sample()
    read = drafts(json_ld(made.claims["ended-at-nine"], made, first(made)), SETTINGS, sources_of(made))
    assert list(read.files) == ["claims/ended-at-nine.yml"]
    assert read.unmapped == ()


def test_a_draft_says_what_to_fill_in() -> None:
    """A draft keeps what the review says, names its address, and leaves open what the editor decides."""
    (text,) = drafted(FOREIGN).files.values()
    assert text == (
        "# yaml-language-server: $schema=../schema/claim.schema.json\n"
        "# Draft from the ClaimReview at https://other.example/checks/boats\n"
        "# Fill in what stands open; the check names each place.\n"
        "claim: All boats are blue\n"
        "claimant: The harbour office\n"
        "claimed:\n"
        "about:\n"
        "topics: []\n"
        "verdict: disputed  # there: Disputed, 3 on a scale from 1 to 5\n"
        "certainty:  # high | moderate | low\n"
        "reviewed: 2020-03-01\n"
        "summary: Two are red.\n"
        "\n"
        "evidence:\n"
        "  - source:\n"
        "    stance:  # supports | contradicts | qualifies | mentions\n"
        "    says:\n"
        "    quote:\n"
        "\n"
        "reasoning:\n"
    )


def test_the_check_names_every_open_place() -> None:
    """A fresh draft is a claim file whose only faults are the places left open."""
    ((path, text),) = drafted(FOREIGN).files.items()
    _, problems = decode.claim(Document(path, text))
    lines = text.splitlines()
    named = {lines[found.location.line - 1].partition(":")[0].strip(" -") for found in problems}
    assert named == {"topics", "certainty", "source", "stance", "says", "quote"}


LOST: list[tuple[dict[str, object], str]] = [
    ({"image": "https://a.example/b.png"}, "image `https://a.example/b.png` has no place in a claim"),
    ({"video": {"url": "x"}}, "video has no place in a claim"),
    ({"author": {"name": "Others"}}, "author `Others` is not this site's"),
    ({"publisher": {"name": "Others"}}, "publisher `Others` is not this site's"),
    ({"license": "https://l.example/"}, "license `https://l.example/` is not this site's"),
    ({"keywords": "boats, Colours"}, "keywords `Colours` is no topic of this site"),
    ({"datePublished": "soon"}, "datePublished `soon` is no date"),
    ({"datePublished": "2020-03-01T10:00:00.0Z"}, "datePublished `2020-03-01T10:00:00.0Z` was kept as 2020-03-01"),
    ({"dateModified": "2020-04-01"}, "dateModified `2020-04-01` is neither the date of the review nor of a correction"),
    ({"citation": ["https://a.example/", "A book"]}, "citation `https://a.example/` is not in the archive"),
    ({"citation": {"name": "A book"}}, "citation `A book` is not in the archive"),
    (
        {"reviewRating": {"alternateName": "Half true", "ratingValue": "2", "bestRating": 5, "worstRating": 1}},
        "reviewRating `Half true, 2 on a scale from 1 to 5` is no verdict of this site",
    ),
    ({"reviewRating": {}}, "reviewRating `no label, no number on a scale from ? to ?` is no verdict of this site"),
    (
        {"itemReviewed": {"author": {"@type": "Person", "name": "A. Sailor"}}},
        "itemReviewed.author `A. Sailor` is a Person there; see `claimants` in mkdocs.yml",
    ),
    (
        {"itemReviewed": {"author": {"name": "A", "sameAs": "x"}}},
        "itemReviewed.author.sameAs `x` has no place in a claim",
    ),
    (
        {"itemReviewed": {"text": "Another claim."}},
        "itemReviewed.text `Another claim.` is not what claimReviewed says",
    ),
    (
        {"itemReviewed": {"appearance": [{"url": "https://a.example/"}]}},
        "itemReviewed.appearance `https://a.example/` is not in the archive",
    ),
]


@pytest.mark.parametrize(("changes", "lost"), LOST)
def test_what_cannot_be_kept_is_listed(changes: dict[str, object], lost: str) -> None:
    """Whatever a claim file has no place for, or a place with another meaning, is named with its value and why."""
    assert f"claims/all-boats-blue.yml: {lost}" in drafted(foreign(**changes)).unmapped


def test_nothing_is_lost_of_a_plain_review() -> None:
    """A review that a claim file can hold gives no complaint."""
    assert drafted(FOREIGN).unmapped == ()


def test_a_date_that_is_not_certain_is_kept_where_a_claim_may_have_one() -> None:
    """What was claimed may have been claimed about some month; a review is of one day."""
    item = {"text": FOREIGN["claimReviewed"], "datePublished": "2019-05~", "temporalCoverage": "2019-05/.."}
    made = drafted(foreign(itemReviewed=item, datePublished="2020-03-01/2020-03-02"))
    (text,) = made.files.values()
    assert [fields(text)[key] for key in ("claimed", "about", "reviewed")] == ["2019-05~", "2019-05/..", "2020-03-01"]
    assert "claims/all-boats-blue.yml: datePublished `2020-03-01/2020-03-02` was kept as 2020-03-01" in made.unmapped


def test_sources_are_known_by_address() -> None:
    """A cited address that is a source's, or its public copy's, becomes evidence of that source, once."""
    works = ["https://gazette.example/lanterns", {"url": "https://archive.example/gazette/lanterns"}]
    made = drafted(foreign(citation=works))
    assert made.unmapped == ()
    (text,) = made.files.values()
    assert [item["source"] for item in fields(text)["evidence"]] == ["gazette"]


def test_references_within_a_graph_are_followed() -> None:
    """An author who stands elsewhere in the graph is found by name, and one that refers to itself does no harm."""
    item = {"author": [{"@id": "#a"}, {"@id": "#loop"}]}
    nodes = [{"@id": "#a", "name": "The harbour office"}, {"@id": "#loop", "name": {"@id": "#loop"}}]
    (text,) = drafted({"@graph": [foreign(itemReviewed=item), *nodes]}).files.values()
    assert fields(text)["claimant"] == "The harbour office"


def test_several_authors_are_several_claimants() -> None:
    """Each author is a claimant, once, by the name that the settings declare for him."""
    authors = [{"name": "The harbour office"}, {"name": "boatman", "@type": "Person"}, {"name": "The harbour office"}]
    made = drafted(foreign(itemReviewed={"author": authors}))
    (text,) = made.files.values()
    assert fields(text)["claimant"] == ["The harbour office", "The boatman"]
    assert made.unmapped == ()


def test_two_claims_of_one_name_get_two_files() -> None:
    """Drafts never take each other's place."""
    made = drafted([FOREIGN, foreign(claimReviewed="All boats are blue!"), foreign(claimReviewed="नावें नीली हैं")])
    assert list(made.files) == [
        "claims/all-boats-blue.yml",
        "claims/all-boats-blue-2.yml",
        "claims/naven-nili-hain.yml",
    ]


def test_a_claim_of_signs_is_named_by_its_address_or_not_drafted() -> None:
    """Where no words give an id, the other site's address does; where it has none either, an id is asked for."""
    made = drafted([foreign(claimReviewed="370"), foreign(claimReviewed="?!", url="https://other.example/")])
    assert list(made.files) == ["claims/boats.yml"]
    assert made.unnamed == ("`?!` has no words to make an id of: begin it with `factsite new --id ID`",)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("{", "broken JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ("[" * 100_000, "JSON that is nested too deeply"),
        ("[" + "1" * 5000 + "]", "broken JSON: Exceeds the limit (4300 digits) for integer string conversion"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, lost: str) -> None:
    """A file that cannot be read gives a reason and no draft."""
    made = drafts(text, SETTINGS, {})
    assert made.files == {}
    assert [line for line in made.unmapped if line.startswith(lost)], made.unmapped


@pytest.mark.parametrize("text", ["", "no markup", "<![odd[x]]>", '{"@type": "Recipe"}'])
def test_what_holds_no_review_gives_nothing(text: str) -> None:
    """A file without a ClaimReview gives no draft, and nothing in it is called lost."""
    assert drafts(text, SETTINGS, {}) == Drafts({}, ())


def test_one_broken_script_does_not_hide_another() -> None:
    """A page whose first script is broken still gives the review in its second."""
    made = drafts(f'<script type="application/ld+json">{{oops</script>{wrap_page(FOREIGN)}', SETTINGS, {})
    assert len(made.files) == 1
    assert made.unmapped[0].startswith("broken JSON")


def assert_drafted(word: str) -> None:
    """Assert that a draft is one YAML mapping with our keys that holds a text as it is."""
    rating = FOREIGN["reviewRating"] | {"ratingExplanation": word, "alternateName": word}
    texts = {
        "url": f"https://other.example/boats?{word}",
        "claimReviewed": word,
        "keywords": word,
        "datePublished": word,
        "reviewBody": word,
    }
    made = drafted(foreign(**texts, reviewRating=rating, correction=[word, {"text": word}], citation=[word]))
    (text,) = made.files.values()
    read = fields(text)
    assert list(read) == list(fields(next(iter(drafted(foreign(correction="x")).files.values()))))
    for key in ("claim", "summary", "reasoning"):
        assert read[key] == (word if word.strip() else "")
    assert not [line for line in made.unmapped if not line.isprintable()]
    text.encode()


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_stays_text(number: int) -> None:
    """A text that breaks naive programs stands in a draft as a text."""
    assert_drafted(HOSTILE[number])


@given(st.text())
@example("0\xa0")
def test_any_text_stays_text(word: str) -> None:
    """Whatever a review says, the draft holds it, and every line about what was lost can be printed."""
    assert_drafted(word)


def test_half_characters_become_whole() -> None:
    """Half of a character, which JSON can spell, becomes the replacement character, for no file can hold it."""
    (text,) = drafts(json.dumps(foreign(claimReviewed="a\ud800b")), SETTINGS, {}).files.values()
    assert fields(text)["claim"] == "a\ufffdb"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@value", "name", "url", "text", "author"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*FOREIGN, "citation", "correction", "author", "license"]), json_values))
def test_no_shape_of_a_review_breaks_the_import(odd: dict[str, object]) -> None:
    """Whatever stands where a text or an object is expected, the import drafts a file or asks for its id."""
    made = drafted(odd | {"@type": "ClaimReview"})
    assert made.files or made.unnamed
    for text in made.files.values():
        assert set(fields(text)) >= {"claim", "claimant", "verdict", "evidence"}


@pytest.mark.parametrize("piece", ["<!--", "<a ", "<a b='", "<script ", "<script x='", "</script", "<?"])
def test_a_hostile_page_takes_no_time(piece: str) -> None:
    """Reading a page is linear in its length, however broken it is."""
    assert drafts(piece * 40_000, SETTINGS, {}).files == {}


def test_a_script_in_a_comment_is_no_script() -> None:
    """A page's comments are passed over, and `>` in an attribute ends no element."""
    assert drafts(f"<!-- {wrap_page(FOREIGN)} -->", SETTINGS, {}).files == {}
    page = wrap_page(FOREIGN).replace("<SCRIPT TYPE", "<!----><script data-x='a>b' type")
    assert len(drafts(page, SETTINGS, {}).files) == 1
