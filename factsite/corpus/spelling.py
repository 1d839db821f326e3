"""Where in its file each character of a YAML value stands, however the value is spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsite.corpus.text import Document
from factsite.corpus.yamltree import Scalar

_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
"""An anchor and a tag, which stand before a value."""

_SIGN = re.compile(r"\r\n|.", re.DOTALL)
_SIGNS = {
    "'": re.compile(r"''|\r\n|.", re.DOTALL),
    '"': re.compile(
        r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|(?:\r\n|[\n\r\x85\u2028\u2029])[ \t]*|[^xuU])|\r\n|.",
        re.DOTALL,
    ),
}
"""What spells one character in quotes of each kind, and elsewhere."""

_ESCAPES = {
    **dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True)),
    **dict.fromkeys("\n\r\x85\u2028\u2029", ""),
}
"""What letters and line ends mean behind a backslash; other characters mean themselves."""


def offset_in_file(document: Document, scalar: Scalar, index: int) -> int:
    """Give the code point of the file that holds character `index` of a scalar's value."""
    places = offsets_in_file(document, scalar)
    return places[index] if index < len(places) else _last(scalar)


def offsets_in_file(document: Document, scalar: Scalar) -> list[int]:
    """Give, for each character of a scalar's value, the code point of the file that holds it; these never fall.

    The value and what its source text spells are walked in step; what the value has not (indentation, quote marks, the
    header of a block) is passed over. What is written as an escape sequence stands where the sequence begins.
    """
    spelt = _spelt(document.text, scalar)
    return [
        # A line end may be folded into a space.
        next((at for at, said in spelt if said == char or (char == " " and said == "\n")), _last(scalar))
        for char in scalar.value
    ]


def _last(scalar: Scalar) -> int:
    return max(scalar.start, scalar.end - 1)


def _spelt(raw: str, scalar: Scalar) -> Iterator[tuple[int, str]]:
    """Give each character that a scalar's source text spells, with its place; an escaped line end spells none."""
    start = scalar.start
    if properties := _PROPERTIES.match(raw, start):
        start = properties.end()
    if scalar.style in ("|", ">"):
        start = raw.find("\n", start) + 1
    elif scalar.style in ("'", '"'):
        start += 1
    for sign in _SIGNS.get(scalar.style or "", _SIGN).finditer(raw, start, scalar.end):
        yield sign.start(), _said(sign[0])


def _said(sign: str) -> str:
    if sign[0] == "\\" and len(sign) > 1:
        code, digits = sign[1], sign[2:]
        return chr(int(digits, 16)) if code in "xuU" else _ESCAPES.get(code, code)
    return {"''": "'", "\r\n": "\n", "\r": "\n", "\x85": "\n"}.get(sign, sign)
