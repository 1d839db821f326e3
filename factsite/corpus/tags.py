"""The tag of a language, as BCP 47 writes it."""

from __future__ import annotations

from factsite.corpus.kinds import Text

LANGUAGE = Text(35, pattern=r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", meaning="a BCP 47 language tag such as en or hi")
