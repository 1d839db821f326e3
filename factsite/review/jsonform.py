"""The report as JSON, for programs: the typed changes, with nothing cut."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from factsite.corpus.model import Evidence, Excerpt, Source
from factsite.report import facts
from factsite.review.compare import ClaimChange
from factsite.review.evidence import EvidenceChange
from factsite.review.review import Review
from factsite.review.sources import SourceChange

Json = dict[str, Any]

_ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in "#<>&@\x7f\u2028\u2029"}
"""Characters that stand only inside texts, so that they can be written as escapes: markup, mentions, commands."""


def as_json(review: Review) -> str:
    """Write a review as one JSON object."""
    comparison = review.comparison
    given: Json = {
        "base": review.base,
        "head": review.head,
        "clean": review.clean,
        "affects_record": bool(comparison),
        "checked": asdict(review.checked),
        "claims": [_claim(change) for change in comparison.claims],
        "sources": [_source(change) for change in comparison.sources],
        "settings": comparison.settings,
        "pages": review.pages,
        "diagnostics": [facts(found) for found in review.diagnostics],
    }
    text = json.dumps(given, ensure_ascii=False, indent=2).translate(_ESCAPED).replace("::", ":\\u003a")
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _claim(change: ClaimChange) -> Json:
    claim = change.after or change.before
    return {
        "id": change.id,
        "kind": change.kind.value,
        "was": change.was,
        "claim": claim.claim if claim else None,
        "fields": [asdict(field) for field in change.fields],
        "counts": [asdict(count) for count in change.counts],
        "evidence": [_evidence(one) for one in change.evidence],
        "corrections": [
            {"on": entry.on.iso, "what": entry.what, "typographical": entry.typographical}
            for entry in change.corrections
        ],
    }


def _evidence(change: EvidenceChange) -> Json:
    return {
        "fate": change.fate.value,
        "source": change.source,
        "before": _piece(change.before),
        "after": _piece(change.after),
        "was_at": change.was_at,
        "is_at": change.is_at,
        "in_source": change.stands,
        "fields": [asdict(field) for field in change.fields],
    }


def _piece(evidence: Evidence[Excerpt] | None) -> Json | None:
    return {"stance": evidence.stance.value, "quote": evidence.quote.text} if evidence else None


def _source(change: SourceChange) -> Json:
    source: Source | None = change.after or change.before
    return {
        "id": change.id,
        "kind": change.kind.value,
        "was": change.was,
        "title": source.title if source else None,
        "fields": [asdict(field) for field in change.fields],
        "text": [asdict(place) for place in change.text],
    }
