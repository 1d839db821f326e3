"""Editors' prose: the small part of Markdown that reasoning may use, as typed blocks.

Paragraphs, emphasis, flat lists and links. Nothing else has a meaning on every page and in both builders, so the rest
is a problem for the editor to mend, and never reaches a page as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factsite.corpus.addresses import WEB, fault

SOURCE, CLAIM = "source:", "claim:"


@dataclass(frozen=True, slots=True)
class PlainText:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words; `strong` words more so."""

    strong: bool
    content: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a source (`source:id`), a claim (`claim:id`) or a web address."""

    target: str
    content: Inlines


Inlines: TypeAlias = tuple[PlainText | Emphasis | Link, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Listing:
    """A flat list; each item is one run of inline content."""

    ordered: bool
    items: tuple[Inlines, ...]


Prose: TypeAlias = tuple[Paragraph | Listing, ...]


class Problem(NamedTuple):
    """Something that prose may not hold: its offset in the text, a message, and what to do instead."""

    offset: int
    message: str
    help: str


class Reference(NamedTuple):
    """A link to a source or a claim: its offset in the text, `source:` or `claim:`, and the id."""

    offset: int
    scheme: str
    id: str


_MARKDOWN = MarkdownIt("commonmark", {"html": False})
# Our two schemes are no web addresses; every target is judged below, with a message.
_MARKDOWN.validateLink = lambda _url: True  # type: ignore[assignment]  # the documented way to set it

_REFUSED = {
    "heading_open": ("a heading", "write it as a sentence"),
    "fence": ("a code block", "write it as plain sentences"),
    "code_block": ("an indented code block", "begin each line at the left edge"),
    "blockquote_open": ("a block quotation", "quote a source as evidence instead"),
    "hr": ("a rule", "leave it out"),
    "code_inline": ("code", "write the words without back-ticks"),
    "image": ("an image", "leave it out"),
    "hardbreak": ("a forced line break", "start a new paragraph"),
}
MAX_MARKS = 8
"""How many marks may stand within each other; each is read, and written again, by a call within a call."""
_LINE_END = re.compile(r"\r\n?|\n")
"""What the Markdown parser counts as the end of a line."""
_LISTS = {"bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"}


def problems(text: str) -> list[Problem]:
    """List what a text holds beyond paragraphs, emphasis, flat lists and known kinds of link, in its order."""
    return sorted(_problems(text))


def references(text: str) -> list[Reference]:
    """List the links to sources and claims, in their order."""
    found: list[Reference] = []
    for offset, token in _located(text):
        target = _target(token)
        found.extend(
            Reference(offset, scheme, target.removeprefix(scheme))
            for scheme in (SOURCE, CLAIM)
            if target.startswith(scheme)
        )
    return found


@lru_cache(maxsize=4096)
def parse(text: str) -> Prose:
    """Read a text into blocks; whatever is no allowed markup is kept as its plain words."""
    if any(map(_too_deep, _tokens(text))):
        return (Paragraph((PlainText(text),)),)
    tokens = iter(_tokens(text))
    return tuple(block for token in tokens if (block := _block(token, tokens)) is not None)


def plain(text: str) -> str:
    """Give the words of a text without its markup, paragraphs as lines."""
    lines = []
    for block in parse(text):
        items = block.items if isinstance(block, Listing) else (block.content,)
        lines += [_plain(item) for item in items]
    return "\n".join(lines)


@lru_cache(maxsize=8)
def _tokens(text: str) -> tuple[Token, ...]:
    """Read a text once for all who ask in a row: for its problems, its references, its blocks."""
    return tuple(_MARKDOWN.parse(text))


def _problems(text: str) -> Iterator[Problem]:
    depth = 0
    for offset, token in _located(text):
        if _too_deep(token):
            yield Problem(offset, f"more than {MAX_MARKS} marks within each other", "leave most of them out")
        if token.type in _LISTS:
            depth += token.nesting
            if depth > 1 and token.nesting == 1:
                yield Problem(offset, "a list inside a list", "make it one flat list")
        elif token.type in _REFUSED:
            what, advice = _REFUSED[token.type]
            yield Problem(offset, f"{what} in prose", advice)
        elif token.type == "link_open" and not _target(token).startswith((SOURCE, CLAIM, *WEB)):
            yield Problem(
                offset,
                f"a link to `{_target(token)[:80]}`, which is neither a source, a claim nor a web address",
                "write source:ID, claim:ID or an address that begins with https://",
            )
        elif _target(token).startswith(WEB) and (why := fault(_target(token))):
            yield Problem(offset, f"a link to `{_target(token)[:80]}`, which is no address: {why}", "mend the address")


def _too_deep(token: Token) -> bool:
    """Tell whether a block holds too many marks within each other."""
    return any(child.level > MAX_MARKS for child in token.children or ())


def _located(text: str) -> Iterator[tuple[int, Token]]:
    """Give each token with its offset: of its own characters where they can be found, else of its block's line."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    at = 0
    for token in _tokens(text):
        at = starts[token.map[0]] if token.map else at
        yield at, token
        within = at
        for child in token.children or ():
            found = text.find(_spelling(child), within)
            within = found if found >= 0 else within
            yield within, child


def _spelling(token: Token) -> str:
    """Give characters by which an inline token can be found in the text."""
    if token.type in ("link_open", "image"):
        return str(token.attrs.get("href", token.attrs.get("src", "")))
    return "`" if token.type == "code_inline" else token.content


def _target(token: Token) -> str:
    return str(token.attrs.get("href", "")) if token.type == "link_open" else ""


def _block(token: Token, rest: Iterator[Token]) -> Paragraph | Listing | None:
    if token.type in ("bullet_list_open", "ordered_list_open"):
        return Listing(token.type.startswith("ordered"), tuple(_items(rest)))
    if token.type == "inline":
        return Paragraph(_inlines(iter(token.children or ())))
    if token.type in ("fence", "code_block"):
        return Paragraph((PlainText(token.content),))
    return None


def _items(rest: Iterator[Token]) -> Iterator[Inlines]:
    """Read items up to the list's end; an item of several paragraphs counts as several items."""
    depth = 1
    for token in rest:
        depth += token.nesting if token.type in _LISTS else 0
        if depth == 0:
            return
        if token.type == "inline":
            yield _inlines(iter(token.children or ()))


def _inlines(tokens: Iterator[Token]) -> Inlines:
    """Read inline tokens up to the end of the element that they stand in."""
    found: list[PlainText | Emphasis | Link] = []
    for token in tokens:
        if token.nesting == -1:
            break
        if token.type in ("em_open", "strong_open"):
            found.append(Emphasis(token.type == "strong_open", _inlines(tokens)))
        elif token.type == "link_open":
            found.append(Link(_target(token), _inlines(tokens)))
        elif text := " " if token.type in ("softbreak", "hardbreak") else token.content:
            found.append(PlainText(text))
    return tuple(found)


def _plain(content: Inlines) -> str:
    return "".join(part.text if isinstance(part, PlainText) else _plain(part.content) for part in content)
