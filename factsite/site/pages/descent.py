"""Who took from whom, as trees: an origin, the documents that go back to it, and those taken from these."""

from __future__ import annotations

from collections.abc import Iterable

from factsite.corpus.model import Source
from factsite.site import words
from factsite.site.pages import parts
from factsite.site.pictures.lineage import Node
from factsite.verify.record import Record

_EDGE_FIELDS = frozenset({"origin", "relation", "derived_from"})


def trees(sources: Iterable[Source], record: Record) -> tuple[Node, ...]:
    """Grow a tree from every origin; a document taken from one that is not shown hangs on its origin."""
    shown = {source.id: source for source in sources}
    origins = dict.fromkeys(source.origin for source in shown.values())
    return tuple(_origin(origin, shown, record) for origin in origins)


def _origin(origin: str, shown: dict[str, Source], record: Record) -> Node:
    own = [source for source in shown.values() if source.origin == origin]
    first = [source for source in own if source.derived_from not in shown]
    return Node(
        name=record.settings.origins[origin],
        detail=words.count(len(own), "document"),
        how="",
        inferred=False,
        children=tuple(_document(source, shown) for source in first),
    )


def _document(source: Source, shown: dict[str, Source]) -> Node:
    taken = [other for other in shown.values() if other.derived_from == source.id]
    return Node(
        name=source.name,
        detail=f"{parts.dated(source)}, {words.language(source.language)}",
        how=words.RELATION[source.relation],
        inferred=not _EDGE_FIELDS.isdisjoint(source.inferred),
        children=tuple(_document(other, shown) for other in taken),
    )
