"""What stands beside a quote: negations, denials and hedges of its sentence, and the rest of a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.corpus.model import Citation, Excerpt
from factsite.verify.edges import Loss, lost
from factsite.verify.quotes import cite
from tests.records import archived

LEASE = """Lease of the flat

Under clause nine the landlord is not permitted to terminate this lease during the fixed term.

The council sat for two hours.
"""


def found(quote: str, text: str, language: str = "en") -> list[tuple[Loss, str]]:
    """Give what a quote of a text loses."""
    source = archived("source", text, language=language)
    citation = cite(Excerpt(quote, source.source.id), source)
    assert isinstance(citation, Citation)
    return [(one.loss, one.words) for one in lost(citation, source, "en")]


def test_the_sentence_is_shown() -> None:
    """A reader of the message sees what stands around the quote, and where the quote begins and ends."""
    source = archived("lease", LEASE)
    citation = cite(Excerpt("permitted to terminate this lease during the fixed term", "lease"), source)
    assert isinstance(citation, Citation)
    (one,) = lost(citation, source, "en")
    assert (one.loss, one.words) == (Loss.NEGATION, "not")
    assert one.sentence == (
        "Under clause nine the landlord is not ⟦permitted to terminate this lease during the fixed term⟧"
    )


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("He is not guilty of fraud.", "guilty of fraud", "not"),
        ("He is n\u00adot guilty of fraud.", "guilty of fraud", "n\u00adot"),
        ("She denied that the mayor took it.", "the mayor took it", "denied"),
        ("He failed to pay the fine at once.", "pay the fine at once", "failed to"),
        ("That he took the money was denied.", "he took the money", "denied"),
        ("The claim that boats sank, he denied.", "boats sank", "denied"),
    ],
)
def test_a_negation_beside_a_quote_is_found(text: str, quote: str, words: str) -> None:
    """A negation or a denial just before a quote, or just behind it, is one of what is quoted."""
    assert found(quote, text) == [(Loss.NEGATION, words)]


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("They allegedly took the money.", "took the money", "allegedly"),
        ("He was hurt in less than one hour.", "one hour", "less than"),
        ("The mayor was arrested, he falsely claimed.", "The mayor was arrested", "falsely"),
        ("They may have taken the money.", "taken the money", "may"),
        ("It was, perhaps, used by all.", "It was […] used by all", "perhaps"),
    ],
)
def test_a_hedge_beside_or_under_a_quote_is_found(text: str, quote: str, words: str) -> None:
    """What makes a statement weaker is lost where the quote leaves it out."""
    assert found(quote, text) == [(Loss.HEDGE, words)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("He did not stay. The mayor took it.", "The mayor took it"),
        ("He took it. Nobody saw that.", "He took it"),
        ("He is not, as all of them knew very well, guilty of fraud.", "guilty of fraud"),
        ("He took it, not the ring.", "He took it"),
        ("It was known in May that he took it.", "he took it"),
        ("He took it, and nearly 40 people saw it.", "He took it"),
        ("It is so, say nearly 40 of them, in the town.", "It is so […] in the town"),
    ],
)
def test_what_belongs_elsewhere_is_left_alone(text: str, quote: str) -> None:
    """Another sentence, words farther off or behind a comma, a month, and the bound of another number say nothing."""
    assert found(quote, text) == []


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("It cost 5 million rupees.", "It cost 5", "million"),
        ("It cost five crore rupees.", "It cost five", "crore"),
        ("It rose by 5 per cent.", "It rose by 5", "per cent"),
        ("There were over 40 users in all.", "40 users in all", "over"),
        ("There were 30 to 40 users in all.", "40 users in all", "30 to"),
        ("There were 30 to 40 users in all.", "There were 30", "to 40"),
        ("वहां 30 से 40 लोग थे।", "40 लोग थे", "30 से"),
        ("वहां ५ लाख लोग थे।", "वहां ५", "लाख"),
    ],
)
def test_a_number_at_an_edge_is_whole(text: str, quote: str, words: str) -> None:
    """A number keeps its scale, its bound and its range."""
    assert found(quote, text, "hi" if "लोग" in text else "en") == [(Loss.NUMBER, words)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It cost 5 million rupees.", "It cost 5 million"),
        ("He gave it to 40 users in all.", "40 users in all"),
        ("There were 40 users, or so.", "There were 40"),
        ("The flight took over ten men.", "The flight took"),
    ],
)
def test_a_whole_number_says_nothing(text: str, quote: str) -> None:
    """A number that is quoted whole loses nothing, and `to` before it need not be a range."""
    assert found(quote, text) == []


WORDS = ["not", "denied", "allegedly", "nearly", "5", "million", "the", "mayor", "went", "home.", "It", "was", "—"]


@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12), st.data())
def test_a_whole_text_loses_nothing(words: list[str], data: st.DataObject) -> None:
    """Whatever a text says, quoting all of it leaves nothing out; of a part, what is lost stands outside of it."""
    text = " ".join(["Begin", *words, "end"])
    assert found(text, text) == []
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(["Begin", *words][: first + 1])
    outside = text[len(quote) :]
    assert all(one in outside for _, one in found(quote, text) if text.count(quote) == 1)
