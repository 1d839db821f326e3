"""Feeds: what readers of Atom are told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from factsite.corpus import dates
from factsite.corpus.model import Correction, Party, Withdrawal
from factsite.site.feeds import CLAIMS, CORRECTIONS, ENTRIES, outputs
from factsite.verify.record import Record
from tests.hostile_strings import HOSTILE
from tests.records import SETTINGS, claim, first, published, record, sample


def read(made: Record, path: str) -> Any:
    """Read a feed as a feed reader does."""
    (data,) = (output.make() for output in outputs(made, first(made)) if output.path == path)
    return feedparser.parse(data, sanitize_html=False)


@pytest.mark.parametrize("path", [CLAIMS, CORRECTIONS])
@pytest.mark.parametrize("of", [sample, published, record])
def test_readers_have_no_complaint(of: Callable[[], Record], path: str) -> None:
    """Both feeds are well-formed Atom with id, title, date and address, even where there is nothing to tell."""
    made = of()
    feed = read(made, path)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.id == f"{made.settings.site_url}{path}"
    assert feed.feed.title
    assert feed.feed.updated_parsed
    assert feed.feed.author_detail.name == made.settings.publisher.name


def test_a_claim_is_told_with_its_verdict() -> None:
    """An entry leads to the claim's page and data and says the verdict before the summary; newest first."""
    first, second = read(sample(), CLAIMS).entries
    assert first.id == first.link == "https://checks.example/claims/ended-at-nine/"
    assert first.title == "The lantern festival ended at nine."
    assert first.summary == "Disputed. The mayor says nine; a boatman says ten."
    assert first.updated == "2026-11-25T00:00:00+00:00"
    assert [tag.term for tag in first.tags] == ["evening", "boats"]
    assert first.links[1].href == "https://checks.example/data/v1/claims/ended-at-nine.json"
    assert second.id == "https://checks.example/claims/three-boats/"


def test_corrections_and_withdrawals_are_told() -> None:
    """The second feed has corrections of meaning and withdrawals; mended spellings are no news."""
    told = [(entry.id, entry.title, entry.summary) for entry in read(sample(), CORRECTIONS).entries]
    assert told == [
        (
            "https://checks.example/claims/two-boats/#withdrawn",
            "Withdrawn: Three boats drifted away.",
            "Not checkable.",
        ),
        (
            "https://checks.example/claims/ended-at-nine/#correction-2",
            "Corrected: The lantern festival ended at nine.",
            "The hour was wrong. The verdict was: Refuted.",
        ),
    ]


def test_ids_outlast_an_edit() -> None:
    """Editing a claim and adding a correction before the others changes no id, and adds one."""
    one = Correction(dates.parse("2026-11-22"), "A date was wrong.")
    two = Correction(dates.parse("2026-11-23"), "A name was wrong.")
    before = record(claim(corrections=(one,)))
    after = record(claim(claim="It ended early.", summary="New.", corrections=(two, one)))
    assert [entry.id for entry in read(before, CLAIMS).entries] == [entry.id for entry in read(after, CLAIMS).entries]
    old = {entry.id: entry.summary for entry in read(before, CORRECTIONS).entries}
    new = {entry.id: entry.summary for entry in read(after, CORRECTIONS).entries}
    assert old.items() < new.items()
    assert len(new) == 2


def test_a_feed_does_not_grow_with_the_archive() -> None:
    """A feed has the newest entries only, and those of one day stand in order of id."""
    many = [claim(f"c-{number:03}", reviewed=dates.parse(f"2026-{1 + number % 9:02}-01")) for number in range(90)]
    told = read(record(*many), CLAIMS).entries
    assert len(told) == ENTRIES
    assert [entry.updated for entry in told] == sorted((entry.updated for entry in told), reverse=True)
    assert told[0].id == "https://checks.example/claims/c-008/"


@pytest.mark.parametrize(
    ("written", "stamp"),
    [
        ("2026", "2026-01-01T00:00:00+00:00"),
        ("2026-11", "2026-11-01T00:00:00+00:00"),
        ("2026-11-21T09:30+05:30", "2026-11-21T09:30:00+05:30"),
        ("2026-11-21T09:30", "2026-11-21T09:30:00+00:00"),
        ("0001-01-01T00:00+05:30", "0001-01-01T00:00:00+05:30"),
    ],
)
def test_dates_of_any_precision_have_a_moment(written: str, stamp: str) -> None:
    """A date that is not precise counts from its first moment, as Atom knows moments only."""
    (entry,) = read(record(claim(reviewed=dates.parse(written))), CLAIMS).entries
    assert entry.updated == stamp


def shown(text: str) -> str:
    """Give a text as XML can hold it: without characters that are none, and with one kind of line end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", lines).strip()


def titles(made: Record, path: str) -> list[str]:
    """Give the titles in a feed as XML has them, without a feed reader's mending."""
    (data,) = (output.make() for output in outputs(made, first(made)) if output.path == path)
    return [title.text or "" for title in etree.fromstring(data).iter("{http://www.w3.org/2005/Atom}title")]


def assert_told(word: str) -> None:
    """Assert that both feeds are well formed and give a text back, wherever it stands."""
    settings = replace(SETTINGS, site_name=word, publisher=Party(word), topics={"evening": word})
    gone = claim(claim=word, withdrawn=Withdrawal(dates.parse("2026-12-01"), word))
    for output, made in (
        (CLAIMS, record(claim(claim=word, summary=word), settings=settings)),
        (CORRECTIONS, record(gone, settings=settings)),
    ):
        feed = read(made, output)
        assert not feed.bozo
        assert len(feed.entries) == 1
        assert all(shown(word) in title for title in titles(made, output))


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_stays_text(number: int) -> None:
    """A text that breaks naive programs comes back from both feeds as words."""
    assert_told(HOSTILE[number])


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_text(word: str) -> None:
    """Whatever stands in a claim and in the settings, both feeds are well formed and hold it."""
    assert_told(word)
