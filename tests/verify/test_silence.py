"""Silence: what stands anywhere in a source's part of its file breaks it, and the finding names a line of that part."""

from __future__ import annotations

import pytest

from factsite.corpus import dates
from factsite.corpus.model import Absence, Certainty, Claim, Excerpt, TextFormat
from factsite.diagnostics import Diagnostic
from factsite.verify.claim_rules import check_silence
from tests.records import archived

MEMO = """---
title: A memo
tags: [first, "se\\u0063ond"]
# third
---

Words **stand** here ![fourth](x.png "fifth")
and [here](https://sixth.example/ "seventh").

<!-- eighth -->

[a]: https://ninth.example/

~~~ tenth
<td>Eleventh</td>
~~~
"""


def found(term: str, text: str, form: TextFormat = TextFormat.MARKDOWN) -> list[Diagnostic]:
    """Call a source silent on a term."""
    absent = (Absence(("memo",), (term,)),)
    day = dates.parse("2026-11-21")
    assert day is not None
    claim: Claim[Excerpt] = Claim("x", "claims/x.yml", "", "", (), "", Certainty.LOW, day, "", (), absent=absent)
    return list(check_silence(claim, {"memo": archived("memo", text, format=form, title="")}))


@pytest.mark.parametrize(
    ("term", "line"),
    [
        ("memo", 2),
        ("first", 3),
        ("second", 3),
        ("third", 3),
        ("words stand", 7),
        ("**Stand**", 7),
        ("fourth", 7),
        ("fifth", 7),
        ("sixth", 8),
        ("seventh", 8),
        ("eighth", 8),
        ("ninth", 15),
        ("tenth", 15),
        ("eleventh", 15),
    ],
)
def test_a_source_is_not_silent_on_what_its_file_holds(term: str, line: int) -> None:
    """Markdown that its reader does not see breaks silence, too; the finding names the nearest line that is seen."""
    (finding,) = found(term, MEMO)
    assert f"`{term}` stands at line {line}" in finding.message


def test_a_source_is_silent_on_anything_else() -> None:
    """Words that stand nowhere are lacking; nothing is made up of what is seen and what is written."""
    assert found("absent", MEMO) == []
    assert found("</td> ---", MEMO) == []


def test_a_source_of_which_nothing_is_seen() -> None:
    """A file that shows its reader nothing may hold a term nevertheless."""
    (finding,) = found("fourth", "\n![fourth](x.png)\n")
    assert "stands at line 1" in finding.message
    assert found("fifth", "![fourth](x.png)") == []


def test_a_plain_text_is_searched_as_it_stands() -> None:
    """In a plain text all is seen."""
    assert found("title words", "title\nwords", TextFormat.TEXT) != []
    assert found("titles", "title\nwords", TextFormat.TEXT) == []
