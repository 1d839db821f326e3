"""A document as its reader sees it, character by character, each with its place in the file.

A plain text reads as it stands, subtitles as they are heard. Of Markdown, a reader sees neither emphasis marks nor
escapes, link targets, images or comments; of its front matter he sees the values. A tag of HTML that does more than
emphasize is read as it stands, so that no quote passes over it and no two numbers become one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from factsite.corpus import yamltree
from factsite.corpus.model import TextFormat
from factsite.corpus.spelling import offsets_in_file
from factsite.corpus.subtitles import heard, is_subtitles
from factsite.corpus.text import Document, Span

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING_END = re.compile(r"(?<=[ \t])#+[ \t]*$")
_LINE_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<!--.*|</?(?:a|abbr|b|cite|code|em|font|i|mark|small|span|strong|u|wbr)(?:\s[^<>]*)?/?>",
    re.DOTALL | re.IGNORECASE,
)
"""Comments, and the tags that do no more than Markdown's own marks."""

_READ = ("text", "text_special", "code_inline", "html_inline")
"""The kinds of token whose content is read; a backslash that escapes nothing is special to the parser, too."""


@dataclass(frozen=True, slots=True)
class Readable:
    """Text as read; `offsets[i]` is the code point of the file behind `text[i]`.

    `times` gives, in order, where in the text each cue of subtitles begins, and when it is heard.
    """

    text: str
    offsets: Sequence[int]
    times: tuple[tuple[int, str], ...] = ()

    def time_at(self, index: int) -> str | None:
        """Give when a character is heard, such as 1:02:33, if the text is one that is heard."""
        heard = bisect_right(self.times, index, key=lambda cue: cue[0])
        return self.times[heard - 1][1] if heard else None

    def span(self, start: int, end: int) -> Span:
        """Give the range of the file that holds the characters `start` to `end`, which must not be empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def reading(self, span: Span) -> Span:
        """Give the range of characters that a range of the file holds."""
        return Span(bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end))


def readable(document: Document, part: Span, form: TextFormat) -> Readable:
    """Read a part of a document."""
    if form is TextFormat.MARKDOWN:
        return _Markdown(document, part).read()
    text = document.text[part.start : part.end]
    return _subtitles(text, part.start) if is_subtitles(text) else Readable(text, range(part.start, part.end))


def _subtitles(text: str, start: int) -> Readable:
    chars, times = "", []
    offsets: list[int] = []
    for part in heard(text, start):
        gap = ("\n\n" if part.parted else "\n") if chars else ""
        chars += gap
        offsets += [offsets[-1]] * len(gap) if gap else []
        if part.time is not None:
            times.append((len(chars), part.time))
        chars += part.text
        offsets += part.offsets
    return Readable(chars, offsets, tuple(times))


class _Markdown:
    """Collects what a reader of Markdown sees, in the order of the file."""

    def __init__(self, document: Document, part: Span) -> None:
        # As long as the file's text, so that offsets stay: line ends as Markdown knows them, and no NUL.
        text = document.text[: part.end].replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
        self.document = Document(document.path, text)
        self.part = part
        self.chars: list[str] = []
        self.offsets: list[int] = []

    def read(self) -> Readable:
        start = self.front_matter()
        body = Document("", self.document.text[start:])
        heading = False
        for token in _PARSER.parse(body.text):
            if token.map is not None and token.type in ("inline", "html_block", "fence", "code_block"):
                places = [start + place for place in _places(token, body, heading=heading)]
                if token.type == "html_block":
                    token.children = _HTML.inline.parse(token.content.removesuffix("\n"), _HTML, {}, [])
                if token.children is not None:
                    self.inline(token, places)
                else:
                    self.add(token.content.removesuffix("\n"), places)
                self.gap()
            heading = token.type == "heading_open" and token.markup.startswith("#")
        return Readable("".join(self.chars), self.offsets)

    def add(self, text: str, offsets: list[int]) -> None:
        self.chars.extend(text[: len(offsets)])
        self.offsets.extend(offsets[: len(text)])

    def gap(self) -> None:
        """Part two blocks."""
        if self.offsets and self.chars[-2:] != ["\n", "\n"]:
            self.add("\n\n", [self.offsets[-1]] * 2)

    def beginning(self) -> int:
        """Give where reading begins: lines that begin inside a comment do not bring it to light."""
        text, start = self.document.text, self.part.start
        if text.rfind("<!--", 0, start) <= text.rfind("-->", 0, start):
            return start
        end = text.find("-->", start)
        return len(text) if end == -1 else end + len("-->")

    def front_matter(self) -> int:
        """Read the values of the front matter; give the offset at which the body begins."""
        start = self.beginning()
        match = _FRONT_MATTER.match(self.document.text, start)
        if match is None:
            return start
        inner = Document(self.document.path, match[1])
        root, _ = yamltree.parse(inner, tags=True)
        if not isinstance(root, yamltree.Mapping):
            return start
        for value in _scalars(root):
            places = offsets_in_file(inner, value)
            self.add(value.value, [match.start(1) + place for place in places])
            self.gap()
        return match.end()

    def inline(self, block: Token, places: list[int]) -> None:
        for token in block.children or []:
            at = _start(token, block.content)
            tag = token.content if token.type == "html_inline" else ""
            if token.type in ("softbreak", "hardbreak") or _LINE_BREAK.fullmatch(tag):
                self.add("\n", [places[at]])
            elif token.type == "text_special" and token.content != token.markup:
                self.add(token.content, [places[at]] * len(token.content))
            elif token.type in _READ and not _UNSEEN.fullmatch(tag):
                self.add(token.content, places[at : at + len(token.content)])


def _scalars(node: yamltree.Node) -> Iterator[yamltree.Scalar]:
    """Give the values in a tree, in the order of the file."""
    if isinstance(node, yamltree.Scalar):
        yield node
        return
    for value in node.items if isinstance(node, yamltree.Sequence) else (value for _, value in node.entries):
        yield from _scalars(value)


def _places(token: Token, body: Document, *, heading: bool) -> list[int]:
    """Give, for each character of a block's content, its offset in the body.

    Each line of the content is the end of a line of the body, behind the marks and the indentation of its block.
    """
    assert token.map is not None
    places: list[int] = []
    contents = token.content.split("\n")
    number = token.map[0] + (token.type == "fence")
    if token.type == "inline":  # the parser drops lines that hold nothing but white space of other kinds
        number += next((n for n in range(*token.map) if contents[0] in body.line(n + 1)), number) - number
    for content in contents:
        number += 1
        line = body.line(number)
        line = (_HEADING_END.sub("", line) if heading else line).rstrip()
        start = body.line_starts[min(number, len(body.line_starts)) - 1]
        # The parser writes a tab in an indentation as spaces; those that have no place stand at the line's start.
        first = start + len(line) - len(content.rstrip())
        places.extend(max(start, place) for place in range(first, first + len(content) + 1))
    return places[:-1]


def _start(token: Token, content: str) -> int:
    """Give the index in a block's content at which what is read of a token begins."""
    at = int(token.meta.get("at", 0))
    if token.type == "code_inline":  # behind its back-ticks and the one space that may follow
        at += len(token.markup)
        stands = content[at : at + len(token.content)].replace("\n", " ") == token.content
        return at if stands else at + 1
    if token.type == "text":  # the `<` of an address stands before its text
        return max(content.find(token.content, at), at)
    # An escape stands for the character behind its backslash, an entity for characters at its `&`.
    return at + (token.info == "escape" and token.content != token.markup)


class _PlacedState(StateInline):
    """markdown-it's inline state, which also notes in each token's `meta` where in the block it begins."""

    pending_at = 0
    run_at = -1
    marks = 0
    """How many characters of a run of marks were pushed before, each as a text of its own."""

    def append_pending(self, text: str) -> None:
        """Note where pending text begins."""
        if not self.pending:
            self.pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 -- the name is markdown-it's
        """Give the token of pending text its place."""
        token = super().pushPending()
        token.meta["at"] = self.pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Give any other token the place at which its rule began."""
        before = self.tokens[-1] if self.tokens and not self.pending else None
        token = super().push(ttype, tag, nesting)
        in_run = ttype == "text" and before is not None and before.type == "text" and self.run_at == self.pos
        self.marks = self.marks + 1 if in_run else 0
        self.run_at = self.pos
        token.meta["at"] = self.pos + self.marks
        return token


class _PlacedInline(ParserInline):
    """markdown-it's inline parser with places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse a block's content."""
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for finish in self.ruler2.getRules(""):
            finish(state)
        return state.tokens


def _comment(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001 -- markdown-it calls it so
    """Pass over a comment in an HTML block; one that is left open goes on to the block's end."""
    if not state.src.startswith("<!--", state.pos):
        return False
    if state.pending:
        state.pushPending()
    end = state.src.find("-->", state.pos + 2)
    state.pos = state.posMax if end == -1 else end + len("-->")
    return True


def _parser(*rules: str) -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline = _PlacedInline()
    parser.inline.ruler.before("html_inline", "comment", _comment)
    parser.inline.ruler.enableOnly(rules)
    # Joining tokens would lose the places of what is joined.
    parser.inline.ruler2.disable("fragments_join")
    parser.core.ruler.disable("text_join")
    # The text of an address is compared as it stands in the file.
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]  # the documented way to set it
    return parser


_PARSER = _parser(
    "text", "newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "html_inline", "entity"
)
_HTML = _parser("text", "newline", "comment", "html_inline", "entity")
"""Reads what stands in an HTML block, where Markdown's own marks mean nothing."""
