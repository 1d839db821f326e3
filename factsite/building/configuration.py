"""What mkdocs.yml asks of the builder, as far as the build must know it."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from factsite.reading import disk
from factsite.building.ownership import DOCS

CONFIG = "mkdocs.yml"
_DIRTY = "A 'dirty' build is being performed"

_OWN_EXTENSIONS = frozenset(
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em md_in_html meta"
    " nl2br sane_lists smarty tables toc wikilinks".split()
)
_INCLUDES = "pymdownx.snippets"


@dataclass(frozen=True, slots=True)
class Configuration:
    """The builder's configuration.

    `fingerprint` names all of it that concerns every page, the theme's overrides included. `page_by_page` tells whether
    what is built from one page depends on no other page, and `theme` is the folder of overrides, if there is one.
    `problems` are settings under which pages would not stand at their addresses.
    """

    fingerprint: str
    page_by_page: bool
    theme: Path | None
    problems: tuple[str, ...]


def configuration(root: Path) -> Configuration:
    """Read mkdocs.yml as MkDocs does."""
    read = Configuration("", page_by_page=False, theme=None, problems=())
    with complaints() as found:
        config = load_config(str(root / CONFIG), strict=False)
        theme = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        found.extend(_problems(config))
        # Hooks count as plugins here.
        plain = not config.plugins and _titled(config.nav) and all(map(_plain, config.markdown_extensions))
        read = Configuration(_fingerprint(config, theme), plain, theme, ())
    return replace(read, problems=tuple(found))


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, and what makes it give up, which ends the block."""
    messages = _Messages()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(messages)
    logger.propagate = False
    try:
        yield messages.lines
    except OSError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001 -- a theme, an extension or a hook may raise anything
        messages.lines.append(str(error) or type(error).__name__)
    finally:
        logger.removeHandler(messages)


class _Messages(logging.Handler):
    """Collects what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        if not record.getMessage().startswith(_DIRTY):
            self.lines.append(record.getMessage())


def _fingerprint(config: MkDocsConfig, theme: Path | None) -> str:
    with Path(config.config_file_path).open("rb") as file:
        made = hashlib.sha256(repr(yaml_load(file)).encode())
    overrides = [theme / path for path in sorted(disk.walk(theme))] if theme else []
    for path in overrides:
        made.update(os.fsencode(path) + disk.load(path))
    return made.hexdigest()


def _titled(nav: Any) -> bool:
    """Tell whether every entry of a navigation has a title, so that no page need be read for its own."""
    if not isinstance(nav, list):
        return False
    entries = [below for entry in nav if isinstance(entry, dict) for below in entry.values()]
    return len(entries) == len(nav) and all(isinstance(below, str) or _titled(below) for below in entries)


def _plain(extension: str) -> bool:
    """Tell whether a Markdown extension is known to make of a page only what stands in it."""
    return extension in _OWN_EXTENSIONS or (extension.startswith("pymdownx.") and extension != _INCLUDES)


def _problems(config: MkDocsConfig) -> list[str]:
    found = []
    if Path(config.docs_dir) != Path(config.config_file_path).with_name(DOCS):
        found.append(f"docs_dir is not `{DOCS}`, where the pages are generated")
    if not config.use_directory_urls:
        found.append("use_directory_urls is false, and every published address would change")
    return found
