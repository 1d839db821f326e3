"""Text written as a YAML value, so that it reads back as the same text."""

from __future__ import annotations

import re

import yaml

from factsite.corpus.characters import JOINERS

BLANK_LINE = "\n\n"
"""What shows in a quote that a block of its document ends and another begins."""

_PLAIN = re.compile(r"[\w(][^\n]*")


def scalar(text: str) -> str:
    """Write a text as a value on one line: plain where YAML lets it, else between double quotation marks."""
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and _reads_as(text, text):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """Write a text between double quotation marks, where any text may stand."""
    return f'"{"".join(map(_spelled, text))}"'


def block(text: str, indent: str, width: int = 96) -> str:
    """Write a quote as a literal block, wrapped between words; a blank line in it stays one."""
    return "|-\n" + BLANK_LINE.join("\n".join(_wrapped(part, indent, width)) for part in text.split(BLANK_LINE))


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    lines = [indent]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width and lines[-1].strip():
            lines.append(indent)
        lines[-1] += word if lines[-1] == indent else f" {word}"
    return lines


def _reads_as(written: str, text: str) -> bool:
    """Tell whether YAML reads a value on the line of its key, with a comment behind it, as a text."""
    try:
        return bool(yaml.safe_load(f"key: {written}  # end") == {"key": text})
    except yaml.YAMLError:
        return False


def _spelled(char: str) -> str:
    """Write a character between double quotation marks; what cannot be seen becomes an escape sequence."""
    if char in '"\\':
        return f"\\{char}"
    return char if char.isprintable() or char in JOINERS else f"\\U{ord(char):08x}"
