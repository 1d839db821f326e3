"""Editors' prose, written out again as markup that both builders render alike."""

from __future__ import annotations

from markupsafe import Markup

from factsite.corpus.addresses import WEB
from factsite.corpus.prose import CLAIM, SOURCE, Emphasis, Inlines, Link, Listing, Paragraph, PlainText, parse
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import address, encode, markup


def write(text: str, here: Here) -> Markup:
    """Write prose for a page: paragraphs and lists as HTML, links within as Markdown links."""
    return markup("\n".join(_block(block, here) for block in parse(text)))


def _block(block: Paragraph | Listing, here: Here) -> str:
    if isinstance(block, Listing):
        tag = "ol" if block.ordered else "ul"
        items = "\n".join(f'<li markdown="span">{_inlines(item, here)}</li>' for item in block.items)
        return f"<{tag} markdown>\n{items}\n</{tag}>"
    return f'<p markdown="span">{_inlines(block.content, here)}</p>'


def _inlines(content: Inlines, here: Here) -> str:
    return "".join(_inline(part, here) for part in content)


def _inline(part: PlainText | Emphasis | Link, here: Here) -> str:
    if isinstance(part, PlainText):
        return encode(part.text)
    inner = _inlines(part.content, here)
    if isinstance(part, Emphasis):
        tag = "strong" if part.strong else "em"
        return f"<{tag}>{inner}</{tag}>"
    return _link(part.target, inner, here)


def _link(target: str, inner: str, here: Here) -> str:
    if target.startswith(SOURCE):
        return f"[{inner}]({here.to(addresses.source(target.removeprefix(SOURCE)))})"
    if target.startswith(CLAIM):
        return f"[{inner}]({here.to(addresses.claim(target.removeprefix(CLAIM)))})"
    return f'<a href="{address(target)}">{inner}</a>' if target.startswith(WEB) else inner
