"""A small workspace in a folder, with everything that a whole one has, quick to build; and its bytes, to compare."""

from __future__ import annotations

import shutil
from pathlib import Path

from factsite.building.engines import Engine
from factsite.building.site import publish
from tests.workspaces import BASE

_PAGES = {
    "about.md": "# About\n\nSee [the policy](corrections-policy.md#c-report) and [two boats](claims/two-boats.md).\n",
    "limits.md": "# Limits\n\nNothing more.\n",
    "methodology.md": "# Methodology\n\nRead and compare.\n",
    "corrections-policy.md": "# Corrections policy\n\n## Report {#c-report}\n\nWrite to us.\n",
    "project/index.md": "# The project\n\nSmall.\n",
    "assets/extra.css": "p { margin: 0 }\n",
}
_SETTINGS = """
plugins: []
nav:
  - Home: index.md
  - Claims: claims/index.md
  - More:
      - About: about.md
      - Limits: limits.md
not_in_nav: "*"
extra_css: [assets/extra.css]
"""


def small_workspace(root: Path) -> Path:
    """Write the workspace."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    settings = root / "mkdocs.yml"
    text = settings.read_text().replace("  name: material\n", "  name: material\n  font: false\n")
    settings.write_text(text.replace("  factsite:\n", "  factsite:\n    cards: false\n") + _SETTINGS)
    for path, page in _PAGES.items():
        write(root / "docs" / path, page)
    return root


def write(path: Path, text: str) -> None:
    """Write a file as an editor's program does: a new one in the place of the old."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}~")
    fresh.write_text(text)
    fresh.replace(path)


def change(path: Path, old: str, new: str) -> None:
    """Change one place of a file."""
    text = path.read_text()
    assert text.count(old) == 1, (path, old)
    write(path, text.replace(old, new))


def build(root: Path, engine: Engine = Engine.MKDOCS) -> list[str]:
    """Build a workspace and give what was said."""
    said: list[str] = []
    publish(root, engine, said.append)
    return said


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outcome(root: Path) -> dict[str, bytes]:
    """Give all that a build writes for others to read: the site, and the pages below docs/."""
    return {f"{name}/{path}": data for name in ("site", "docs") for path, data in tree(root / name).items()}
