"""Declared against measured: what sidecars say of origins and copies, and what the texts share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from factsite.corpus.model import Relation, Source
from factsite.diagnostics import START, Diagnostic, Finding, rule, warning
from factsite.verify.copies import LEAST_SHARED, could_be_copies, is_too_short, may_be_copy, measure
from factsite.verify.record import ArchivedSource, Pair, Sharing
from factsite.verify.wordruns import SourceWords

CROWD = 100
"""A passage that more sources than this hold is boilerplate, or one dispatch many times: each is then compared with the
first of them alone."""

COMMON = 20
"""The same for runs of three words, most of which are common turns of phrase where so many sources hold them."""

_SHORT = 2_000
"""Characters beyond which a source is taken to have enough runs."""
_COPIES = (Relation.WIRE_COPY, Relation.REWRITE)


@rule
def undeclared_copy(source: Source, other: Source, share: float, line: int | None) -> Iterator[Finding]:
    """Two sources of which one is measured to be a copy of the other, in whole or in part, have one origin.

    Otherwise a reprint would count as a second, independent report.
    """
    where = "" if line is None else f"the first shared passage is at line {line}; "
    yield Finding(
        source.locations.get("origin", START),
        f"{share:.0%} of its three-word runs stand in {other.id} as well, yet its origin is `{source.origin}` "
        f"and not `{other.origin}`",
        f"{where}give both the same `origin`",
    )


@warning
def possible_copy(source: Source, other: Source, share: float) -> Iterator[Finding]:
    """Two sources of two origins do not share so much outside quotation marks that one may be a copy of the other.

    Short texts are warned of, which are not enough to tell. What both quote from one speaker is not counted.
    """
    yield Finding(
        source.locations.get("origin", START),
        f"{share:.0%} of the shorter one's three-word runs outside quotation marks stand in this and in {other.id}, "
        f"not enough to tell a copy, and its origin is `{source.origin}` and not `{other.origin}`",
        "give both the same `origin` if one was taken from the other",
        of=other.id,
    )


@rule
def same_text(source: Source, other: Source) -> Iterator[Finding]:
    """Sources that consist of the same words have one origin, however short they are."""
    yield Finding(
        source.locations.get("origin", START),
        f"its words are those of {other.id}, yet its origin is `{source.origin}` and not `{other.origin}`",
        "give both the same `origin`",
    )


@rule
def copy_without_overlap(source: Source, parent: Source, share: float) -> Iterator[Finding]:
    """A declared copy or rewrite shares more with what it is derived from than independent texts do.

    Texts that are too short to tell are not reported.
    """
    yield Finding(
        source.locations.get("derived_from", START),
        f"declared as {source.relation} of {parent.id}, but the two share no more than independent texts do: "
        f"{share:.0%} of the shorter one's three-word runs",
        "check `derived_from` and `relation`; a translation is declared as `relation: translation`",
    )


def pairs(archive: Mapping[str, ArchivedSource]) -> tuple[Pair, ...]:
    """Measure the pairs that share a passage, are copies or are declared to be, in order of id.

    They are in one language, but for copies: those are in one language whatever their sidecars say.
    """
    words = {name: SourceWords(archive[name]) for name in sorted(archive)}
    declared = {(min(child, parent), max(child, parent)) for child, parent in _declared(archive)}
    found = []
    for left, right in sorted(_sharing_passage(words) | _sharing_runs(words) | declared):
        pair = measure(words[left], words[right])
        one_language = archive[left].source.main_language == archive[right].source.main_language
        kept = bool(pair.shared) or (left, right) in declared
        if pair.outcome is Sharing.COPY or (one_language and kept):
            found.append(pair)
    return tuple(found)


def _declared(archive: Mapping[str, ArchivedSource]) -> Iterator[tuple[str, str]]:
    """Give the copies and rewrites in the language of what they are derived from, and that."""
    for archived in archive.values():
        source = archived.source
        parent = archive.get(source.derived_from or "")
        if parent and source.relation in _COPIES and parent.source.main_language == source.main_language:
            yield source.id, parent.source.id


def _sharing_passage(words: Mapping[str, SourceWords]) -> set[tuple[str, str]]:
    """Find the pairs that share a passage; linear in the words of the archive, however many sources hold one."""
    return set(_shared({name: frozenset(read.every.long_runs) for name, read in words.items()}, CROWD))


def _sharing_runs(words: Mapping[str, SourceWords]) -> set[tuple[str, str]]:
    """Find the pairs that share runs of three words enough; linear as well, but for those that do.

    Half of the least that a copy shares must be runs that few sources hold.
    """
    counts = Counter(_shared({name: read.every.runs for name, read in words.items()}, COMMON))
    return {
        (left, right)
        for (left, right), count in counts.items()
        if count >= LEAST_SHARED // 2 and could_be_copies(words[left], words[right])
    }


def _shared(runs: Mapping[str, frozenset[int]], crowd: int) -> Iterator[tuple[str, str]]:
    """Give two sources for each run that both hold; of a crowd, the first with each of the others."""
    seen: set[int] = set()
    again: set[int] = set()
    for own in runs.values():
        again |= seen & own
        seen |= own
    holders: dict[int, list[str]] = defaultdict(list)
    for name, own in runs.items():
        for run in own & again:
            holders[run].append(name)
    for names in holders.values():
        yield from combinations(names, 2) if len(names) <= crowd else ((names[0], other) for other in names[1:])


def check_lineage(archive: Mapping[str, ArchivedSource], measured: Iterable[Pair]) -> Iterator[Diagnostic]:
    """Check what sidecars declare of origins against what the texts share."""
    by_names = {frozenset((pair.left, pair.right)): pair for pair in measured}
    repeated = list(_repeated(archive))
    known = {frozenset((source.id, other.id)) for source, other in repeated}
    known |= {frozenset((name, archived.source.derived_from or name)) for name, archived in archive.items()}
    for names, pair in by_names.items():
        yield from _check_origins(pair, archive, known=names in known)
    for source, other in repeated:
        yield from same_text(source.path, source, other)
    for child, parent in _declared(archive):
        found = by_names.get(frozenset((child, parent)))
        if found and found.outcome is Sharing.INDEPENDENT:
            source = archive[child].source
            yield from copy_without_overlap(source.path, source, archive[parent].source, found.containment)


def _check_origins(pair: Pair, archive: Mapping[str, ArchivedSource], *, known: bool) -> Iterator[Diagnostic]:
    """Check that sources of two origins are no copies, nor likely to be.

    A likely copy is `known` if the two say the same or one is declared to be taken from the other: other rules tell.
    """
    one, other = archive[pair.left].source, archive[pair.right].source
    if one.origin == other.origin:
        return
    if pair.share_of_right > pair.share_of_left:
        one, other = other, one
    if pair.outcome is Sharing.COPY:
        yield from undeclared_copy(one.path, one, other, pair.containment, _first_line(archive[one.id], pair))
    elif may_be_copy(pair) and not known:
        yield from possible_copy(one.path, one, other, pair.share_unquoted)


def _repeated(archive: Mapping[str, ArchivedSource]) -> Iterator[tuple[Source, Source]]:
    """Give the sources too short to be told to be copies that say what one of another origin says, and that one."""
    first: dict[tuple[str, ...], Source] = {}
    for archived in archive.values():
        if archived.span.end - archived.span.start > _SHORT:
            continue
        words, source = SourceWords(archived), archived.source
        if words.every.folded and is_too_short(words):
            other = first.setdefault(tuple(words.every.folded), source)
            if other.origin != source.origin:
                yield source, other


def _first_line(archived: ArchivedSource, pair: Pair) -> int | None:
    """Give the line of one of a pair's sources on which the first shared passage begins."""
    left = archived.source.id == pair.left
    starts = [(passage.left if left else passage.right).start for passage in pair.shared]
    return archived.document.place(min(starts)).line if starts else None
