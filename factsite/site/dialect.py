"""Safe text: the Markdown that MkDocs and Zensical render alike, and the templates that can write nothing else.

Every value that a template prints is encoded unless it is `Markup`, so that no text from a claim or a seed can become
markup in Markdown or in HTML. Templates hold only markup, `for`, `if` and `include`.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")
_ENTITIES = {code: f"&#{code};" for code in range(128) if chr(code) not in _PLAIN}
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


def markup(text: str) -> Markup:
    """Declare a text to be markup; only for text of this package's own making."""
    return Markup(text)  # noqa: S704  # the one door through which markup passes


def front_matter(
    made_from: str,
    also: Mapping[str, str] | None = None,
    /,
    *,
    wide: bool = False,
    within: bool = False,
    **values: str,
) -> Markup:
    """Write a page's front matter: values for the theme, and a note on where the page comes from.

    A `wide` page goes without a table of contents beside it; one `within` a section has the section's pages there.
    """
    lines = [f"{key}: {_scalar(value)}\n" for key, value in {**values, **(also or {})}.items() if value]
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


def fill(template: str, **values: object) -> bytes:
    """Fill a template of this package, or a Material icon under `icons/`."""
    return _environment().get_template(template).render(values).encode()


def has_icon(name: str) -> bool:
    """Tell whether the theme has a Material icon of that name."""
    try:
        _environment().get_template(f"icons/{name}.svg")
    except TemplateNotFound:
        return False
    return True


def _finalize(value: object) -> object:
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
