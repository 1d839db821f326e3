"""Safe text: the Markdown that MkDocs and Zensical render alike, and the templates that can write nothing else.

Every value that a template prints is encoded unless it is `Markup`, so that no text from a claim or a seed can become
markup in Markdown or in HTML. Templates hold only markup, `for`, `if` and `include`.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Protocol
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")
_ENTITIES = {code: f"&#{code};" for code in range(128) if chr(code) not in _PLAIN}
_ACTIVE = {ord(char): f"&#{ord(char)};" for char in '&<>"[]*_`\\{}|#~^$'}
"""What may be markup within a line, in Markdown or in HTML, wherever it stands."""
# Line and paragraph separators end a YAML line; control characters and non-characters may not stand in one.
_UNPRINTABLE = {code: f"&#{code};" for code in (*range(32), *range(127, 160), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)}
# Readers decode these in an address; Markdown would read them as its own.
_ADDRESS_SAFE = ":/?#&=%.,~+;-"


NOTES = ("# Made by factsite from ", "# Made by build_site.py from ")
"""What every generated page says near its top, or once said; other generated files bear no note."""

NOTE_LENGTH = 200
"""So many characters or bytes from the top a page bears it."""


def bears_note(head: str) -> bool:
    """Tell whether a page that begins so was generated."""
    return any(note in head for note in NOTES)


def encode(text: str) -> Markup:
    """Write every ASCII character that is no letter, digit or space as an entity: safe in Markdown and in HTML."""
    return Markup(text.translate(_ENTITIES))  # noqa: S704  # what could be markup has just been encoded


NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Told:
    """A text as a page shows it; `lang` are the attributes of an element where it is not in the page's language."""

    text: str
    lang: Markup = NOTHING

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def markup(self) -> Markup:
        """Write the text, within an element that names its language where need be."""
        return markup(f"<span {self.lang}>{encode(self.text)}</span>") if self.lang else encode(self.text)


@dataclass(frozen=True, slots=True)
class Blank:
    """A place in a message, which a value fills."""

    name: str


def pieces(message: str) -> list[str | Blank]:
    """Take a message apart into its words and its places."""
    found: list[str | Blank] = []
    for words, place, _, _ in Formatter().parse(message):
        found += [words, *([] if place is None else [Blank(place)])]
    return found


def plain(message: str, values: Mapping[str, object]) -> str:
    """Give a message with its places filled, as text."""
    return "".join(str(values[part.name]) if isinstance(part, Blank) else part for part in pieces(message))


def fill_in(message: Iterable[str | Blank], values: Mapping[str, object]) -> Markup:
    """Write a message's words so that none is markup, and its places with values, which are encoded as ever."""
    written = (_finalize(values[part.name]) if isinstance(part, Blank) else part.translate(_ACTIVE) for part in message)
    return markup("".join(map(str, written)))


def markup(text: str) -> Markup:
    """Declare a text to be markup; only for text of this package's own making."""
    return Markup(text)  # noqa: S704  # the one door through which markup passes


def front_matter(
    made_from: str,
    /,
    *,
    wide: bool = False,
    within: bool = False,
    **values: str,
) -> Markup:
    """Write a page's front matter: values for the theme, and a note on where the page comes from.

    A `wide` page goes without a table of contents beside it; one `within` a section has the section's pages there.
    """
    lines = [f"{key}: {_scalar(value)}\n" for key, value in values.items() if value]
    note = f"{NOTES[0]}{made_from}; edit that, not this."
    hidden = ", ".join(name for name, hide in (("navigation", not within), ("toc", wide)) if hide)
    return markup(f"---\n{note}\n{''.join(lines)}hide: [{hidden}]\n---\n")


def _scalar(text: str) -> str:
    """Write a text as a YAML value, escaped for HTML exactly once: the theme prints it as it stands."""
    escaped = html.escape(" ".join(text.split())).translate(_UNPRINTABLE).replace("\\", "\\\\")
    return f'"{escaped}"'


def address(url: str) -> Markup:
    """Write a web address as the value of an HTML attribute."""
    if not url.startswith(("https://", "http://")):
        return markup("#")
    return markup(quote(url, safe=_ADDRESS_SAFE).replace("&", "&amp;"))


class Voice(Protocol):
    """What templates need of the words of a language."""

    def write(self, message: str, /, **values: object) -> Markup:
        """Give a message for a page."""

    def write_count(self, number: int, one: str, many: str, /, **values: object) -> Markup:
        """Give one of two messages by a number, for a page."""


def fill(template: str, words: Voice, **values: object) -> bytes:
    """Fill a template of this package; in it `say` and `count` give messages."""
    said = {"say": words.write, "count": words.write_count, **_SHAPES}
    return _environment().get_template(template).render(said | values).encode()


def _element(name: str) -> Callable[[object], Markup]:
    return lambda value: markup(f"<{name}>{_finalize(value)}</{name}>")


def _link(text: object, href: str | None) -> Markup:
    """Link words with a page, whose address is `Markup`, or with another site, or with nothing."""
    if href is None:
        return _finalize(text)
    if isinstance(href, Markup) and not href.startswith("http"):
        return markup(f"[{_finalize(text)}]({href})")
    return markup(f'<a href="{address(href)}">{_finalize(text)}</a>')


_SHAPES = {
    "link": _link,
    "bold": _element("b"),
    "strong": _element("strong"),
    "code": _element("code"),
    "marked": _element("mark"),
    "gap": markup('<i class="fs-gap">[–]</i>'),
}
"""What a template can put into a place of a message besides words."""


def icon(name: str) -> str:
    """Give a Material icon as SVG."""
    return _environment().get_template(f"icons/{name}.svg").render()


def has_icon(name: str) -> bool:
    """Tell whether the theme has a Material icon of that name."""
    try:
        _environment().get_template(f"icons/{name}.svg")
    except TemplateNotFound:
        return False
    return True


def _finalize(value: object) -> Markup:
    if isinstance(value, Told):
        return value.markup
    return value if isinstance(value, Markup) else encode(str(value))


@cache
def _environment() -> Environment:
    pages = PackageLoader("factsite.site")
    icons = PackageLoader("material", "templates/.icons/material")
    return Environment(
        loader=PrefixLoader({"pages": pages, "icons": icons}),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
