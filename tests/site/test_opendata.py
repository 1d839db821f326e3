"""The data files: complete, valid against the schemas beside them, and the same for the same record."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.model import Citation, Claim, Claimant, ClaimantKind, Stance
from factsite.corpus.text import Span
from factsite.site.opendata import SHAPES, outputs, schema_path
from factsite.site.opendata.annotations import CONTEXT_LENGTHS
from factsite.site.opendata.table import COLUMNS, guarded, plain
from factsite.verify.record import Pair, Record, SharedPassage, Sharing
from factsite.verify.surroundings import MOST
from tests.hostile_strings import HOSTILE
from tests.records import archived, citation, claim, evidence, published, record, sample

FORMULA = tuple("=+-@＝＋－＠")


def files(made: Record) -> dict[str, bytes]:
    """Make every data file, by its path below data/v1/."""
    return {output.path.removeprefix("data/v1/"): output.make() for output in outputs(made)}


def loaded(made: Record, path: str) -> Any:
    """Read a JSON file back."""
    return json.loads(files(made)[path])


def kind_of(path: str) -> str:
    """Name the schema of a JSON file."""
    return "claim" if path.startswith("claims/") else path.removesuffix(".json")


def full(made: Record) -> Record:
    """Add a pair of sources to a record, so that no part of any shape stays empty."""
    shared = SharedPassage(Span(0, 9), Span(3, 12), 8)
    return replace(made, pairs=(Pair("gazette", "notebook", 0.25, 1 / 3, 0.3, 8, Sharing.COPY, (shared,)),))


@cache
def schema(name: str) -> dict[str, Any]:
    """Give the published schema of a kind of file."""
    return dict(json.loads(next(output for output in outputs(sample()) if output.path == schema_path(name)).make()))


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    """Give the validator of a kind of file."""
    jsonschema.Draft202012Validator.check_schema(schema(name))
    return jsonschema.Draft202012Validator(schema(name))


@pytest.mark.parametrize("name", SHAPES)
def test_check_jsonschema_accepts_every_file(name: str, tmp_path: Path) -> None:
    """The published files of each kind are valid against the schema that is published beside them."""
    made = files(published()) | {f"sample/{path}": data for path, data in files(full(sample())).items()}
    chosen = []
    for path, data in made.items():
        if path.endswith(".json") and "schema/" not in path and kind_of(path.removeprefix("sample/")) == name:
            chosen.append(tmp_path / path.replace("/", "-"))
            chosen[-1].write_bytes(data)
    beside = tmp_path / "schema"
    beside.write_bytes(made[f"schema/{name}.schema.json"])
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(beside), *map(str, chosen)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert chosen
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", ["claims/ended-at-nine.json", "claims.json", "sources.json", "claimreview.json"])
def test_schemas_refuse_what_is_not_promised(path: str) -> None:
    """A file with a key too many, a key too few or a value of another type is not valid."""
    good = loaded(full(sample()), path)
    check = validator(kind_of(path))
    assert check.is_valid(good)
    for key in good:
        assert not check.is_valid(good | {key: None}), key
    for key in schema(kind_of(path))["required"]:
        assert not check.is_valid({other: value for other, value in good.items() if other != key}), key
    assert not check.is_valid(good | {"surprise": 1})


def types_of(value: object, at: str = "") -> Iterator[tuple[str, type]]:
    """Give every key with the type of its value; objects in one list share their keys."""
    yield at, type(value)
    for key, part in value.items() if isinstance(value, dict) else ():
        yield from types_of(part, f"{at}.{key}")
    for part in value if isinstance(value, list) else ():
        yield from types_of(part, f"{at}[]")


def test_a_key_has_one_type() -> None:
    """No key is a text here and a number there, and none is null: what is not known is left out."""
    for made in (full(sample()), published()):
        found: dict[str, set[type]] = defaultdict(set)
        for path, data in files(made).items():
            if path.endswith(".json") and "schema/" not in path:
                for key, kind in types_of(json.loads(data), kind_of(path)):
                    found[key].add(kind)
        mixed = {key: kinds for key, kinds in found.items() if len(kinds) > 1 or type(None) in kinds}
        assert mixed == {"claim.evidence[].annotation.@context[]": {str, dict}}


def test_every_file_names_version_and_licence() -> None:
    """Each JSON file says which shape it has and under which licence it stands, before anything else of ours."""
    for path, data in files(sample()).items():
        if path.endswith(".json") and "schema/" not in path:
            head = json.loads(data)
            assert head["schema_version"] == "1.1"
            assert head["licence"] == {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
            assert [key for key in head if not key.startswith("@")][:2] == ["schema_version", "licence"]


def test_the_same_record_gives_the_same_bytes() -> None:
    """Two records of equal content give equal files, which end in one line end and hold Hindi as it is written."""
    first, second = files(sample()), files(sample())
    assert first == second
    assert all(data.endswith(b"\n") and not data.endswith(b"\n\n") for data in first.values())
    assert "दीप उत्सव नौ बजे समाप्त हुआ" in first["claims/ended-at-nine.json"].decode()


def test_a_claim_in_full() -> None:
    """A claim's file has what its page shows: words, places, reasons, corrections, translations."""
    made = loaded(sample(), "claims/ended-at-nine.json")
    first = made["evidence"][0]
    assert first["quote"] == "the lantern festival ended at nine […] had drifted from the quay"
    assert first["passages"][0] == {
        "start": 67,
        "end": 101,
        "first_line": 5,
        "last_line": 5,
        "text": "the lantern festival ended at nine",
        "before": "The mayor said that",
        "behind": "",
    }
    assert made["evidence"][2]["unnamed"]
    assert not made["evidence"][2]["telling"]
    assert made["corrections"][0] == {
        "on": "2026-11-25",
        "what": "The hour was wrong.",
        "verdict_was": "refuted",
        "typographical": False,
    }
    assert made["translations"]["hi"]["claim"] == "दीप उत्सव नौ बजे समाप्त हुआ।"
    assert (made["rating"], made["verdict_label"]) == (3, "Disputed")
    assert "rating" not in loaded(sample(), "claims/three-boats.json")


def test_a_withdrawn_claim_stays_in_the_data() -> None:
    """A withdrawn claim keeps its file and its row, marked with date and reason; only its ClaimReview is gone."""
    made = files(sample())
    assert json.loads(made["claims/two-boats.json"])["withdrawn_because"] == "Not checkable."
    assert "2026-11-30" in next(row for row in made["claims.csv"].decode().splitlines() if row.startswith("two-boats"))
    reviewed = [item["url"] for item in json.loads(made["claimreview.json"])["dataFeedElement"]]
    assert reviewed == ["https://checks.example/claims/ended-at-nine/", "https://checks.example/claims/three-boats/"]


def test_annotations_lead_to_the_quoted_characters() -> None:
    """Both selectors lead to one place: by position, and by the quote, which is unique with what surrounds it."""
    for made in (sample(), published()):
        for name in made.claims:
            for item in loaded(made, f"claims/{name}.json")["evidence"]:
                archived = made.sources[item["source"]]
                text, part = archived.document.text, archived.span
                for target, passage in zip(item["annotation"]["target"], item["passages"], strict=True):
                    quote, position = target["selector"]
                    start, end = position["start"], position["end"]
                    assert (start, end) == (passage["start"], passage["end"])
                    around = quote["prefix"] + quote["exact"] + quote["suffix"]
                    begin = start - len(quote["prefix"])
                    assert text[begin : begin + len(around)] == around
                    assert text[part.start : part.end].count(around) == 1
                    assert text[start:end] == quote["exact"]
                    assert part.start <= begin <= begin + len(around) <= part.end
                    assert max(len(quote["prefix"]), len(quote["suffix"])) <= max(CONTEXT_LENGTHS[-1], MOST)
                    assert target["state"]["schema:sha256"] == archived.source.sha256


def test_a_quote_that_has_its_like_gets_more_context() -> None:
    """Where a document repeats itself, prefix and suffix grow until they tell one place from the other."""
    alike = f"{'Same words. ' * 6}Two boats. {'Same words. ' * 6}"
    text = f"One. {alike}Three. {alike}Four."
    sources = {"paper": archived("paper", text)}
    quote = citation("paper", "Two boats", sources=sources)
    item = replace(evidence("gazette", Stance.MENTIONS, "Two boats"), source="paper", quote=quote)
    made = loaded(record(claim(evidence=(item,)), sources=sources), "claims/ended-at-nine.json")
    selector = made["evidence"][0]["annotation"]["target"][0]["selector"][0]
    assert selector["prefix"].startswith("One. ")


def test_context_stays_within_the_source() -> None:
    """Where a file holds more than one source, what surrounds a quote is not taken from another one."""
    text = "Another paper's words. It ended at nine. More of another paper."
    whole = archived("paper", text)
    start = text.index("It ended")
    sources = {"paper": replace(whole, span=Span(start, start + len("It ended at nine.")))}
    item = replace(evidence("gazette", Stance.MENTIONS, "ended at nine"), source="paper")
    quote = citation("paper", "ended at nine", sources=sources)
    made = loaded(record(claim(evidence=(replace(item, quote=quote),)), sources=sources), "claims/ended-at-nine.json")
    selector = made["evidence"][0]["annotation"]["target"][0]["selector"][0]
    assert (selector["prefix"], selector["suffix"]) == ("It ", ".")


class Unread(Mapping[str, Claim[Citation]]):
    """Claims that nobody may load."""

    def __getitem__(self, key: str) -> Claim[Citation]:
        """Refuse."""
        raise AssertionError(f"{key} was loaded")

    def __iter__(self) -> Iterator[str]:
        """Refuse."""
        raise AssertionError("the claims were listed")

    def __len__(self) -> int:
        """Refuse."""
        raise AssertionError("the claims were counted")


def test_files_of_many_claims_load_none() -> None:
    """Everything but a claim's own file is made from cards, so that one edit does not load the archive."""
    made = replace(sample(), claims=Unread())
    for output in outputs(made):
        if not output.path.startswith("data/v1/claims/"):
            assert output.make()


def rows(data: bytes) -> list[dict[str, str]]:
    """Read the table back as the data guide says."""
    read = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{key: plain(cell) for key, cell in row.items()} for row in read]


def test_the_table_comes_back() -> None:
    """A row has what the claim's entry in claims.json has, after a trip through a spreadsheet's format."""
    for made in (sample(), published()):
        data = files(made)
        entries = json.loads(data["claims.json"])["claims"]
        for row, entry in zip(rows(data["claims.csv"]), entries, strict=True):
            expected = {key: entry.get(key, "") for key in COLUMNS} | {"topics": " ".join(entry["topics"])}
            assert row == {key: str(value) for key, value in expected.items()}


def test_the_table_is_as_spreadsheets_expect() -> None:
    """The table begins with a byte order mark and ends its lines in CR LF, so that Hindi opens intact."""
    data = files(record(claim(summary="दो नावें")))["claims.csv"]
    assert data.startswith(b"\xef\xbb\xbfid,url,claim")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 2
    assert "दो नावें" in data.decode()


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("-5 degrees", "'-5 degrees"),
        (" =1+1", "' =1+1"),
        ("a;=1+1", "a;'=1+1"),
        ('a, "+1', "a,' \"+1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("It's 5-6 = fine", "It's 5-6 = fine"),
        ("'quoted'", "'quoted'"),
    ],
)
def test_formulas_are_guarded(cell: str, written: str) -> None:
    """An apostrophe stands before what a spreadsheet would compute, and before nothing else."""
    assert guarded(cell) == written
    assert plain(written) == cell


def assert_guarded(cell: str) -> None:
    """Assert that no part of a guarded cell begins as a formula, however it is split, and that it comes back."""
    parts = [guarded(cell)]
    for separator in ",;|\t\r\n":
        parts = [part for whole in parts for part in whole.split(separator)]
    assert not [part for part in parts if part.strip().lstrip('"').lstrip().startswith(FORMULA)]
    assert plain(guarded(cell)) == cell


def assert_comes_back(words: list[str]) -> None:
    """Assert that texts come back from a claim's JSON, which is valid, and from the table."""
    item = evidence("gazette", Stance.MENTIONS, "Nobody was hurt", says=words[0], according_to=words[1], point=words[2])
    made = record(claim(claim=words[3], claimant=words[4], summary=words[5], evidence=(item,)))
    read = loaded(made, "claims/ended-at-nine.json")
    assert validator("claim").is_valid(read)
    said = read["evidence"][0]
    assert [said["says"], said["according_to"], said["point"]] == words[:3]
    assert [read["claim"], read["claimant"], read["summary"]] == words[3:]
    (row,) = rows(files(made)["claims.csv"])
    assert [row["claim"], row["claimant"], row["summary"]] == words[3:]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_comes_back(number: int) -> None:
    """A text that breaks naive programs comes back from JSON and table, and is no formula."""
    assert_guarded(HOSTILE[number])
    assert_comes_back([HOSTILE[number]] * 6)


@given(st.text() | st.text(alphabet="'\"=+-@,;|\t\r\n ＝a"))
def test_any_cell_is_guarded(cell: str) -> None:
    """Whatever a cell holds, it is no formula and comes back."""
    assert_guarded(cell)


@given(words=st.lists(st.text(min_size=1), min_size=6, max_size=6))
def test_any_text_comes_back(words: list[str]) -> None:
    """Whatever stands in a claim, its JSON is valid and gives it back, and so does the table."""
    assert_comes_back(words)


def test_claimants_are_given_one_by_one() -> None:
    """`claimant` says in words who makes a claim; `claimants` has each, with id, kind and note where declared."""
    kumar = Claimant("Ravi Kumar", "kumar", ClaimantKind.PERSON, note="baker", namesake=True)
    made = record(claim("a", claimants=(Claimant("The mayor"), kumar)))
    read = loaded(made, "claims/a.json")
    assert read["claimant"] == "The mayor and Ravi Kumar (baker)"
    assert read["claimants"] == [
        {"name": "The mayor"},
        {"name": "Ravi Kumar", "id": "kumar", "kind": "person", "note": "baker"},
    ]
