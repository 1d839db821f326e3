"""The report as JSON, for programs: all that the text says, from the same typed changes, with nothing cut."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from factsite.corpus.model import Claim, Correction, Evidence, Excerpt
from factsite.diagnostics import Severity
from factsite.report import VERSION, facts
from factsite.review.compare import ClaimChange
from factsite.review.evidence import EvidenceChange
from factsite.review.preview import Preview, preview_of
from factsite.review.report import headline, setting_name
from factsite.review.report_claims import COUNTS, labelled
from factsite.review.report_fields import field_name
from factsite.review.review import Review
from factsite.review.sources import SourceChange
from factsite.review.words import FieldChange, said

Json = dict[str, Any]

_ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in "#<>&@\x7f\u2028\u2029"}
"""Characters that stand only inside texts, so that they can be written as escapes: markup, mentions, commands."""


def as_json(review: Review, address: str | None = None) -> str:
    """Write a review as one JSON object; `address` is that of a site built from it, ending in a slash."""
    comparison, preview = review.comparison, preview_of(address, clean=review.clean)
    severities = Counter(found.severity for found in review.diagnostics)
    given: Json = {
        "schema_version": VERSION,
        "headline": headline(review),
        "base": review.base,
        "head": review.head,
        "clean": review.clean,
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "affects_record": bool(comparison),
        "preview": preview.address,
        "checked": asdict(review.checked),
        "counts": {
            "claims": Counter(change.kind.value for change in comparison.claims),
            "sources": Counter(change.kind.value for change in comparison.sources),
            "settings": len(comparison.settings),
        },
        "claims": [_claim(change, review.labels, preview) for change in comparison.claims],
        "sources": [_source(change, preview) for change in comparison.sources],
        "settings": [{"key": key, "name": setting_name(key)} for key in comparison.settings],
        "rules": _fields(comparison.rules),
        "pages": [{"path": path, "page": preview.page_of(path)} for path in review.pages],
        "uncommitted": review.uncommitted,
        "diagnostics": [facts(found) for found in review.diagnostics],
    }
    text = json.dumps(given, ensure_ascii=False, indent=2).translate(_ESCAPED).replace("::", ":\\u003a")
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _claim(change: ClaimChange, labels: Mapping[str, str], preview: Preview) -> Json:
    return {
        "id": change.id,
        "kind": change.kind.value,
        "was": change.was,
        "page": preview.page("claims", change.id, change.after),
        **_stated(change.after or change.before, labels),
        "fields": _fields(labelled(field, labels) for field in change.fields),
        "counts": [asdict(count) | {"name": COUNTS[count.key]} for count in change.counts],
        "tally": asdict(change.tally) if change.tally else None,
        "evidence": [_evidence(one) for one in change.evidence],
        "corrections": [_correction(entry) for entry in change.corrections],
        "accepted": [asdict(one) for one in change.accepted],
    }


def _stated(claim: Claim[Excerpt] | None, labels: Mapping[str, str]) -> Json:
    """Give what a claim says now, or said last; nothing where its file cannot be read."""
    if claim is None:
        return {"claim": None}
    withdrawn = claim.withdrawn
    return {
        "claim": claim.claim,
        "claimant": claim.claimant,
        "verdict": {"id": claim.verdict, "label": labels.get(claim.verdict, claim.verdict)},
        "certainty": claim.certainty.value,
        "withdrawn": {"on": withdrawn.on.iso, "why": withdrawn.why} if withdrawn else None,
        "all_evidence": [_piece(entry) for entry in claim.evidence],
    }


def _fields(changes: Iterable[FieldChange]) -> list[Json]:
    return [asdict(change) | {"name": field_name(change.key)} for change in changes]


def _correction(entry: Correction) -> Json:
    return {
        "on": entry.on.iso,
        "what": entry.what,
        "verdict_was": entry.verdict_was,
        "typographical": entry.typographical,
    }


def _evidence(change: EvidenceChange) -> Json:
    return {
        "fate": change.fate.value,
        "source": change.source,
        "before": _piece(change.before) if change.before else None,
        "after": _piece(change.after) if change.after else None,
        "was_at": change.was_at,
        "is_at": change.is_at,
        "in_source": change.stands,
        "sentence": change.sentence,
        "fields": _fields(change.fields),
    }


def _piece(evidence: Evidence[Excerpt]) -> Json:
    return {"source": evidence.source, "stance": evidence.stance.value, "quote": evidence.quote.text}


def _source(change: SourceChange, preview: Preview) -> Json:
    source = change.after or change.before
    stated = source and {
        "title": source.title,
        "name": source.name,
        "publisher": source.publisher,
        "origin": source.origin,
        "relation": source.relation.value,
        "primary": source.primary,
        "quotable": said(source.quotable),
    }
    return {
        "id": change.id,
        "kind": change.kind.value,
        "was": change.was,
        "page": preview.page("sources", change.id, change.after),
        **(stated or {"title": None}),
        "fields": _fields(change.fields),
        "text": [asdict(place) for place in change.text],
        "accepted": [asdict(one) for one in change.accepted],
    }
