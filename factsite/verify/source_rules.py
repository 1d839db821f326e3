"""Rules on sources: the archived document is there, unchanged, and says of itself what its sidecar says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from factsite.corpus.dates import PartialDate
from factsite.corpus.decode import SOURCE
from factsite.corpus.model import LineRange, SetAside, Settings, Source
from factsite.corpus.names import did_you_mean
from factsite.corpus.text import Document
from factsite.diagnostics import START, Diagnostic, Finding, Location, rule
from factsite.verify.acceptance import check_names, granted_by_source
from factsite.verify.explain import explain
from factsite.verify.quotes import Part, stands_in
from factsite.verify.record import ArchivedSource

INFERABLE = tuple(field.key for field in SOURCE.fields if field.key not in ("file", "sha256", "lines", "inferred"))


@rule
def missing_seed(source: Source, seeds: Iterable[str]) -> Iterator[Finding]:
    """The archived document that a sidecar names is in seeds/."""
    yield Finding(
        _location(source, "file"), f"no file `{source.file}` in seeds/", did_you_mean(source.file, seeds, "seeds/")
    )


@rule
def changed_seed(source: Source, sha256: str) -> Iterator[Finding]:
    """An archived document has the SHA-256 that its sidecar gives, for evidence must not change unseen."""
    if not source.sha256.strip("0"):
        yield Finding(_location(source, "sha256"), "the SHA-256 is still to be filled in", f"write `sha256: {sha256}`")
    elif source.sha256 != sha256:
        yield Finding(
            _location(source, "sha256"),
            f"{source.file} is not the file that was described: its SHA-256 is {sha256}",
            "restore the file; only if it was replaced on purpose, write the new SHA-256 and check every quote",
        )


@rule
def lines_outside_file(source: Source, lines: LineRange, document: Document) -> Iterator[Finding]:
    """The lines of a source are lines of its file."""
    count = len(document.line_starts) - (document.text.endswith("\n"))
    if lines.last > count:
        yield Finding(
            _location(source, "lines"), f"{source.file} has {count} lines, not {lines.last}", f"end at {count}"
        )


@rule
def overlapping_sources(source: Source, other: Source) -> Iterator[Finding]:
    """Two sources of one file share no line, or one report would count as two."""
    yield Finding(
        _location(source, "lines" if source.lines else "file"),
        f"{source.id} and {other.id} share lines of {source.file}",
        "give each its own `lines:`",
    )


@rule
def undescribed_seed(file: str) -> Iterator[Finding]:
    """Every archived document is described by a sidecar; none is passed over in silence."""
    yield Finding(START, f"no source describes {file}", f"add a sidecar seeds/<source-id>.yml with `file: {file}`")


@rule
def title_not_in_source(archived: ArchivedSource) -> Iterator[Finding]:
    """A source's title stands in its lines, word for word."""
    title = archived.source.title
    if title.strip() and not stands_in(title, archived):
        told = explain(Part(title, 0), archived, (), "the title")
        yield Finding(_location(archived.source, "title"), told.message, told.help)


@rule
def set_aside_not_in_source(entry: SetAside, archived: ArchivedSource) -> Iterator[Finding]:
    """What a sidecar sets aside stands in the source, word for word."""
    if entry.text.strip() and not stands_in(entry.text, archived):
        told = explain(Part(entry.text, 0), archived, (), "the passage set aside")
        yield Finding(entry.location, told.message, told.help)


@rule
def unknown_origin(source: Source, known: Iterable[str]) -> Iterator[Finding]:
    """A source's origin is a key of `extra.factsite.origins` in mkdocs.yml."""
    advice = did_you_mean(source.origin, known, "mkdocs.yml")
    yield Finding(
        _location(source, "origin"),
        f"unknown origin `{source.origin}`",
        f"{advice}; or add it in mkdocs.yml, under `extra.factsite.origins`",
    )


@rule
def bad_derivation(source: Source, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """`derived_from` names another source of the same origin, in no circle, and an original is derived from none."""
    parent = sources.get(source.derived_from or "")
    location = _location(source, "derived_from")
    if parent is None:
        yield Finding(
            location,
            f"unknown source `{source.derived_from}`",
            did_you_mean(str(source.derived_from), sources, "seeds/"),
        )
    elif source.id in _ancestors(source, sources):
        yield Finding(
            location, f"{source.id} is derived from itself", "name the source that came first only in the later one"
        )
    elif parent.origin != source.origin:
        yield Finding(
            location,
            f"derived from {parent.id}, whose origin is `{parent.origin}`, but declared as `{source.origin}`",
            f"write `origin: {parent.origin}`: what is taken from a source shares its origin",
        )
    elif source.relation == "original":
        yield Finding(location, "an original is derived from nothing", "change `relation`, or leave `derived_from` out")


def _ancestors(source: Source, sources: Mapping[str, Source]) -> set[str]:
    seen: set[str] = set()
    parent = source.derived_from
    while parent and parent not in seen and parent in sources:
        seen.add(parent)
        parent = sources[parent].derived_from
    return seen


@rule
def unknown_inferred(source: Source, number: int, key: str) -> Iterator[Finding]:
    """`inferred` lists keys of the sidecar that have a value."""
    if key not in INFERABLE:
        advice = did_you_mean(key, INFERABLE, "schema/")
        yield Finding(source.locations[f"inferred.{number}"], f"`{key}` cannot be inferred", advice)
    elif key not in source.locations:
        yield Finding(
            source.locations[f"inferred.{number}"], f"`{key}` is not given", f"give `{key}:`, or leave it out here"
        )


@rule
def updated_before_published(source: Source, updated: PartialDate, published: PartialDate) -> Iterator[Finding]:
    """A source was updated no earlier than it was published."""
    yield Finding(
        _location(source, "updated"),
        f"updated on {updated.iso}, before it was published on {published.iso}",
        "mend `updated` or `published`",
    )


def check_described(source: Source, settings: Settings, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """Check what a sidecar says against the settings and the other sidecars."""
    if source.updated and source.published and source.updated.last < source.published.first:
        yield from updated_before_published(source.path, source, source.updated, source.published)
    if source.origin and source.origin not in settings.origins:
        yield from unknown_origin(source.path, source, settings.origins)
    if source.derived_from:
        yield from bad_derivation(source.path, source, sources)
    for number, key in enumerate(source.inferred):
        yield from unknown_inferred(source.path, source, number, key)


def check_archived(archived: ArchivedSource) -> Iterator[Diagnostic]:
    """Check what a sidecar says against its document."""
    yield from title_not_in_source(archived.source.path, archived)
    for entry in archived.source.set_aside:
        yield from set_aside_not_in_source(archived.source.path, entry, archived)
    yield from check_names(granted_by_source(archived.source))


def check_shared_files(sources: Collection[ArchivedSource]) -> Iterator[Diagnostic]:
    """Check that sources of one file do not overlap."""
    by_file: dict[str, list[ArchivedSource]] = {}
    for archived in sources:
        for other in by_file.setdefault(archived.source.file, []):
            if archived.span.overlaps(other.span):
                yield from overlapping_sources(archived.source.path, archived.source, other.source)
        by_file[archived.source.file].append(archived)


def _location(source: Source, key: str) -> Location:
    return source.locations.get(key, source.locations.get("", START))
