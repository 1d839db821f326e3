"""The passages that are offered as evidence: each can be quoted just as it is offered."""

from __future__ import annotations

from hypothesis import given

from factsite.corpus.model import Citation, Excerpt, TextFormat
from factsite.verify.passages import find
from factsite.verify.quotes import cite, stands_in
from tests.verify.test_quotes import archived, texts


def offered(words: str, text: str) -> list[str]:
    """Give the texts that are offered for words, each of which must be citable."""
    source = archived(text)
    found = find(words, source)
    assert all(isinstance(cite(Excerpt(one.text, source.source.id, one.after), source), Citation) for one in found)
    return [one.text for one in found]


def test_a_sentence_keeps_its_signs() -> None:
    """A sentence is offered with the currency and the percentage at its edges, or it would state another number."""
    assert offered("scammers lost money", "$400 million went to scammers.\n\nIt is late.") == [
        "$400 million went to scammers"
    ]
    assert offered("inflation it is said", "Inflation among us rose by 50%. It is late.") == [
        "Inflation among us rose by 50%"
    ]


def test_a_sentence_that_begins_inside_a_cluster_is_left_out() -> None:
    """A mark that NFC joins to a sign before it begins no sentence that can be quoted."""
    text = "The mayor spoke.\n\n=\u0338 zebras crossed here.\n\nA mayor of zebras."
    assert offered("zebra stories from here", text) == ["A mayor of zebras"]
    assert offered("mayor stories", text) == ["The mayor spoke", "A mayor of zebras"]


def test_broken_words_are_offered_whole_however_they_are_typed() -> None:
    """Words typed as they are printed over a line end lead to just these words, and to no more."""
    text = "The fine was un-\nfair to all parties. It is late."
    assert offered("was un- fair to", text) == ["was unfair to"]
    assert offered("was unfair to", text) == ["was unfair to"]


def test_a_passage_is_shown_in_its_sentence() -> None:
    """What stands before and behind is shown as it stands there, marks and all."""
    (found,) = find("guilty of fraud", archived("He said it. She is not guilty of fraud, they said. It is late."))
    assert found.context == "She is not ⟦guilty of fraud⟧, they said"


def test_a_paragraph_that_begins_with_marks_is_offered_whole() -> None:
    """No block begins inside a character."""
    assert offered("a x 1 something", "a a a\n\nx\u0307\u0323 1 ") == ["\u1e8b\u0323 1"]


def test_words_that_were_nearly_typed_are_shown_wherever_they_stand() -> None:
    """A near passage that stands twice is offered twice, each time with the words before it."""
    text = "First, three boats sank at the quay. Then three boats sank at the quay again."
    assert offered("three boat sank at a quay", text) == ["three boats sank at the quay"] * 2


@given(texts())
def test_every_sentence_that_is_offered_can_be_quoted(made: tuple[list[str], str]) -> None:
    """Law: whatever is asked for, what is offered stands in the source whole."""
    words, text = made
    for form in TextFormat:
        source = archived(text, form)
        for one in find(f"{words[0]} {words[-1]} something else", source):
            assert stands_in(one.text, source)
