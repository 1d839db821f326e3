r"""Characters that have no shape of their own, by what they do: the one list of them.

The texts here are the insides of classes in regular expressions; those of Unicode's properties are for `regex`.
"""

from __future__ import annotations

import re

JOINERS = "\u200c\u200d"
"""They shape their neighbours in scripts that need them, such as Devanagari, and in emoji."""

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""They reorder what a reviewer sees."""

SHAPELESS = "\u00ad\u034f\u200b\u200e\u200f\u2060\ufe00-\ufe0f\ufeff" + JOINERS
"""What typists, word processors and copied pages leave in words without changing them."""

UNSEEN = r"\p{Default_Ignorable_Code_Point}\p{Cf}"
"""All that Unicode gives no shape, formats of every kind included."""

SPACE_ENDS = f"\u200b\ufeff{JOINERS}"
"""What may stand unseen between the last character of a line and its end."""

_BLANK = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u206a-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff"
    "\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef\u2028\u2029\x00-\x08\x0b-\x1f\x7f-\x9f"
)
HIDDEN = re.compile(f"[{BIDI_CONTROLS}{_BLANK}]|(?<=[!-~])[{JOINERS}]|[{JOINERS}](?=[!-~])")
"""Characters that a reviewer cannot see, or that reorder what he sees; joiners are none between letters of a script
that needs them."""


def spelled_out(char: str) -> str:
    """Give a character as it is if it is seen or shapes its neighbours, and else its code point between brackets."""
    return char if char.isprintable() or char in JOINERS else f"<U+{ord(char):04X}>"
