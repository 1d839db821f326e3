"""Citations in full: the seed's own characters, where they stand, and what they mean in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from factsite.corpus.model import Citation, Evidence, Passage, Stance
from factsite.corpus.text import Span
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import Told
from factsite.site.pages.context import Quote, Stretch, stretches, united
from factsite.site.words import Words
from factsite.verify.record import ArchivedSource, Record
from factsite.verify.surroundings import whole_sentences


@dataclass(frozen=True, slots=True)
class CitationView:
    """A citation with what there is to know of it; `stretches` are the sentences of its passages, in their order."""

    number: int
    stance: Stance
    stance_word: str
    telling: bool
    source: str
    source_href: Markup
    according_to: Told
    stretches: tuple[Stretch, ...]
    lang: Markup
    translation: Told
    translator: str
    place: str
    sha256: str
    context: Markup


def cited(number: int, item: Evidence[Citation], record: Record, here: Here) -> CitationView:
    """Show the citation of a piece of evidence."""
    archived = record.sources[item.source]
    source, edition, words = archived.source, here.edition, here.words
    translated = item.translation is not None and source.main_language != edition.main_language
    return CitationView(
        number=number,
        stance=item.stance,
        stance_word=words.stance(item.stance),
        telling=item.telling,
        source=source.name,
        source_href=here.to(addresses.source(source.id)),
        according_to=edition.told(item.according_to or ""),
        stretches=tuple(_stretches(number, item.quote, archived)),
        lang=words.lang(source.language),
        translation=edition.told((item.translation or "") if translated else ""),
        translator=words.translator(item.translated_by, source.language) if item.translated_by else "",
        place=place(archived, item.quote, words),
        sha256=source.sha256[:12],
        context=in_context(archived, item.quote.passages[0], here),
    )


def _stretches(number: int, citation: Citation, archived: ArchivedSource) -> list[Stretch]:
    """Give the sentences in which passages stand; what `[…]` leaves out of a sentence stands there as its context."""
    reading = archived.readable.reading
    quote = Quote(number, citation.passages[0].start, tuple(reading(part.span) for part in citation.passages))
    spans = united(archived, (whole_sentences(archived, part) for part in citation.passages))
    return stretches(archived, spans, [quote])


def place(archived: ArchivedSource, citation: Citation, words: Words) -> str:
    """Say where a citation stands: file and lines, and when it is heard in a recording."""
    first, last = archived.document.lines_of(Span(citation.passages[0].start, citation.passages[-1].end))
    file, lines = archived.document.path, lines_between(first, last, words)
    if time := archived.time_at(citation.passages[0]):
        return words.say("{file}, {lines}, at {time}", file=file, lines=lines, time=time)
    return words.say("{file}, {lines}", file=file, lines=lines)


def lines_between(first: int, last: int, words: Words) -> str:
    """Name lines of a file by their numbers."""
    if first == last:
        return words.say("line {number}", number=first)
    return words.say("lines {first}–{last}", first=first, last=last)


def in_context(archived: ArchivedSource, passage: Passage, here: Here) -> Markup:
    """Lead to where a passage is marked on its source's page."""
    page = addresses.further(addresses.source(archived.source.id), addresses.citation_page(archived, passage))
    return here.to(page, addresses.citation_anchor(passage))
