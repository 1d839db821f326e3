"""The page for people who want to use the data, with this site's addresses and a claim of its own as the example."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.site import addresses, feeds
from factsite.site.addresses import Here
from factsite.site.dialect import address, fill, front_matter
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


def outputs(record: Record) -> Iterator[Output]:
    """Give the page."""
    example = next((card for card in record.cards.values() if not card.withdrawn), None)
    shown = [f"card:{example.id}", f"source:{next(iter(example.stances))}"] if example else []
    yield Output(PATH, ("settings", *shown), partial(_make, example, record))


def _make(example: Card | None, record: Record) -> bytes:
    return fill("pages/data-guide.md.j2", page=view(example, record))


def view(example: Card | None, record: Record) -> DataGuide:
    """Decide what the page shows, with a claim as the example where there is one."""
    settings, here = record.settings, Here(PATH)
    data, name = absolute(settings, FOLDER), example.id if example else "ID"
    file = record.sources[next(iter(example.stances))].document.path if example else "FILE"
    citation = f"{settings.publisher.name}: {settings.site_name}. Data, version {VERSION}. {data}/claims.json"
    return DataGuide(
        front=front_matter(
            "mkdocs.yml and claims/",
            within=True,
            title="Use the data",
            description="The record as JSON, CSV, ClaimReview and feeds: addresses, examples, licence.",
        ),
        files=tuple(_files(here)),
        python=PYTHON.format(data=data),
        shell=SHELL.format(data=data),
        table=TABLE.format(data=data, guard=GUARD),
        check=CHECK.format(data=data, claim=name, file=file),
        example=json.dumps(cards.brief(example, settings), ensure_ascii=False, indent=2) if example else "",
        example_page=here.to(addresses.claim(name)),
        scale=here.to(addresses.SCALE),
        licence=settings.licence.name,
        licence_url=address(settings.licence.url) if settings.licence.url else None,
        citation=citation,
    )


def _files(here: Here) -> Iterator[DataFile]:
    for path, holds, schema in (
        (f"{FOLDER}/claims.json", "every claim in brief, the verdict scale and the topics", "claims"),
        (f"{FOLDER}/claims/ID.json", "one claim in full: evidence, quotes and their places, corrections", "claim"),
        (f"{FOLDER}/sources.json", "every source, and the passages that sources share", "sources"),
        (f"{FOLDER}/claims.csv", "every claim in brief, for a spreadsheet", ""),
        (f"{FOLDER}/claimreview.json", "the ClaimReview of every claim that stands, as a DataFeed", "claimreview"),
        (feeds.CLAIMS, "the newest claims and verdicts, as Atom", ""),
        (feeds.CORRECTIONS, "the newest corrections and withdrawals, as Atom", ""),
    ):
        href = None if "ID" in path else here.to(path)
        yield DataFile(path, holds, href, here.to(schema_path(schema)) if schema else None)
