"""The forms in which a review is written."""

from __future__ import annotations

import os
import secrets
from enum import StrEnum

from factsite.review.jsonform import as_json
from factsite.review.markdown import markdown
from factsite.review.plain import plain
from factsite.review.report import report
from factsite.review.review import Review


class Form(StrEnum):
    """How a review is written."""

    MARKDOWN = "markdown"
    JSON = "json"
    TEXT = "text"


def written(review: Review, form: Form, preview: str | None = None) -> str:
    """Write a review, ending in a line break; `preview` is the address of a site built from it, ending in a slash."""
    match form:
        case Form.JSON:
            return as_json(review, preview)
        case Form.MARKDOWN:
            return markdown(report(review, preview))
        case Form.TEXT:
            return _deaf(plain(report(review, preview)))


def _deaf(text: str) -> str:
    """In a workflow, tell the runner to take no command from a text until a word that nobody can guess."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    word = secrets.token_hex(16)
    return f"::stop-commands::{word}\n{text}::{word}::\n"
