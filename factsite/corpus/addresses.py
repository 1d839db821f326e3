"""Web addresses: which of them every program behind can take apart and write again. The one place that decides it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from factsite.corpus.format import bad_value
from factsite.corpus.kinds import Reading, Text
from factsite.corpus.yamltree import Node

WEB = ("https://", "http://")
"""How a web address begins."""

_LONGEST_HOST = 253
"""Characters of a host's name, as many as the system of names has room for."""


def fault(address: str) -> str | None:
    """Say why an address that begins as one of the web is none; nothing where it is one."""
    if not address.isprintable() or " " in address:
        return "it holds a character that no address has"
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return "its host cannot be read"
    if not host:
        return "it names no host"
    if not _is_host(host):
        return "its host is no name and no number that a host can have"
    try:
        return None if parts.port is None or parts.port else "its port is 0"
    except ValueError:
        return "its port is no number up to 65535"


def _is_host(host: str) -> bool:
    try:
        if ":" in host:
            ip_address(host)
        return len(host) <= _LONGEST_HOST and bool(host.encode("idna"))
    except ValueError:
        return False


@dataclass(frozen=True)
class _Address(Text):
    """Text that is an address, which is also taken apart."""

    def read(self, node: Node, reading: Reading) -> str:
        """Decode an address; of one that is no text as it should be, no more is said."""
        known = len(reading.problems)
        value = super().read(node, reading)
        why = fault(value) if value and len(reading.problems) == known else None
        if why:
            message = f"`{value[:80]}` is no address: {why}"
            reading.report(bad_value(reading.path, node.location, message, f"write {self.meaning}"))
        return value


ADDRESS = _Address(2_000, pattern=r"https?://[^\s<>\"'\\]+", meaning="an address that begins with https://")
"""The address of something on the web."""

FOLDER = _Address(2_000, pattern=r"https?://[^\s<>\"'\\?#]+/", meaning="an address that ends in a slash")
"""An address to which a path can be added."""
