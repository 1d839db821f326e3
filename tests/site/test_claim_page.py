"""The page of a claim: verdict and reason first, every source of the archive, every quote as it stands in its seed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from factsite.corpus import dates
from factsite.corpus.model import Absence, Citation, Claim, Correction, Reason, Stance, Withdrawal
from factsite.site.pages import claim as claim_page
from factsite.site.pages.comparison import CLIP, QUIET_SHOWN, clip
from factsite.verify.record import Record
from tests import records
from tests.hostile_strings import HOSTILE
from tests.records import first
from tests.site.reading import article, front, only, page, words


def made(record: Record, name: str = "ended-at-nine") -> bytes:
    """Make the page of a claim."""
    return page(list(claim_page.outputs(record, first(record))), f"claims/{name}.md")


def shown(record: Record, name: str = "ended-at-nine") -> html.HtmlElement:
    """Render the page of a claim."""
    return article(made(record, name))


@pytest.fixture
def element() -> html.HtmlElement:
    """Render the page of the sample's full claim."""
    return shown(records.sample())


def test_the_first_thing_is_the_claim_with_its_verdict(element: html.HtmlElement) -> None:
    """The head holds topic, claim, claimant and date, verdict, certainty, summary and numbers, in this order."""
    assert words(element[0]) == (
        "Claim · The evening · Boats “The lantern festival ended at nine.” "
        "The mayor, 1 November 2019 · speaks of 31 October 2019 to 1 November 2019 "
        "Verdict corrected on 25 November 2026. It was: Refuted. The hour was wrong. "
        "Disputed certainty low The mayor says nine; a boatman says ten. "
        "3 documents · 2 independent origins 2 for 1 origin 0 against 0 origins 0 silent"
    )


def test_every_source_stands_in_the_comparison_under_its_origin(element: html.HtmlElement) -> None:
    """The comparison groups the sources that speak by origin, in the order of the evidence."""
    table = only(element, "//table")
    assert [words(head) for head in table.xpath(".//tr[@class='fs-origin']")] == [
        "Northern Wire 2 documents, one origin",
        "A private notebook 1 document",
    ]
    assert [words(row) for row in table.xpath(".//tbody/tr[td]")] == [
        (
            "Gazette Wire copy, 2 November 2019 When did it end? supports It ended at nine The mayor "
            "the lantern festival ended at nine […] had drifted from the quay in full"
        ),
        "Hindi Translation, 3 November 2019 supports It ended at nine its own voice दीप उत्सव नौ बजे समाप्त हुआ in full",
        (
            "Notebook Original report, no date stated contradicts It went on until ten a boatman, unnamed "
            "until ten, a boatman said in full"
        ),
    ]


def test_silent_sources_stay_in_the_comparison() -> None:
    """A source in which words were looked for is silent, with these words; any other was not looked at."""
    bare = records.claim(absent=(Absence(("hindi",), ("ten", "boatman")),))
    element = shown(records.record(bare))
    assert [words(row) for row in element.xpath("//tr[@class='fs-quiet']")] == [
        "Hindi Translation, 3 November 2019 silent checked: “ten” or “boatman” is not in it",
        "Notebook Original report, no date stated not looked at it was not searched for this",
    ]
    counted = [words(item) for item in element.xpath("//ul[@class='fs-tally']/li")]
    assert counted[2:] == ["1 silent", "1 not looked at"]


@pytest.mark.parametrize(("more", "stated"), [(1, "1 more document"), (2, "2 more documents")])
def test_sources_without_evidence_beyond_the_named_are_counted(more: int, stated: str) -> None:
    """Of many sources without evidence some are named, silent ones first, and the number of the others is given."""
    names = [f"quiet-{number:02}" for number in range(QUIET_SHOWN + more)]
    quiet = {name: records.archived(name, "Nothing of it.") for name in names}
    sources = {"gazette": records.SOURCES["gazette"]} | quiet
    for searched, told in (
        ([], [f"Not looked at for this: {stated}. The archive"]),
        (names[-3:], [f"Not looked at for this: {stated}. The archive"]),
        (names, [f"Silent on this too: {stated}. The archive"]),
    ):
        absent = (Absence(tuple(searched), ("ten",)),) if searched else ()
        element = shown(records.record(records.claim(absent=absent), sources=sources))
        rows = [words(row) for row in element.xpath("//tr[@class='fs-quiet']")]
        assert len(rows) == QUIET_SHOWN
        assert sum(" silent checked" in row for row in rows) == min(len(searched), QUIET_SHOWN)
        assert [words(line) for line in element.xpath("//p[@class='fs-more']")] == told


def test_quotes_are_the_characters_of_the_seed(element: html.HtmlElement) -> None:
    """Every passage of every citation stands on the page as it stands in its document, in its language."""
    sample = records.sample()
    passages = [
        (sample.sources[item.source].source.language, passage.text)
        for item in sample.claims["ended-at-nine"].evidence
        for passage in item.quote.passages
    ]
    spans = element.xpath("//figure//blockquote/p/mark")
    assert [(span.xpath("ancestor::blockquote/@lang")[0], span.text_content()) for span in spans] == passages


def test_what_stands_around_a_quote_is_shown_apart_from_it(element: html.HtmlElement) -> None:
    """The rest of its sentence stands before and behind each passage, and what `[…]` leaves out of it between."""
    first = element.xpath("//figure//blockquote/p")[0]
    assert words(first) == (
        "The mayor said that the lantern festival ended at nine […] Two boats, she added, had drifted from the quay"
    )
    assert [words(around) for around in first.xpath("./span")] == ["The mayor said that", "Two boats, she added,"]


def test_a_citation_says_where_it_stands_and_leads_there(element: html.HtmlElement) -> None:
    """Each citation gives file, lines and hash, links to its place on the source's page, and marks a translation."""
    first, second, third = element.xpath("//figure")
    digest = records.sample().sources["gazette"].source.sha256[:12]
    assert words(only(first, ".//p[@class='fs-place']")) == (
        f"seeds/gazette.txt, lines 5–7 · sha256 {digest}… · in its context link to this excerpt"
    )
    assert "../sources/gazette.md#q-67" in first.xpath(".//a/@href")
    assert "the festival of lamps ended at nine Translated by the editors from Hindi" in words(second)
    assert "it does not count for or against" in words(third)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_for_doubt_has_its_sentence(reason: Reason) -> None:
    """A reason why certainty is not higher appears with a sentence that explains it."""
    doubts = only(shown(records.record(records.claim(because=(reason,)))), "//dl[@class='fs-doubts']")
    assert [child.tag for child in doubts] == ["dt", "dd"]
    assert all(words(child) for child in doubts)


def test_a_withdrawn_claim_says_so_first() -> None:
    """A withdrawn claim opens with the day and the reason, and carries no ClaimReview."""
    element = shown(records.sample(), "two-boats")
    assert words(only(element, "//div[@class='fs-notice']")) == "Withdrawn on 30 November 2026. Not checkable."
    assert element.xpath("//script") == []


def test_a_standing_claim_carries_one_claimreview(element: html.HtmlElement) -> None:
    """The page of a claim that stands holds exactly one ClaimReview."""
    assert only(element, "//script").get("type") == "application/ld+json"


def test_corrections_of_spelling_are_no_news(element: html.HtmlElement) -> None:
    """Only corrections of meaning are listed."""
    assert [words(item) for item in element.xpath("//ul[@class='fs-history']/li")] == [
        "25 November 2026 The hour was wrong. The verdict was: Refuted."
    ]


def test_long_quotes_are_cut_at_a_word_in_the_table_only() -> None:
    """A quote of several lines is clipped in the comparison, which says so; below, it stands in full."""
    quote = 'The mayor said that the lantern festival ended at nine.\n"Nobody was hurt," she told reporters. ' * 4
    source = records.archived("long", quote, title="")
    sources = {"long": source}
    citation = records.citation("long", quote.strip(), sources=sources)
    item = replace(records.evidence("gazette", Stance.SUPPORTS, "the lantern festival"), source="long", quote=citation)
    element = shown(records.record(records.claim(evidence=(item,)), sources=sources))
    cell = only(element, "//td[@class='fs-words']")
    cut = only(cell, ".//q").text_content()
    line = " ".join(quote.split())
    assert line.startswith(cut)
    assert line[len(cut)] == " "
    assert words(cell).endswith("… in full")
    assert only(element, "//blockquote/p/mark").text_content() == quote.strip()


def test_quotes_without_spaces_are_cut_between_characters() -> None:
    """Where no space stands near the limit a quote is cut there, never within what a reader takes for one character."""
    assert clip("漢" * 400) == "漢" * CLIP
    assert clip("WhatsApp " + "漢" * 400) == "WhatsApp " + "漢" * (CLIP - 9)
    assert clip("कि" * 400, 99) == "कि" * 49
    assert clip("🇮🇳" * 400, 99) == "🇮🇳" * 49


def test_front_matter_describes_the_page() -> None:
    """Title, description and picture are the claim, verdict with summary, and card; both languages have an address."""
    assert front(made(records.sample())) == {
        "title": "The lantern festival ended at nine.",
        "description": "Disputed. The mayor says nine; a boatman says ten.",
        "image": "assets/cards/ended-at-nine.png",
        "place": "claims/ended-at-nine/",
        "hide": ["navigation"],
    }


def test_a_page_depends_on_all_that_it_shows() -> None:
    """A page's inputs are its claim, its sources, and the cards of its neighbours and related claims."""
    output = next(
        item
        for item in claim_page.outputs(records.sample(), first(records.sample()))
        if item.path == "claims/ended-at-nine.md"
    )
    assert set(output.inputs) == {
        "settings",
        "claim:ended-at-nine",
        "card:ended-at-nine",
        "card:three-boats",
        "source:gazette",
        "source:hindi",
        "source:notebook",
    }


HOSTILE_FIELDS = ("claim", "claimant", "summary")


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\0" not in text])
def test_hostile_text_in_any_field_stays_text(text: str) -> None:
    """Whatever an editor types, or a document holds, is shown as it stands and adds no element to the page."""
    quiet, hostile = (shown(records.record(_filled(value))) for value in ("quiet", text))
    assert [tag.tag for tag in hostile.iter()] == [tag.tag for tag in quiet.iter()]
    in_bibtex = 1  # which writes some characters in its own way
    assert words(hostile).count(" ".join(text.split())) >= words(quiet).count("quiet") - in_bibtex


def _filled(text: str) -> Claim[Citation]:
    """Make a claim with one text in every field that takes any."""
    base = records.evidence("gazette", Stance.SUPPORTS, "the lantern festival")
    quote = base.quote._replace(passages=(base.quote.passages[0]._replace(text=text),))
    item = replace(base, says=text, according_to=text, point=text, quote=quote)
    return records.claim(
        **dict.fromkeys(HOSTILE_FIELDS, text),
        evidence=(item,),
        absent=(Absence((), (text,)),),
        corrections=(Correction(dates.parse("2026-11-25"), text),),
        withdrawn=Withdrawal(dates.parse("2026-11-26"), text),
    )
