"""The lists of words that are looked for in a document: its own language's, and those of all others that are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factsite.languages.language import Language, language_of, languages
from factsite.verify.wording import Phrases, words_in


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What is looked for in a document; `opposing` are the negations and the denials."""

    negations: Phrases
    opposing: Phrases
    hedges: Phrases
    comparisons: Phrases
    ranges: Phrases
    scales: Phrases


def vocabulary(tag: str) -> KnownWords:
    """Give the vocabulary for documents in the language of a BCP 47 tag."""
    return _of(language_of(tag).tag)


@cache
def _of(tag: str) -> KnownWords:
    # Documents mix languages, so that the words of every language are looked for, but for those that mean something
    # else in another one.
    known = languages().values()
    return KnownWords(
        negations=Phrases(_words(known, tag, "negations")),
        opposing=Phrases(_words(known, tag, "negations", "denials")),
        hedges=Phrases(_words(known, tag, "hedges")),
        comparisons=Phrases(_words(known, tag, "comparisons")),
        ranges=Phrases(_words(known, tag, "ranges")),
        scales=Phrases(_words(known, tag, "scales")),
    )


def calls_unnamed(speaker: str) -> bool:
    """Tell whether words for a speaker say that nobody names him, in any language."""
    anywhere, at_end = _unnamed()
    words = words_in(speaker)
    return any(True for _ in anywhere.find(words)) or bool(at_end.ending(words))


@cache
def _unnamed() -> tuple[Phrases, Phrases]:
    known = languages().values()
    anywhere = Phrases(word for language in known for word in language.unnamed)
    return anywhere, Phrases(word for language in known for word in language.unnamed_at_end)


def _words(known: Iterable[Language], tag: str, *lists: str) -> set[str]:
    return {
        word
        for language in known
        for name in lists
        for word in getattr(language, name)
        if language.tag == tag or word not in language.homographs
    }
