"""Timeline, scale, corrections and home."""

from __future__ import annotations

from lxml import etree

from factsite.corpus import dates
from factsite.corpus.model import Bounds, Conditions, Needs, Settings, Stance
from factsite.site import style
from factsite.site.pages import corrections, home, scale, timeline
from factsite.site.pictures import bar
from factsite.site.pictures import timeline as timeline_picture
from factsite.site.pictures.timeline import Lane
from factsite.site.words import Words
from tests import records
from tests.records import first
from tests.site.reading import article, only, page, words

ENGLISH = Words("en")


def test_the_timeline_lists_every_date_in_order() -> None:
    """What claims concern, when they were said and when documents were published stand in order of time."""
    element = article(page(list(timeline.outputs(records.sample(), first(records.sample()))), "timeline/index.md"))
    assert [words(head) for head in element.iter("h2")] == [
        "31 October 2019 to 1 November 2019",
        "1 November 2019",
        "2 November 2019",
        "3 November 2019",
    ]
    assert [words(item) for item in element.xpath("//ol/li/ul/li")] == [
        "concerns The lantern festival ended at nine. Disputed",
        "said The lantern festival ended at nine. The mayor · Disputed",
        "published Lantern festival ends early Gazette",
        "published दीप उत्सव समय से पहले समाप्त Hindi",
    ]
    assert "2 claims have no date and are not on this page." in words(element)


def test_the_picture_of_time_has_a_dot_for_each_event() -> None:
    """Dots are hollow where the day is not known; more than fit are counted."""
    events = [(dates.parse("2019-05"), Lane.CONCERNS), *[(dates.parse("2019-11-02T09:52Z"), Lane.SAID)] * 8]
    drawn = etree.fromstring(str(timeline_picture.draw(events, ENGLISH)))
    kinds = [dot.get("class") for dot in drawn.iter("circle")]
    assert kinds == ["fs-dot fs-dot--hollow", *["fs-dot"] * timeline_picture.DOTS]
    texts = [text.text for text in drawn.iter("text")]
    assert texts == ["concerns", "said", "published", "May", "2019", "2 Nov", "+2"]


def test_the_picture_of_time_marks_what_is_not_certain() -> None:
    """A column keeps its date's marks, an arrow stands at an open or a later end, and only a certain day has a dot."""
    written = ["../2018", "2019-05-13?", "2019-05~/2019-09", "2019-21", "2019-XX", "201X", "2019-05-21"]
    drawn = etree.fromstring(str(timeline_picture.draw([(dates.parse(text), Lane.SAID) for text in written], ENGLISH)))
    days = [text.text for text in drawn.iter("text") if text.get("y") == "14"]
    assert days == ["→ 2018", "13 May?", "May~ →", "spring", "2019", "201X", "21 May"]
    assert [dot.get("class") for dot in drawn.iter("circle")] == ["fs-dot fs-dot--hollow"] * 6 + ["fs-dot"]


def test_a_date_that_is_not_certain_stands_in_its_place() -> None:
    """On the timeline an open beginning stands at its end, and every date is said as it is known."""
    told = {"a": "2019-05", "b": "../2019-04", "c": "2019-06~", "d": "2019-01/.."}
    made = records.record(*(records.claim(name, claimed=dates.parse(text)) for name, text in told.items()))
    element = article(page(list(timeline.outputs(made, first(made))), "timeline/index.md"))
    heads = [words(head) for head in element.iter("h2")]
    assert heads[:4] == ["January 2019 or after", "April 2019 or before", "May 2019", "about June 2019"]


def test_the_scale_says_what_each_verdict_needs() -> None:
    """Conditions are written out, and a verdict without any says so."""
    element = article(page(list(scale.outputs(records.sample(), first(records.sample()))), "scale.md"))
    assert words(only(element, "//section[@id='verdict-corroborated']")) == (
        "Corroborated At least two origins support the claim. 5 of 5 At least 2 independent origins support the claim."
    )
    assert "No condition" in words(only(element, "//section[@id='verdict-unproven']"))


def test_alternatives_stand_in_one_sentence() -> None:
    """Alternatives are joined by "or", behind the conditions that hold in any case."""
    two = Conditions(origins_against=Bounds(min=2), stances=(Stance.QUALIFIES,))
    needs = Needs(origins_for=Bounds(max=0), either=(two, Conditions(primary_against=Bounds(min=1))))
    always, either = scale.conditions(needs, ENGLISH)
    assert always == "No independent origin supports the claim."
    assert either == (
        "Either at least 2 independent origins contradict the claim and at least one document qualifies the claim, "
        "or at least 1 primary document contradicts the claim."
    )


def test_conditions_are_sentences() -> None:
    """Every kind of condition has its sentence, in singular and plural."""
    needs = Needs(Bounds(1, 3), Bounds(max=0), Bounds(min=2), (Stance.QUALIFIES,))
    assert list(scale.conditions(needs, ENGLISH)) == [
        "At least 1 independent origin supports the claim.",
        "At most 3 independent origins support the claim.",
        "No independent origin contradicts the claim.",
        "At least 2 speakers whom documents name support the claim.",
        "At least one document qualifies the claim.",
    ]


def test_corrections_stand_newest_first() -> None:
    """Corrections of meaning and withdrawals are listed with their claim; spelling is not."""
    element = article(page(list(corrections.outputs(records.sample(), first(records.sample()))), "corrections.md"))
    assert [words(item) for item in element.iter("li")] == [
        "30 November 2026 · Withdrawn · Three boats drifted away. Not checkable.",
        "25 November 2026 · Verdict was: Refuted · The lantern festival ended at nine. The hour was wrong.",
    ]


def test_no_corrections_is_said() -> None:
    """A record without corrections says that there are none."""
    made = records.record(records.claim())
    element = article(page(list(corrections.outputs(made, first(made))), "corrections.md"))
    assert "Nothing has been corrected so far." in words(element)


def test_home_counts_what_stands() -> None:
    """Home counts claims that are not withdrawn, documents and origins, and claims by verdict."""
    element = article(page(list(home.outputs(records.sample(), first(records.sample()))), "index.md"))
    assert words(only(element, "//p[@class='fs-figures']")) == (
        "2 claims checked against 3 documents from 2 independent origins"
    )
    assert [words(item) for item in only(element, "//ul[@class='fs-legend']")] == ["Disputed 1", "Unproven 1"]
    assert element.xpath("//ul[@class='fs-legend']//a/@href") == [
        "explore/index.md?verdict=disputed",
        "explore/index.md?verdict=unproven",
    ]


def test_the_most_disputed_claims_have_origins_on_both_sides() -> None:
    """Only claims with support and contradiction from telling evidence count as disputed, widest first."""
    both = (
        records.evidence("gazette", Stance.SUPPORTS, "the lantern festival"),
        records.evidence("notebook", Stance.CONTRADICTS, "Three boats"),
    )
    made = records.record(records.claim("contested", evidence=both), records.claim("agreed"))
    assert [card.id for card in home.most_disputed(made.cards.values())] == ["contested"]


def test_the_bar_is_as_long_as_its_parts_together() -> None:
    """Each verdict's part is as long as its share of the claims."""
    drawn = etree.fromstring(str(bar.bar([("a", 1), ("b", 3)])))
    widths = [float(part.get("width", "")) for part in drawn]
    assert widths[1] == 3 * widths[0]
    assert round(sum(widths) + bar.GAP) == bar.WIDTH


def test_each_verdict_has_its_tone_and_icon() -> None:
    """The stylesheet gives every verdict a class with its colours and its icon as data."""
    (output,) = style.outputs(records.sample())
    sheet = output.make().decode()
    settings: Settings = records.SETTINGS
    for verdict in settings.verdicts.values():
        rule = sheet[sheet.index(f".fs-v-{verdict.id} {{") :].split("}")[0]
        assert f"var(--fs-{verdict.tone})" in rule
        assert 'url("data:image/svg+xml,%3Csvg' in rule
