"""What browsers could read in two ways is refused, and so are bytes that are not UTF-8; each doubt says where it is."""

from __future__ import annotations

import pytest

from factsite.html_check import page_rules
from tests.html_check.test_page_rules import SITE_URL, check, found, page


@pytest.mark.parametrize(
    "body",
    [
        "<p id=a id=b>",
        "<p title='x'y>",
        "\0",
        "<!-->x-->",
        "</p x=y>",
        "<div/>x",
        "<?xml-stylesheet href=x?>",
        "<?x y>",
        "<form><div></form><form>x</form>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1&gt;'></table></mtext></math>",
        "<noscript><p title='</noscript><p>'></noscript>",
        "<noscript><!-- </noscript><p>x</p> --></noscript>",
        "<p title='",
        "<div>" * 128,
        "<b>" * 2100,
        "<div>" * 100_000,
    ],
)
def test_what_browsers_could_read_in_two_ways_is_refused(body: str) -> None:
    """Markup must leave nothing to the browser: no error to mend, no depth to flatten, no other second reading."""
    assert "page-markup" in found(body)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100,
        "<noscript><p>x</p></noscript>",
        "<pre>\n\nx</pre>",
        "<p>x<p>y<li>z",
        "&nosuch; &copy 1 &#xFFFE; &#0; &#1; \x1b \ufffe",
    ],
)
def test_plain_markup_is_read_in_one_way(body: str) -> None:
    """Tags that may be left out, empty lines, odd characters and words for those who run no scripts are no error."""
    assert found(body) == []


CHARSET = b'<meta charset="utf-8">'


@pytest.mark.parametrize(
    "html",
    [
        page().replace(CHARSET, b""),
        page().replace(CHARSET, b'<meta charset="windows-1252">'),
        page(head="<meta charset=utf-7>"),
        page().replace(CHARSET, b" " * 1024 + CHARSET),
        page().replace(CHARSET, CHARSET + b"\xe9"),
        page().decode().encode("utf-16"),
    ],
    ids=["none", "other", "second", "late", "latin-1", "utf-16"],
)
def test_every_page_is_utf_8_and_says_so(html: bytes) -> None:
    """Bytes in an encoding that the browser must guess can mean something else to it."""
    assert "page-markup" in check({"index.html": html})


def test_a_byte_order_mark_is_no_text() -> None:
    """Browsers take a mark at the beginning away, so nothing of the page moves from its head to its body."""
    assert check({"index.html": b"\xef\xbb\xbf" + page()}) == []


def test_a_doubt_says_where() -> None:
    """What can be read in two ways is named with its line and with the word that the HTML standard has for it."""
    html = page("\n\n<p id=a id=b>")
    (doubt,) = page_rules.check({"a.html": html}, set(), dict[str, bytes]().__getitem__, SITE_URL)
    assert (doubt.location.line, doubt.message) == (5, "the markup is broken, and parsers mend it: duplicate-attribute")
