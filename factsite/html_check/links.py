"""Addresses as browsers read them: what an attribute names, what scheme that has, and where on the site it leads."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

_SPACE = "".join(map(chr, range(0x21)))
"""What browsers take away from both ends of an address: control characters and the space."""

_DROPPED = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):|[/\\]{2}", re.IGNORECASE)
_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:,|(?:[^,(]|\([^)]*\)?)*)", re.ASCII)
SETS = frozenset({"imagesrcset", "srcset"})
"""Attributes that name one picture in several sizes."""

LISTS = frozenset({"attributionsrc", "ping"})
"""Attributes that name several addresses, with spaces between."""


class Destination(NamedTuple):
    """A link within the site: the file that it leads to, and the anchor there."""

    file: str
    anchor: str


def addresses(attribute: str, value: str) -> list[str]:
    """Give the addresses that an attribute names."""
    if attribute in SETS:
        return _CANDIDATE.findall(value)
    if attribute in LISTS:
        return value.split()
    return value.split(";") if attribute == "values" else [value]


def scheme(address: str) -> str | None:
    """Give the scheme of an address that has one, an empty text for `//host`, and nothing for a relative address."""
    match = _SCHEME.match(_cleaned(address))
    return (match[1] or "").lower() if match else None


def within(address: str, path: str, site_url: str) -> Destination | None:
    """Tell where an address on the page at `path` leads, if it stays on the site."""
    whole, _, fragment = _cleaned(address).partition("#")
    away = scheme(whole) is not None
    whole = whole.partition("?")[0].replace("\\", "/")
    if away:
        if not whole.startswith(site_url):
            return None
        whole, path = whole[len(site_url) :] or "./", ""
    elif whole.startswith("/"):
        prefix = "/" + "/".join(site_url.split("/")[3:])
        whole = whole.removeprefix(prefix) or "./" if whole.startswith(prefix) else f"../{whole}"
        path = ""
    return Destination(_file(unquote(whole), path), unquote(fragment.partition(":~:")[0]))


def _cleaned(address: str) -> str:
    return address.strip(_SPACE).translate(_DROPPED)


def _file(address: str, path: str) -> str:
    """Give the file behind a relative address on the page at `path`."""
    if not address:
        return path
    file = normpath(join(dirname(path), address))
    return normpath(f"{file}/index.html") if address.rpartition("/")[2] in ("", ".", "..") else file
