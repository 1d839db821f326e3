"""What a site asks of its builder: the package's defaults, and over them the site's own mkdocs.yml.

A setting of mkdocs.yml takes the place of the default; what is a mapping is joined key by key. Only stylesheets,
scripts and Markdown extensions are added to the default ones, for generated pages need these.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

import factsite
from factsite.building.editions import entitled, theme_language, theme_settings, toggles
from factsite.building.ownership import DOCS
from factsite.corpus.model import Settings
from factsite.reading import disk
from factsite.reading.record_files import RecordFiles
from factsite.reading.snapshot import WorkingFolder
from factsite.site.edition import editions

CONFIG = "mkdocs.yml"
THEME = Path(factsite.__file__).parent / "site" / "theme"
"""The templates, styles and scripts that every site has; a site's own `custom_dir` goes before them."""

_DEFAULTS = Path(__file__).with_name("defaults.yml")
_ADDED = ("markdown_extensions", "extra_css", "extra_javascript")
"""Lists of which a site needs the default entries, whatever it adds."""

_DIRTY = "A 'dirty' build is being performed"

_OWN_EXTENSIONS = frozenset(
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em md_in_html meta"
    " nl2br sane_lists smarty tables toc wikilinks".split()
)
_INCLUDES = "pymdownx.snippets"


@dataclass(frozen=True, slots=True)
class Configuration:
    """The builder's configuration.

    `fingerprint` names all of it that concerns every page, the site's own overrides of the theme included.
    `page_by_page` tells whether what is built from one page depends on no other page, and `theme` is the folder of the
    site's overrides, if there is one. `problems` are settings under which pages would not stand at their addresses.
    """

    fingerprint: str
    page_by_page: bool
    theme: Path | None
    problems: tuple[str, ...]


def configuration(root: Path) -> Configuration:
    """Read the settings of a site's builder; the pages must have been rendered, for the navigation names them."""
    read = Configuration("", page_by_page=False, theme=None, problems=())
    with complaints() as found:
        config = load(root)
        theme = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        found.extend(_problems(config))
        # Hooks count as plugins here.
        plain = not config.plugins and _titled(config.nav) and all(map(_plain, config.markdown_extensions))
        read = Configuration(_fingerprint(root, theme), plain, theme, ())
    return replace(read, problems=tuple(found))


def load(root: Path, into: Path | None = None) -> MkDocsConfig:
    """Load the settings of a site as MkDocs takes them; `into` is the folder to build into."""
    # MkDocs takes a relative folder as one beside its configuration.
    where = str(into.resolve()) if into else None
    config = load_config(str(root / CONFIG), strict=False, site_dir=where, **joined(root))
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    return config


def joined(root: Path) -> dict[str, Any]:
    """Give the settings of a site of which the defaults say something, joined with what its mkdocs.yml says."""
    own, defaults, settings = _own(root), _load(_DEFAULTS), _settings(root)
    if isinstance(own.get("theme"), str):
        own["theme"] = {"name": own["theme"]}
    if isinstance(own.get("theme"), dict):
        own["theme"] = _coloured(own["theme"], defaults["theme"]["palette"])
    defaults["nav"] = _present(defaults["nav"], root / DOCS)
    nav = own.get("nav", defaults["nav"])
    if settings is not None:
        first = editions(settings)[0]
        defaults["theme"] |= {"language": theme_language(first.language)}
        defaults["nav"] = entitled(defaults["nav"], first)
        for scheme, said in zip(defaults["theme"]["palette"], toggles(first), strict=True):
            scheme["toggle"]["name"] = said
    made = {key: _joined(value, own[key]) if key in own else value for key, value in defaults.items()}
    if settings is not None:
        made["extra"] |= theme_settings(settings, nav, root) | {"factsite_language": settings.language}
    return made | {key: _extended(made[key], defaults[key]) for key in _ADDED}


def _settings(root: Path) -> Settings | None:
    """Read what mkdocs.yml says of the record; nothing where that is not in order, which `check` says."""
    return RecordFiles(WorkingFolder(root)).settings()


def _own(root: Path) -> dict[str, Any]:
    found = _load(root / CONFIG)
    return found if isinstance(found, dict) else {}


def _load(path: Path) -> Any:
    with path.open("rb") as file:
        return yaml_load(file)


def _joined(default: Any, own: Any) -> Any:
    """Put a site's setting over the default."""
    if isinstance(default, Mapping) and isinstance(own, Mapping):
        return {**default, **{key: _joined(default.get(key), value) for key, value in own.items()}}
    return own


def _coloured(theme: dict[str, Any], palette: list[dict[str, Any]]) -> dict[str, Any]:
    """Give colours that a site names without a scheme to the light and the dark one."""
    own = theme.get("palette")
    if not isinstance(own, dict) or "scheme" in own:
        return theme
    return theme | {"palette": [scheme | own for scheme in palette]}


def _extended(own: Any, needed: list[str]) -> Any:
    """Put the needed entries before a site's own; what is no list is left for MkDocs to refuse."""
    return [*needed, *(entry for entry in own if entry not in needed)] if isinstance(own, list) else own


def _present(entries: list[dict[str, Any]], docs: Path) -> list[dict[str, Any]]:
    """Leave out the entries of a navigation whose pages do not exist."""
    found = []
    for entry in entries:
        [(title, below)] = entry.items()
        if isinstance(below, list):
            found.append({title: _present(below, docs)})
        elif disk.stamp(docs / below):
            found.append(entry)
    return found


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


def _fingerprint(root: Path, theme: Path | None) -> str:
    made = hashlib.sha256(repr((_own(root), joined(root))).encode())
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
