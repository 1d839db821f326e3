"""What proving costs: quotes against the reading and hashing of their sources, lineage, explanations, whole claims."""

from __future__ import annotations

import hashlib
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from string import ascii_letters

from factsite.checking import workspace
from factsite.corpus.model import Citation, Excerpt, Relation, Source
from factsite.corpus.text import Document, Span
from factsite.reading import disk
from factsite.verify import lineage
from factsite.verify.explain import explain
from factsite.verify.quotes import Part, cite
from factsite.verify.record import ArchivedSource
from tests.bench import made_up

SOURCES = 1_000
QUOTES = 10_000
SOURCE_LENGTH = 5_000
BOOK_LENGTH = 120_000
CLAIMS = 1_000
ROUNDS = 5

HEADINGS = ("measurement", "took", "may take")


def measure() -> Iterator[tuple[str, str, str]]:
    """Give each measurement with what it took and what it may take, the best of several rounds."""
    chance = random.Random(1)  # noqa: S311 -- made-up text, no secret
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 9))) for _ in range(4_000)]
    texts = {f"source-{number}": _text(words, chance) for number in range(SOURCES)}
    what = f"proving {QUOTES:,} quotes against {SOURCES:,} sources"
    yield what, *_proving(texts, chance)
    yield f"{what} with curly quotation marks", *_proving({name: f"“{text}”" for name, text in texts.items()}, chance)
    yield f"{what} in Devanagari", *_proving({name: _in_devanagari(text) for name, text in texts.items()}, chance)
    archive = _archive(texts)
    yield f"lineage of {SOURCES:,} sources", _ms(_best(lambda: lineage.pairs(archive), rounds=1)), "5,000 ms"
    yield "the slowest explanation in a source of 120 KB", _ms(_slowest_explanation(texts, words, chance)), "50 ms"
    yield f"checking a claim with five quotes, of {CLAIMS:,}", _ms(_claim()), "as near as can be to 0.5 ms"


def _proving(texts: dict[str, str], chance: random.Random) -> tuple[str, str]:
    """Hold quotes against sources in memory; reading and hashing their files may take a third of the time."""
    quotes = [_quote(name, texts[name], chance) for name in list(texts) * (QUOTES // SOURCES)]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            Path(folder, name).write_text(text)
        reading = _best(lambda: _read_and_hash(Path(folder), texts))
    unproved = [_archive(texts) for _ in range(ROUNDS)]  # a source keeps its comparable form, so each round has its own
    return _ms(_best(lambda: _prove(unproved.pop(), quotes))), f"{_ms(3 * reading)} (three readings)"


def _in_devanagari(text: str) -> str:
    """Give as many bytes of a text in the other script, in which a letter has three."""
    letters = {code: 0x905 + code % 0x30 for code in map(ord, ascii_letters)}
    return text.translate(letters)[: SOURCE_LENGTH * 3 // 8].strip()


def _text(words: list[str], chance: random.Random) -> str:
    text = ""
    while len(text) < SOURCE_LENGTH:
        text += " ".join(chance.choices(words, k=chance.randint(20, 60))).capitalize() + ".\n\n"
    return text[:SOURCE_LENGTH]


def _quote(name: str, text: str, chance: random.Random) -> Excerpt:
    words = chance.choice([block for block in text.split("\n\n") if len(block.split()) > 20]).split()
    first = chance.randrange(len(words) - 18)
    return Excerpt(" ".join(words[first : first + chance.randint(6, 18)]), name)


def _archive(texts: dict[str, str]) -> dict[str, ArchivedSource]:
    return {name: _archived(name, text) for name, text in texts.items()}


def _archived(name: str, text: str) -> ArchivedSource:
    source = Source(name, "", "", "", name, "", "en", "origin", Relation.ORIGINAL)
    return ArchivedSource(source, Document(name, text), Span(0, len(text)))


def _read_and_hash(folder: Path, names: dict[str, str]) -> None:
    for name in names:
        data = disk.read(folder / name, SOURCE_LENGTH * 2)
        assert isinstance(data, bytes)
        hashlib.sha256(data).hexdigest()


def _prove(archive: dict[str, ArchivedSource], quotes: list[Excerpt]) -> None:
    for quote in quotes:
        assert isinstance(cite(quote, archive[quote.source]), Citation)


def _slowest_explanation(texts: dict[str, str], words: list[str], chance: random.Random) -> float:
    """Explain a changed word at the start, in the middle and at the end, other marks, another case, and nonsense."""
    book = _archived("book", "\n".join(texts.values())[:BOOK_LENGTH])
    typed = book.normalized.text[60_000:60_200].split()[1:-1]
    middle = len(typed) // 2
    quotes = [
        ["zzz", *typed],
        [*typed, "zzz"],
        [*typed[:middle], "zzz", *typed[middle:]],
        [f"“{typed[0]}”", *typed[1:]],
        [word.title() for word in typed],
        chance.choices(words, k=len(typed)),
    ]
    return max(_best(lambda quote=quote: explain(Part(" ".join(quote), 0), book, ())) for quote in quotes)  # type: ignore[misc]  # mypy cannot infer a lambda with a default


def _claim() -> float:
    with tempfile.TemporaryDirectory() as folder:
        made_up.make(Path(folder), 1)
        few = _best(lambda: workspace.check(Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        made_up.make(Path(folder), CLAIMS, sources=made_up.LEAST_SOURCES)
        many = _best(lambda: workspace.check(Path(folder)))
    return (many - few) / (CLAIMS - 1)


def _best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Give the least time of several rounds, in seconds."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def _ms(seconds: float) -> str:
    return f"{seconds * 1_000:,.2f} ms"
