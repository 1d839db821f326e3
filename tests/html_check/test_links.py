"""Where an address leads, as browsers read it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.html_check import links
from factsite.html_check.links import Destination

SITE_URL = "https://checks.example/record/"
PAGE = "claims/one/index.html"


@pytest.mark.parametrize(
    ("address", "file", "anchor"),
    [
        ("", PAGE, ""),
        ("#x", PAGE, "x"),
        ("?q=1#x", PAGE, "x"),
        (".", "claims/one/index.html", ""),
        ("./", "claims/one/index.html", ""),
        ("..", "claims/index.html", ""),
        ("../two/", "claims/two/index.html", ""),
        ("../two", "claims/two", ""),
        ("../two/?q=/#x", "claims/two/index.html", "x"),
        ("..\\two\\", "claims/two/index.html", ""),
        ("../../a%20b.html", "a b.html", ""),
        ("a%23b", "claims/one/a#b", ""),
        ("../../#%E0%A4%95", "index.html", "\u0915"),
        ("../../#x:~:text=words", "index.html", "x"),
        (" \t../../\n#x\r ", "index.html", "x"),
        ("..\n/../", "index.html", ""),
        ("/record/", "index.html", ""),
        ("/record/a.html", "a.html", ""),
        ("\\record\\a/", "a/index.html", ""),
        ("\\other/", "../other/index.html", ""),
        (f"{SITE_URL}?q=1#x", "index.html", "x"),
        ("/record", "../record", ""),
        ("/", "../index.html", ""),
        ("/other/", "../other/index.html", ""),
        (SITE_URL, "index.html", ""),
        (f"{SITE_URL}a/#x", "a/index.html", "x"),
        (f"{SITE_URL}#x", "index.html", "x"),
    ],
)
def test_links_within_the_site(address: str, file: str, anchor: str) -> None:
    """An address on the site leads to one file, and to an anchor where it names one."""
    assert links.within(address, PAGE, SITE_URL) == Destination(file, anchor)


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/",
        "https://checks.example/",
        "http://checks.example/record/",
        "//x",
        "mailto:a@b.example",
    ],
)
def test_links_that_lead_away(address: str) -> None:
    """Another host, another scheme and another part of the host are not the site."""
    assert links.within(address, PAGE, SITE_URL) is None


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("a/b", None),
        ("a/b:c", None),
        ("?a:b", None),
        ("1a:b", None),
        ("\u00a0javascript:x", None),
        ("/\\x", ""),
        ("\\\\x", ""),
        ("\t/\n/x", ""),
        ("HTTPS:x", "https"),
        ("\x00\x1f java\tscr\nipt\r:x", "javascript"),
        ("a+b.c-1:x", "a+b.c-1"),
    ],
)
def test_schemes(address: str, scheme: str | None) -> None:
    """A scheme is what browsers take for one, after what they drop."""
    assert links.scheme(address) == scheme


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        ("", []),
        (" , ,", []),
        ("a", ["a"]),
        ("a, b", ["a", "b"]),
        ("a 1x,b 2x", ["a", "b"]),
        ("a,b 2x", ["a,b"]),
        ("a,, b", ["a", "b"]),
        ("a (1,2), b", ["a", "b"]),
        ("a\u00a0b 1x", ["a\u00a0b"]),
    ],
)
def test_sets_of_pictures(value: str, addresses: list[str]) -> None:
    """A comma ends an address only at its end; within one it is a part of it."""
    assert links.addresses("srcset", value) == addresses


@given(st.lists(st.sampled_from(["a", "b/c", "../d,e", "f?g=1"]), min_size=1))
def test_a_set_of_pictures_is_taken_apart(addresses: list[str]) -> None:
    """However many pictures a set has, each is found."""
    assert links.addresses("srcset", ", ".join(f"{each} {n}w" for n, each in enumerate(addresses, 1))) == addresses
