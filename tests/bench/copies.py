"""How well copies are told, on a public corpus of answers that were copied, rewritten or written independently.

The folder is one of Clough and Stevenson's Corpus of Plagiarised Short Answers: `orig_taska.txt` to `orig_taske.txt`,
the answers `g0pA_taska.txt` and so on, and `file_information.csv` with the columns File, Task and Category.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from factsite.corpus.model import Relation, Source
from factsite.corpus.text import Document, Span
from factsite.verify.copies import may_be_copy, measure
from factsite.verify.record import ArchivedSource, Pair, Sharing
from factsite.verify.wordruns import SourceWords

HEADINGS = ("pairs", "how many", *Sharing, "of these, warned of")

_CATEGORIES = {
    "cut": "taken word for word",
    "light": "lightly rewritten",
    "heavy": "heavily rewritten",
    "non": "independent",
}
_LENGTHS = (12, 16, 20, 25, 30, 40, 50)
"""Words of the short texts into which answers are cut."""
_QUOTED = (10, 20, 40, 80)
"""Words of the statement that independent answers are made to quote."""
_STATEMENT = 20
"""The word of an article on another question at which that statement begins."""


class Answer(NamedTuple):
    """A text of the corpus: the question that it answers, how it came about, and its words."""

    task: str
    category: str
    text: str


def measure_corpus(folder: Path) -> Iterator[tuple[str, ...]]:
    """Give, for each kind of pair, how many were told to be what."""
    texts = list(_read(folder))
    articles = {text.task: text.text for text in texts if text.category == "orig"}
    for category, name in _CATEGORIES.items():
        answers = [text for text in texts if text.category == category]
        yield _row(f"{name}, and the article", ((text.text, articles[text.task]) for text in answers))
    for category, name in _CATEGORIES.items():
        answers = [text for text in texts if text.category == category]
        cut = ((part, articles[text.task]) for text in answers for part in _parts(text.text))
        yield _row(f"{name}, cut into {_LENGTHS[0]} to {_LENGTHS[-1]} words", cut)
    independent = [text for text in texts if text.category == "non"]
    alike = [pair for pair in combinations(independent, 2) if pair[0].task == pair[1].task]
    yield _row("two independent answers to one question", ((one.text, other.text) for one, other in alike))
    apart = [pair for pair in combinations(independent, 2) if pair[0].task != pair[1].task]
    yield _row("two independent answers to two questions", ((one.text, other.text) for one, other in apart))
    yield from _quoting(alike, articles)


def _quoting(alike: Iterable[tuple[Answer, Answer]], articles: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Measure independent answers that are made to quote one statement, of which neither speaks otherwise."""
    foreign, *_ = sorted(articles)
    said = articles[foreign].split()
    pairs = [(one.text, other.text) for one, other in alike if one.task != foreign]
    for size in _QUOTED:
        statement = f'"{" ".join(said[_STATEMENT : _STATEMENT + size])}"'
        yield _row(f"the same, quoting one statement of {size} words", (_with(statement, *pair) for pair in pairs))


def _with(statement: str, *texts: str) -> tuple[str, ...]:
    """Put a statement into the middle of texts."""
    halves = ((text.split(), len(text.split()) // 2) for text in texts)
    return tuple(" ".join([*words[:half], statement, *words[half:]]) for words, half in halves)


def _parts(text: str) -> Iterator[str]:
    """Cut a text into short ones of several lengths."""
    words = text.split()
    for size in _LENGTHS:
        yield from (" ".join(words[at : at + size]) for at in range(0, len(words) - size + 1, size))


def _row(name: str, pairs: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    measured = [_measured(*pair) for pair in pairs]
    told = Counter(pair.outcome for pair in measured)
    warned = sum(map(may_be_copy, measured))
    return name, str(len(measured)), *(str(told[outcome]) for outcome in Sharing), str(warned)


def _measured(left: str, right: str) -> Pair:
    return measure(_words("left", left), _words("right", right))


def _words(name: str, text: str) -> SourceWords:
    source = Source(name, "", "", "", name, "", "en", "origin", Relation.ORIGINAL)
    return SourceWords(ArchivedSource(source, Document(name, text), Span(0, len(text))))


def _read(folder: Path) -> Iterator[Answer]:
    """Read the corpus; some of its files are in Latin-1."""
    with (folder / "file_information.csv").open(newline="") as listed:
        for row in csv.DictReader(listed):
            data = (folder / row["File"]).read_bytes()
            try:
                text = data.decode()
            except UnicodeDecodeError:
                text = data.decode("latin-1")
            yield Answer(row["Task"], row["Category"], text)
