"""Absolute addresses: feeds, data and ClaimReview are read far from the site, where a relative link leads nowhere."""

from __future__ import annotations

from urllib.parse import urlsplit

from factsite.corpus.model import Settings


def absolute(settings: Settings, path: str) -> str:
    """Give the public address of a page or file by its path under docs/."""
    return settings.site_url + (relative(path) if path.endswith(".md") else path)


def relative(path: str) -> str:
    """Give the address of a page below the site's own, by its path under docs/."""
    path = path.removesuffix(".md")
    return path.removesuffix("index") if path.split("/")[-1] == "index" else f"{path}/"


def is_elsewhere(settings: Settings, url: str) -> bool:
    """Tell whether an address belongs to another host than the site's."""
    return urlsplit(url).hostname != urlsplit(settings.site_url).hostname
