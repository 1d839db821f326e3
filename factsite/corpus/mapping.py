"""What a foreign ClaimReview says, in this project's words; whatever has no place here is listed as lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from factsite.corpus import dates
from factsite.corpus.dates import PartialDate
from factsite.corpus.foreign import Graph, Object, listed
from factsite.corpus.model import ClaimantKind, Settings, Source, Verdict
from factsite.corpus.names import is_id, slug

_KEPT = {
    "": "url claimReviewed datePublished dateModified keywords itemReviewed reviewRating citation correction author "
    "publisher license reviewBody",
    "itemReviewed": "text author datePublished temporalCoverage appearance firstAppearance",
    "itemReviewed.author": "name",
    "reviewRating": "ratingValue bestRating worstRating alternateName ratingExplanation",
}
"""The properties that a draft keeps, or that are compared with the settings, by the object that has them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What of a claim file a ClaimReview can fill in; an empty text is left open, and an empty name asked for."""

    name: str
    url: str
    claim: str
    claimants: tuple[str, ...]
    claimed: str
    about: str
    topics: tuple[str, ...]
    verdict: str
    rating: str
    reviewed: str
    summary: str
    reasoning: str
    sources: tuple[str, ...]
    corrections: tuple[tuple[str, str], ...]


def map_review(
    review: Object, found: Graph, settings: Settings, sources: Mapping[str, Source]
) -> tuple[Draft, tuple[str, ...]]:
    """Give the draft of one ClaimReview, and a sentence for everything that it cannot hold."""
    mapping = _Mapping(review, found, settings, sources)
    draft = mapping.draft()
    mapping.compare(draft)
    return draft, tuple(mapping.lost)


@dataclass
class _Mapping:
    """One ClaimReview on its way into a draft, and what was lost on the way."""

    review: Object
    found: Graph
    settings: Settings
    sources: Mapping[str, Source]
    lost: list[str] = field(default_factory=list)

    def draft(self) -> Draft:
        """Give the draft."""
        item, rating = self._item, self._rating
        claim = self._claim()
        return Draft(
            name=self._name(claim),
            url=brief(self._text(self.review, "url")),
            claim=claim,
            claimants=tuple(self._claimants()),
            claimed=self._date(item, "itemReviewed.datePublished"),
            about=self._date(item, "itemReviewed.temporalCoverage"),
            topics=tuple(self._topics()),
            verdict=self._verdict(),
            rating=self._scale(rating),
            reviewed=self._date(self.review, "datePublished"),
            summary=self._text(rating, "ratingExplanation"),
            reasoning=self._text(self.review, "reviewBody"),
            sources=tuple(dict.fromkeys(self._archived())),
            corrections=tuple(self._corrections()),
        )

    def compare(self, draft: Draft) -> None:
        """List the properties that no draft keeps, and those in which the other publisher differs."""
        for name, kept in _KEPT.items():
            owner = self.review
            for step in filter(None, name.split(".")):
                owner = self.found.first(owner.get(step))
            for key in owner.keys() - kept.split() - {"@context", "@type", "@id"}:
                self._lose(f"{name}.{key}".removeprefix("."), self.found.text(owner[key]), "has no place in a claim")
        for key in ("author", "publisher"):
            self._differs(key, self._text(self.review, key), self.settings.publisher.name)
        licence = self.found.first(self.review.get("license"))
        self._differs("license", self._text(licence, "url"), self.settings.licence.url)
        modified = self._text(self.review, "dateModified")
        if modified and modified not in (draft.reviewed, *(on for on, _ in draft.corrections)):
            self._lose("dateModified", modified, "is neither the date of the review nor of a correction")
        self.lost.sort()

    @property
    def _item(self) -> Object:
        return self.found.first(self.review.get("itemReviewed"))

    @property
    def _rating(self) -> Object:
        return self.found.first(self.review.get("reviewRating"))

    def _text(self, owner: Object, key: str) -> str:
        return self.found.text(owner.get(key))

    def _lose(self, what: str, value: str, why: str) -> None:
        self.lost.append(f"{brief(what)} `{brief(value)}` {why}" if value else f"{brief(what)} {why}")

    def _differs(self, what: str, theirs: str, ours: str | None) -> None:
        if theirs and theirs != ours:
            self._lose(what, theirs, "is not this site's")

    def _name(self, claim: str) -> str:
        """Give the id that the claim has in this site's addresses, or one made from its words or from its own address.

        It is empty where none of them has a letter.
        """
        own, url = f"{self.settings.site_url}claims/", self._text(self.review, "url")
        last = url.removeprefix(own).removesuffix("/") if url.startswith(own) else ""
        return last if is_id(last) else slug(claim) or slug(_last_step(url))

    def _claim(self) -> str:
        """Give the claim in full, where `claimReviewed` is its beginning."""
        short, full = self._text(self.review, "claimReviewed"), self._text(self._item, "text")
        if not full or not short or " ".join(full.split()).startswith(short):
            return full or short
        self._lose("itemReviewed.text", full, "is not what claimReviewed says")
        return short

    def _claimants(self) -> Iterator[str]:
        """Give those who said it, each by the name or id that this site has for it."""
        for author in self.found.objects(self._item.get("author")):
            name, kind = self._text(author, "name"), self._text(author, "@type").rpartition("/")[2]
            known = self.settings.claimants.meant(name)
            if name and kind and (kind == "Person") != (known.kind is ClaimantKind.PERSON):
                self._lose("itemReviewed.author", name, f"is a {brief(kind)} there; see `claimants` in mkdocs.yml")
            if name:
                yield known.id if known.namesake else known.name

    def _date(self, owner: Object, what: str) -> str:
        given = self._text(owner, what.rpartition(".")[2])
        # Only what was claimed may have a date that is uncertain or a span.
        read = dates.parse if what.startswith("itemReviewed.") else dates.parse_plain
        kept = next((text for text in (given, given[:10]) if _is_date(text, read)), "")
        if kept != given:
            self._lose(what, given, f"was kept as {kept}" if kept else "is no date")
        return kept

    def _topics(self) -> Iterator[str]:
        known = {label.casefold(): topic for topic, label in self.settings.topics.items()}
        for given in map(self.found.text, listed(self.review.get("keywords"))):
            for word in [given] if given.casefold() in known else given.split(","):
                if topic := known.get(word.strip().casefold()):
                    yield topic
                elif word.strip():
                    self._lose("keywords", word, "is no topic of this site")

    def _verdict(self) -> str:
        label = self._text(self._rating, "alternateName").casefold()
        for verdict in self.settings.verdicts.values():
            if label in _labels(verdict):
                return verdict.id
        self._lose("reviewRating", self._scale(self._rating), "is no verdict of this site")
        return ""

    def _scale(self, rating: Object) -> str:
        label, value, worst, best = (
            self._text(rating, key) for key in ("alternateName", "ratingValue", "worstRating", "bestRating")
        )
        return brief(f"{label or 'no label'}, {value or 'no number'} on a scale from {worst or '?'} to {best or '?'}")

    def _archived(self) -> Iterator[str]:
        """Give the sources of this archive that are cited or said to hold the claim."""
        by_address = {
            url: source.id for source in self.sources.values() for url in (source.url, source.archived) if url
        }
        own = f"{self.settings.site_url}sources/"
        for owner, what in (
            (self.review, "citation"),
            (self._item, "itemReviewed.appearance"),
            (self._item, "itemReviewed.firstAppearance"),
        ):
            for work in self.found.objects(owner.get(what.rpartition(".")[2])):
                page, url = self._text(work, "mainEntityOfPage"), self._text(work, "url")
                source = by_address.get(url) or page.removeprefix(own).removesuffix("/")
                if source in self.sources:
                    yield source
                else:
                    self._lose(what, url or self._text(work, "name"), "is not in the archive")

    def _corrections(self) -> Iterator[tuple[str, str]]:
        for comment in self.found.objects(self.review.get("correction")):
            what = next(filter(None, (self._text(comment, key) for key in ("text", "name", "url"))), "")
            yield self._date(comment, "correction.datePublished"), what


def _last_step(url: str) -> str:
    """Give the last part of the path of an address, which on most sites tells what the page is about."""
    path = re.split("[?#]", url.partition("//")[2])[0].partition("/")[2]
    return unquote(PurePosixPath(path).stem)


def brief(text: str) -> str:
    """Give a text as it can stand in a comment or a sentence: one line, nothing invisible, not too long."""
    line = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
    return line if len(line) <= 160 else f"{line[:159]}…"


def _is_date(text: str, read: Callable[[str], PartialDate]) -> bool:
    try:
        return bool(read(text))
    except ValueError:
        return False


def _labels(verdict: Verdict) -> set[str]:
    words = (verdict.label, *(words.label for words in verdict.translations.values()))
    return {label.casefold() for label in words}
