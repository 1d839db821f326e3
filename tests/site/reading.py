"""Generated Markdown as a browser gets it: rendered with the site's own extensions and parsed as HTML."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from lxml import html
from markdown import Markdown

from factsite.site.output import Output


def article(page: bytes) -> html.HtmlElement:
    """Render a generated page without its front matter."""
    _, _, body = page.decode().partition("\n---\n")
    parser = Markdown(extensions=_extensions())
    return html.fromstring(f"<article>{parser.convert(body)}</article>")


def front(page: bytes) -> dict[str, object]:
    """Read the front matter of a generated page."""
    head, _, _ = page.decode().removeprefix("---\n").partition("\n---\n")
    found = yaml.safe_load(head)
    assert isinstance(found, dict)
    return found


def words(element: html.HtmlElement) -> str:
    """Give what an element says, with white space collapsed."""
    return " ".join(element.text_content().split())


def only(element: html.HtmlElement, path: str) -> html.HtmlElement:
    """Give the one element that an XPath finds."""
    found = element.xpath(path)
    assert isinstance(found, list)
    assert len(found) == 1, (path, len(found))
    return found[0]


def page(outputs: list[Output], path: str) -> bytes:
    """Make one file out of many."""
    return next(output for output in outputs if output.path == path).make()


@cache
def _extensions() -> list[str]:
    plain = (Path(__file__).parents[2] / "factsite/building/defaults.yml").read_text().replace("!ENV", "")
    found: list[str] = yaml.safe_load(plain)["markdown_extensions"]
    return found
