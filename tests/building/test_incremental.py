"""A build after an edit gives, byte for byte, what a build from nothing gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from factsite.building.configuration import configuration
from factsite.building.site import Problems
from factsite.checking import cache, workspace
from tests.building.small import build, change, outcome, small_workspace, tree, write

BOATS, ENDED = Path("claims/two-boats.yml"), Path("claims/ended-at-nine.yml")

Edit = Callable[[Path], None]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust stamps at once: these tests write every file anew, so that none keeps its stamp."""
    monkeypatch.setattr(cache, "SETTLED", -1.0)


def add_claim(root: Path) -> None:
    """Add a claim."""
    text = (root / BOATS).read_text().replace("Two boats drifted from the quay.", "Three boats drifted away.")
    write(root / "claims" / "three-boats.yml", text)


def remove_claim(root: Path) -> None:
    """Take a claim out, and the links to it."""
    (root / BOATS).unlink()
    change(root / ENDED, "related: [two-boats]\n", "")
    change(root / ENDED, "On the boats see [that claim](claim:two-boats).", "That is all.")
    change(root / "docs" / "about.md", " and [two boats](claims/two-boats.md)", "")


def drop_evidence(root: Path) -> None:
    """Take out evidence, and with it the anchor of its excerpt."""
    text = (root / ENDED).read_text()
    start, end = text.index("  - source: hindi"), text.index("  - source: notebook")
    write(root / ENDED, text[:start] + text[end:])


def add_source(root: Path) -> None:
    """Add an archived document that nobody quotes."""
    text = "Boats and lanterns\n\nA bargeman saw it all from his barge.\n"
    write(root / "seeds" / "bargeman.txt", text)
    write(
        root / "seeds" / "bargeman.yml",
        f"file: bargeman.txt\nsha256: {sha256(text.encode()).hexdigest()}\nname: Bargeman\n"
        "title: Boats and lanterns\nlanguage: en\norigin: notebook\nrelation: original\n",
    )


def append(root: Path, path: str, text: str) -> None:
    """Add lines to a file."""
    write(root / path, (root / path).read_text() + text)


def forget(root: Path, *folders: str) -> None:
    """Lose what was remembered, and perhaps some of what was built."""
    for name in (".factsite", *folders):
        shutil.rmtree(root / name, ignore_errors=True)


EDITS: tuple[dict[str, Edit], ...] = (
    {
        "edit a claim": lambda root: change(root / ENDED, "says nine; a boatman says ten", "says 9; a boatman 10"),
        "add a page": lambda root: write(root / "docs/notes/tides.md", "# Tides\n\nSee [home](../index.md).\n"),
        "add a claim": add_claim,
        "edit the stylesheet": lambda root: change(root / "docs/assets/extra.css", "margin: 0", "margin: 1em"),
        "forget": forget,
        "remove a claim": remove_claim,
        "remove a page": lambda root: (root / "docs/notes/tides.md").unlink(),
    },
    {
        "drop evidence": drop_evidence,
        "annotate a source": lambda root: append(root, "seeds/gazette.yml", "note: It names no reporter.\n"),
        "withdraw a claim": lambda root: append(
            root, "claims/two-boats.yml", "withdrawn: {on: 2026-11-30, why: So.}\n"
        ),
        "rename a topic": lambda root: change(root / "mkdocs.yml", "boats: Boats", "boats: On the boats"),
        "forget and lose pages": lambda root: forget(root, "docs/claims", "docs/data"),
        "edit a page": lambda root: change(root / "docs/limits.md", "Nothing more.", "Nothing more, for now."),
    },
    {
        "change a verdict": lambda root: change(root / BOATS, "verdict: disputed", "verdict: unproven"),
        "retitle a page": lambda root: change(root / "docs/about.md", "# About", "# About us"),
        "add a source": add_source,
        "add a file": lambda root: write(root / "docs/assets/note.txt", "a note\n"),
        "rename the site": lambda root: change(root / "mkdocs.yml", "The quay, on the", "The quay and the"),
        "forget and lose the site": lambda root: forget(root, "site"),
    },
)


@pytest.mark.parametrize("edits", EDITS, ids=("claims", "sources", "pages"))
def test_edits_one_after_another(tmp_path: Path, edits: dict[str, Edit]) -> None:
    """After each of many edits, site and pages are those of a build from nothing."""
    root = small_workspace(tmp_path / "edited")
    build(root)
    done: list[str] = []
    for name, edit in edits.items():
        edit(root)
        build(root)
        done.append(name)
        clean = small_workspace(tmp_path / f"clean-{len(done)}")
        for again in done:
            edits[again](clean)
        build(clean)
        assert outcome(root) == outcome(clean), done


def test_a_change_writes_only_what_changed(tmp_path: Path) -> None:
    """After an edit the command builds and publishes few files, and after none, none."""
    root = small_workspace(tmp_path)
    build(root)
    assert build(root)[-1].startswith("published 0 changed files")
    change(root / ENDED, "says nine; a boatman says ten", "says 9; a boatman 10")
    assert "changed files" in build(root)[-1]


def test_a_claim_that_waits_for_another_is_looked_at_again(tmp_path: Path) -> None:
    """An error goes away when the claim that was missing is added, though the file with the error is as it was."""
    root = small_workspace(tmp_path)
    boats = (root / BOATS).read_text()
    remembered = cache.Cache("")
    (root / BOATS).unlink()
    broken = workspace.check(root, remembered)
    assert {one.rule for one in broken.diagnostics} == {"unknown-name"}
    write(root / BOATS, boats)
    assert workspace.check(root, remembered).diagnostics == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        ("mkdocs.yml", "      boats: Boats\n", "", "unknown-name"),
        ("mkdocs.yml", "origins_against: {min: 1}", "origins_against: {min: 2}", "verdict-not-carried"),
        ("seeds/notebook.txt", "Three boats drifted", "Four boats drifted", "quote-not-in-source"),
        ("seeds/notebook.yml", "format: markdown", "format: text", "quote-not-in-source"),
    ],
)
def test_claims_are_checked_again_when_their_ground_moves(
    tmp_path: Path, path: str, old: str, new: str, rule: str
) -> None:
    """What is wrong with a claim after an edit of settings or sources is found, and gone when that is undone."""
    root = small_workspace(tmp_path)
    remembered = cache.Cache("")
    assert workspace.check(root, remembered).diagnostics == ()
    before = (root / path).read_text()
    change(root / path, old, new)
    found = workspace.check(root, remembered).diagnostics
    assert rule in {one.rule for one in found}
    assert found == workspace.check(root, remembered).diagnostics == workspace.check(root).diagnostics
    write(root / path, before)
    assert workspace.check(root, remembered).diagnostics == ()


def test_a_lost_anchor_is_missed(tmp_path: Path) -> None:
    """A page that led to an anchor stops the build when the anchor goes, though that page is as it was."""
    root = small_workspace(tmp_path)
    build(root)
    before = tree(root / "site")
    change(root / "docs" / "corrections-policy.md", "## Report {#c-report}", "## Report {#c-write}")
    with pytest.raises(Problems) as problems:
        build(root)
    assert "c-report" in problems.value.report
    assert tree(root / "site") == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plugins: []\n", "plugins: [search]\n"),
        ("  - Home: index.md\n", "  - index.md\n"),
        ("  - attr_list\n", "  - attr_list\n  - pymdownx.snippets\n"),
    ],
)
def test_pages_that_hang_together_are_all_built(tmp_path: Path, old: str, new: str) -> None:
    """Under settings by which one page speaks of others, every build is a whole one."""
    root = small_workspace(tmp_path)
    assert configuration(root).page_by_page
    change(root / "mkdocs.yml", old, new)
    assert not configuration(root).page_by_page


def test_the_theme_concerns_every_page(tmp_path: Path) -> None:
    """An edited override of the theme, and a variable that the configuration reads, make another fingerprint."""
    root = small_workspace(tmp_path)
    change(root / "mkdocs.yml", "  font: false\n", "  font: false\n  custom_dir: theme\n")
    write(root / "theme" / "main.html", '{% extends "base.html" %}')
    before = configuration(root).fingerprint
    assert before == configuration(root).fingerprint
    write(root / "theme" / "main.html", '{% extends "base.html" %}\n')
    assert configuration(root).fingerprint != before


def test_settings_that_move_every_page_are_refused(tmp_path: Path) -> None:
    """Pages stand in docs/ and have addresses that end in a slash."""
    root = small_workspace(tmp_path)
    append(root, "mkdocs.yml", "use_directory_urls: false\ndocs_dir: seeds\n")
    with pytest.raises(Problems) as problems:
        build(root)
    assert "docs_dir" in problems.value.report
    assert "use_directory_urls" in problems.value.report


def test_what_was_written_a_moment_ago_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file's stamp is trusted only once it has rested, for two quick writes may leave the same one."""
    monkeypatch.undo()
    root = small_workspace(tmp_path)
    files = [path.stat() for path in root.rglob("*") if path.is_file()]
    newest = max(max(stat.st_mtime_ns, stat.st_ctime_ns) for stat in files)
    for rested, trusted in ((0.9, False), (1.1, True)):
        now = newest + int(rested * cache.SETTLED * 1e9)
        monkeypatch.setattr("factsite.checking.cache.time.time_ns", lambda now=now: now)
        remembered = cache.Cache("")
        workspace.check(root, remembered)
        assert bool(remembered.archive) is trusted
        assert (ENDED.name in remembered.claims) is trusted
