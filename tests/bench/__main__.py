"""Measure speed and size, and print the figures: `python -m tests.bench [--large] [--only NAME] [--corpus DIR]`."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from tests.bench import copies, previews, proof, reviews, sites

SIZES = [100, 1_000, 5_000]
LARGE = 25_000


def main() -> None:
    """Run the measurements that were asked for, all of them if none was named."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--large", action="store_true", help=f"also build {LARGE:,} claims; takes about an hour")
    asked.add_argument("--only", choices=MEASUREMENTS, help="one measurement")
    asked.add_argument("--corpus", type=Path, help="the folder of the corpus of copies; without it, none are told")
    options = asked.parse_args()
    click.echo(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}")
    for name, measure in MEASUREMENTS.items():
        if options.only in (None, name):
            click.echo(f"\n## {name}\n")
            for line in measure(options):
                click.echo(line)


def _sites(options: argparse.Namespace) -> Iterable[str]:
    yield from _heading(sites.HEADINGS)
    for row in sites.measure(SIZES + ([LARGE] if options.large else [])):
        yield _row(row.cells())


def _proof(_: argparse.Namespace) -> Iterable[str]:
    yield from _heading(proof.HEADINGS)
    for cells in proof.measure():
        yield _row(cells)


def _reviews(_: argparse.Namespace) -> Iterable[str]:
    yield from _heading(reviews.HEADINGS)
    for cells in reviews.measure():
        yield _row(cells)


def _previews(_: argparse.Namespace) -> Iterable[str]:
    yield from _heading(previews.HEADINGS)
    for cells in previews.measure():
        yield _row(cells)


def _copies(options: argparse.Namespace) -> Iterable[str]:
    if options.corpus is None:
        yield "not measured: give the folder of the corpus with --corpus"
        return
    yield from _heading(copies.HEADINGS)
    for cells in copies.measure_corpus(options.corpus):
        yield _row(cells)


def _heading(names: Iterable[str]) -> Iterable[str]:
    names = list(names)
    return (_row(names), _row(["---"] * len(names)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


# Sites come first: the system counts this process's own peak of memory as that of each command that it starts.
MEASUREMENTS: dict[str, Callable[[argparse.Namespace], Iterable[str]]] = {
    "sites": _sites,
    "proof": _proof,
    "reviews": _reviews,
    "previews": _previews,
    "copies": _copies,
}

if __name__ == "__main__":
    main()
