"""Who took from whom, as trees: an origin, the documents that go back to it, and those taken from these."""

from __future__ import annotations

from collections.abc import Iterable

from factsite.corpus.model import Source
from factsite.site.edition import Edition
from factsite.site.pages import parts
from factsite.site.pictures.lineage import Node
from factsite.site.words import Words

_EDGE_FIELDS = frozenset({"origin", "relation", "derived_from"})


def trees(sources: Iterable[Source], edition: Edition) -> tuple[Node, ...]:
    """Grow a tree from every origin; a document taken from one that is not shown hangs on its origin."""
    shown = {source.id: source for source in sources}
    origins = dict.fromkeys(source.origin for source in shown.values())
    return tuple(_origin(origin, shown, edition) for origin in origins)


def _origin(origin: str, shown: dict[str, Source], edition: Edition) -> Node:
    own = [source for source in shown.values() if source.origin == origin]
    first = [source for source in own if source.derived_from not in shown]
    return Node(
        name=edition.origin(origin).text,
        detail=parts.documents(len(own), edition.words),
        how="",
        inferred=False,
        children=tuple(_document(source, shown, edition.words) for source in first),
    )


def _document(source: Source, shown: dict[str, Source], words: Words) -> Node:
    taken = [other for other in shown.values() if other.derived_from == source.id]
    return Node(
        name=source.name,
        detail=words.say(
            "{date}, {language}", date=parts.dated(source, words), language=words.language_name(source.language)
        ),
        how=words.relation(source.relation),
        inferred=not _EDGE_FIELDS.isdisjoint(source.inferred),
        children=tuple(_document(other, shown, words) for other in taken),
    )
