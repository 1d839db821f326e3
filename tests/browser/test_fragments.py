"""Public lists of misleading markup: what the HTML gate lets through holds nothing forbidden in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Route

from factsite.html_check import page_rules, policy

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
OFFENCES = (HERE / "offences.js").read_text()
HOST = "https://checks.example/"
ADDRESS = f"{HOST}page/"
STING = (
    "<p title='--></title></style></script></textarea></noscript></template></svg></math><iframe src=//e.example/>'>x"
)
"""Harmless where a parser reads markup, and a frame where it believes to be in something else."""

OPEN = {
    "svg-title": "<svg><title><meta http-equiv=refresh content='0;url=https://e.example/'></title></svg>",
    "math": "<math><mtext><meta http-equiv=refresh content='0;url=//e.example/'></mtext></math>",
    "noscript": '<noscript><p title="</noscript><meta http-equiv=refresh content=0;url=//e.example/>"></noscript>',
    "deep": "<div>" * 2100 + "<meta http-equiv=refresh content='0;url=//e.example/'>",
    "image": "<img src=//e.example/>",
    "base": "<svg><desc><base href=//e.example/></desc></svg>",
    "frame": "<math><annotation-xml encoding=text/html><iframe src=../></iframe></annotation-xml></math>",
    "form": "<svg><foreignObject><form action=//e.example/></form></foreignObject></svg>",
    "second-body": "<p>x<body onload=x()>",
    "second-html": "<p>x<html style=color:red>",
    "set": "<svg><a><set attributeName=href to=javascript:x()></set></a></svg>",
    "animate": "<svg><a><animate attributeName=href values='#;javascript:x()'></animate></a></svg>",
    "shadow": "<div><template shadowrootmode=open><p onclick=x()></template></div>",
    "comment": "<!--><img src=//e.example/>-->",
    "table": "<table><style><!--</style><img title='--&gt;' src=//e.example/></table>",
    "style": "<svg><style><img src=//e.example/></style></svg>",
    "select": "<select><option><iframe src=//e.example/></iframe></select>",
    "template": "<template><p onclick=x()></template>",
}
"""Fragments of our own, each of which does in a browser what the gate forbids."""


def listed(name: str) -> list[str]:
    """Give a list of fragments."""
    fragments: list[str] = json.loads((HERE / "fragments" / f"{name}.json").read_text())
    return fragments


def page(fragment: str) -> bytes:
    """Make a page around a fragment, with the policy of every built page."""
    shell = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>{fragment}</body>'
    return policy.with_policy(shell, frozenset()).encode()


class Everything:
    """A site that has every file."""

    def __contains__(self, path: object) -> bool:
        """Know each path."""
        return True


def accepted(fragment: str) -> bool:
    """Tell whether the gate lets a page with the fragment through; which anchors it has does not matter here."""
    html = page(fragment)
    found = page_rules.check({"page/index.html": html}, Everything(), lambda _: html, HOST)
    return {each.rule for each in found} <= {"page-link", "page-anchor"}


class Reader:
    """A window that shows one page after another under the same address, and lets no request out."""

    def __init__(self, window: Page) -> None:
        self.window = window
        self.html = b""
        self.left: list[str] = []
        window.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        request = route.request
        if request.url == ADDRESS and request.is_navigation_request():
            route.fulfill(status=200, content_type="text/html; charset=utf-8", body=self.html)
            return
        if request.is_navigation_request() or not request.url.startswith(HOST):
            self.left.append(f"request: {request.url}")
        route.abort()

    def offences(self, fragment: str) -> list[str]:
        """Show a fragment and give all that the page then holds or does against the rules of the gate."""
        self.html, self.left = page(fragment), []
        try:
            self.window.goto(ADDRESS, wait_until="load")
            found: list[str] = self.window.evaluate(OFFENCES, ADDRESS)
        except Error as error:  # the page went away while it was looked at
            found = [f"navigated: {error.message}"]
        return found + self.left


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """Open a window for fragments."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield Reader(context.new_page())
    context.close()


@pytest.mark.parametrize(("name", "ending"), [("dompurify", ""), ("html5lib", STING)])
def test_what_the_gate_accepts_is_harmless_in_a_browser(reader: Reader, name: str, ending: str) -> None:
    """A page that the gate accepts asks no other host, leads nowhere by itself, and holds nothing that is forbidden."""
    harmless = [fragment + ending for fragment in listed(name) if accepted(fragment + ending)]
    assert harmless
    assert {fragment: found for fragment in harmless if (found := reader.offences(fragment))} == {}


@pytest.mark.parametrize("fragment", OPEN.values(), ids=OPEN)
def test_what_breaks_the_law_in_a_browser_is_refused(reader: Reader, fragment: str) -> None:
    """Markup that does in a browser what is forbidden does not pass the gate, however it hides from other parsers."""
    assert reader.offences(fragment)
    assert not accepted(fragment)


@pytest.mark.parametrize("name", ["dompurify", "html5lib"])
def test_the_lists_bite(name: str) -> None:
    """Without the gate the lists would break the law: it refuses a part of each, and accepts another."""
    verdicts = {accepted(fragment + STING) for fragment in listed(name)}
    assert verdicts == {True, False}
