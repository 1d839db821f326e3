"""Commands for a whole record: init, upgrade."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from factsite.cli import options
from factsite.commands import template
from factsite.commands.template import Answers, Upgraded

_USUAL = Answers()
_ASKED = {
    "name": "Name of the site",
    "url": "Address where it will be published",
    "publisher": "Who publishes it",
    "topic": "What the first claims are about",
}


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--language",
    type=click.Choice(template.LANGUAGES),
    default=_USUAL.language,
    help="The language of claims and pages.",
)
@click.option("--name", help="The name of the site.")
@click.option("--description", help="What it is, in one sentence.")
@click.option("--url", help="The address where it will be published, ending in a slash.")
@click.option("--publisher", help="Who publishes it.")
@click.option("--topic", help="What the first claims are about.")
@click.option("--ci", type=click.Choice(list(template.CI)), default=_USUAL.ci, help="Who checks and publishes it.")
@click.option("--program", default=_USUAL.program, help="What workflows tell pip to install this program from.")
def init(folder: Path, language: str, **given: str | None) -> None:
    """Begin a record in a new folder: settings, an example, pages, workflows.

    Asks for what is not given, where a person can answer; otherwise the usual values stand, to be filled in later.
    """
    usual = template.usual(language)
    if sys.stdin.isatty():
        given |= {
            key: click.prompt(question, default=getattr(usual, key))
            for key, question in _ASKED.items()
            if given[key] is None
        }
    answers = replace(usual, **{key: value for key, value in given.items() if value})
    written = options.unless_refused(lambda: template.begin(folder, answers, datetime.now(UTC).date()))
    for path in written:
        click.echo(f"wrote {folder / path}")
    click.echo(f"next: `factsite build --root {folder}`, then open {folder / 'site' / 'index.html'}")


@click.command()
@options.root
def upgrade(root: Path) -> None:
    """Bring a record's workflows, pages and requirements to this version; what you changed stays.

    Where you and the new version changed the same lines, both stand in the file between marks, and the exit code is 1.
    """
    fates = options.unless_refused(lambda: template.upgrade(root, datetime.now(UTC).date()))
    for path, fate in fates.items():
        click.echo(f"{fate.value} {path}")
    if not fates:
        click.echo("all files are current")
    if Upgraded.CONFLICT in fates.values():
        click.echo("in each conflict, keep what is right and delete the lines of marks", err=True)
        sys.exit(1)


COMMANDS = {"init": init, "upgrade": upgrade}
