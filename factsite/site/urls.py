"""Absolute addresses: feeds, data and ClaimReview are read far from the site, where a relative link leads nowhere."""

from __future__ import annotations

from urllib.parse import urlsplit

from factsite.corpus.model import Settings


def absolute(settings: Settings, path: str) -> str:
    """Give the public address of a page or file by its path under docs/."""
    if path.endswith(".md"):
        path = path.removesuffix("index.md") if path.endswith("/index.md") else f"{path.removesuffix('.md')}/"
    return settings.site_url + path


def is_elsewhere(settings: Settings, url: str) -> bool:
    """Tell whether an address belongs to another host than the site's."""
    return urlsplit(url).hostname != urlsplit(settings.site_url).hostname
