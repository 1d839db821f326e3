"""Which web addresses may stand in a record: those that every program can take apart."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.addresses import fault
from tests.workspaces import base, check

NO_ADDRESSES = {
    "https://[": "its host cannot be read",
    "https://[x]/": "its host cannot be read",
    "https://\u2100.example/": "its host cannot be read",
    "https:///path": "it names no host",
    "https://:80/": "it names no host",
    "https://a..example/": "its host is no name and no number that a host can have",
    f"https://{'a' * 64}.example/": "its host is no name and no number that a host can have",
    f"https://{'a.' * 130}example/": "its host is no name and no number that a host can have",
    "https://checks.example:http/": "its port is no number up to 65535",
    "https://checks.example:65536/": "its port is no number up to 65535",
    "https://checks.example:0/": "its port is 0",
    "https://checks.example/\ue000": "it holds a character that no address has",
}
ADDRESSES = ["https://checks.example", "http://[::1]:8080/", "https://größe.example/a?b#c", "https://192.0.2.1/%zz"]
PLACES = {
    "seeds/gazette.yml": ["url: {}", "archived: {}"],
    "mkdocs.yml": ["site_url: {}", "    publisher: {{name: x, url: {}}}", "    licence: {{name: x, url: {}}}"],
}


@pytest.mark.parametrize(("address", "why"), NO_ADDRESSES.items())
def test_what_is_no_address(address: str, why: str) -> None:
    """What some program could not take apart is refused, with the part that is wrong."""
    assert fault(address) == why


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_an_address(address: str) -> None:
    """Hosts of all kinds may be named."""
    assert fault(address) is None


@given(st.text(st.sampled_from("a.:[]@/?#%-1\u2100é\u212a\ud800\u3002 ")))
def test_an_address_can_be_taken_apart_and_looked_up(rest: str) -> None:
    """No address that passes makes a parser or an encoder fail."""
    address = f"https://{rest}"
    if fault(address) is None:
        parts = urlsplit(address)
        assert parts.hostname
        assert parts.hostname.encode("idna")
        assert parts.port is None or 0 < parts.port < 65536
        assert urlsplit(parts.geturl()).hostname == parts.hostname


@pytest.mark.parametrize(("path", "line"), [(path, line) for path, lines in PLACES.items() for line in lines])
def test_every_field_with_an_address_is_held_to_it(path: str, line: str) -> None:
    """Sidecars and settings take no address that ends a build in a traceback."""
    key = line.partition(":")[0]
    kept = [one for one in base()[path].decode().splitlines() if not one.startswith(f"{key}:")]
    told = line.format('"https://[/"')
    place = kept.index("  factsite:") + 1 if line.startswith(" ") else 0
    kept[place:place] = [told]
    found = check(base() | {path: "\n".join(kept).encode()}).diagnostics
    assert [(one.rule, one.message) for one in found] == [
        ("bad-value", "`https://[/` is no address: its host cannot be read")
    ]


def test_links_in_prose_are_held_to_it() -> None:
    """A link in the reasoning leads to an address that a builder can take apart."""
    path = "claims/two-boats.yml"
    text = base()[path].decode() + "reasoning: '[this](https://[) and [that](https://checks.example:x/)'\n"
    found = check(base() | {path: text.encode()}).diagnostics
    assert {one.rule for one in found} == {"bad-prose"}
    assert "its port is no number up to 65535" in found[-1].message
