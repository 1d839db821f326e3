"""The command line: what an editor, a reviewer or a workflow types, turned into calls."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from factsite import report
from factsite.publish import workspace
from factsite.publish.engine import Engine
from factsite.publish.intake import CannotTakeIn, take_in
from factsite.publish.site import Problems, publish, render
from factsite.report import Format

F = TypeVar("F", bound=Callable[..., None])

_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder with mkdocs.yml, claims/, seeds/ and docs/; the current folder if left out.",
)
_engine = click.option(
    "--engine", type=click.Choice([engine.value for engine in Engine]), default=Engine.MKDOCS.value, help="The builder."
)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@_root
@_engine
@click.pass_context
def main(context: click.Context, root: Path, engine: str) -> None:
    """Check the record, render its pages and publish the site.

    Without a command: build. Exit codes: 0 clean, 1 problems found, 2 could not run.
    """
    if context.invoked_subcommand is None:
        context.invoke(build, root=root, engine=engine)


@main.command()
@_root
@_engine
def build(root: Path, engine: str) -> None:
    """Check, render, and publish to site/."""
    _run(lambda: publish(root, Engine(engine), click.echo))


@main.command(name="render")
@_root
def render_command(root: Path) -> None:
    """Write only the Markdown pages and data files under docs/."""
    _run(lambda: render(root, click.echo))


@main.command()
@_root
@click.option("--format", "form", type=click.Choice([form.value for form in Format]), default=Format.AUTO.value)
def check(root: Path, form: str) -> None:
    """Find all problems in claims and sources."""
    outcome = workspace.check(root)
    click.echo(report.written(outcome.diagnostics, outcome.documents, outcome.counts, Format(form)), nl=False)
    sys.exit(0 if outcome.record is not None else 1)


@main.command(name="import")
@_root
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_command(root: Path, file: Path) -> None:
    """Draft claim files from ClaimReview: JSON-LD, a DataFeed or a saved web page. Overwrites nothing."""
    try:
        intake = take_in(root, file)
    except (CannotTakeIn, OSError) as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(2)
    for sentence in intake.unmapped:
        click.echo(f"not kept: {sentence}")
    for path in intake.taken:
        click.echo(f"left alone: {path} exists already")
    for path in intake.written:
        click.echo(f"drafted: {path}")
    counts = (report.counted(len(intake.written), "draft"), report.counted(len(intake.unmapped), "thing"))
    click.echo("{} written, {} not kept".format(*counts))
    if intake.written:
        click.echo("fill in what stands open; `build_site.py check` names each place")
    sys.exit(0 if intake.written or intake.taken else 1)


def _run(command: Callable[[], object]) -> None:
    try:
        command()
    except Problems as problems:
        click.echo(problems.report, err=True, nl=False)
        sys.exit(1)
