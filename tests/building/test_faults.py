"""A build that is killed, interrupted, refused or raced leaves whole what was there; the next one mends the rest."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from factsite.building import engine, finish, pages, workers
from factsite.building.site import Problems
from factsite.building.tree import MadeFrom, Tree
from factsite.cli import main
from factsite.progress import Progress
from factsite.reading import disk, folders, state
from factsite.site.output import Output
from tests.building.faults import FAILED, Fault, suffer, writes
from tests.building.small import build, outcome, small_workspace, tree, write
from tests.conftest import ROOT, copy_workspace

STEP = 9
"""A whole build is tried with each fault at every ninth of its writes; its two delicate parts at every single one."""

ENDS = {Fault.KILLED: -signal.SIGKILL, Fault.TORN: -signal.SIGKILL, Fault.INTERRUPTED: FAILED, Fault.DISK_FULL: FAILED}
CLAIM = Path("claims/two-boats.yml")


def edited(root: Path, words: str) -> None:
    """Let a claim's summary say something else; and add a page or take it away."""
    before = (root / CLAIM).read_text()
    start, end = before.index("summary: "), before.index("\n\nevidence")
    write(root / CLAIM, f"{before[:start]}summary: {words}{before[end:]}")


def whole(now: dict[str, bytes], *wholes: dict[str, bytes]) -> bool:
    """Tell whether the site is one of these, and every page is that of one of these."""
    site = {path: data for path, data in now.items() if path.startswith("site/")}
    sites = [{path: data for path, data in one.items() if path.startswith("site/")} for one in wholes]
    return site in sites and all(data in [one.get(path) for one in wholes] for path, data in now.items())


def left_over(root: Path) -> set[str]:
    """Name what lies about in a workspace."""
    return {path.name.partition("-")[0] for folder in (root, root / ".factsite") for path in folder.iterdir()}


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_build_after_an_edit_is_all_or_nothing(tmp_path: Path, fault: Fault) -> None:
    """Whichever write a fault hits, site and pages stay whole, and the next build gives what a clean one gives."""
    wholes = {}
    for words in ("They differ.", "They disagree."):
        edited(small_workspace(tmp_path / words), words)
        build(tmp_path / words)
        wholes[words] = outcome(tmp_path / words)
    old, new = wholes
    root = tmp_path / old
    edited(root, new)
    count = writes(lambda: build(root), root)
    clean = left_over(root)
    for at in range(1 + list(Fault).index(fault), count, STEP):
        old, new = new, old
        edited(root, new)
        assert suffer(lambda: build(root), root, fault, at) in (ENDS[fault], 0)
        assert whole(outcome(root), wholes[old], wholes[new]), at
        build(root)
        assert outcome(root) == wholes[new], at
        assert left_over(root) == clean


@pytest.mark.parametrize(
    ("fault", "at"), [(Fault.TORN, 3), (Fault.KILLED, 60), (Fault.DISK_FULL, 90), (Fault.INTERRUPTED, 300)]
)
def test_a_first_build_is_all_or_nothing(tmp_path: Path, fault: Fault, at: int) -> None:
    """A first build that fails leaves no site, and the next one makes the whole of it."""
    build(small_workspace(tmp_path / "clean"))
    clean = outcome(tmp_path / "clean")
    root = small_workspace(tmp_path / "failed")
    assert suffer(lambda: build(root), root, fault, at) == ENDS[fault]
    assert not (root / "site").exists()
    build(root)
    assert outcome(root) == clean


def outputs(version: str, count: int) -> list[Output]:
    """Describe some files of a version; each has more to say than the last."""
    return [Output(f"claims/{n}/page.md", ("settings",), f"{version} {n}".encode) for n in range(count)]


def update(root: Path, files: Iterable[Output]) -> None:
    """Bring pages up to date as a build does."""
    with state.locked(root):
        pages.update(root, files, {"settings": "same"}, "".join(str(one.make()) for one in files), Progress())


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_pages_are_brought_up_to_date_as_one(tmp_path: Path, fault: Fault) -> None:
    """Whichever write a fault hits, the next update gives exactly its files, and each page was whole all the time."""
    versions = [outputs("one", 4), outputs("another", 3)]
    contents = [{one.path: one.make() for one in version} for version in versions]
    update(tmp_path, versions[0])
    at, last = 0, 0
    while last != 0 or at == 0:
        at += 1
        new = at % 2
        last = suffer(partial(update, tmp_path, versions[new]), tmp_path, fault, at)
        for path, data in tree(tmp_path / "docs").items():
            assert data in [content.get(path) for content in contents], at
        update(tmp_path, versions[new])
        assert tree(tmp_path / "docs") == contents[new]
    assert at > 10


def test_a_page_altered_before_recovery_is_made_again(tmp_path: Path) -> None:
    """What somebody did to a page after a run was killed does not stay, though the page's inputs are as they were."""
    old, new = outputs("one", 4), [*outputs("another", 1), *outputs("one", 4)[1:]]

    def renew() -> None:
        with state.locked(tmp_path):
            pages.update(tmp_path, new, {"settings": "same"}, "same", Progress())

    with state.locked(tmp_path):
        pages.update(tmp_path, old, {"settings": "same"}, "same", Progress())
    journal = tmp_path / ".factsite" / "journal.json"
    (tmp_path / "docs" / old[0].path).unlink()
    at = 0
    while not journal.exists():
        at += 1
        assert suffer(renew, tmp_path, Fault.KILLED, at) == ENDS[Fault.KILLED]
    altered = tmp_path / "docs" / old[2].path
    altered.write_text("not of this build")
    renew()
    assert tree(tmp_path / "docs") == {one.path: one.make() for one in new}


def published(root: Path, files: dict[str, str], *, change: bool) -> None:
    """Publish files, all of them or those that changed, as a build does."""
    with state.locked(root) as memory:
        site = Tree(root / "site", memory)
        fresh = memory / "fresh"
        folders.empty_folder(fresh)
        last = site.published()
        for path, text in files.items():
            if not change or last is None or disk.read(site.site / path, 100) != text.encode():
                disk.create(fresh / path, text.encode())
        if change and last is not None:
            site.change(last, fresh, MadeFrom("made from", {}))
        else:
            site.replace(fresh, MadeFrom("made from", {}))


@pytest.mark.parametrize("change", [True, False], ids=["change", "replace"])
@pytest.mark.parametrize(
    ("fault", "swaps"), [*((fault, True) for fault in Fault), (Fault.KILLED, False), (Fault.DISK_FULL, False)]
)
def test_the_site_changes_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault, *, change: bool, swaps: bool
) -> None:
    """Whichever write a fault hits, the next look finds the whole old site or the whole new one."""
    if not swaps:
        monkeypatch.setattr(folders, "_swap", lambda *_: False)
    versions = [{f"{n}/index.html": f"{version} {n}" for n in range(4)} for version in ("one", "another")]
    contents = [{path: text.encode() for path, text in version.items()} for version in versions]
    published(tmp_path, versions[0], change=False)
    at, last = 0, 0
    while last != 0 or at == 0:
        at += 1
        new = at % 2
        work = partial(published, tmp_path, versions[new], change=change)
        last = suffer(work, tmp_path, fault, at)
        if not swaps:
            with state.locked(tmp_path) as memory:
                Tree(tmp_path / "site", memory)
        assert tree(tmp_path / "site") in contents, at
        work()
        assert tree(tmp_path / "site") == contents[new]
    assert at > 10


def test_a_damaged_spare_is_not_published(tmp_path: Path) -> None:
    """Whatever happens to the spare tree, the site holds every file."""
    files = {f"{n}/index.html": f"one {n}" for n in range(4)}
    published(tmp_path, files, change=False)
    (tmp_path / ".factsite" / "spare" / "2" / "index.html").unlink()
    (tmp_path / ".factsite" / "spare" / "more.html").write_text("more")
    files["0/index.html"] = "another 0"
    published(tmp_path, files, change=True)
    assert tree(tmp_path / "site") == {path: text.encode() for path, text in files.items()}


def test_a_file_cut_short_is_not_published(tmp_path: Path) -> None:
    """Where the system cuts files short, the build fails, and the site is as it was."""
    root = small_workspace(tmp_path)
    build(root)
    before = outcome(root)
    edited(root, "They disagree.")

    def cut_short() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))
        build(root)

    assert suffer(cut_short, root, Fault.KILLED, 0) == FAILED
    assert {path: data for path, data in outcome(root).items() if path.startswith("site/")} == {
        path: data for path, data in before.items() if path.startswith("site/")
    }
    build(root)
    assert outcome(root) != before


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """A second build in the same workspace says that another is at work, and touches nothing."""
    root = small_workspace(tmp_path)
    with state.locked(root), pytest.raises(Problems, match="another build is at work") as problems:
        build(root)
    assert problems.value.code == 2
    assert not (root / "site").exists()


def test_builds_that_race(tmp_path: Path) -> None:
    """Of builds started together each ends in order, and what they leave is what one alone leaves."""
    build(small_workspace(tmp_path / "alone"))
    root = small_workspace(tmp_path / "raced")
    command = [sys.executable, str(ROOT / "build_site.py"), "--root", str(root)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    said = [run.communicate() for run in runs]
    codes = [run.returncode for run in runs]
    assert set(codes) <= {0, 2}
    assert 0 in codes
    assert all(b"another build is at work" in error for (_, error), code in zip(said, codes, strict=True) if code)
    assert outcome(root) == outcome(tmp_path / "alone")


def test_workers_end_with_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a build that shares its work among processes is killed, or one of these is, nothing holds the workspace."""
    for module in (engine, finish, pages):
        monkeypatch.setattr(module, "PARALLEL", 2)
    monkeypatch.setattr(workers, "cores", lambda: 2)
    root = small_workspace(tmp_path)
    for at in (5, 60, 120, 240):
        suffer(lambda: build(root), root, Fault.KILLED, at)
        with state.locked(root):
            """Nobody else holds the lock."""
    build(root)


def test_a_killed_worker_is_missed() -> None:
    """Work of which a part was killed ends with an error and not in waiting for ever."""
    # A process of its own, for one with several threads does the work itself, and would be killed.
    program = (
        "import os, signal\n"
        "from factsite.building.workers import spread\n"
        "die = lambda number: os.kill(os.getpid(), signal.SIGKILL) if number == 3 else number\n"
        "print(list(spread(die, range(8), least=2, chunk=1)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("ChildProcessError: a part of the build was killed")


def command_line(root: Path, said: Path) -> Callable[[], object]:
    """Give the work of the command line, what it says going into a file."""

    def work() -> None:
        target = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(target, 2)
        sys.stderr = sys.__stderr__
        main(["--root", str(root)])

    return work


@pytest.mark.parametrize("fault", [Fault.INTERRUPTED, Fault.DISK_FULL], ids=lambda fault: fault.name.lower())
@pytest.mark.parametrize("at", [1, 2, 40, 90])
def test_every_end_is_told_in_a_sentence(tmp_path: Path, fault: Fault, at: int) -> None:
    """An interruption and a refused write end the command with exit code 2 and one line, never a traceback."""
    root = small_workspace(tmp_path / "workspace")
    said = tmp_path / "said"
    assert suffer(command_line(root, said), root, fault, at) == FAILED
    (line,) = said.read_text().splitlines()
    assert line.endswith("the published site is as it was")
    assert ("stopped" in line) == (fault is Fault.INTERRUPTED)


def test_an_interruption_ends_all_processes_quietly(tmp_path: Path) -> None:
    """Ctrl+C reaches every process of a build; the user is told once."""
    root = copy_workspace(tmp_path)
    command = [sys.executable, str(ROOT / "build_site.py"), "--root", str(root)]
    # A shell's background job, as this test may be, hands down that interruptions are ignored.
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    signal.signal(signal.SIGINT, handler)
    assert run.stdout is not None
    assert any(line.startswith(b"checked ") for line in iter(run.stdout.readline, b""))
    os.killpg(run.pid, signal.SIGINT)
    _, error = run.communicate()
    assert run.returncode == 2
    assert error.decode().splitlines() == ["stopped; the published site is as it was"]
