"""The builders that can publish the pages, by name."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """A builder: it gets a folder of Markdown and gives a folder of HTML."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"
