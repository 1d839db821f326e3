"""What a file's text tells without decoding: whatever can be decoded of it may be found in it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from factsite.corpus import decode
from factsite.corpus.mentions import ABSENT, Mentions, Search, file_words, mentions
from factsite.corpus.model import Claim, Excerpt
from factsite.corpus.text import Document
from factsite.verify.normalized import comparable
from tests.workspaces import base

GOOD = base()["claims/two-boats.yml"].decode()
IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
SENTENCES = st.one_of(
    st.sampled_from(["It was 20°K, she said.", "Two boats—drifted", "Café au lait", "नौ बजे", "the mayor's boat"]),
    st.text(st.characters(categories=["L", "N", "P", "Zs", "M"]), min_size=1, max_size=30).filter(str.strip),
)


def escaped(char: str, how: int) -> str:
    """Write a character between double quotation marks, as itself or by another."""
    forms = [f"\\U{ord(char):08x}", f"\\u{ord(char):04x}" if ord(char) < 0x10000 else char]
    forms += [f"\\x{ord(char):02x}" if ord(char) < 0x100 else char, char]
    return f"\\{char}" if char in '"\\' else forms[how]


@st.composite
def spelled(draw: st.DrawFn, text: str, *, key: bool = False) -> str:
    """Write a text as YAML in one of its many ways: plain, between marks, folded over lines, in a block."""
    style = draw(st.sampled_from(["plain", "single", "double"] if key else ["plain", "single", "double", "|-", ">-"]))
    broken = text.replace(" ", "\n    ") if not key and draw(st.booleans()) else text
    match style:
        case "plain":
            return broken
        case "single":
            return "'" + broken.replace("'", "''") + "'"
        case "double":
            between = draw(st.sampled_from(["", "\\\n      "])) if not key else ""
            return '"' + between.join(escaped(char, draw(st.integers(0, 3))) for char in text) + '"'
        case _:
            return f"{style}\n    {broken}"


def claim(text: str) -> Claim[Excerpt] | None:
    """Decode a claim file; nothing where it has faults."""
    decoded, found = decode.claim(Document("claims/x.yml", text))
    return None if found else decoded


def written(**values: Any) -> str:
    """Give the good claim file with other values for some of its keys, and others added."""
    kept = re.sub(rf"^(?:{'|'.join(values)}):.*\n(?:[ -].*\n)*", "", GOOD, flags=re.MULTILINE)
    return kept + "".join(f"{key}: {value}\n" for key, value in values.items())


@given(st.data(), IDS, st.sampled_from(["related", ABSENT]))
def test_a_name_is_found_however_it_is_spelled(data: st.DataObject, name: str, key: str) -> None:
    """Whatever the spelling of an id, and of the key at which it stands, both may be found in the file."""
    value, at = data.draw(spelled(name)), data.draw(spelled(key, key=True))
    listed = f"\n  - sources:\n      - {value}\n    terms: [x]" if key == ABSENT else f"\n  - {value}"
    text = f"{GOOD}{at}:{listed}\n"
    decoded = claim(text)
    assume(decoded is not None)
    assert decoded
    named = mentions(decoded)
    assert name in (named.sources if key == ABSENT else named.claims)
    for wanted in (name, key):
        assert Search([wanted]).may_find(file_words(text.encode()))


@given(st.data(), IDS)
@example(None, "two-boats")
def test_a_link_is_found_however_it_is_spelled(data: st.DataObject | None, name: str) -> None:
    """Markdown's own ways to spell a character hide no link either."""
    how = data.draw(st.lists(st.integers(0, 3), min_size=len(name), max_size=len(name))) if data else [1] * len(name)
    forms = [[char, f"&#{ord(char)};", f"&#x{ord(char):x};", f"\\{char}"] for char in name]
    link = "".join(form[at] for form, at in zip(forms, how, strict=True))
    text = written(reasoning=f"|-\n  See [it](claim:{link}).")
    decoded = claim(text)
    if decoded is not None and name in mentions(decoded).claims:
        assert Search([name]).may_find(file_words(text.encode()))
    if data is None:
        assert decoded
        assert mentions(decoded).claims == {name}


@given(st.data(), SENTENCES)
@example(None, "It is 20 \u212a.")
@example(None, "cafe\u0301 \u1fef")
def test_a_sentence_is_found_however_it_is_spelled(data: st.DataObject | None, sentence: str) -> None:
    """A claim that says the same, in the form in which claims are compared, may be found by its words."""
    text = written(claim=data.draw(spelled(sentence)) if data else f"'{sentence}'")
    decoded = claim(text)
    assume(decoded is not None)
    assert decoded
    assert Search([comparable(decoded.claim)]).may_find(file_words(text.encode()))


def test_a_file_in_plain_words_is_passed_over() -> None:
    """Where a file tells all that it holds, what it does not hold is not found in it."""
    assert not Search(["gazettes", "seven boats"]).may_find(file_words(GOOD.encode()))
    assert not Search([]).may_find(None)


@pytest.mark.parametrize("text", ['claim: "\\x67azette"', "reasoning: '[x](source:g&#97;zette)'", "claim: e\u0301"])
def test_a_file_that_spells_otherwise_may_hold_anything(text: str) -> None:
    """A file with a backslash, an entity or a composed character is decoded, whatever is looked for."""
    assert file_words(text.encode()) is None
    assert Search(["gazette"]).may_find(None)


def test_what_a_claim_speaks_of() -> None:
    """Evidence, silence, related claims and links in the reasoning all count."""
    decoded = claim(written(reasoning='"[x](source:hindi) [y](claim:nine)"', absent="[{sources: all, terms: [x]}]"))
    assert decoded
    sources = frozenset({"gazette", "notebook", "hindi"})
    assert mentions(decoded) == Mentions(sources, frozenset({"nine"}), silence_of_all=True)
    assert ABSENT in decoded.locations
