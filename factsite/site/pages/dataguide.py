"""The page for people who want to use the data, with this site's addresses and a claim of its own as the example."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.site import addresses, feeds
from factsite.site.addresses import Here
from factsite.site.dialect import address, fill
from factsite.site.edition import Edition
from factsite.site.opendata import cards, schema_path
from factsite.site.opendata.shapes import FOLDER, VERSION
from factsite.site.opendata.table import GUARD
from factsite.site.output import Output
from factsite.site.urls import absolute
from factsite.verify.record import Card, Record

PATH = "data-guide.md"

PYTHON = """\
import json, urllib.request
claims = json.load(urllib.request.urlopen("{data}/claims.json"))["claims"]
print(*(f"{{claim['verdict_label']}}: {{claim['claim']}}" for claim in claims), sep="\\n")
"""
SHELL = """\
curl -sO {data}/claims.csv
curl -s {data}/claims.json | jq -r '.claims[] | [.verdict, .claim] | @tsv'
curl -s {data}/sources.json | jq -r '.sources[] | [.id, .origin, .title] | @tsv'
"""
TABLE = """\
import csv, io, re, urllib.request
text = urllib.request.urlopen("{data}/claims.csv").read().decode("utf-8-sig")
guard = re.compile(r\"\"\"{guard}\"\"\")
table = csv.DictReader(io.StringIO(text, newline=""))
rows = [{{key: guard.sub("", cell) for key, cell in row.items()}} for row in table]
"""
CHECK = """\
import json, pathlib, urllib.request
file = pathlib.Path("{file}")
text = file.read_bytes().decode()
for evidence in json.load(urllib.request.urlopen("{data}/claims/{claim}.json"))["evidence"]:
    for target in evidence["annotation"]["target"]:
        if target["state"]["schema:name"] == file.name:
            quote, position = target["selector"]
            print(text[position["start"]:position["end"]] == quote["exact"])
"""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file, with the link to it where it is one file, and to its schema where it has one."""

    path: str
    holds: str
    href: Markup | None
    schema: Markup | None


@dataclass(frozen=True, slots=True)
class DataGuide:
    """Everything that the page shows."""

    front: Markup
    files: tuple[DataFile, ...]
    python: str
    shell: str
    table: str
    check: str
    example: str
    example_page: Markup
    scale: Markup
    licence: str
    licence_url: Markup | None
    citation: str


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the page."""
    example = next((card for card in record.cards.values() if not card.withdrawn), None)
    shown = [f"card:{example.id}", f"source:{next(iter(example.stances))}"] if example else []
    here = Here(PATH, edition)
    yield Output(here.path, ("settings", *shown), partial(_make, example, record, here))


def _make(example: Card | None, record: Record, here: Here) -> bytes:
    return fill("pages/data-guide.md.j2", here.words, page=view(example, record, here))


def view(example: Card | None, record: Record, here: Here) -> DataGuide:
    """Decide what the page shows, with a claim as the example where there is one."""
    settings, words = record.settings, here.words
    data, name = absolute(settings, FOLDER), example.id if example else "ID"
    file = record.sources[next(iter(example.stances))].document.path if example else "FILE"
    citation = words.say(
        "{publisher}: {site}. Data, version {version}. {address}",
        publisher=settings.publisher.name,
        site=here.edition.name,
        version=VERSION,
        address=f"{data}/claims.json",
    )
    return DataGuide(
        front=here.front(
            "mkdocs.yml and claims/",
            within=True,
            title=words.say("Use the data"),
            description=words.say("The record as JSON, CSV, ClaimReview and feeds: addresses, examples, licence."),
        ),
        files=tuple(_files(here)),
        python=PYTHON.format(data=data),
        shell=SHELL.format(data=data),
        table=TABLE.format(data=data, guard=GUARD),
        check=CHECK.format(data=data, claim=name, file=file),
        example=json.dumps(cards.brief(example, settings), ensure_ascii=False, indent=2) if example else "",
        example_page=here.to(addresses.claim(name)),
        scale=here.to(addresses.SCALE),
        licence=here.edition.licence,
        licence_url=address(settings.licence.url) if settings.licence.url else None,
        citation=citation,
    )


def _files(here: Here) -> Iterator[DataFile]:
    say = here.words.say
    brief = say("every claim in brief, the verdict scale and the topics")
    full = say("one claim in full: evidence, quotes and their places, corrections")
    for path, holds, schema in (
        (f"{FOLDER}/claims.json", brief, "claims"),
        (f"{FOLDER}/claims/ID.json", full, "claim"),
        (f"{FOLDER}/sources.json", say("every source, and the passages that sources share"), "sources"),
        (f"{FOLDER}/claims.csv", say("every claim in brief, for a spreadsheet"), ""),
        (f"{FOLDER}/claimreview.json", say("the ClaimReview of every claim that stands, as a DataFeed"), "claimreview"),
        (feeds.CLAIMS, say("the newest claims and verdicts, as Atom"), ""),
        (feeds.CORRECTIONS, say("the newest corrections and withdrawals, as Atom"), ""),
    ):
        named = here.edition.folder + path if path in (feeds.CLAIMS, feeds.CORRECTIONS) else path
        href = None if "ID" in path else here.beyond(named)
        yield DataFile(named, holds, href, here.beyond(schema_path(schema)) if schema else None)
