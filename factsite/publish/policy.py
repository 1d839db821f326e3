"""The content security policy of a built page: only the site's own files, and the theme's inline scripts by hash.

Builders write inline scripts that differ with a page's depth, so the policy is made from the page as it was built.
"""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HEAD = re.compile(r"<head[^>]*>")
_RULES = (
    "default-src 'none'",
    "script-src 'self' {hashes}",
    "style-src 'self'",
    "img-src 'self' data:",  # the theme's icons are data: images in its own stylesheet
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def with_policy(page: str) -> str:
    """Give a page its policy, first thing in its head; a page that has none is given back as it is."""
    head = _HEAD.search(page)
    if head is None:
        return page
    hashes = " ".join(dict.fromkeys(f"'sha256-{_hash(script)}'" for script in _INLINE.findall(page)))
    content = "; ".join(_RULES).format(hashes=hashes)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    return page[: head.end()] + meta + page[head.end() :]


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
