"""A document as its reader sees it, character by character, each with its place in the file.

A plain text reads as it stands. Of Markdown, a reader sees neither emphasis marks nor escapes, link targets, images
or HTML; of its front matter he sees the values.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from factsite.corpus import yamltree
from factsite.corpus.model import TextFormat
from factsite.corpus.text import Document, Span

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Readable:
    """Text as read; `offsets[i]` is the code point of the file behind `text[i]`, or `base + i` where it is None."""

    text: str
    base: int = 0
    offsets: list[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Give the range of the file that holds the characters `start` to `end`, which must not be empty."""
        if self.offsets is None:
            return Span(self.base + start, self.base + end)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def reading(self, span: Span) -> Span:
        """Give the range of characters that a range of the file holds."""
        if self.offsets is None:
            return Span(span.start - self.base, span.end - self.base)
        return Span(bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end))


def readable(document: Document, part: Span, form: TextFormat) -> Readable:
    """Read a part of a document."""
    if form is TextFormat.TEXT:
        return Readable(document.text[part.start : part.end], part.start)
    return _Markdown(document, part).read()


class _Markdown:
    """Collects what a reader of Markdown sees, in the order of the file."""

    def __init__(self, document: Document, part: Span) -> None:
        self.document = document
        self.part = part
        self.chars: list[str] = []
        self.offsets: list[int] = []

    def read(self) -> Readable:
        body = self.front_matter()
        text = self.document.text[body : self.part.end]
        for token in _PARSER.parse(text):
            if token.map is not None and token.type in ("inline", "fence", "code_block"):
                lines = self.source_lines(token, body)
                if token.type == "inline":
                    self.inline(token, lines)
                else:
                    self.add(token.content, lines[: len(token.content)])
                self.gap(lines[-1] if lines else body)
        return Readable("".join(self.chars), offsets=self.offsets)

    def add(self, text: str, offsets: list[int]) -> None:
        self.chars.extend(text[: len(offsets)])
        self.offsets.extend(offsets)

    def gap(self, offset: int) -> None:
        self.add("\n\n", [offset, offset])

    def front_matter(self) -> int:
        """Read the values of the front matter; give the offset at which the body begins."""
        match = _FRONT_MATTER.match(self.document.text, self.part.start, self.part.end)
        if match is None:
            return self.part.start
        inner = Document(self.document.path, match[1])
        root, _ = yamltree.parse(inner, tags=True)
        values = [value for _, value in root.entries] if isinstance(root, yamltree.Mapping) else []
        for value in values:
            if isinstance(value, yamltree.Scalar) and value.value:
                places = [yamltree.offset_in_file(inner, value, at) for at in range(len(value.value))]
                self.add(value.value, [match.start(1) + place for place in places])
                self.gap(match.start(1) + value.end - 1)
        return match.end()

    def source_lines(self, token: Token, body: int) -> list[int]:
        """Give, for each character of a block's content, its offset in the file.

        A block's content is its lines without the marks and the indentation before them.
        """
        assert token.map is not None
        inner = Document("", self.document.text[body : self.part.end])
        offsets: list[int] = []
        first = token.map[0] + (1 if token.type == "fence" else 0)
        for number, content in enumerate(token.content.split("\n"), first + 1):
            line = inner.line(number)
            column = max(line.rfind(content), 0)
            start = body + inner.line_starts[min(number, len(inner.line_starts)) - 1] + column
            offsets.extend(range(start, start + len(content) + 1))
        return offsets[:-1]

    def inline(self, block: Token, places: list[int]) -> None:
        for token in block.children or []:
            if token.type in ("softbreak", "hardbreak"):
                self.add("\n", [places[token.meta["at"]]])
            elif token.type in ("text", "code_inline"):
                # What a mark stands before (a backtick, the `<` of an address) is looked up behind the mark.
                at = max(block.content.find(token.content, token.meta["at"]), token.meta["at"])
                self.add(token.content, places[at : at + len(token.content)])
            elif token.type == "text_special":
                # An escape stands for the character behind its backslash, an entity for one character at its `&`.
                at = token.meta["at"] + (1 if token.info == "escape" else 0)
                self.add(token.content, [places[at]] * len(token.content))


class _PlacedState(StateInline):
    """markdown-it's inline state, which also notes in each token's `meta` where in the block it begins."""

    pending_at = 0

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
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
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


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline = _PlacedInline()
    parser.inline.ruler.enableOnly(
        ["text", "newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "html_inline", "entity"]
    )
    # Joining tokens would lose the places of what is joined.
    parser.inline.ruler2.disable("fragments_join")
    parser.core.ruler.disable("text_join")
    return parser


_PARSER = _parser()
