"""A small made-up record for tests: three documents of one evening, proved quotes, and the cards made from them.

`sample()` is the whole record. `record(claim(...), ...)` is one made to measure: `claim` takes any field of `Claim`,
`evidence` slices its quote from a document and `archived` makes a source of a text. Names, places and events of these
are invented. `published()` is the project's own record, as it stands in claims/ and seeds/.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from factsite.checking import workspace
from factsite.corpus import dates
from factsite.corpus.model import (
    Bounds,
    Certainty,
    Citation,
    Claim,
    Claimant,
    ClaimantKind,
    Claimants,
    ClaimWords,
    Correction,
    EditionLabels,
    Evidence,
    Needs,
    Party,
    Passage,
    Reason,
    Relation,
    Settings,
    Source,
    Stance,
    TextFormat,
    Tone,
    Translator,
    Verdict,
    VerdictWords,
    Withdrawal,
)
from factsite.corpus.text import Document, Span
from factsite.site.addresses import CORRECTIONS_POLICY, HAND_WRITTEN, REPORT_ANCHOR
from factsite.site.edition import Edition, editions
from factsite.verify.coverage import quoted_in
from factsite.verify.record import ArchivedSource, Card, Record
from factsite.verify.tally import tally

GAZETTE = """Lantern festival ends early

By Northern Wire

The mayor said that the lantern festival ended at nine.
"Nobody was hurt," she told reporters. Two boats, she added,
had drifted from the quay.
"""
HINDI = """दीप उत्सव समय से पहले समाप्त

मेयर ने कहा कि दीप उत्सव नौ बजे समाप्त हुआ।
दो नावें घाट से दूर बह गईं।
"""
NOTEBOOK = """---
title: A night on the quay
---

The festival went on **until ten**, a boatman [said](https://quay.example/boats).
Three boats drifted away.
"""

SETTINGS = Settings(
    site_name="The quay, on the record",
    site_url="https://checks.example/",
    site_description="Claims about one evening, checked against documents.",
    publisher=Party("Quay Checks", "https://checks.example/about/"),
    licence=Party("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    verdicts={
        "corroborated": Verdict(
            "corroborated",
            "Corroborated",
            "At least two origins support the claim.",
            Tone.GOOD,
            "check-all",
            5,
            Needs(origins_for=Bounds(min=2)),
            {"hi": VerdictWords("पुष्ट", "कम से कम दो स्रोत-मूल दावे का समर्थन करते हैं।")},
        ),
        "disputed": Verdict("disputed", "Disputed", "The documents disagree.", Tone.OPEN, "scale-balance", 3),
        "refuted": Verdict("refuted", "Refuted", "At least two origins contradict the claim.", Tone.BAD, "close", 1),
        "unproven": Verdict("unproven", "Unproven", "The documents do not settle the claim.", Tone.NONE, "help"),
    },
    topics={"evening": "The evening", "boats": "Boats"},
    origins={"northern-wire": "Northern Wire", "notebook": "A private notebook"},
    claimants=Claimants.of({"boatman": Claimant("The boatman", kind=ClaimantKind.PERSON)}),
    editions={"hi": EditionLabels()},
)

PAGES = frozenset([*HAND_WRITTEN, f"{CORRECTIONS_POLICY}#{REPORT_ANCHOR}"])
"""A record for tests has all pages that people write."""


def archived(source_id: str, text: str, **changes: Any) -> ArchivedSource:
    """Archive a text as a source that takes up its whole file."""
    file = f"{source_id}.txt"
    given: dict[str, Any] = {
        "name": source_id.title(),
        "title": text.strip().splitlines()[0],
        "language": "en",
        "origin": "northern-wire",
        "relation": Relation.WIRE_COPY,
    }
    source = Source(
        id=source_id,
        path=f"seeds/{source_id}.yml",
        file=file,
        sha256=sha256(text.encode()).hexdigest(),
        **(given | changes),
    )
    return ArchivedSource(source, Document(f"seeds/{file}", text), Span(0, len(text)))


SOURCES = {
    "gazette": archived(
        "gazette",
        GAZETTE,
        publisher="The Gazette",
        published=dates.parse("2019-11-02T09:52+05:30"),
        updated=dates.parse("2019-11-02T12:21+05:30"),
        url="https://gazette.example/lanterns",
        archived="https://archive.example/gazette/lanterns",
    ),
    "hindi": archived(
        "hindi",
        HINDI,
        publisher="दैनिक घाट",
        published=dates.parse("2019-11-03"),
        language="hi",
        relation=Relation.TRANSLATION,
        derived_from="gazette",
        inferred=("derived_from",),
        note="It names no agency.",
    ),
    "notebook": archived(
        "notebook",
        NOTEBOOK,
        title="A night on the quay",
        origin="notebook",
        relation=Relation.ORIGINAL,
        format=TextFormat.MARKDOWN,
    ),
}


def citation(
    source: str, *quotes: str, shown: str | None = None, sources: Mapping[str, ArchivedSource] = SOURCES
) -> Citation:
    """Slice passages from a document; `shown` is what a reader of its Markdown sees instead of the marks."""
    document = sources[source].document
    passages = []
    for quote in quotes:
        start = document.text.index(quote)
        passages.append(Passage(start, start + len(quote), shown or quote))
    return Citation(source, tuple(passages))


def evidence(source: str, stance: Stance, *quotes: str, **changes: Any) -> Evidence[Citation]:
    """Give evidence whose quote is sliced from its document."""
    quote = citation(source, *quotes, shown=changes.pop("shown", None))
    return Evidence(source=source, stance=stance, quote=quote, **({"says": "It ended at nine"} | changes))


def claim(claim_id: str = "ended-at-nine", **changes: Any) -> Claim[Citation]:
    """Make a claim, about the end of the festival unless told otherwise."""
    plain: dict[str, Any] = {
        "claim": "The lantern festival ended at nine.",
        "claimant": "The mayor",
        "topics": ("evening",),
        "verdict": "disputed",
        "certainty": Certainty.LOW,
        "reviewed": dates.parse("2026-11-21"),
        "summary": "The mayor says nine; a boatman says ten.",
        "evidence": (evidence("gazette", Stance.SUPPORTS, "the lantern festival ended at nine"),),
    }
    values = plain | changes
    claimants = (SETTINGS.claimants.meant(values.pop("claimant")),)
    return Claim(id=claim_id, path=f"claims/{claim_id}.yml", **({"claimants": claimants} | values))


def card(claim: Claim[Citation], sources: Mapping[str, ArchivedSource] = SOURCES) -> Card:
    """Make the card of a claim, with its documents and origins counted."""
    stances: dict[str, tuple[Stance, ...]] = {}
    for item in claim.evidence:
        stances[item.source] = (*stances.get(item.source, ()), item.stance)
    return Card(
        stances=stances,
        tally=tally(claim, sources),
        **{name: getattr(claim, name) for name in _SHARED},
    )


_SHARED = """id claim claimants topics verdict certainty reviewed summary claimed about
             corrections withdrawn related translations""".split()


def record(
    *claims: Claim[Citation], settings: Settings = SETTINGS, sources: Mapping[str, ArchivedSource] = SOURCES
) -> Record:
    """Make a record of claims, with their cards and with digests that stand for content."""
    ordered = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id)}
    cards = {key: card(claim, sources) for key, claim in ordered.items()}
    contents: dict[str, object] = {"settings": settings, "pairs": ()}
    contents |= {f"source:{key}": source for key, source in sources.items()}
    contents |= {f"card:{key}": card for key, card in cards.items()}
    contents |= {f"claim:{key}": claim for key, claim in ordered.items()}
    digests = {key: sha256(repr(content).encode()).hexdigest() for key, content in contents.items()}
    return Record(
        settings,
        sources,
        ordered,
        cards,
        (),
        {name: quoted_in(claim) for name, claim in ordered.items()},
        digests,
        PAGES,
    )


def first(record: Record) -> Edition:
    """Give the edition in a record's own language."""
    return editions(record.settings)[0]


@cache
def published() -> Record:
    """Check the project's own record and give it."""
    outcome = workspace.check(Path(__file__).parents[1])
    assert outcome.record is not None, outcome.diagnostics
    return outcome.record


def sample() -> Record:
    """Make the sample record: one claim of each kind, in full and in brief, current and withdrawn."""
    full = claim(
        claimed=dates.parse("2019-11-01"),
        about=dates.parse("2019-10-31/2019-11-01"),
        topics=("evening", "boats"),
        because=(Reason.SOURCES_DISAGREE,),
        evidence=(
            evidence(
                "gazette",
                Stance.SUPPORTS,
                "the lantern festival ended at nine",
                "had drifted from the quay",
                according_to="The mayor",
                point="When did it end?",
            ),
            evidence(
                "hindi",
                Stance.SUPPORTS,
                "दीप उत्सव नौ बजे समाप्त हुआ",
                translation="the festival of lamps ended at nine",
                translated_by=Translator.HUMAN,
            ),
            evidence(
                "notebook",
                Stance.CONTRADICTS,
                "until ten**, a boatman [said]",
                shown="until ten, a boatman said",
                says="It went on until ten",
                according_to="a boatman, unnamed",
                telling=False,
            ),
        ),
        reasoning="The two *accounts* differ.\n",
        corrections=(
            Correction(dates.parse("2026-11-25"), "The hour was wrong.", verdict_was="refuted"),
            Correction(dates.parse("2026-11-22"), "A name was misspelt.", typographical=True),
        ),
        translations={"hi": ClaimWords("दीप उत्सव नौ बजे समाप्त हुआ।", "मेयर नौ कहती हैं; एक नाविक दस कहता है।")},
        related=("three-boats",),
    )
    boats = claim(
        "three-boats",
        claim="Three boats drifted away.",
        claimant="The boatman",
        topics=("boats",),
        verdict="unproven",
        summary="One notebook says so.",
        evidence=(evidence("notebook", Stance.MENTIONS, "Three boats drifted away", says="Three boats"),),
    )
    withdrawn = replace(
        boats,
        id="two-boats",
        path="claims/two-boats.yml",
        withdrawn=Withdrawal(dates.parse("2026-11-30"), "Not checkable."),
    )
    return record(full, boats, withdrawn)
