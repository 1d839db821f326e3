"""A bar of verdicts: one part for each, as long as it has claims."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from factsite.site.dialect import markup
from factsite.site.pictures.canvas import Canvas

WIDTH, HEIGHT, GAP = 1000, 28, 4


def bar(counts: Sequence[tuple[str, int]], *, rtl: bool = False) -> Markup:
    """Draw the bar; it is decoration, for the list below it says the same."""
    canvas = Canvas(WIDTH, rtl)
    total = sum(count for _, count in counts)
    parts, at = [], 0.0
    for name, count in counts:
        width = count * (WIDTH - GAP * (len(counts) - 1)) / total
        left = canvas.box(at, width)
        parts.append(f'<rect class="fs-v-{name}" x="{left:.1f}" width="{width:.1f}" height="{HEIGHT}"/>')
        at += width + GAP
    return markup(
        f'<svg class="fs-bar" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(parts)}</svg>"
    )
