"""Which added claim is a removed one under another name."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from factsite.review.record_snapshot import RecordSnapshot

LIKENESS = 60
"""The likeness, of 100, from which two files are taken for one claim."""

_COMPARED = 4_000
"""Characters of a file that are compared; the longest claim written by hand so far has under 10,000."""
_MOST = 50
"""With more files than this on either side only equal statements are recognised, for every pair costs time."""


def renamed(before: RecordSnapshot, after: RecordSnapshot) -> Mapping[str, str]:
    """Give the former ids of claims whose file has a new name, by their new ids."""
    gone = {
        name: before.texts.get(name, "") for name, claim in before.claims.items() if claim and name not in after.claims
    }
    fresh = {
        name: after.texts.get(name, "") for name, claim in after.claims.items() if claim and name not in before.claims
    }
    found = _same_statement(gone, fresh, before, after)
    gone = {name: text for name, text in gone.items() if name not in found.values()}
    fresh = {name: text for name, text in fresh.items() if name not in found}
    if max(len(gone), len(fresh)) <= _MOST:
        for name, text in fresh.items():
            match = process.extractOne(text[:_COMPARED], _cut(gone), scorer=fuzz.ratio, score_cutoff=LIKENESS)
            if match:
                found[name] = match[2]
                del gone[match[2]]
    return found


def _same_statement(
    gone: Mapping[str, str], fresh: Mapping[str, str], before: RecordSnapshot, after: RecordSnapshot
) -> dict[str, str]:
    waiting: dict[str, list[str]] = {}
    for name in gone:
        waiting.setdefault(_statement(before, name), []).append(name)
    return {name: ids.pop(0) for name in fresh if (ids := waiting.get(_statement(after, name), []))}


def _statement(side: RecordSnapshot, name: str) -> str:
    claim = side.claims[name]
    return claim.claim if claim else ""


def _cut(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text[:_COMPARED] for name, text in texts.items()}
