"""How to cite a claim's page: as a sentence and as BibTeX."""

from __future__ import annotations

from dataclasses import dataclass

from factsite.corpus.model import Citation, Claim
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.urls import absolute
from factsite.verify.record import Card

_BIBTEX = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {"\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)


@dataclass(frozen=True, slots=True)
class PageCitation:
    """A reference to a page in two forms."""

    plain: str
    bibtex: str


def reference(claim: Claim[Citation], card: Card, here: Here) -> PageCitation:
    """Refer to a claim's page as it stands since its last review."""
    edition, words, settings = here.edition, here.words, here.edition.settings
    url = absolute(settings, edition.folder + addresses.claim(claim.id))
    verdict = str(edition.verdict(claim.verdict).label)
    if claim.withdrawn:
        verdict = words.say("{verdict} (withdrawn)", verdict=verdict)
    plain = words.say(
        "{publisher}: “{claim}” Verdict: {verdict}. In: {site}, reviewed {date}. {address}",
        publisher=settings.publisher.name,
        claim=edition.claim(card),
        verdict=verdict,
        site=edition.name,
        date=words.when(claim.reviewed),
        address=url,
    )
    fields = {
        "title": f"{{{_tex(edition.claim(card).text)}}}",
        "author": f"{{{_tex(settings.publisher.name)}}}",
        "year": str(claim.reviewed.first.year),
        "howpublished": _tex(edition.name),
        "note": _tex(
            words.say("Verdict: {verdict}; reviewed {date}", verdict=verdict, date=words.when(claim.reviewed))
        ),
        "url": url,
    }
    body = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items())
    return PageCitation(plain, f"@misc{{{claim.id},\n{body}}}")


def _tex(text: str) -> str:
    return text.translate(_BIBTEX)
