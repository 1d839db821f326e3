"""The canvas that a picture is drawn on: where it runs from right to left, places are counted from its right side."""

from __future__ import annotations

from dataclasses import dataclass

from factsite.site.dialect import encode


@dataclass(frozen=True, slots=True)
class Canvas:
    """A width, and the direction in which time and descent run over it."""

    width: int
    rtl: bool = False

    @property
    def direction(self) -> str:
        """Give the attribute that makes each label start at its right side; a page's own direction has no say."""
        return ' direction="rtl"' if self.rtl else ""

    @property
    def arrow(self) -> str:
        """Give the arrow that points on in time."""
        return "←" if self.rtl else "→"

    def at(self, x: int) -> int:
        """Place a point that stands so far from the side on which the picture begins."""
        return self.width - x if self.rtl else x

    def box(self, x: float, width: float) -> float:
        """Place the left side of a box whose first side stands so far from where the picture begins."""
        return self.width - x - width if self.rtl else x

    def words(self, text: str) -> str:
        """Write the words of a label."""
        return self.apart(encode(text))

    def apart(self, label: str) -> str:
        """Give a label the order of its own letters, which may not be the picture's."""
        return f'<tspan unicode-bidi="plaintext">{label}</tspan>' if self.rtl else label
