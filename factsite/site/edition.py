"""An edition: the whole site in one language, in a folder of its own, with what the record says in that language.

The record's own language has the edition without a folder. What is not translated for another one stands there in the
record's language and is marked as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from factsite.corpus.model import ALL_RIGHTS_RESERVED, ClaimWords, EditionLabels, Settings
from factsite.site.dialect import Told
from factsite.site.words import Words
from factsite.verify.record import Card


@dataclass(frozen=True, slots=True)
class Badge:
    """A verdict as readers meet it: its icon and tone come with its id, from a stylesheet made of the settings."""

    id: str
    label: Told
    meaning: Told


@dataclass(frozen=True)
class Edition:
    """A language of the site, by its BCP 47 tag, with the folder of its pages, which ends in a slash if it has one."""

    language: str
    folder: str
    settings: Settings

    @cached_property
    def words(self) -> Words:
        """Give the words of the language, and those that the record's owner says in another way."""
        settings = self.settings
        return Words(self.language, settings.words.get(self.language, {}), settings.catalogues.get(self.language, ""))

    @property
    def main_language(self) -> str:
        """Give the language without its region: `en` for `en-IN`."""
        return self.language.partition("-")[0]

    @property
    def is_own(self) -> bool:
        """Tell whether this is the edition in the record's own language."""
        return not self.folder

    @property
    def labels(self) -> EditionLabels:
        """Give what the owner says of the record in this language alone."""
        return self.settings.editions.get(self.language, EditionLabels())

    def told(self, text: str, language: str = "") -> Told:
        """Show a text that is in a language, by default in the record's."""
        known = language or self.settings.language
        return Told(text) if known == self.language or not text else Told(text, self.words.lang(known))

    def translation(self, translations: Mapping[str, ClaimWords]) -> ClaimWords | None:
        """Give the words of a claim in this language, if it is translated."""
        return None if self.is_own else translations.get(self.language)

    def claim(self, card: Card) -> Told:
        """Show a claim, translated if it is."""
        translated = self.translation(card.translations)
        return Told(translated.claim) if translated else self.told(card.claim)

    def summary(self, card: Card) -> Told:
        """Show the summary of a claim, translated if it is."""
        translated = self.translation(card.translations)
        return Told(translated.summary) if translated else self.told(card.summary)

    def verdict(self, name: str) -> Badge:
        """Show a verdict, translated if it is."""
        verdict = self.settings.verdicts[name]
        words = None if self.is_own else verdict.translations.get(self.language)
        if words:
            return Badge(verdict.id, Told(words.label), Told(words.meaning))
        return Badge(verdict.id, self.told(verdict.label), self.told(verdict.meaning))

    def topic(self, name: str) -> Told:
        """Show the label of a topic."""
        return self._label(self.labels.topics, name, self.settings.topics[name])

    def origin(self, name: str) -> Told:
        """Show the label of an origin."""
        return self._label(self.labels.origins, name, self.settings.origins[name])

    @property
    def name(self) -> str:
        """Give the name of the site."""
        return self.labels.name or self.settings.site_name

    @property
    def licence(self) -> str:
        """Name the licence of claims and pages."""
        given = self.settings.licence
        return self.words.say("All rights reserved") if given == ALL_RIGHTS_RESERVED else given.name

    @property
    def description(self) -> str:
        """Give the description of the site."""
        return self.labels.description or self.settings.site_description

    def _label(self, translated: Mapping[str, str], name: str, own: str) -> Told:
        return Told(translated[name]) if name in translated else self.told(own)


def editions(settings: Settings) -> tuple[Edition, ...]:
    """Give all editions of a site, that in the record's own language first."""
    others = (Edition(language, f"{language}/", settings) for language in settings.editions)
    return (Edition(settings.language, "", settings), *others)
