"""Claims as a table for spreadsheets, data/v1/claims.csv, in which no cell can become a formula.

A spreadsheet takes a cell that begins with one of a few characters for a formula, and some split lines at semicolons
or tabs. So an apostrophe is put before such a beginning, at the start of a cell and behind any separator within it.
`plain` takes the apostrophes away again, and nothing else.
"""

from __future__ import annotations

import csv
import io
import re

from factsite.corpus.model import Settings
from factsite.site import addresses
from factsite.site.urls import absolute
from factsite.verify.record import Card, Record

COLUMNS = (
    "id",
    "url",
    "claim",
    "claimant",
    "claimed",
    "about",
    "topics",
    "verdict",
    "verdict_label",
    "rating",
    "certainty",
    "reviewed",
    "changed",
    "withdrawn",
    "documents",
    "origins",
    "documents_for",
    "origins_for",
    "documents_against",
    "origins_against",
    "summary",
)

_START = r"(?:\A|(?<=[,;|\t\r\n]))"
_FORMULA = r"""(?=[\s"']*[=+\-@＝＋－＠])"""
_BARE = re.compile(_START + _FORMULA)

GUARD = _START + "'" + _FORMULA
"""The pattern of the apostrophes that `guarded` puts in, which the data guide gives to readers."""


def guarded(cell: str) -> str:
    """Put an apostrophe before everything in a cell that a spreadsheet might take for the start of a formula."""
    return _BARE.sub("'", cell)


def plain(cell: str) -> str:
    """Take away what `guarded` put in."""
    return re.sub(GUARD, "", cell)


def make(record: Record) -> bytes:
    """Make data/v1/claims.csv: UTF-8 with a byte order mark and CR LF, as spreadsheets expect."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _row(card, record.settings)] for card in record.cards.values())
    return file.getvalue().encode("utf-8-sig")


def _row(card: Card, settings: Settings) -> tuple[str, ...]:
    verdict, tally = settings.verdicts[card.verdict], card.tally
    return (
        card.id,
        absolute(settings, addresses.claim(card.id)),
        card.claim,
        card.claimant,
        card.claimed.iso if card.claimed else "",
        card.about.iso if card.about else "",
        " ".join(card.topics),
        card.verdict,
        verdict.label,
        "" if verdict.number is None else str(verdict.number),
        card.certainty,
        card.reviewed.iso,
        card.changed.iso,
        card.withdrawn.on.iso if card.withdrawn else "",
        str(tally.documents),
        str(tally.origins),
        str(tally.documents_for),
        str(tally.origins_for),
        str(tally.documents_against),
        str(tally.origins_against),
        card.summary,
    )
