"""Progress: what is said of long work, where, and by whom."""

import os
import re
from pathlib import Path

import pytest

from factsite import progress
from factsite.building import workers
from factsite.progress import Progress, line

PIECES = 600


def test_a_terminal_shows_a_bar_with_counts_and_the_time_left() -> None:
    """A bar is drawn over itself and says how many pieces are done, of how many, and how long the rest takes."""
    drawn = line("checking", 500, 2_000, 4.0, bar=True)
    assert drawn.startswith("\r[#######-----------------------] checking: 500 of 2,000, 12 s left")
    assert "\n" not in drawn


def test_elsewhere_there_are_plain_lines() -> None:
    """A log has whole lines; no time is guessed at before there is something to guess from."""
    assert line("checking", 500, 2_000, 4.0, bar=False) == "checking: 500 of 2,000, 12 s left\n"
    assert line("checking", 1, 2_000, 4.0, bar=False) == "checking: 1 of 2,000\n"
    assert line("checking", 500, 20_000, 40.0, bar=False) == "checking: 500 of 20,000, 26 min left\n"


def test_workers_add_their_part_and_one_process_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many processes share the work, each line is said once, and the counts never fall."""
    monkeypatch.setattr(progress, "BEAT", {False: 0.0})
    said = tmp_path / "said"

    def write(text: str) -> None:
        with said.open("a") as file:
            file.write(f"{os.getpid()} {text}")

    telling = Progress(write)
    with telling.work("rendering", PIECES):
        list(workers.spread(lambda _: telling.advance(), range(PIECES), least=2, beat=telling.beat))
    lines = said.read_text().splitlines()
    assert {text.split()[0] for text in lines} == {str(os.getpid())}
    counts = [int(re.findall(r"rendering: (\d+) of 600", text)[0]) for text in lines]
    assert counts == sorted(counts)
    assert counts[-1] > 0


def test_short_work_is_not_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that is over before a reader could follow leaves no line."""
    monkeypatch.setattr(progress, "BEAT", {False: 0.0})
    said: list[str] = []
    telling = Progress(said.append)
    with telling.work("checking", 10):
        telling.advance(10)
    assert said == []
