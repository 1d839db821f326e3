"""Declared against measured: which sources share runs of eight words, how much, and where.

The share of a source in another is the part of its distinct eight-word runs that the other has as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from factsite.corpus.model import Relation, Source
from factsite.corpus.text import Span
from factsite.diagnostics import START, Diagnostic, Finding, rule
from factsite.verify.record import ArchivedSource, Pair, SharedPassage

RUN = 8
"""Words in a run. Eight words in a row that two texts share by chance are rare; five are not."""

CROWD = 100
"""A run that more sources than this hold is boilerplate, or one dispatch many times: each is then compared with the
first of them alone."""

REPEATED = 8
"""So many places of a run that a source repeats are looked at for the one from which most words agree."""

COPIED = 0.2
"""The share of runs above which two sources with different declared origins are reported."""

_HIDDEN = "\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff"
_WORD = re.compile(rf"\w[\w\u0300-\u036f\u0900-\u0d7f{_HIDDEN}]*")
_UNSEEN = re.compile(f"[{_HIDDEN}]")
_SHORT = 2_000
"""Characters beyond which a source is taken to have a run."""
_COPIES = (Relation.WIRE_COPY, Relation.REWRITE)


class _Words(NamedTuple):
    """A source's words for comparison: folded, with their places in the readable text."""

    archived: ArchivedSource
    folded: list[str]
    spans: list[Span]
    runs: list[int]
    """The hash of the run that begins at each word; hashes are as good as runs, and much smaller."""
    distinct: frozenset[int]

    def place(self, first: int, count: int) -> Span:
        """Give the range of the file that holds some words in a row."""
        return self.archived.readable.span(self.spans[first].start, self.spans[first + count - 1].end)


@rule
def undeclared_copy(source: Source, other: Source, share: float, line: int) -> Iterator[Finding]:
    """Two sources that share more than a fifth of their eight-word runs have one origin.

    Otherwise a reprint would count as a second, independent report.
    """
    yield Finding(
        source.marks.get("origin", START),
        f"{share:.0%} of its eight-word runs stand in {other.id} as well, yet its origin is `{source.origin}` "
        f"and not `{other.origin}`",
        f"the first shared passage is at line {line}; give both the same `origin`",
    )


@rule
def same_text(source: Source, other: Source) -> Iterator[Finding]:
    """Sources that consist of the same words have one origin, however short they are."""
    yield Finding(
        source.marks.get("origin", START),
        f"its words are those of {other.id}, yet its origin is `{source.origin}` and not `{other.origin}`",
        "give both the same `origin`",
    )


@rule
def copy_without_overlap(source: Source, parent: Source) -> Iterator[Finding]:
    """A declared copy or rewrite shares at least one run of eight words with what it is derived from."""
    yield Finding(
        source.marks.get("derived_from", START),
        f"declared as {source.relation} of {parent.id}, but the two share no run of eight words",
        "check `derived_from` and `relation`; a translation is declared as `relation: translation`",
    )


def pairs(archive: Mapping[str, ArchivedSource]) -> tuple[Pair, ...]:
    """Measure every pair of sources in one language that share a run, in order of id.

    Sources that share a good part of their runs are in one language, whatever their sidecars say.
    """
    words = {name: _words(archived) for name, archived in archive.items()}
    languages = {name: archived.source.main_language for name, archived in archive.items()}
    found = (
        (languages[left] == languages[right], _pair(left, right, words)) for left, right in sorted(_sharing(words))
    )
    return tuple(pair for comparable, pair in found if comparable or _share(pair) > COPIED)


def _sharing(words: Mapping[str, _Words]) -> set[tuple[str, str]]:
    """Find the pairs that share a run; linear in the words of the archive, however many sources hold one run."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name, read in words.items():
        for run in read.distinct:
            holders[run].append(name)
    found: set[tuple[str, str]] = set()
    for names in holders.values():
        found.update(combinations(sorted(names), 2) if len(names) <= CROWD else _with_first(sorted(names)))
    return found


def _with_first(names: list[str]) -> Iterator[tuple[str, str]]:
    yield from ((names[0], other) for other in names[1:])


def _words(archived: ArchivedSource) -> _Words:
    found = list(_WORD.finditer(archived.readable.text))
    folded = [_folded(word[0]) for word in found]
    runs = _runs(folded)
    return _Words(archived, folded, [Span(*word.span()) for word in found], runs, frozenset(runs))


def runs(text: str) -> frozenset[int]:
    """Name the runs of eight words in a text."""
    return frozenset(_runs([_folded(word[0]) for word in _WORD.finditer(text)]))


def _runs(folded: list[str]) -> list[int]:
    return [hash(tuple(folded[at : at + RUN])) for at in range(len(folded) - RUN + 1)]


def _folded(word: str) -> str:
    """Give a word as readers see it, in one case and one Unicode form, without what is invisible."""
    seen = word if word.isascii() else unicodedata.normalize("NFKC", _UNSEEN.sub("", word))
    return seen.casefold()


def _pair(left: str, right: str, words: Mapping[str, _Words]) -> Pair:
    one, two = words[left], words[right]
    count = len(one.distinct & two.distinct)
    return Pair(left, right, count / len(one.distinct), count / len(two.distinct), tuple(_shared(one, two)))


def _shared(left: _Words, right: _Words) -> Iterator[SharedPassage]:
    """Give the passages of at least a run that stand in both, in the left one's order, each as long as it can be."""
    places: dict[int, list[int]] = defaultdict(list)
    for there, run in enumerate(right.runs):
        if len(places[run]) < REPEATED:
            places[run].append(there)
    at = 0
    while at < len(left.runs):
        if not (theirs := places.get(left.runs[at])):
            at += 1
            continue
        sizes = [_agreement(left.folded, right.folded, at, there) for there in theirs]
        size = max(sizes)
        yield SharedPassage(left.place(at, size), right.place(theirs[sizes.index(size)], size), size)
        at += size


def _agreement(left: list[str], right: list[str], at: int, there: int) -> int:
    """Count the words that agree from two places on."""
    size = 0
    while at + size < len(left) and there + size < len(right) and left[at + size] == right[there + size]:
        size += 1
    return size


def _share(pair: Pair) -> float:
    return max(pair.share_of_left, pair.share_of_right)


def check_lineage(archive: Mapping[str, ArchivedSource], measured: Iterable[Pair]) -> Iterator[Diagnostic]:
    """Check what sidecars declare of origins against what the texts share."""
    by_names = {(pair.left, pair.right): pair for pair in measured}
    for pair in by_names.values():
        one, other = archive[pair.left].source, archive[pair.right].source
        share = _share(pair)
        if share <= COPIED or one.origin == other.origin:
            continue
        if pair.share_of_right > pair.share_of_left:
            one, other = other, one
        yield from undeclared_copy(one.path, one, other, share, _first_line(archive[one.id], pair))
    yield from _check_short(archive)
    for archived in archive.values():
        source = archived.source
        parent = archive.get(source.derived_from or "")
        if parent is None or source.relation not in _COPIES or parent.source.main_language != source.main_language:
            continue
        if not by_names.keys() & {(source.id, parent.source.id), (parent.source.id, source.id)}:
            yield from copy_without_overlap(source.path, source, parent.source)


def _check_short(archive: Mapping[str, ArchivedSource]) -> Iterator[Diagnostic]:
    """Check the sources that are too short for a run."""
    first: dict[tuple[str, ...], Source] = {}
    for archived in archive.values():
        if archived.span.end - archived.span.start > _SHORT:
            continue
        words, source = _words(archived), archived.source
        if words.folded and not words.runs:
            other = first.setdefault(tuple(words.folded), source)
            if other.origin != source.origin:
                yield from same_text(source.path, source, other)


def _first_line(archived: ArchivedSource, pair: Pair) -> int:
    """Give the line of one of a pair's sources on which the first shared passage begins."""
    left = archived.source.id == pair.left
    first = min((passage.left if left else passage.right).start for passage in pair.shared)
    return archived.document.place(first).line
