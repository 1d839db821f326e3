"""Who took from whom: origins first, then documents, and an edge for every copy, rewrite and translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from factsite.site.dialect import encode, markup
from factsite.site.pictures.canvas import Canvas

COLUMN, ROW, NODE_WIDTH, NODE_HEIGHT, EDGE = 300, 58, 190, 42, 110


@dataclass(frozen=True, slots=True)
class Node:
    """An origin or a document; `how` names the edge that leads to it, dashed where it was `inferred`."""

    name: str
    detail: str
    how: str
    inferred: bool
    children: tuple[Node, ...]

    @property
    def rows(self) -> int:
        """Give the number of rows that it takes with all that came from it."""
        return max(1, sum(child.rows for child in self.children))

    @property
    def depth(self) -> int:
        """Give the number of columns that it takes with all that came from it."""
        return 1 + max((child.depth for child in self.children), default=0)


def draw(origins: Sequence[Node], title: str, description: str, *, rtl: bool = False) -> Markup:
    """Draw the forest of origins; they stand at the left, or at the right of a page that runs from there."""
    width = COLUMN * max((origin.depth for origin in origins), default=1) - EDGE
    canvas = Canvas(width, rtl)
    height = ROW * sum(origin.rows for origin in origins)
    parts: list[str] = []
    row = 0
    for origin in origins:
        parts += _tree(canvas, origin, 0, row)
        row += origin.rows
    size = f'viewBox="-1 -1 {width + 2} {height + 2}" width="{width}" height="{height}"'
    names = 'role="img" aria-labelledby="lineage-title lineage-description"'
    words = (
        f'<title id="lineage-title">{encode(title)}</title><desc id="lineage-description">{encode(description)}</desc>'
    )
    return markup(f'<svg class="fs-lineage"{canvas.direction} {size} {names}>{words}{"".join(parts)}</svg>')


def _tree(canvas: Canvas, node: Node, column: int, row: int) -> Iterator[str]:
    x, y = column * COLUMN, _middle(row)
    at = row
    for child in node.children:
        yield _edge(canvas, x + NODE_WIDTH, y, x + COLUMN, _middle(at), child)
        yield from _tree(canvas, child, column + 1, at)
        at += child.rows
    yield _box(canvas, node, x, y, kind="origin" if column == 0 else "document")


def _middle(row: int) -> int:
    """Give the height at which a node stands: level with its first child, so that edges stay short."""
    return row * ROW + ROW // 2


def _box(canvas: Canvas, node: Node, x: int, y: int, kind: str) -> str:
    left, start, top = canvas.box(x, NODE_WIDTH), canvas.at(x + 10), y - NODE_HEIGHT // 2
    return (
        f'<g class="fs-node--{kind}"><rect x="{left}" y="{top}" width="{NODE_WIDTH}" height="{NODE_HEIGHT}" rx="3"/>'
        f'<text x="{start}" y="{y - 2}">{canvas.words(_short(node.name))}</text>'
        f'<text class="fs-detail" x="{start}" y="{y + 13}">{canvas.words(_short(node.detail, 32))}</text></g>'
    )


def _edge(canvas: Canvas, x1: int, y1: int, x2: int, y2: int, child: Node) -> str:
    start, bend, end, label = (canvas.at(x) for x in (x1, x1 + EDGE // 3, x2, x2 - 6))
    dashed = ' class="fs-inferred"' if child.inferred else ""
    return (
        f'<path{dashed} d="M{start} {y1}C{bend} {y1} {start} {y2} {bend} {y2}H{end}"/>'
        f'<text class="fs-detail" x="{label}" y="{y2 - 5}" text-anchor="end">{canvas.words(child.how)}</text>'
    )


def _short(text: str, limit: int = 24) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
