"""What an ellipsis may leave out: whole sentences, and of a quoted sentence all but its negation."""

import pytest

from factsite.corpus.model import Citation, Excerpt
from factsite.verify.ellipses import left_out_negations
from factsite.verify.quotes import cite
from tests.records import archived


def left_out(quote: str, text: str, language: str = "en") -> list[str]:
    """Give the negations that a quote leaves out of sentences that it quotes."""
    source = archived("source", text, language=language, title="")
    citation = cite(Excerpt(quote, source.source.id), source)
    assert isinstance(citation, Citation)
    return list(left_out_negations(citation, source))


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("The app was not used.", "The app was […] used", ["not"]),
        ("The app wasn’t used at all.", "The app […] used at all", ["wasn’t"]),
        ("It was used. Nobody saw that the app was used.", "It was used […] the app was used", ["Nobody"]),
        ("It was used, but never by us. It was old.", "It was used […] It was old", ["never"]),
        ("It said that\nThe App had not told\nCERT by May.", "It said that […] CERT by May", ["not"]),
        ("It said that\n   the app had not told\n   it by May.", "It said that […] it by May", ["not"]),
        ("He told Gen. Roy he did not want Col. Singh to go.", "He told […] Singh to go", ["not"]),
        ("He is n-\not guilty of it.", "He is […] guilty of it", ["n- ot"]),
        ("ऐप\nका उपयोग नहीं हुआ और\nलोग घर गए।", "ऐप […] लोग घर गए", ["नहीं"]),
    ],
)
def test_a_negation_of_a_quoted_sentence_stays(text: str, quote: str, words: list[str]) -> None:
    """What turns a sentence into its opposite is found in the rest of the first sentence and the start of the last."""
    assert left_out(quote, text) == words


def test_hindi_negations_are_known() -> None:
    """Hindi negations are found as whole words: `न` is none inside another word."""
    assert left_out("ऐप का […] हुआ", "ऐप का उपयोग नहीं हुआ।", "hi") == ["नहीं"]
    assert left_out("ऐप का […] हुआ", "ऐप का नया उपयोग हुआ।", "hi") == []


def test_whole_sentences_may_go() -> None:
    """A negation in a sentence of which nothing is quoted turns nothing round."""
    assert left_out("It was used […] It was old", "It was used. Nobody saw it. It was old.") == []


def test_other_words_may_go() -> None:
    """Words that are no negation may be left out of a sentence; `note` is not `not`."""
    assert left_out("The app was […] used", "The app was, note well, used.") == []


def test_the_language_does_not_matter() -> None:
    """Whatever language a sidecar names, negations of both are looked for: documents mix them."""
    assert left_out("The app was […] used", "The app was not used.", "de") == ["not"]


MINUTES = """Under clause nine the landlord is not permitted to terminate this lease. She denied that she had taken the
money. Then one failed to mention the fine. He can hardly be called a friend. The plan was abandoned before it was
built."""


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("the landlord is […] permitted to terminate", "not"),
        ("She […] had taken the money", "denied"),
        ("Then one […] mention the fine", "failed to"),
        ("He can […] be called a friend", "hardly"),
        ("The plan was […] built", "abandoned"),
    ],
)
def test_a_denial_is_a_negation(quote: str, words: str) -> None:
    """What is denied, failed, hardly so or abandoned is not so; the words are given as they stand."""
    assert left_out(quote, MINUTES) == [words]


@pytest.mark.parametrize(
    "word",
    [
        *("n\u00adot", "n\u200dot", "nоt", "𝐧𝐨𝐭", "ｎｏｔ", "NOT", "cannot"),
        *("didn't", "didn’t", "didn‘t", "didnʼt", "didn′t", "didn´t", "didn`t", "didnt", "ＤＩＤＮ＇Ｔ"),
    ],
)
def test_a_negation_is_found_in_every_spelling(word: str) -> None:
    """Invisible characters, look-alike letters and any apostrophe or none hide no negation from a reader, nor here."""
    assert left_out("The app […] use it", f"The app {word} use it.") == [word]


@pytest.mark.parametrize("words", ["नहीं", "नहीँ", "न\u200dहीं", "गैर", "ग़ैर", "इनकार", "इन्कार", "खारिज", "ख़ारिज"])
def test_hindi_is_found_in_every_spelling(words: str) -> None:
    """Nukta, chandrabindu and joiners make no other word."""
    assert left_out("उसने […] कि वह गया", f"उसने {words} किया कि वह गया।", "hi") == [words]


@pytest.mark.parametrize(
    ("language", "text", "quote", "words"),
    [
        ("es", "El alcalde negó que se llevó el dinero.", "El alcalde […] se llevó el dinero", "negó"),
        ("es", "Se fue sin el dinero.", "Se fue […] el dinero", "sin"),
        ("ur", "اس نے پیسے نہیں لیے تھے۔", "اس نے پیسے […] لیے تھے", "نہیں"),
    ],
)
def test_languages_with_a_file_are_known(language: str, text: str, quote: str, words: str) -> None:
    """Each language's own words are looked for in its documents."""
    assert left_out(quote, text, language) == [words]


def test_a_homograph_counts_in_its_own_language_alone() -> None:
    """Spanish `sin` is no negation in English."""
    assert left_out("It was a […] to lie", "It was a sin to lie.") == []
