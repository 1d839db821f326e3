"""Commands that publish: build, render, serve."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from factsite.building.engines import Engine
from factsite.building.serve import serve
from factsite.building.site import Problems, publish, render
from factsite.cli import options
from factsite.progress import Progress


@click.command()
@options.root
@options.engine
@click.option(
    "--publish", "finished", is_flag=True, help="Refuse what is still to be filled in, of which plain builds warn."
)
def build(root: Path, engine: str, *, finished: bool) -> None:
    """Check, render, and publish to site/."""
    _run(lambda: publish(root, Engine(engine), click.echo, _progress(), finished=finished))


@click.command(name="serve")
@options.root
@options.engine
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="The port on this machine; 0 for any.")
def serve_command(root: Path, engine: str, port: int) -> None:
    """Preview the site; saving a claim checks it again and reloads its page."""
    _run(lambda: serve(root, Engine(engine), port, click.echo))


@click.command(name="render")
@options.root
def render_command(root: Path) -> None:
    """Write only the Markdown pages and data files under docs/."""
    _run(lambda: render(root, click.echo, _progress()))


COMMANDS = {"build": build, "render": render_command, "serve": serve_command}


def _progress() -> Progress:
    """Tell of long work where only people read it."""
    stream = sys.stderr

    def write(text: str) -> None:
        stream.write(text)
        stream.flush()

    return Progress(write, terminal=stream.isatty())


def _run(command: Callable[[], object]) -> None:
    try:
        command()
    except Problems as problems:
        click.echo(problems.report, err=True, nl=False)
        sys.exit(problems.code)
