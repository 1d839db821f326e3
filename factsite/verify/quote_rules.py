"""Rules on quotes: each excerpt is its source's own words, whole, unambiguous and long enough to mean something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from factsite.corpus import yamltree
from factsite.corpus.model import Citation, Claim, Evidence, Excerpt
from factsite.corpus.spelling import offset_in_file, offsets_in_file
from factsite.corpus.text import Document
from factsite.corpus.written import quoted, scalar
from factsite.diagnostics import Diagnostic, Edit, Finding, Location, rule, warning
from factsite.verify.boundaries import whole
from factsite.verify.ellipses import left_out_negations
from factsite.verify.explain import explain
from factsite.verify.explanation import Explanation
from factsite.verify.normalized import comparable
from factsite.verify.quotes import Fault, Miss
from factsite.verify.record import ArchivedSource
from factsite.verify.shares import count_words
from factsite.verify.unspaced import uses_dictionary

_SHOWN = 20
"""How many of the places where words stand a message speaks of."""

_LONGEST_WORD = 80
"""How many characters of a word a message shows."""

LEAST_WORDS = 3
"""A passage of fewer words can be found nearly anywhere and proves little."""


@rule
def quote_not_in_source(
    miss: Miss, excerpt: Excerpt, archived: ArchivedSource, others: Iterable[ArchivedSource], document: Document
) -> Iterator[Finding]:
    """A quote stands in its source character for character.

    Compared after Unicode normalization (NFC) and with every run of white space as one space; nothing else is forgiven:
    no letter, case, vowel sign, quotation mark or dash. `[…]` joins passages of one source in their order.
    """
    told = explain(miss.part, archived, others)
    location = _mark_within(excerpt, document, miss.part.at + told.start, miss.part.at + told.end)
    yield Finding(location, told.message, told.help, _edit(miss, excerpt, told, document))


@rule
def quote_inside_word(miss: Miss, location: Location, archived: ArchivedSource) -> Iterator[Finding]:
    """A quote begins and ends between words, and never inside a character with its marks.

    `400 users` is no quote of `1,400 users`, nor is `state` one of `non-state`. A word that a line end breaks is one
    word. In Chinese, Japanese, Thai, Lao, Khmer and Burmese a dictionary tells where words end.
    """
    text, size = archived.normalized.text, len(comparable(miss.part.text))
    ways = dict.fromkeys(_made_whole(text, hit, hit + size) for hit in miss.hits[:_SHOWN])
    advice = "write " + "; or ".join(list(ways)[:3])
    known = ", as a dictionary of its language parts them" if uses_dictionary(miss.part.text) else ""
    yield Finding(location, f"the quote begins or ends inside a word{known}", advice)


def _made_whole(text: str, start: int, end: int) -> str:
    """Say which words of a source to write for those that a range of its text cuts."""
    first, last = whole(text, start, end)
    typed, right = text[start:end].split(), text[first:last].split()
    if len(typed) != len(right):  # a space was inside a number
        return f"`{text[first:last]}`"
    cut = dict.fromkeys((one, other) for one, other in zip(typed, right, strict=True) if one != other)
    return " and ".join(f"`{_shown(other)}` for `{_shown(one)}`" for one, other in cut) or f"`{text[first:last]}`"


def _shown(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"


@rule
def quote_ambiguous(miss: Miss, location: Location, archived: ArchivedSource) -> Iterator[Finding]:
    """A quote stands in its source once, or `after` gives the words just before the one that is meant."""
    shown = dict.fromkeys(archived.line_at(hit) for hit in miss.hits[:_SHOWN])
    lines = ", ".join(map(str, shown)) + (" and more" if len(miss.hits) > _SHOWN else "")
    before = [" ".join(archived.normalized.text[max(0, hit - 200) : hit].split()[-4:]) for hit in miss.hits[:3]]
    choices = " or ".join(f"`after: {scalar(words)}`" for words in dict.fromkeys(before) if words)
    first = miss.part.at == 0 and choices
    yield Finding(
        location,
        f"the words stand {len(miss.hits):,} times in {archived.source.id} (lines {lines})",
        f"quote more of them, or add {choices}" if first else "quote more of them",
    )


@rule
def quote_not_after(miss: Miss, location: Location, archived: ArchivedSource) -> Iterator[Finding]:
    """The words of `after` stand just before the quote."""
    before = " ".join(archived.normalized.text[max(0, miss.hits[0] - 200) : miss.hits[0]].split()[-6:])
    yield Finding(
        location,
        "the words of `after` do not stand just before the quote",
        f"before it the source says: {before}" if len(miss.hits) > 1 else "leave `after` out: the quote stands once",
    )


@rule
def quote_out_of_order(location: Location, archived: ArchivedSource, miss: Miss) -> Iterator[Finding]:
    """Passages joined by `[…]` stand in the source in that order."""
    line = archived.line_at(miss.hits[0])
    yield Finding(
        location, f"this passage stands earlier in the source (line {line})", "put the passages in the source's order"
    )


@rule
def quote_across_blocks(location: Location, archived: ArchivedSource, miss: Miss) -> Iterator[Finding]:
    """A quote runs from one block of its source into the next only where it shows so, by a blank line or by `[…]`.

    A heading, a paragraph, an item of a list, a cell, a quotation and a column of a page are blocks: words on the two
    sides of a border were not said in one breath.
    """
    normalized, border = archived.normalized.text, miss.hits[0]
    before, behind = (
        " ".join(normalized[:border][-120:].split()[-4:]),
        " ".join(normalized[border : border + 120].split()[:4]),
    )
    yield Finding(
        location,
        f"the quote runs from one block of {archived.source.id} into the next (line {archived.line_at(border)})",
        f"leave a blank line in the quote between “{before}” and “{behind}”, or quote one of the two",
    )


@rule
def quote_empty_passage(location: Location) -> Iterator[Finding]:
    """`[…]` stands between passages, never first, last or twice in a row."""
    yield Finding(location, "nothing stands on one side of `[…]`", "begin and end the quote with the source's words")


@rule
def quote_leaves_out_negation(location: Location, words: str) -> Iterator[Finding]:
    """`[…]` leaves no negation and no denial out of a sentence that is quoted, in any language that is known.

    Each passage would be the source's own, and their sum the opposite of what it says. However the word is spelt: with
    a soft hyphen, in letters that look alike, without its apostrophe.
    """
    yield Finding(
        location, f"`[…]` leaves `{words}` out of a sentence that is quoted", "quote the words around it as well"
    )


@warning
def quote_too_short(evidence: Evidence[Excerpt], location: Location, passage: str, words: int) -> Iterator[Finding]:
    """A passage has at least three words; fewer can be found nearly anywhere and prove little."""
    plural = "word" if words == 1 else "words"
    message = f"a passage of {words} {plural} from {evidence.source}"
    yield Finding(location, message, "quote the words around it as well", of=passage)


@warning
def quote_is_headline(location: Location, archived: ArchivedSource) -> Iterator[Finding]:
    """A quote comes from a document's body rather than its headline, which is often another hand's summary.

    A claim about the headline itself marks that evidence as a headline in `according_to`.
    """
    yield Finding(
        location,
        f"the quote is the headline of {archived.source.id}",
        "quote the body, or say in `according_to` that it is the headline",
        of=archived.source.title,
    )


@warning
def quote_used_for_two_stances(
    location: Location, evidence: Evidence[Excerpt], first: Evidence[Excerpt]
) -> Iterator[Finding]:
    """One excerpt does not both support and contradict the same claim."""
    yield Finding(
        location,
        f"the same words are evidence that {first.stance} and that {evidence.stance} the claim",
        "keep the one stance that the words bear, or split the claim",
        of=f"{first.stance} and {evidence.stance}",
    )


def check_miss(
    miss: Miss, claim: Claim[Excerpt], excerpt: Excerpt, archive: dict[str, ArchivedSource], document: Document
) -> Iterator[Diagnostic]:
    """Say what is wrong with an excerpt that could not be cited."""
    archived = archive[excerpt.source]
    end = miss.part.at + len(miss.part.text)
    location = _mark_within(excerpt, document, miss.part.at, end)
    match miss.fault:
        case Fault.ABSENT:
            others = (other for other in archive.values() if other is not archived)
            yield from quote_not_in_source(claim.path, miss, excerpt, archived, others, document)
        case Fault.INSIDE_WORD:
            yield from quote_inside_word(claim.path, miss, location, archived)
        case Fault.AMBIGUOUS:
            yield from quote_ambiguous(claim.path, miss, location, archived)
        case Fault.NOT_AFTER:
            yield from quote_not_after(claim.path, miss, location, archived)
        case Fault.OUT_OF_ORDER:
            yield from quote_out_of_order(claim.path, location, archived, miss)
        case Fault.ACROSS_BLOCKS:
            yield from quote_across_blocks(claim.path, location, archived, miss)
        case Fault.EMPTY:
            yield from quote_empty_passage(claim.path, location)


def check_cited(
    claim: Claim[Excerpt], evidence: Evidence[Excerpt], citation: Citation, archived: ArchivedSource
) -> Iterator[Diagnostic]:
    """Look at what excerpts leave out, and warn of those that are proved but prove little."""
    location = evidence.quote.location
    for left_out in islice(left_out_negations(citation, archived), 1):
        yield from quote_leaves_out_negation(claim.path, location, left_out)
    for passage in citation.passages:
        # Most passages have plenty of spaces; only the others' words are counted.
        if passage.text.count(" ") < LEAST_WORDS and (words := count_words(passage.text)) < LEAST_WORDS:
            yield from quote_too_short(claim.path, evidence, location, passage.text, words)
            break
    speaker = (evidence.according_to or "").casefold()
    if comparable(citation.text) == archived.title and "headline" not in speaker and "title" not in speaker:
        yield from quote_is_headline(claim.path, location, archived)


def check_stances(claim: Claim[Excerpt]) -> Iterator[Diagnostic]:
    """Warn of one excerpt that serves two stances."""
    first: dict[tuple[str, str], Evidence[Excerpt]] = {}
    for evidence in claim.evidence:
        before = first.setdefault((evidence.source, comparable(evidence.quote.text)), evidence)
        if before.stance is not evidence.stance:
            yield from quote_used_for_two_stances(claim.path, evidence.quote.location, evidence, before)


def _mark_within(excerpt: Excerpt, document: Document, start: int, end: int) -> Location:
    """Give the place in the claim file of the characters `start` to `end` of an excerpt."""
    written = _scalar(excerpt, document)
    first = document.place(offset_in_file(document, written, start))
    last = document.place(offset_in_file(document, written, max(start, end - 1)))
    end_column = last.column + 1 if last.line == first.line else len(document.line(first.line)) + 1
    return Location(first.line, first.column, end_column)


def _scalar(excerpt: Excerpt, document: Document) -> yamltree.Scalar:
    """Give an excerpt as the YAML scalar that it is in its file."""
    first = document.text[excerpt.start : excerpt.start + 1]
    style = first if first in ("|", ">", "'", '"') else None
    return yamltree.Scalar(excerpt.text, excerpt.location, excerpt.start, excerpt.end, style)


def _edit(miss: Miss, excerpt: Excerpt, told: Explanation, document: Document) -> Edit | None:
    """Rewrite the words that differ, where what the source says instead is certain; all else in the file stays."""
    typed = list(re.finditer(r"\S+", miss.part.text))
    meant = (told.corrected or "").split(" ")
    if not told.certain or len(typed) != len(meant):
        return None
    written = _scalar(excerpt, document)
    if written.style not in ("|", ">"):
        behind = excerpt.text[miss.part.at + len(miss.part.text) :]
        text = excerpt.text[: miss.part.at] + " ".join(meant) + behind
        return Edit(excerpt.start, excerpt.end, quoted(text))
    places = offsets_in_file(document, written)
    begin = at = places[miss.part.at + typed[0].start()]
    pieces = []
    for word, right in zip(typed, meant, strict=True):
        start, end = places[miss.part.at + word.start()], places[miss.part.at + word.end() - 1] + 1
        pieces += [document.text[at:start], word[0] if comparable(word[0]) == right else right]
        at = end
    return Edit(begin, at, "".join(pieces))
