"""The content security policy of a built page: only the site's own files, and the theme's inline scripts by hash.

The theme's inline scripts are those of its error page, on which no text of the record stands; whatever else calls
itself a script in a page gets no hash, and the check refuses it. They differ with a page's depth in one address only.
"""

from __future__ import annotations

import base64
import hashlib
import re

ERROR_PAGE = "404.html"

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_BASE = re.compile(r'new URL\("[^"]*",location\)')  # on the error page it is the path of the whole site
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
_META = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(_RULES)}">'


def scripts(page: str) -> frozenset[str]:
    """Give the inline scripts of a page, each without the address that depends on the page's depth."""
    return frozenset(_BASE.sub("", script) for script in _INLINE.findall(page))


def with_policy(page: str, allowed: frozenset[str]) -> str:
    """Give a page its policy, first thing in its head, with leave for the scripts that are allowed everywhere."""
    head = _HEAD.search(page)
    if head is None:
        return page
    inline = [script for script in _INLINE.findall(page) if _BASE.sub("", script) in allowed]
    hashes = " ".join(dict.fromkeys(f"'{script_hash(script)}'" for script in inline))
    return page[: head.end()] + _META.format(hashes=hashes) + page[head.end() :]


def bears_policy(page: str) -> bool:
    """Tell whether a page was given its policy by this build."""
    return _META.partition("{hashes}")[0] in page


def script_hash(script: str) -> str:
    """Name a script as a content security policy does."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
