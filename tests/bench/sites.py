"""Building made-up sites of several sizes, side by side with the builders themselves."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import made_up
from tests.bench.runs import Run, run

BUILD = str(made_up.PROJECT / "build_site.py")
QUIET = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1"}
SETTLE = "import time; time.sleep(1.2)"
"""A file that was just written is looked at again by the next build, whatever its stamp; real edits are older."""


@dataclass(frozen=True, slots=True)
class Row:
    """One size: stock MkDocs, and ours as multiples of it."""

    claims: int
    pages: int
    stock: Run
    before: Run
    clean: Run
    edit: Run
    unchanged: Run
    zensical: Run | None
    hugo: Run | None
    same: bool
    largest: float

    def cells(self) -> list[str]:
        """Give the row of the table."""
        return [
            f"{self.claims:,}",
            f"{self.pages:,}",
            _seconds(self.stock),
            _share(self.before, self.stock),
            _share(self.clean, self.stock),
            _share(self.edit, self.stock),
            _seconds(self.unchanged),
            _seconds(self.zensical),
            _seconds(self.hugo),
            "yes" if self.same else "NO",
            f"{self.stock.memory:,.0f} / {self.clean.memory:,.0f} / {self.edit.memory:,.0f}",
            f"{self.largest:,.0f} KB",
        ]


HEADINGS = (
    "claims", "pages", "stock MkDocs", "check and render", "clean build", "after one edit", "nothing changed",
    "Zensical", "Hugo", "edit = clean", "memory MB (stock / clean / edit)", "largest page",
)  # fmt: skip


def measure(sizes: list[int]) -> Iterator[Row]:
    """Measure each size in a folder of its own, which is removed afterwards."""
    for claims in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            yield _measure(Path(folder) / "record", claims)


def _measure(root: Path, claims: int) -> Row:
    root.mkdir()
    made_up.make(root, claims)
    made_up.without_pictures(root)
    python = sys.executable
    run([python, "-c", SETTLE], root)
    before = run([python, BUILD, "render"], root)
    stock = run([python, "-m", "mkdocs", "-q", "build", "-d", str(root.parent / "stock")], root, **QUIET)
    zensical = run([python, "-m", "zensical", "build"], root, **QUIET)
    shutil.rmtree(root / "site", ignore_errors=True)
    hugo = _hugo(root)
    _forget(root)
    clean = run([python, BUILD], root)
    made_up.edit(root, claims // 2, "Edited.")
    run([python, "-c", SETTLE], root)
    edit = run([python, BUILD], root)
    unchanged = run([python, BUILD], root)
    pages = sum(1 for _ in (root / "docs").rglob("*.md"))
    largest = max(path.stat().st_size for path in (root / "site").rglob("*.html")) / 1_000
    same = _same_as_clean(root)
    return Row(claims, pages, stock, before, clean, edit, unchanged, zensical, hugo, same, largest)


def _forget(root: Path) -> None:
    for folder in ("site", ".factsite"):
        shutil.rmtree(root / folder, ignore_errors=True)
    for path in made_up.generated():
        shutil.rmtree(root / path, ignore_errors=True)
        (root / path).unlink(missing_ok=True)


def _same_as_clean(root: Path) -> bool:
    """Tell whether the site after the edit is, byte for byte, what a build from nothing gives."""
    kept = root.parent / "edited"
    (root / "site").rename(kept)
    _forget(root)
    run([sys.executable, BUILD], root)
    return _contents(root / "site") == _contents(kept)


def _contents(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): hash(path.read_bytes()) for path in folder.rglob("*") if path.is_file()
    }


def _hugo(root: Path) -> Run | None:
    """Build the same Markdown with Hugo and the barest of themes, where Hugo is installed."""
    if shutil.which("hugo") is None:
        return None
    site = root.parent / "hugo"
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (site / "config.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "Bench"\n[markup.goldmark.renderer]\nunsafe = true\n'
    )
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text("<html><title>{{ .Title }}</title>{{ .Content }}</html>\n")
    shutil.copytree(root / "docs", site / "content", ignore=shutil.ignore_patterns("*.js", "*.json", "*.css"))
    return run(["hugo", "--quiet"], site)


def _seconds(measured: Run | None) -> str:
    return "" if measured is None else f"{measured.seconds:.1f} s"


def _share(ours: Run, stock: Run) -> str:
    share = ours.seconds / stock.seconds
    return f"{ours.seconds:.1f} s = " + (f"1/{1 / share:.0f}" if share < 0.1 else f"{share:.2f}")
