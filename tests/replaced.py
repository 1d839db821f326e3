"""Replace this repository's record by a made-up one, and run the tests that have to do with a record: `make replaced`.

    python -m tests.replaced [--all]

In a copy of the committed tree stand then other claims, other documents, other settings and other pages; every test
but those in tests/record/ must pass. Without `--all`, only test modules are run that look at the repository's record.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from factsite.commands import desk
from tests.harbour import harbour

ROOT = Path(__file__).resolve().parents[1]
LOOKS = re.compile(r"published\(|copy_workspace|own_site|built: Path|ROOT / \"(?:claims|seeds)|WorkingFolder\(ROOT")
"""What a test module has in it that looks at the repository's own record."""


def replace(copy: Path) -> None:
    """Put the made-up record in the place of this one."""
    for folder in ("claims", "seeds"):
        shutil.rmtree(copy / folder)
    for page in (copy / "docs").glob("*.md"):
        page.unlink()
    with tempfile.TemporaryDirectory() as made:
        other = harbour(Path(made) / "record")
        shutil.copy(other / "mkdocs.yml", copy)
        shutil.copytree(other / "claims", copy / "claims")
        shutil.copytree(other / "seeds", copy / "seeds")
        for page in (other / "docs").glob("*.md"):
            shutil.copy(page, copy / "docs")
    desk.schema(copy)


def concerned(copy: Path) -> Iterator[str]:
    """Name the test modules that look at the repository's record."""
    for path in sorted((copy / "tests").rglob("test_*.py")):
        if path.parent.name not in ("record", "browser") and LOOKS.search(path.read_text()):
            yield path.relative_to(copy).as_posix()


@click.command()
@click.option("--all", "everything", is_flag=True, help="Run all tests.")
def main(*, everything: bool) -> None:
    """Run the tests on another record."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "copy"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(copy)], check=True)
        (copy / ".venv").symlink_to(ROOT / ".venv")
        replace(copy)
        chosen = ["tests", "--ignore=tests/record"] if everything else list(concerned(copy))
        command = [sys.executable, "-m", "pytest", "-n", "auto", "-p", "no:cacheprovider", *chosen]
        sys.exit(subprocess.run(command, cwd=copy, check=False).returncode)


if __name__ == "__main__":
    main()
