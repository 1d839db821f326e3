"""How to cite a claim's page: as a sentence and as BibTeX."""

from __future__ import annotations

from dataclasses import dataclass

from factsite.corpus.model import Citation, Claim, Settings
from factsite.site import words

_BIBTEX = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {"\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)


@dataclass(frozen=True, slots=True)
class PageCitation:
    """A reference to a page in two forms."""

    plain: str
    bibtex: str


def reference(claim: Claim[Citation], settings: Settings) -> PageCitation:
    """Refer to a claim's page as it stands since its last review."""
    url = f"{settings.site_url}claims/{claim.id}/"
    verdict = settings.verdicts[claim.verdict].label + (" (withdrawn)" if claim.withdrawn else "")
    plain = (
        f"{settings.publisher.name}: “{claim.claim}” Verdict: {verdict}. "
        f"In: {settings.site_name}, reviewed {words.when(claim.reviewed)}. {url}"
    )
    fields = {
        "title": f"{{{_tex(claim.claim)}}}",
        "author": f"{{{_tex(settings.publisher.name)}}}",
        "year": str(claim.reviewed.first.year),
        "howpublished": _tex(settings.site_name),
        "note": f"Verdict: {_tex(verdict)}; reviewed {words.when(claim.reviewed)}",
        "url": url,
    }
    body = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items())
    return PageCitation(plain, f"@misc{{{claim.id},\n{body}}}")


def _tex(text: str) -> str:
    return text.translate(_BIBTEX)
