"""Which wording of a claim a translation translates: a short name of its words, which changes when they do."""

from __future__ import annotations

from hashlib import sha256

from factsite.corpus.kinds import Text

_LENGTH = 8
WORDING = Text(_LENGTH, pattern=rf"[0-9a-f]{{{_LENGTH}}}", meaning="eight digits and letters from a to f")


def wording(*texts: str) -> str:
    """Name the wording of some texts; white space is no matter."""
    return sha256("\n".join(" ".join(text.split()) for text in texts).encode()).hexdigest()[:_LENGTH]
