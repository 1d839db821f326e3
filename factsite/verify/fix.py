"""Mending what is certain: findings that carry an edit, applied to a text; everything else in it stays."""

from __future__ import annotations

from collections.abc import Iterable

from factsite.corpus.text import Document
from factsite.diagnostics import Diagnostic


def mended(document: Document, found: Iterable[Diagnostic]) -> tuple[Document, list[Diagnostic]]:
    """Apply the edits of one document's findings; give the new text, and the findings whose edits were applied.

    Of edits that overlap only the first is applied; the next check finds the others again.
    """
    pieces: list[str] = []
    applied: list[Diagnostic] = []
    at = 0
    for one in sorted(found, key=lambda one: one.edit or (0, 0, "")):
        if one.edit is not None and one.path == document.path and one.edit.start >= at:
            pieces += [document.text[at : one.edit.start], one.edit.text]
            at = one.edit.end
            applied.append(one)
    return Document(document.path, "".join([*pieces, document.text[at:]])), applied
