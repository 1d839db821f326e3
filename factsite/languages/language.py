"""What is known of a language, read from the file that is named for it, such as `en.toml`.

The lists hold usual spellings. Whoever searches a text for them folds both, so that no file has to list the letters
that only look alike.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

UNKNOWN = "und"
"""The BCP 47 tag of a language that is not known; its file holds for every language that has none of its own."""


@dataclass(frozen=True, slots=True)
class Language:
    """The words and marks of one language.

    An entry is a word or several words; `*` at the end of a word stands for any letters. `numbers` gives the value of
    each word that is a number. What each list is for stands in `en.toml`.
    """

    tag: str
    negations: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    homographs: tuple[str, ...] = ()
    comparisons: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    scales: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    months: tuple[str, ...] = ()
    suspended: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    unnamed_at_end: tuple[str, ...] = ()


@cache
def languages() -> Mapping[str, Language]:
    """Give all languages that have a file, by tag, the unknown one included."""
    found = sorted(file.name for file in files(__package__).iterdir() if file.name.endswith(".toml"))
    return {name.removesuffix(".toml"): _read(name.removesuffix(".toml")) for name in found}


def language_of(tag: str) -> Language:
    """Give the language of a BCP 47 tag, of `hi` for `hi-IN`; the unknown one where it has no file."""
    known = languages()
    return known.get(tag.partition("-")[0].lower(), known[UNKNOWN])


def _read(tag: str) -> Language:
    lists = tomllib.loads((files(__package__) / f"{tag}.toml").read_text("utf-8"))
    numbers = lists.pop("numbers", {})
    return Language(tag, numbers=numbers, **{key: tuple(words) for key, words in lists.items()})
