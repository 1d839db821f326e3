"""Text written as a YAML value, so that it reads back as the same text."""

from __future__ import annotations

import json
import re

import yaml

_PLAIN = re.compile(r"[\w(][^\n]*")


def scalar(text: str) -> str:
    """Write a text as a value on one line: plain where YAML lets it, else between double quotation marks."""
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and _reads_as(text, text):
        return text
    return json.dumps(text, ensure_ascii=not _is_shown(text))


def block(text: str, indent: str, width: int = 96) -> str:
    """Write a quote as a literal block, wrapped between words; white space in quotes is one space to the check."""
    lines = [indent]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width and lines[-1].strip():
            lines.append(indent)
        lines[-1] += word if lines[-1] == indent else f" {word}"
    return "|-\n" + "\n".join(lines)


def _reads_as(written: str, text: str) -> bool:
    """Tell whether YAML reads a value on the line of its key, with a comment behind it, as a text."""
    try:
        return bool(yaml.safe_load(f"key: {written}  # end") == {"key": text})
    except yaml.YAMLError:
        return False


def _is_shown(text: str) -> bool:
    return all(char.isprintable() or char in "\u200c\u200d" for char in text) or not text.isascii()
