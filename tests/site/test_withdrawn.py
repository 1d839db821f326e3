"""A withdrawn claim keeps its pages, and none of them lets its verdict look as if it stood."""

from __future__ import annotations

import pytest

from factsite.corpus import dates
from factsite.corpus.model import ClaimWords, Withdrawal
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.edition import editions
from factsite.site.pages import citing
from factsite.site.render import outputs
from factsite.verify.record import Record
from tests import records
from tests.site.reading import article, front, only, page, words

CLAIM, VERDICT = ("Nobody was hurt.", "किसी को चोट नहीं आई।"), ("Corroborated", "पुष्ट")
MARK = ("withdrawn", "वापस लिया गया")


@pytest.fixture
def record() -> Record:
    """Make a record whose withdrawn claim has a date, two topics and Hindi words, and a verdict of its own."""
    withdrawn = records.claim(
        "nobody-hurt",
        claim=CLAIM[0],
        claimed=dates.parse("2019-11-01"),
        topics=("boats", "evening"),
        verdict="corroborated",
        withdrawn=Withdrawal(dates.parse("2026-11-30"), "She spoke of *one* boat."),
        translations={"hi": ClaimWords(CLAIM[1], "मेयर ऐसा कहती हैं।")},
    )
    return records.record(*records.sample().claims.values(), withdrawn)


def test_where_its_verdict_stands_its_withdrawal_does_too(record: Record) -> None:
    """Every page that gives a withdrawn claim with its verdict says in its own language that it was withdrawn."""
    found = {output.path: words(article(output.make())) for output in outputs(record) if output.path.endswith(".md")}
    shown = {
        path: [mark.lower() in text.lower() for mark in MARK]
        for path, text in found.items()
        if any(claim in text and verdict in text for claim, verdict in zip(CLAIM, VERDICT, strict=True))
    }
    english, own = [True, False], [False, True]
    assert len(shown) == 14
    assert shown == {
        "claims/nobody-hurt.md": english,
        "claims/index.md": english,
        "compare/index.md": english,
        "topics/boats.md": english,
        "topics/evening.md": english,
        "timeline/index.md": english,
        "explore/index.md": english,
        **{f"hi/{path}": own for path in shown if not path.startswith("hi/")},
    }


def test_an_edition_says_when_and_why(record: Record) -> None:
    """The page in Hindi opens with the day in Hindi and the reason as it was written, which is marked as English."""
    element = article(page(list(outputs(record)), "hi/claims/nobody-hurt.md"))
    notice = only(element, "//div[@class='fs-notice']")
    assert words(notice) == "30 नवंबर 2026 को वापस लिया गया। She spoke of *one* boat."
    assert words(only(notice, ".//*[@lang='en']")) == "She spoke of *one* boat."
    assert words(only(element, "//p[@class='fs-verdict__line']")).startswith("तब तक का निष्कर्ष पुष्ट")


def test_what_is_passed_on_says_so_too(record: Record) -> None:
    """Neither the description that other sites show nor the reference gives the verdict as one that stands."""
    made = list(outputs(record))
    assert front(page(made, "claims/nobody-hurt.md"))["description"] == (
        "Withdrawn. The mayor says nine; a boatman says ten."
    )
    assert front(page(made, "hi/claims/nobody-hurt.md"))["description"] == "वापस लिया गया। मेयर ऐसा कहती हैं।"
    here = Here(addresses.claim("nobody-hurt"), editions(record.settings)[0])
    reference = citing.reference(record.claims["nobody-hurt"], record.cards["nobody-hurt"], here)
    assert all("Verdict: Corroborated (withdrawn)" in text for text in (reference.plain, reference.bibtex))
