"""The wheel is the whole program: installed in an empty environment, it begins a record and builds it."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import html

ROOT = Path(__file__).parents[1]
CLAIM = "The council meets again on 8 April."
EVIDENCE = """\
claim: The council meets again on 8 April.
claimant: Example Council
topics: [hours]
verdict: supported
certainty: low
because: [single-origin]
reviewed: 2026-11-25
summary: The minutes name the day.
evidence:
  - source: example-minutes
    stance: supports
    according_to: Example Council
    says: The next meeting is on 8 April
    quote: |-
      The next meeting is on 8 April.
"""


@pytest.fixture(scope="module")
def factsite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own, in which only its dependencies can be found."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(folder), str(ROOT)], check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (packages,) = (folder / "venv").glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "venv" / "bin" / "factsite"


def run(command: Path, folder: Path, *arguments: str, code: int = 0) -> str:
    """Run the installed command in a folder, far from this repository, and give what it said."""
    typed: Sequence[str] = [str(command), *arguments]
    done = subprocess.run(typed, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def test_an_installed_program_begins_and_builds_a_record(factsite: Path, tmp_path: Path) -> None:
    """From `init` to a second claim on the built site, nothing is edited but YAML; twice from one installation."""
    for name in ("one", "two"):
        url = f"https://library.example/{name}/"
        run(factsite, tmp_path, "init", name, "--name", f"Record {name}", "--topic", "Hours", "--url", url)
        run(factsite, tmp_path, "build", "--root", name)
    root = tmp_path / "one"
    path = run(factsite, root, "new", CLAIM).partition(":")[0]
    run(factsite, root, "check", code=1)
    found = run(factsite, root, "quote", "example-minutes", "next meeting on 8 April")
    assert "next meeting is on 8 April\n" in found
    (root / path).write_text(EVIDENCE)
    assert "2 claims" in run(factsite, root, "check")
    run(factsite, root, "build")
    page = root / "site" / path.removesuffix(".yml") / "index.html"
    text = page.read_text()
    assert "The next meeting is on 8 April." in [quote.text for quote in html.fromstring(text).iter("q")]
    assert f'<link rel="canonical" href="https://library.example/one/{path.removesuffix(".yml")}/">' in text
    assert (root / "site/assets/factsite.css").is_file()
    assert "all files are current" in run(factsite, root, "upgrade")


def test_both_builders_build_what_was_begun(factsite: Path, tmp_path: Path) -> None:
    """A new record builds with Zensical as with MkDocs, styles and scripts included."""
    run(factsite, tmp_path, "init", "demo")
    pages = []
    for engine in ("mkdocs", "zensical"):
        run(factsite, tmp_path, "build", "--root", "demo", "--engine", engine)
        site = tmp_path / "demo" / "site"
        pages.append({path.relative_to(site).as_posix() for path in site.rglob("index.html")})
        assert (site / "assets/factsite.css").is_file()
        assert (site / "assets/factsite.js").is_file()
    assert pages[0] == pages[1]
