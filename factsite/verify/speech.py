"""Quoted speech: what a text prints between quotation marks, and so gives as the words of somebody else."""

from __future__ import annotations

import re

_LONGEST = 1_000
"""Characters between two marks that are one quotation; where they are farther apart, one of them went astray."""

_PAIRED = "|".join(
    f"{opening}[^{opening}{closing}]{{1,{_LONGEST}}}[{closing}]"
    for opening, closing in ("“”", ("„", "“”"), "«»", "「」", "『』")
)
# What was matched is never given back (`}+`), so that a text of nothing but marks is read once.
_PLAIN = "|".join(
    rf"(?<!\w)[{opening}](?=\S){between}{{1,{_LONGEST}}}+[{closing}](?!\w)"
    for opening, closing, between in (('"', '"', '[^"]'), ("'‘", "'’", r"(?:[^'‘’]|\b['’]\b)"))
)
"""Locations whose form does not tell whether they open; an apostrophe has a letter where these have none."""

_QUOTATION = re.compile(f"{_PAIRED}|{_PLAIN}")


def without_quotations(text: str) -> str:
    """Give a text without what stands between quotation marks.

    A quotation of several paragraphs of which only the last one has a closing mark is left out from there alone.
    """
    return _QUOTATION.sub(" ", text)
