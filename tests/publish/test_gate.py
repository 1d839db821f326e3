"""What the HTML gate lets through, and what it stops."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factsite.publish import gate, policy
from tests.hostile_strings import HOSTILE

SITE_URL = "https://checks.example/record/"
SCRIPT = "document.title = 'x'"
POLICY = f"default-src 'none'; script-src 'self' '{policy.script_hash(SCRIPT)}'"


def page(body: str = "", head: str = "") -> bytes:
    """Make a page with a policy that allows one inline script."""
    return (
        "<!doctype html>\n"
        f'<html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}">{head}</head>\n'
        f"<body>{body}</body></html>"
    ).encode()


def found(body: str = "", head: str = "", path: str = "claims/one/index.html") -> list[str]:
    """Name the rules that a page breaks."""
    return check({path: page(body, head)})


def check(pages: Mapping[str, bytes], others: Mapping[str, bytes] | None = None) -> list[str]:
    """Name the rules that pages break on a site that has other files besides."""
    files = {**pages, **(others or {}), "assets/x.js": b"", "index.html": page('<p id="top-claim">')}
    return [each.rule for each in gate.check(pages, files, files.__getitem__, SITE_URL)]


@pytest.mark.parametrize(
    "body",
    [
        "<a href='../../'>home</a>",
        "<a href='../..'>home</a>",
        "<a href='../../#top-claim'>claim</a>",
        "<a href='/record/'>home</a>",
        "<a href='https://checks.example/record/#top-claim'>claim</a>",
        "<a href='?q=x'>here</a>",
        "<a href='#'>top</a><a href='#top'>top</a>",
        "<a href='#here'>here</a><p id='here'>",
        "<a href='#w%20x'>here</a><p id='w x'>",
        "<a href='../../#:~:text=words'>words</a>",
        "<a href='../../assets/x.js?v=1'>file</a>",
        "<a href='https://elsewhere.example/#x'>away</a>",
        "<a href='mailto:a@b.example'>write</a>",
        "<a name='old'></a><a href='#old'>here</a>",
        "<script src='../../assets/x.js'></script>",
        f"<script>{SCRIPT}</script>",
        '<script type="application/ld+json">{"a": 1}</script>',
        "<blockquote cite='https://elsewhere.example/'>words</blockquote>",
        "<form action='../../'><input name='q'></form>",
        "<img src='../../assets/x.js' srcset='../../assets/x.js 1x, ../../assets/x.js 2x'>",
        "<p>javascript:alert(1) onclick=x style=y &lt;script&gt;</p>",
    ],
)
def test_good_markup_passes(body: str) -> None:
    """What a page needs to link, load and run its own files raises nothing."""
    assert found(body) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p onclick=x()>", "page-handler"),
        ("<P ONCLICK=x()>", "page-handler"),
        ("<svg><path OnLoad=x()></svg>", "page-handler"),
        ("<script>alert(1)</script>", "page-script"),
        ("<script type=module>alert(1)</script>", "page-script"),
        (f"<script> {SCRIPT}</script>", "page-script"),
        ("<p style='color:red'>", "page-style"),
        ("<style>p {color: red}</style>", "page-style"),
        ("<iframe src='../../'></iframe>", "page-frame"),
        ("<iframe srcdoc='x'></iframe>", "page-address"),
        ("<object data='../../'></object>", "page-frame"),
        ("<base href='../../'>", "page-frame"),
        ("<meta http-equiv=Refresh content='0; url=../../'>", "page-frame"),
        ("<a href='javascript:alert(1)'>", "page-address"),
        ("<a href=' java\tscript:alert(1)'>", "page-address"),
        ("<a href='\x01JAVASCRIPT&colon;alert(1)'>", "page-address"),
        ("<a href='data:text/html,x'>", "page-address"),
        ("<a href='vbscript:x'>", "page-address"),
        ("<svg><a xlink:href='javascript:alert(1)'></a></svg>", "page-address"),
        ("<button formaction='javascript:x'>", "page-address"),
        ("<img src='data:image/png;base64,AA'>", "page-address"),
        ("<img src='https://elsewhere.example/x.png'>", "page-request"),
        ("<img src='//elsewhere.example/x.png'>", "page-request"),
        ("<img src='/\\elsewhere.example/x.png'>", "page-request"),
        ("<img src='https://checks.example/record/assets/x.js'>", "page-request"),
        ("<img srcset='../../assets/x.js 1x, https://elsewhere.example/x 2x'>", "page-request"),
        ("<video poster='https://elsewhere.example/'></video>", "page-request"),
        ("<form action='https://elsewhere.example/'></form>", "page-request"),
        ("<a href='../../' ping='https://elsewhere.example/'>x</a>", "page-request"),
        ("<svg><use href='https://elsewhere.example/#x'/></svg>", "page-request"),
        ("<p id=a><p id=a>", "page-anchor"),
        ("<p id=''>", "page-anchor"),
        ("<a href='../two/'>", "page-link"),
        ("<a href='../../../'>", "page-link"),
        ("<a href='/'>", "page-link"),
        ("<a href='https://checks.example/record/no/'>", "page-link"),
        ("<a href='#nowhere'>", "page-link"),
        ("<a href='../../#nowhere'>", "page-link"),
        ("<img src='../../assets/y.png'>", "page-link"),
        ("<form action='../../no/'></form>", "page-link"),
    ],
)
def test_bad_markup_is_stopped(body: str, rule: str) -> None:
    """Whatever could run, load or lead astray is an error of the rule that forbids it."""
    assert rule in found(body)


@pytest.mark.parametrize(
    ("head", "rules"),
    [
        ("<link rel=stylesheet href='https://elsewhere.example/x.css'>", ["page-request"]),
        ("<link rel=preconnect href='https://elsewhere.example'>", ["page-request"]),
        ("<link rel=icon href='//elsewhere.example/x.png'>", ["page-request"]),
        ("<link rel=canonical href='https://checks.example/record/'>", []),
        ("<link rel=canonical href='https://checks.example/record/gone/'>", ["page-link"]),
        ("<link rel=license href='https://elsewhere.example/'>", []),
        (f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">', ["page-policy"]),
    ],
)
def test_links_of_the_head(head: str, rules: list[str]) -> None:
    """A `<link>` that a browser fetches stays on the site; one that only names something may lead away."""
    assert found(head=head) == rules


def test_a_page_without_a_policy_is_stopped() -> None:
    """A page must state its policy, and its inline scripts have no leave without one."""
    html = f"<html><head></head><body><script>{SCRIPT}</script></body></html>".encode()
    assert check({"index.html": html}) == ["page-policy", "page-script"]


def test_the_policy_comes_first() -> None:
    """A policy after the first script or stylesheet would not rule it, so that is an error."""
    late = page().replace(b"<head>", b"<head><script src='assets/x.js'></script>")
    assert check({"index.html": late}) == ["page-policy"]


def test_pages_that_are_not_checked_still_have_anchors() -> None:
    """After an edit only changed pages are checked, against the anchors of all."""
    links = page("<a href='../two/#here'>x</a><a href='../two/#gone'>x</a>")
    others = {"claims/two/index.html": page("<p id=here><p onclick=x>")}
    assert check({"claims/one/index.html": links}, others) == ["page-link"]


def test_the_page_for_missing_files_links_from_the_root() -> None:
    """404.html is shown at any address, so its links begin at the site's root."""
    assert found("<a href='/record/assets/x.js'>x</a>", path="404.html") == []
    assert found("<a href='/assets/x.js'>x</a>", path="404.html") == ["page-link"]


def test_a_finding_says_what_and_where() -> None:
    """A finding names the page, the line and the very markup."""
    (finding,) = gate.check(
        {"a/index.html": page("\n<p onclick=go()>")}, set(), dict[str, bytes]().__getitem__, SITE_URL
    )
    assert (finding.path, finding.mark.line) == ("site/a/index.html", 4)
    assert finding.message == "<p> has an event handler: onclick='go()'"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_that_is_escaped_passes(text: str) -> None:
    """Text that only looks like markup raises nothing, once every character that could be markup is encoded."""
    encoded = "".join(char if char.isalnum() or not char.isascii() else f"&#{ord(char)};" for char in text)
    assert found(f"<p title='{encoded}'>{encoded}</p>") == []


@pytest.mark.parametrize("html", [b"", b"\xff\xfe\x00", b"<", b"plain words", b"<p" * 5000])
def test_no_bytes_break_the_gate(html: bytes) -> None:
    """Whatever a page holds, the gate answers with findings."""
    assert "page-policy" in check({"index.html": html})
