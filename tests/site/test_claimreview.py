"""ClaimReview: what programs are told of a claim."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import extruct
import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus import dates
from factsite.corpus.model import Correction, Party, Settings, Stance, Verdict, Withdrawal
from factsite.site.claimreview import NO_CONCLUSION, json_ld, one_sentence, review
from factsite.verify.record import Record
from tests.hostile_strings import HOSTILE
from tests.records import SETTINGS, SOURCES, archived, claim, evidence, first, published, record, sample


def of(made: Record, name: str = "ended-at-nine") -> dict[str, Any]:
    """Give a claim's ClaimReview as plain JSON."""
    return dict(json.loads(json.dumps(review(made.cards[name], made, first(made)))))


def page(block: str) -> str:
    """Put a script element into the smallest page."""
    return f"<!doctype html><html><head><title>x</title></head><body><p>before</p>{block}<p>after</p></body></html>"


def test_readers_get_exactly_our_object() -> None:
    """What a search engine's reader takes from a claim's page is the object, nothing more and nothing less."""
    made = published()
    for name, each in made.claims.items():
        if each.withdrawn is not None:
            continue
        read = extruct.extract(page(json_ld(each, made, first(made))), syntaxes=["json-ld", "microdata", "rdfa"])
        assert read["json-ld"] == [of(made, name)]
        assert read["microdata"] == []


def test_every_required_and_recommended_property_is_there() -> None:
    """A claim with everything has every property that readers of ClaimReview ask for."""
    made = of(sample())
    assert made["url"] == "https://checks.example/claims/ended-at-nine/"
    assert made["claimReviewed"] == "The lantern festival ended at nine."
    assert made["datePublished"] == "2026-11-21"
    assert made["dateModified"] == "2026-11-25"
    assert made["itemReviewed"] == {
        "@type": "Claim",
        "text": "The lantern festival ended at nine.",
        "author": {"@type": "Organization", "name": "The mayor"},
        "datePublished": "2019-11-01",
        "temporalCoverage": "2019-10-31/2019-11-01",
        "appearance": [
            {
                "@type": "CreativeWork",
                "name": "Lantern festival ends early",
                "url": "https://gazette.example/lanterns",
            }
        ],
    }
    assert made["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 3,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Disputed",
        "ratingExplanation": "The mayor says nine; a boatman says ten.",
    }
    assert made["author"] == made["publisher"]
    assert made["publisher"] == {
        "@type": "Organization",
        "name": "Quay Checks",
        "url": "https://checks.example/about/",
        "publishingPrinciples": "https://checks.example/methodology/",
        "correctionsPolicy": "https://checks.example/corrections-policy/",
    }
    assert made["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_sources_are_cited_in_page_order() -> None:
    """Each source is cited once, with what is known of it and with the page that describes it."""
    cited = of(sample())["citation"]
    assert [work["identifier"] for work in cited] == ["gazette", "hindi", "notebook"]
    assert cited[0]["mainEntityOfPage"] == "https://checks.example/sources/gazette/"
    assert cited[0]["archivedAt"] == "https://archive.example/gazette/lanterns"
    assert cited[2] == {
        "@type": "CreativeWork",
        "identifier": "notebook",
        "name": "A night on the quay",
        "alternateName": "Notebook",
        "mainEntityOfPage": "https://checks.example/sources/notebook/",
        "inLanguage": "en",
    }


def test_no_conclusion_has_no_number() -> None:
    """A verdict without a number gives -1 for the value and for both bounds, as readers expect it."""
    rating = of(sample(), "three-boats")["reviewRating"]
    assert [rating[key] for key in ("ratingValue", "bestRating", "worstRating")] == [NO_CONCLUSION] * 3
    assert rating["alternateName"] == "Unproven"


def test_a_withdrawn_claim_has_no_markup() -> None:
    """A verdict that the editors withdrew is not offered to programs any longer."""
    made = sample()
    assert json_ld(made.claims["two-boats"], made, first(made)) == ""


@pytest.mark.parametrize("written", ["2019-05-13", "2019-05~", "2019?", "../2019-05", "2019-05/2019-06", "201X"])
def test_a_date_is_given_to_programs_only_where_it_is_certain(written: str) -> None:
    """A claim's date that is uncertain, open or a span is left out; what it speaks of is said in full, as text."""
    when = dates.parse(written)
    made = of(record(claim("a", claimed=when, about=when)), "a")["itemReviewed"]
    assert made.get("datePublished") == (written if when.plain else None)
    assert made["temporalCoverage"] == written


def test_a_person_is_not_called_an_organisation() -> None:
    """A claimant is a person where the settings list the name, and an organisation otherwise."""
    made = sample()
    assert of(made, "three-boats")["itemReviewed"]["author"] == {"@type": "Person", "name": "The boatman"}
    assert of(made)["itemReviewed"]["author"]["@type"] == "Organization"


@pytest.mark.parametrize(
    ("stance", "url", "copy", "expected"),
    [
        (Stance.SUPPORTS, "https://news.example/a", None, ["https://news.example/a"]),
        (Stance.MENTIONS, None, "https://archive.example/a", ["https://archive.example/a"]),
        (Stance.CONTRADICTS, "https://news.example/a", None, []),
        (Stance.QUALIFIES, "https://news.example/a", None, []),
        (Stance.SUPPORTS, "https://checks.example/copy", None, []),
        (Stance.SUPPORTS, None, None, []),
    ],
)
def test_appearances_are_public_and_elsewhere(
    stance: Stance, url: str | None, copy: str | None, expected: list[str]
) -> None:
    """A document is an appearance of the claim if it makes or reports it and the public finds it on another site."""
    sources = {"paper": archived("paper", "It ended at nine.\n", url=url, archived=copy)}
    item = replace(evidence("gazette", stance, "ended at nine"), source="paper")
    made = of(record(claim(evidence=(item,)), sources=sources))
    assert [found["url"] for found in made["itemReviewed"].get("appearance", [])] == expected


def test_corrections_of_meaning_are_told() -> None:
    """Each correction that the page shows stands in the object; a mended spelling, which it does not show, does not."""
    assert of(sample())["correction"] == [
        {"@type": "CorrectionComment", "text": "The hour was wrong.", "datePublished": "2026-11-25"}
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It ended at nine.", "It ended at nine."),
        ("It ended at nine. Nobody was hurt.", "It ended at nine."),
        ("It ended  at\nnine", "It ended at nine"),
        ("Mr. Rao met Dr. Sen. They spoke.", "Mr. Rao met Dr. Sen. They spoke."),
        ("The U.S. Senate knew. It did nothing.", "The U.S. Senate knew."),
        ("About 1.5 million people came. Few left.", "About 1.5 million people came."),
        ("She wrote “it is over.” Then she left.", "She wrote “it is over.”"),
        ("वह गया। वह आया।", "वह गया।"),
        ("Who knew? Everybody.", "Who knew?"),
    ],
)
def test_claim_reviewed_is_one_sentence(text: str, sentence: str) -> None:
    """A claim is trimmed to its first sentence, and where that is in doubt it is left whole."""
    assert one_sentence(text) == sentence


@given(st.text())
def test_trimming_only_cuts_the_end(text: str) -> None:
    """Whatever the text, its one sentence is how it begins."""
    assert " ".join(text.split()).startswith(one_sentence(text))


# How a collector of fact checks reads ratings: words that a label begins with come first, numbers second.
CREDIBLE, UNCERTAIN, NOT_CREDIBLE, NOT_VERIFIABLE = "credible", "uncertain", "not credible", "not verifiable"
LABELS_READ = {
    "true": CREDIBLE,
    "correct": CREDIBLE,
    "accurate": CREDIBLE,
    "mostly true": CREDIBLE,
    "half true": UNCERTAIN,
    "mixed": UNCERTAIN,
    "false": NOT_CREDIBLE,
    "fake": NOT_CREDIBLE,
    "incorrect": NOT_CREDIBLE,
    "misleading": NOT_CREDIBLE,
    "not true": NOT_CREDIBLE,
    "unsubstantiated": NOT_VERIFIABLE,
    "baseless": NOT_VERIFIABLE,
}


def as_read(rating: dict[str, Any]) -> str:
    """Read a rating as that collector does."""
    label = rating["alternateName"].lower()
    for beginning, reading in LABELS_READ.items():
        if label.startswith(beginning):
            return reading
    if rating["bestRating"] == rating["worstRating"] == -1:
        return NOT_VERIFIABLE
    share = (rating["ratingValue"] - rating["worstRating"]) / (rating["bestRating"] - rating["worstRating"])
    return CREDIBLE if share > 0.6 else UNCERTAIN if share > 0.4 else NOT_CREDIBLE


def rating_of(verdict: Verdict, settings: Settings) -> dict[str, Any]:
    """Give the rating of a claim with a verdict."""
    made = of(record(claim(verdict=verdict.id), settings=replace(SETTINGS, verdicts=settings.verdicts)))
    return dict(made["reviewRating"])


def test_verdicts_survive_their_readers() -> None:
    """Each verdict arrives with its meaning: a refuted claim never as credible, a disputed one as uncertain."""
    settings = published().settings
    read = {verdict.id: as_read(rating_of(verdict, settings)) for verdict in settings.verdicts.values()}
    assert read == {
        "corroborated": CREDIBLE,
        "supported": CREDIBLE,
        "disputed": UNCERTAIN,
        "misleading": NOT_CREDIBLE,
        "refuted": NOT_CREDIBLE,
        "unproven": NOT_VERIFIABLE,
    }


def all_said(words: list[str]) -> Record:
    """Make a record that says something else in every field that ClaimReview takes over."""
    settings = replace(
        SETTINGS,
        publisher=Party(words[0], "https://checks.example/about/"),
        topics={"evening": words[1]},
        verdicts={"disputed": replace(SETTINGS.verdicts["disputed"], label=words[2])},
    )
    source = replace(SOURCES["gazette"].source, title=words[3], publisher=words[4])
    return record(
        claim(
            claim=words[5],
            claimant=words[6],
            summary=words[7],
            corrections=(Correction(dates.parse("2026-11-25"), words[0]),),
        ),
        settings=settings,
        sources={"gazette": replace(SOURCES["gazette"], source=source)},
    )


def assert_inert(made: Record) -> None:
    """Assert that a browser sees one script of data between two paragraphs, which gives the object back."""
    block = json_ld(made.claims["ended-at-nine"], made, first(made))
    body = html5lib.parse(page(block), namespaceHTMLElements=False).find("body")
    assert [element.tag for element in body] == ["p", "script", "p"]
    assert json.loads(body[1].text) == of(made)
    assert not set("<>&\n\u2028\u2029") & set(body[1].text)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_stays_text(number: int) -> None:
    """A text that breaks naive programs stays a text, in every field of claim, source and settings at once."""
    assert_inert(all_said([HOSTILE[number]] * 8))


@given(words=st.lists(st.text(min_size=1), min_size=8, max_size=8))
def test_any_text_stays_text(words: list[str]) -> None:
    """Whatever stands in claim, source or settings, the script is data and nothing else."""
    assert_inert(all_said(words))


def test_withdrawing_leaves_other_claims_alone() -> None:
    """Only the withdrawn claim loses its markup."""
    kept, gone = claim("kept"), claim("gone", withdrawn=Withdrawal(dates.parse("2026-12-01"), "Not checkable."))
    made = record(kept, gone)
    assert [bool(json_ld(each, made, first(made))) for each in (kept, gone)] == [True, False]


def test_several_claimants_are_all_authors() -> None:
    """Several claimants are a list of authors, each of its kind."""
    both = claim("a", claimants=tuple(map(SETTINGS.claimants.meant, ("boatman", "The mayor"))))
    assert of(record(both), "a")["itemReviewed"]["author"] == [
        {"@type": "Person", "name": "The boatman"},
        {"@type": "Organization", "name": "The mayor"},
    ]
