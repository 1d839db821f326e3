"""Facts of languages: every file is whole, and every tag finds one."""

from __future__ import annotations

from dataclasses import fields

import pytest

from factsite.languages.language import UNKNOWN, Language, language_of, languages

LISTS = [field.name for field in fields(Language) if field.name not in ("tag", "numbers")]


@pytest.mark.parametrize("language", languages().values(), ids=lambda language: language.tag)
def test_every_list_holds_words(language: Language) -> None:
    """Each list holds words, each once, and nothing stands around a word that nobody would see."""
    for name in LISTS:
        words = getattr(language, name)
        assert all(isinstance(word, str) and word and word == " ".join(word.split()) for word in words), name
        assert len(set(words)) == len(words), name
    assert all(word and value > 0 for word, value in language.numbers.items())


@pytest.mark.parametrize("language", languages().values(), ids=lambda language: language.tag)
def test_homographs_are_words_of_the_language(language: Language) -> None:
    """What counts in documents of one language alone is a word that counts at all."""
    assert set(language.homographs) <= {*language.negations, *language.denials, *language.hedges}


def test_a_tag_finds_its_language() -> None:
    """A region or a script behind the language changes nothing, nor does upper case."""
    assert language_of("hi-IN") is language_of("hi") is languages()["hi"]
    assert language_of("EN-GB").tag == "en"


def test_a_language_without_a_file_is_unknown() -> None:
    """Where nothing is known of a language, sentences still end."""
    assert language_of("xh").tag == UNKNOWN
    assert language_of("xh").ends
    assert not language_of("xh").negations
