"""Commands that help to write: new, quote, schema, import."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from factsite import report
from factsite.cli import options
from factsite.commands import desk
from factsite.commands.importer import CannotTakeIn, take_in
from factsite.verify.passages import shown as shown_passages


@click.command()
@options.root
@click.argument("claim")
@click.option("--id", "name", help="The file's name and address; made from the claim's words if left out.")
def new(root: Path, claim: str, name: str | None) -> None:
    """Write a commented claim file to fill in; overwrites nothing."""
    path = options.unless_refused(lambda: desk.new(root, claim, name, datetime.now(UTC).date()))
    click.echo(f"{path}: fill in what stands open; `factsite check` names each place")


@click.command()
@options.root
@click.argument("source")
@click.argument("words")
def quote(root: Path, source: str, words: str) -> None:
    """Find the exact words of a SOURCE that WORDS roughly are, as evidence ready to paste."""
    passages = options.unless_refused(lambda: desk.quote(root, source, words))
    options.print_lines(shown_passages(passages.found, translated=passages.translated))
    sys.exit(0 if passages.found else 1)


@click.command()
@options.root
def schema(root: Path) -> None:
    """Write the JSON Schemas of claim files and sidecars into schema/."""
    changed = options.unless_refused(lambda: desk.schema(root))
    click.echo("".join(f"wrote {path}\n" for path in changed) or "schema/ is current\n", nl=False)


@click.command(name="import")
@options.root
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_command(root: Path, file: Path) -> None:
    """Draft claim files from ClaimReview: JSON-LD, a DataFeed or a saved web page. Overwrites nothing."""
    try:
        intake = take_in(root, file)
    except (CannotTakeIn, OSError) as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.code if isinstance(error, CannotTakeIn) else 2)
    for sentence in intake.unmapped:
        click.echo(report.one_line(f"not kept: {sentence}"))
    for path in intake.taken:
        click.echo(f"left alone: {path} exists already")
    for path in intake.written:
        click.echo(f"drafted: {path}")
    counts = (report.counted(len(intake.written), "draft"), report.counted(len(intake.unmapped), "thing"))
    click.echo("{} written, {} not kept".format(*counts))
    if intake.written:
        click.echo("fill in what stands open; `factsite check` names each place")


COMMANDS = {"import": import_command, "new": new, "quote": quote, "schema": schema}
