"""From what editors wrote to what may be published: prove every quote, run every rule, give the record.

Claims are checked one by one and independently, so that a build after one edit need only check what changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from factsite.corpus.decode import MAX_QUOTE
from factsite.corpus.model import Citation, Claim, Evidence, Excerpt, Settings, Stance
from factsite.corpus.text import Document
from factsite.diagnostics import Diagnostic, has_errors
from factsite.verify import claim_rules, claimant_rules, fit_rules, quote_rules, verdict_rules
from factsite.verify.acceptance import Granted, check_names, check_needed, granted_by_claim, settle
from factsite.verify.claimant_rules import near_spelling
from factsite.verify.prose_rules import check_prose
from factsite.verify.quotes import Miss, cite
from factsite.verify.record import ArchivedSource, Card, Tally
from factsite.verify.same_claims import same_claim
from factsite.verify.tally import tally
from factsite.verify.translation_rules import check_translations


@dataclass(frozen=True, slots=True)
class Archive:
    """All that a claim is checked against.

    `described` names the sources that have a sidecar, whether or not it and its document are in order.
    """

    settings: Settings
    sources: dict[str, ArchivedSource]
    claims: frozenset[str]
    described: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking one claim gave: the proved claim and its card, unless a quote failed, and all findings.

    `accepted` counts the warnings that editors accepted; `pending` are acceptances of what only the whole record shows.
    """

    claim: Claim[Citation] | None
    card: Card | None
    diagnostics: tuple[Diagnostic, ...]
    accepted: int = 0
    pending: tuple[Granted, ...] = ()


def check_claim(claim: Claim[Excerpt], document: Document, archive: Archive, *, sound: bool = True) -> Checked:
    """Prove a claim's quotes and run every rule on it.

    Where decoding found faults the claim is not `sound`: it holds stand-ins, from which nothing may be concluded.
    """
    proofs = [_prove(entry, archive) for entry in claim.evidence]
    counted = tally(claim, archive.sources)
    cited = [proof for proof in proofs if isinstance(proof, Citation)]
    proved = len(cited) == len(proofs)
    found = list(_findings(claim, document, proofs, archive))
    if sound and all(entry.source in archive.sources for entry in claim.evidence):
        found += _conclusions(claim, archive)
        # Evidence that failed may have to go, so it is too early to weigh what there is; one mistake, one message.
        if proved:
            found += _weighed(claim, counted, archive)
            found += fit_rules.check_numbers(claim, archive.sources, archive.settings.main_language)
    granted = list(granted_by_claim(claim))
    settled = settle([*found, *check_names(granted)], granted)
    pending = tuple(one for one in settled.unmet if one.acceptance.rule in (same_claim.name, near_spelling.name))
    needless = check_needed(one for one in settled.unmet if one not in pending)
    diagnostics = (*settled.open, *(needless if sound and not has_errors(settled.open) else ()))
    if not proved:
        return Checked(None, None, diagnostics, settled.accepted, pending)
    evidence = tuple(_with(entry, citation) for entry, citation in zip(claim.evidence, cited, strict=True))
    return Checked(_proved(claim, evidence), _card(claim, counted), diagnostics, settled.accepted, pending)


def prove(claim: Claim[Excerpt], archive: Archive) -> Claim[Citation] | None:
    """Prove a claim's quotes and run no rule; nothing if one of them fails."""
    proofs = [_prove(entry, archive) for entry in claim.evidence]
    cited = [proof for proof in proofs if isinstance(proof, Citation)]
    if len(cited) != len(proofs):
        return None
    return _proved(claim, tuple(map(_with, claim.evidence, cited)))


def _prove(evidence: Evidence[Excerpt], archive: Archive) -> Citation | Miss | None:
    """Prove one excerpt; nothing is said of one that is empty or too long, or whose source does not exist."""
    archived = archive.sources.get(evidence.source)
    if archived is None or not evidence.quote.text.strip() or len(evidence.quote.text) > MAX_QUOTE:
        return None
    return cite(evidence.quote, archived)


def _findings(
    claim: Claim[Excerpt], document: Document, proofs: list[Citation | Miss | None], archive: Archive
) -> Iterator[Diagnostic]:
    sources = archive.sources
    named = sources.keys() | archive.described
    yield from claim_rules.check_references(claim, archive.settings, named, archive.claims)
    yield from claimant_rules.check_claimants(claim, archive.settings.claimants)
    yield from check_translations(claim, archive.settings, sources)
    yield from claim_rules.check_speakers(claim)
    yield from check_prose(claim.reasoning, document, ("reasoning",), named, archive.claims)
    for evidence, proof in zip(claim.evidence, proofs, strict=True):
        if isinstance(proof, Miss):
            yield from quote_rules.check_miss(proof, claim, evidence.quote, sources, document)
        elif proof is not None:
            archived = sources[evidence.source]
            yield from quote_rules.check_cited(claim, evidence, proof, archived)
            yield from fit_rules.check_fit(claim, evidence, proof, archived, archive.settings.main_language)


def _conclusions(claim: Claim[Excerpt], archive: Archive) -> Iterator[Diagnostic]:
    """Check what is said of the archive and the claim's history, whatever its evidence weighs."""
    yield from claim_rules.check_silence(claim, archive.sources)
    yield from claim_rules.check_history(claim, archive.sources)
    yield from quote_rules.check_stances(claim)


def _weighed(claim: Claim[Excerpt], counted: Tally, archive: Archive) -> Iterator[Diagnostic]:
    """Check whether the evidence carries the verdict and its certainty."""
    verdict = archive.settings.verdicts.get(claim.verdict)
    if verdict is not None and claim.withdrawn is None:
        yield from verdict_rules.check_verdict(claim, verdict, counted, archive.sources)


def _with(evidence: Evidence[Excerpt], citation: Citation) -> Evidence[Citation]:
    values = {field.name: getattr(evidence, field.name) for field in fields(evidence)}
    return Evidence(**values | {"quote": citation, "locations": {}})


def _proved(claim: Claim[Excerpt], evidence: tuple[Evidence[Citation], ...]) -> Claim[Citation]:
    values = {field.name: getattr(claim, field.name) for field in fields(claim)}
    return Claim(**values | {"evidence": evidence, "locations": {}})


def _card(claim: Claim[Excerpt], counted: Tally) -> Card:
    stances: dict[str, tuple[Stance, ...]] = {}
    for entry in claim.evidence:
        stances[entry.source] = (*stances.get(entry.source, ()), entry.stance)
    return Card(
        id=claim.id,
        claim=claim.claim,
        claimants=claim.claimants,
        topics=claim.topics,
        verdict=claim.verdict,
        certainty=claim.certainty,
        reviewed=claim.reviewed,
        summary=claim.summary,
        stances=stances,
        tally=counted,
        claimed=claim.claimed,
        about=claim.about,
        corrections=claim.corrections,
        withdrawn=claim.withdrawn,
        related=claim.related,
        translations=claim.translations,
    )
