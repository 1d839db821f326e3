"""Where a document's blocks begin: headings, paragraphs, items, cells, quotes, columns.

A quote that runs from one block into another says what neither of them says, so its author has to show where. Only
what certainly parts two blocks is looked for; where a line merely looks short, nothing is concluded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from factsite.corpus.model import TextFormat

LONGEST_LINE = 160
"""Nobody wraps lines by hand or by program beyond this width: a longer line is a paragraph of its own."""

_END = r"(?>\r\n|[\n\r\x85\u2028\u2029])"
_BLANK = re.compile(rf"{_END}\s*{_END}\s*")
_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|form"
    r"|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^<>]*>\s*",
    re.IGNORECASE,
)
"""Tags of HTML that begin or end a block, as they stand in a text that was kept with its markup."""
_GAP = re.compile(r"(?<=\S)[ \u00a0\u3000]{3,}(?=\S)")
"""So much space within a line stands between columns."""
_RULE = re.compile(r"[ \t]*([-=*_~])(?:[ \t]*\1){2,}[ \t]*")
"""A line of marks that parts what stands above it from what stands below."""
_BULLET = r"[•◦‣▪●■□⁃∙☐☑✅✓✔➢➤→]"
_MARKED = re.compile(rf"[ \t]*(?:({_BULLET})|([-*–—])|\(?(\d{{1,3}}|[A-Za-z])[.)])[ \t]+\S")
_BEFORE_ITEMS = regex.compile(r"[.:;!?…。।؟۔]\s*\Z")
_TABS = re.compile(r"(?<=\S)[ ]*\t\s*(?=\S)")
_QUOTED = re.compile(r"[ \t]*((?:>[ \t]?)+)")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
_CELL = re.compile(r"\|[ \t]+(?=[^\s|])")


def borders(text: str, title: str, form: TextFormat) -> list[int]:
    """Give where in a readable text a block begins behind another one, in order.

    A line end alone is a border only between marked items, rows, levels of quoting, cells, and around the `title`, or
    behind a line too long to have been wrapped. In Markdown its parser has found the paragraphs already.
    """
    found = {blank.end() for blank in _BLANK.finditer(text)}
    # Only where there is space can an author show the border.
    found.update(tag.end() for tag in _TAG.finditer(text) if tag[0][-1].isspace())
    if form is not TextFormat.MARKDOWN:
        found.update(gap.end() for gap in _GAP.finditer(text))
    found.update(_between_lines(text, form))
    found.update(_around_title(text, title))
    return sorted(at for at in found if 0 < at < len(text))


def _between_lines(text: str, form: TextFormat) -> Iterator[int]:
    at, before = 0, ""
    lines = text.split("\n")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line.strip() and before.strip() and _parts(before, line, form):
            yield at + len(line) - len(line.lstrip())
        if "\t" in line.strip() and form is not TextFormat.MARKDOWN and _tabs(line) in (_tabs(before), _tabs(after)):
            yield from (at + tab.end() for tab in _TABS.finditer(line))
        if _ROW.fullmatch(line):
            yield from (at + cell.end() for cell in _CELL.finditer(line))
        before = line
        at += len(line) + 1


def _parts(before: str, line: str, form: TextFormat) -> bool:
    """Tell whether the end of a line parts two blocks."""
    if _ROW.fullmatch(line) or _ROW.fullmatch(before):
        return True
    if form is TextFormat.MARKDOWN:
        return False
    if _RULE.fullmatch(line) or _RULE.fullmatch(before):
        return True
    return len(before) > LONGEST_LINE or _depth(before) != _depth(line) or _begins_item(before, line)


def _tabs(line: str) -> int:
    """Count the tabs between the words of a line; two lines with as many are rows of a table."""
    return line.strip().count("\t")


def _depth(line: str) -> int:
    """Give how deep a line of a letter is quoted."""
    quoted = _QUOTED.match(line)
    return quoted[1].count(">") if quoted else 0


def _begins_item(before: str, line: str) -> bool:
    """Tell whether a line begins an item: a bullet does, another mark only behind a stop or its like."""
    item = _MARKED.match(line)
    if item is None:
        return False
    other = _MARKED.match(before)
    return item[1] is not None or (other is not None and _kind(other) == _kind(item)) or _ends_sentence(before)


def _kind(item: re.Match[str]) -> str:
    return item[2] or ("1" if item[3] and item[3].isdigit() else "a")


def _ends_sentence(line: str) -> bool:
    return _BEFORE_ITEMS.search(line) is not None


def _around_title(text: str, title: str) -> Iterator[int]:
    """Give the beginnings of a title that stands on lines of its own, and of what follows it."""
    words = r"\s+".join(re.escape(word) for word in title.split())
    for found in re.finditer(rf"(?m)^[^\S\n]*({words})[^\S\n]*\n\s*", text) if words else ():
        yield found.start(1)
        yield found.end()
