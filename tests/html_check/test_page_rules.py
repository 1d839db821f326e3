"""What the HTML gate lets through, and what it stops."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factsite.html_check import page_rules, policy
from tests.hostile_strings import HOSTILE

SITE_URL = "https://checks.example/record/"
SCRIPT = "document.title = 'x'"
POLICY = f"default-src 'none'; script-src 'self' '{policy.script_hash(SCRIPT)}'"


def page(body: str = "", head: str = "") -> bytes:
    """Make a page with a policy that allows one inline script."""
    return (
        "<!doctype html>\n"
        f'<html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta charset="utf-8">{head}</head>\n'
        f"<body>{body}</body></html>"
    ).encode()


def found(body: str = "", head: str = "", path: str = "claims/one/index.html") -> list[str]:
    """Name the rules that a page breaks."""
    return check({path: page(body, head)})


def check(pages: Mapping[str, bytes], others: Mapping[str, bytes] | None = None) -> list[str]:
    """Name the rules that pages break on a site that has other files besides."""
    files = {**pages, **(others or {}), "assets/x.js": b"", "index.html": page('<p id="top-claim">')}
    return [each.rule for each in page_rules.check(pages, files, files.__getitem__, SITE_URL)]


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
        ("<p srcdoc=x>", "page-address"),
        ("<a href='javascript:alert(1)'>", "page-address"),
        ("<a href=' java\tscript:alert(1)'>", "page-address"),
        ("<a href='\x01JAVASCRIPT&colon;alert(1)'>", "page-address"),
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
    html = f"<!doctype html><meta charset=utf-8><body><script>{SCRIPT}</script></body>".encode()
    assert check({"index.html": html}) == ["page-policy", "page-script"]


@pytest.mark.parametrize(
    "first",
    ["<script src='assets/x.js'></script>", "<link rel=stylesheet href='assets/x.js'>", "<link rel=icon href='.'>"],
)
def test_the_policy_comes_first(first: str) -> None:
    """A policy after the first script or stylesheet would not rule it, so that is an error."""
    assert check({"index.html": page().replace(b"<head>", f"<head>{first}".encode())}) == ["page-policy"]


def test_nothing_that_is_ruled_comes_before_the_policy() -> None:
    """Styles are ruled too; a link that loads nothing is not."""
    assert check({"index.html": page().replace(b"<head>", b"<head><style></style>")}) == ["page-policy", "page-style"]
    assert check({"index.html": page().replace(b"<head>", b"<head><link rel=license href='.'>")}) == []


def test_only_a_link_has_a_name_for_an_anchor() -> None:
    """The name of a field, or of anything else but a link, is no anchor."""
    assert found("<input name='old'><a href='#old'>here</a>") == ["page-link"]


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
    (finding,) = page_rules.check(
        {"a/index.html": page("\n<p onclick=go()>")}, set(), dict[str, bytes]().__getitem__, SITE_URL
    )
    assert (finding.path, finding.location.line) == ("site/a/index.html", 4)
    assert finding.message == "<p> has an event handler: onclick='go()'"


RUNS_AND_LOADS = ["page-address", "page-request"]
ADDRESS_ATTRIBUTES = (
    "action attributionsrc background cite data formaction href imagesrcset manifest ping poster src srcset xlink:href"
).split()


@pytest.mark.parametrize("attribute", ADDRESS_ATTRIBUTES)
def test_every_attribute_that_names_an_address_is_read(attribute: str) -> None:
    """No attribute that a browser loads or follows may hold a script."""
    assert "page-address" in found(f"<p {attribute}='javascript:x()'>")


@pytest.mark.parametrize("attribute", [name for name in ADDRESS_ATTRIBUTES if name != "cite"])
def test_what_an_attribute_loads_is_on_the_site(attribute: str) -> None:
    """Any such attribute asks another host, but on a link; only the source of a quotation is never asked."""
    assert found(f"<p {attribute}='https://elsewhere.example/'>") == ["page-request"]


@pytest.mark.parametrize("attribute", ["srcset", "imagesrcset"])
def test_each_size_of_a_picture_is_on_the_site(attribute: str) -> None:
    """A set of pictures is read picture by picture, with commas where browsers see them."""
    assert found(f"<img {attribute}='../../assets/x.js 1x,https://elsewhere.example/x 2x'>") == ["page-request"]
    assert found(f"<img {attribute}='../../index.html, ../../assets/x.js 2x'>") == []
    assert found(f"<img {attribute}='../../a,https://elsewhere.example/x'>") == ["page-link"]


@pytest.mark.parametrize("attribute", ["ping", "attributionsrc"])
def test_each_address_of_a_list_is_on_the_site(attribute: str) -> None:
    """Where an attribute names several addresses, none of them leads away."""
    assert found(f"<a {attribute}='../../ https://elsewhere.example/'>x</a>") == ["page-request"]


@pytest.mark.parametrize("tag", ["a", "area"])
def test_links_may_lead_away(tag: str) -> None:
    """A link is followed by the reader and not by the page, so it may lead to another host."""
    assert found(f"<{tag} href='https://elsewhere.example/'>") == []
    assert found(f"<{tag} src='https://elsewhere.example/'>") == ["page-request"]


@pytest.mark.parametrize("scheme", ["http:", "https:", "HTTPS:", "mailto:", ""])
def test_addresses_have_known_schemes(scheme: str) -> None:
    """A link may lead to a page on the web or to a mailbox."""
    assert found(f"<a href='{scheme}//elsewhere.example/x'>x</a>") == []


@pytest.mark.parametrize(
    "scheme", "about blob data feed file filesystem ftp intent javascript ms-word tel vbscript view-source ws x".split()
)
def test_addresses_have_no_other_scheme(scheme: str) -> None:
    """Whatever other scheme an address has, it is refused, known or not."""
    assert found(f"<a href='{scheme}:x'>x</a>") == ["page-address"]


@pytest.mark.parametrize("tag", "applet base embed fencedframe iframe object plaintext portal".split())
def test_no_frame_stands_in_a_page(tag: str) -> None:
    """Elements that hold another document, or change what the rest of the page means, are refused."""
    assert "page-frame" in found(f"<{tag}>")
    assert "page-frame" in found(f"<svg><desc><{tag}>")
    assert "page-frame" in found(f"<template><{tag}></template>")


def test_no_set_of_frames_is_a_page() -> None:
    """A page whose body is a set of frames shows other documents."""
    html = page().replace(b"<body></body>", b"<frameset><frame src=index.html></frameset>")
    assert check({"index.html": html}) == ["page-frame", "page-frame"]


@pytest.mark.parametrize("kind", ["refresh", "Refresh", "content-type", "default-style", "set-cookie", "x", ""])
@pytest.mark.parametrize("around", ["{}", "<svg><title>{}", "<template>{}</template>", "<noscript>{}</noscript>"])
def test_no_page_gives_orders_to_the_browser(kind: str, around: str) -> None:
    """No `http-equiv` but the policy may stand anywhere in a page."""
    assert "page-frame" in found(around.format(f"<meta http-equiv='{kind}' content='0; url=../../'>"))


@pytest.mark.parametrize("kind", [" Content-Security-Policy", "Content-Security-Policy\t", "content-security-policie"])
def test_a_policy_has_its_exact_name(kind: str) -> None:
    """Browsers take nothing away from the name of the policy, so neither does the gate."""
    html = page().replace(b'"Content-Security-Policy"', f'"{kind}"'.encode())
    assert "page-policy" in check({"index.html": html})


def test_a_policy_stands_in_the_head() -> None:
    """Browsers ignore a policy in the body, so it does not count."""
    late = page().replace(b"<head>", b"<head><p>")
    assert "page-policy" in check({"index.html": late})


@pytest.mark.parametrize("name", ["to", "from", "by", "values"])
@pytest.mark.parametrize("target", ["href", "xlink:href", " HREF ", "a:href"])
def test_animations_give_links_no_other_address(name: str, target: str) -> None:
    """What an SVG animation gives to a link is an address like any other."""
    assert found(f"<svg><a><set attributeName='{target}' {name}='javascript:x()' /></a></svg>") == RUNS_AND_LOADS
    assert found(f"<svg><a><animate attributeName='{target}' {name}='//e.example/' /></a></svg>") == ["page-request"]
    assert found(f"<svg><animate attributeName='fill' {name}='red' /></svg>") == []


def test_an_animation_names_several_addresses() -> None:
    """Every value that an animation passes through is read."""
    assert found("<svg><animate attributeName=href values='#;javascript:x()' /></svg>") == RUNS_AND_LOADS


@pytest.mark.parametrize("value", ["url(//e.example/#x)", "url('https://e.example/')", r"u\72l(//e.example/)"])
@pytest.mark.parametrize("attribute", ["fill", "filter", "mask", "clip-path", "marker-end", "cursor"])
def test_attributes_of_a_drawing_fetch_nothing(attribute: str, value: str) -> None:
    """Attributes of SVG are styles, and a style can load a file."""
    assert found(f'<svg><path {attribute}="{value}"></path></svg>') == ["page-style"]
    assert found(f'<svg><path {attribute}="url(#x)"></path></svg>') == []
    assert found(f'<p {attribute}="{value}">') == []


@pytest.mark.parametrize("function", ["url", "src", "image", "image-set", "cross-fade", "URL"])
def test_no_function_of_a_style_fetches(function: str) -> None:
    """All functions by which a style loads a file are known."""
    assert found(f"<svg mask=\"{function}('//e.example/')\"></svg>") == ["page-style"]
    assert found(f"<svg aria-label=\"{function}('//e.example/')\" data-x='\\'></svg>") == []


@pytest.mark.parametrize("rel", ["alternate", "author", "canonical", "license", "License canonical"])
def test_links_that_only_name_something(rel: str) -> None:
    """No browser fetches these by itself."""
    assert found(head=f"<link rel='{rel}' href='https://elsewhere.example/'>") == []


@pytest.mark.parametrize(
    "rel",
    [
        *"dns-prefetch expect icon import manifest modulepreload next pingback preconnect prefetch preload".split(),
        *"prerender stylesheet x".split(),
        "alternate stylesheet",
    ],
)
def test_links_that_may_be_fetched(rel: str) -> None:
    """A `<link>` of any other kind stays on the site."""
    assert found(head=f"<link rel='{rel}' href='https://elsewhere.example/'>") == ["page-request"]


@pytest.mark.parametrize("kind", ["", "module", "speculationrules", "importmap", "text/javascript", "application/x"])
def test_only_data_is_a_block_of_data(kind: str) -> None:
    """A script is a block of data only if its type is that of JSON."""
    assert found(f"<script type='{kind}'>{{}}</script>") == ["page-script"]


@pytest.mark.parametrize("kind", ["application/json", "application/ld+json", " Application/JSON "])
def test_data_may_stand_in_a_page(kind: str) -> None:
    """JSON in a page runs nothing."""
    assert found(f"<script type='{kind}'>{{}}</script>") == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<svg><script src='../../assets/x.js'>x()</script></svg>", "page-script"),
        ("<svg><script href='//elsewhere.example/'></script></svg>", "page-request"),
        ("<p>x<body onload=x()>", "page-handler"),
        ("<p>x<html onload=x()>", "page-handler"),
        ("<template><p onclick=x()></template>", "page-handler"),
        ("<div><template shadowrootmode=open><p>x</p></template></div>", "page-frame"),
        ("<noscript><img src='//elsewhere.example/'></noscript>", "page-request"),
        ("<svg><style>x</style></svg>", "page-style"),
        ("<math><mi style=x>", "page-style"),
    ],
)
def test_nothing_hides_from_the_gate(body: str, rule: str) -> None:
    """What is merged into another element, or is apart from the tree, is found as well."""
    assert rule in found(body)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_that_is_escaped_passes(text: str) -> None:
    """Text that only looks like markup raises nothing, once every character that could be markup is encoded."""
    encoded = "".join(char if char.isalnum() or not char.isascii() else f"&#{ord(char)};" for char in text)
    assert found(f"<p title='{encoded}'>{encoded}</p>") == []


@pytest.mark.parametrize("html", [b"", b"\xff\xfe\x00", b"<", b"plain words", b"<p" * 5000])
def test_no_bytes_break_the_gate(html: bytes) -> None:
    """Whatever a page holds, the gate answers with findings."""
    assert "page-policy" in check({"index.html": html})
