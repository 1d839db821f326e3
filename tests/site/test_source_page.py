"""The page of a source: what it is, its quotes in their order with a little context, and what it lacks."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from factsite.corpus.model import Absence, Quotable, Relation, Stance
from factsite.site.pages import claim as claim_page
from factsite.site.pages import source as source_page
from tests import records
from tests.records import first
from tests.site.reading import article, front, only, page, words


def shown(name: str) -> html.HtmlElement:
    """Render the page of a source of the sample."""
    return article(page(list(source_page.outputs(records.sample(), first(records.sample()))), f"sources/{name}.md"))


def facts(element: html.HtmlElement) -> dict[str, str]:
    """Read the list of facts."""
    first = element.xpath("//dl[@class='fs-facts']")[0]
    return {words(term): words(term.getnext()) for term in first.iter("dt")}


def test_what_the_document_states_is_stated() -> None:
    """Publisher, dates, language, origin, relation and addresses are given as the document has them."""
    assert facts(shown("gazette")) == {
        "Publisher": "The Gazette",
        "Published": "2 November 2019, 09:52 (UTC+05:30)",
        "Updated": "2 November 2019, 12:21 (UTC+05:30)",
        "Language": "English",
        "Origin": "Northern Wire",
        "Relation to it": "wire copy",
        "Address": "https://gazette.example/lanterns",
        "Archived at": "https://archive.example/gazette/lanterns",
    }


def test_what_it_does_not_state_is_said_not_to_be_stated() -> None:
    """A document without publisher and date says so, and what editors infer is marked as inferred."""
    assert facts(shown("notebook"))["Publisher"] == "not stated in the document"
    assert facts(shown("notebook"))["Published"] == "not stated in the document"
    assert facts(shown("hindi"))["Taken from"] == "Gazette inferred by the editors"


def test_a_primary_document_is_called_one() -> None:
    """The page of a primary document says that it is one, and of what a translation is."""
    for relation, begins in ((Relation.ORIGINAL, "Primary"), (Relation.TRANSLATION, "Translation of a primary")):
        order = records.archived("order", "The order\n", relation=relation, primary=True)
        pages = list(
            source_page.outputs(
                records.record(sources={"order": order}), first(records.record(sources={"order": order}))
            )
        )
        assert facts(article(page(pages, "sources/order.md")))["Kind"].startswith("primary document")
        assert f"The order. {begins} document, " in str(front(page(pages, "sources/order.md"))["description"])


def test_quotes_are_counted_in_words() -> None:
    """One quote is not called quotes."""
    for name, stated in (("gazette", "1 quote in the order"), ("notebook", "3 quotes in the order")):
        assert words(only(shown(name), "//h2[@id='excerpts']/following-sibling::p[1]")).startswith(stated)


def test_quotes_are_marked_in_their_context() -> None:
    """A stretch of the document holds the sentence in which a quote stands, with the quote marked and numbered."""
    first = shown("gazette").xpath("//blockquote")[0]
    assert words(first) == (
        '… The mayor said that the lantern festival ended at nine. "Nobody was hurt," she told reporters. '
        "Two boats, she added, had drifted from the quay1 …"
    )
    assert [mark.text for mark in first.iter("mark")] == [
        "the lantern festival ended at nine",
        "had drifted from the quay",
    ]


def test_a_quote_of_markdown_is_shown_as_its_reader_sees_it() -> None:
    """Locations and link targets of a Markdown source do not appear."""
    first = shown("notebook").xpath("//blockquote")[0]
    assert words(first) == "… The festival went on until ten, a boatman said1. Three boats drifted away23 …"


def test_the_page_says_what_it_may_show() -> None:
    """A page says that the full text is not published, and where it may be quoted whole gives the reason instead."""
    long = records.archived("long", "A long text\n\n" + "Word after word. " * 50)
    order = records.archived("order", long.document.text, quotable=Quotable("A public order"))
    made = records.record(sources={"long": long, "order": order})
    for name, why, in_part in (("long", None, True), ("order", "A public order", False)):
        element = article(page(list(source_page.outputs(made, first(made))), f"sources/{name}.md"))
        assert facts(element).get("May be quoted whole") == why
        assert ("is not published here" in words(element)) == in_part


def test_each_quote_leads_to_its_claim() -> None:
    """Under each stretch stand the claims that quote it, with the stance, and lead to the citation."""
    element = shown("notebook")
    assert [words(item) for item in element.xpath("//ol[@class='fs-uses']/li")] == [
        "contradicts The lantern festival ended at nine.",
        "mentions Three boats drifted away.",
        "mentions Three boats drifted away.",
    ]
    assert element.xpath("//ol[@class='fs-uses']//a/@href")[0] == "../claims/ended-at-nine.md#e-3"


def test_a_claim_page_leads_to_an_anchor_that_exists() -> None:
    """The link "in its context" of every citation leads to an anchor on the source's page."""
    sample = records.sample()
    pages = {
        item.path: item
        for item in (*source_page.outputs(sample, first(sample)), *claim_page.outputs(sample, first(sample)))
    }
    for path in ("claims/ended-at-nine.md", "claims/three-boats.md"):
        for link in article(pages[path].make()).xpath("//p[@class='fs-place']/a[1]/@href"):
            target, _, anchor = link.removeprefix("../").partition("#")
            assert article(pages[target].make()).xpath(f"//*[@id='{anchor}']")


def test_it_says_what_the_source_says_alone_and_leaves_out() -> None:
    """Claims to which it speaks alone are listed, and those to which others speak and for which it was searched."""
    alone = only(shown("notebook"), "//h2[@id='alone']/following-sibling::ul[1]")
    assert {words(item) for item in alone} == {"Three boats drifted away."}
    both = (
        records.evidence("gazette", Stance.SUPPORTS, "the lantern festival"),
        records.evidence("hindi", Stance.SUPPORTS, "दो नावें"),
    )
    unsearched = records.record(records.claim(evidence=both))
    assert not article(page(list(source_page.outputs(unsearched, first(unsearched))), "sources/notebook.md")).xpath(
        "//h2[@id='left-out']"
    )
    without = records.record(records.claim(evidence=both, absent=(Absence((), ("ten",)),)))
    element = article(page(list(source_page.outputs(without, first(without))), "sources/notebook.md"))
    assert (
        words(only(element, "//h2[@id='left-out']/following-sibling::ul[1]")) == "The lantern festival ended at nine."
    )


def test_the_archived_document_can_be_checked() -> None:
    """File, lines and full hash are given."""
    element = shown("gazette")
    assert words(element.xpath("//dl[@class='fs-facts']")[1]) == (
        f"File seeds/gazette.txt Lines all SHA-256 {records.SOURCES['gazette'].source.sha256}"
    )


def test_a_long_document_has_its_quotes_on_several_pages() -> None:
    """A quote far into a long document stands on the page of its part, where its claim leads."""
    text = "Title of it\n\n" + "Nothing of note happened. " * 400 + "\n\nThe lamp went out at last."
    sources = {"long": records.archived("long", text)}
    quote = records.citation("long", "The lamp went out", sources=sources)
    item = replace(records.evidence("gazette", Stance.SUPPORTS, "the quay"), source="long", quote=quote)
    made = records.record(records.claim(evidence=(item,)), sources=sources)
    second = "sources/long/page/2.md"
    pages = {output.path: output.make() for output in source_page.outputs(made, first(made))}
    assert [[mark.text for mark in article(made_page).iter("mark")] for made_page in pages.values()] == [
        [],
        ["The lamp went out"],
    ]
    assert front(pages[second])["title"] == "Long, page 2 of 2"
    pager = only(article(pages[second]), "//nav[@class='fs-pager']")
    assert words(pager) == "Previous page · Page 2 of 2"
    assert pager.xpath(".//a/@href") == ["../../../sources/long.md"]
    claim = article(page(list(claim_page.outputs(made, first(made))), "claims/ended-at-nine.md"))
    assert f"../{second}#q-{text.index('The lamp')}" in claim.xpath("//a/@href")
