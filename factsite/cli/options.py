"""Options that several commands have, and what they share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from factsite.building.engines import Engine

T = TypeVar("T")

_FOLDER = "The folder with mkdocs.yml, claims/, seeds/ and docs/; the current folder if left out."


def workspace(root: Path) -> Path:
    """Take a folder as the workspace, before anything is written there."""
    from factsite.checking.workspace import CONFIG, is_workspace

    if not is_workspace(root):
        where = "here" if root == Path() else f"in {root}"
        click.echo(f"error: no {CONFIG} {where}; run this where it is, or give --root", err=True)
        sys.exit(2)
    return root


def _given_workspace(_context: click.Context, _option: click.Parameter, root: Path) -> Path:
    return workspace(root)


_folder = click.Path(exists=True, file_okay=False, path_type=Path)
root = click.option("--root", type=_folder, default=Path(), help=_FOLDER, callback=_given_workspace)
any_root = click.option("--root", type=_folder, default=Path(), help=_FOLDER)
engine = click.option(
    "--engine", type=click.Choice([engine.value for engine in Engine]), default=Engine.MKDOCS.value, help="The builder."
)


def unless_refused(command: Callable[[], T]) -> T:
    """Do what an editor asked; where that is refused, say why and exit with 2."""
    from factsite.commands.refused import Refused

    try:
        return command()
    except Refused as refused:
        click.echo(f"error: {refused}", err=True)
        sys.exit(2)


def print_lines(lines: str) -> None:
    """Print lines that hold words of a document, which must not drive the terminal."""
    from factsite.report import one_line

    click.echo("".join(f"{one_line(line)}\n" for line in lines.removesuffix("\n").split("\n")), nl=False)
