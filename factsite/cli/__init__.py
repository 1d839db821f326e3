"""The command line: what an editor, a reviewer or a workflow types, turned into calls.

Each command stands in a module of its own kind, which is loaded when the command is used; loading all of them takes
longer than a check.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NamedTuple

import click
from click.core import ParameterSource

import factsite
from factsite.cli.options import any_root, engine, workspace


class CommandEntry(NamedTuple):
    """Where a command stands, and what it does in one sentence."""

    module: str
    does: str


COMMANDS = {
    "build": CommandEntry("publishing", "Check, render, and publish to site/."),
    "check": CommandEntry("checking", "Find all problems in claims and sources."),
    "coverage": CommandEntry("checking", "Account for every sentence of the archive: quoted, set aside, or neither."),
    "import": CommandEntry("editing", "Draft claim files from ClaimReview: JSON-LD, a DataFeed or a saved web page."),
    "init": CommandEntry("beginning", "Begin a record in a new folder: settings, an example, pages, workflows."),
    "new": CommandEntry("editing", "Write a commented claim file to fill in; overwrites nothing."),
    "quote": CommandEntry(
        "editing", "Find the exact words of a SOURCE that WORDS roughly are, as evidence ready to paste."
    ),
    "render": CommandEntry("publishing", "Write only the Markdown pages and data files under docs/."),
    "review": CommandEntry("checking", "Tell what a change does to the published record."),
    "schema": CommandEntry("editing", "Write the JSON Schemas of claim files and sidecars into schema/."),
    "serve": CommandEntry("publishing", "Preview the site; saving a claim checks it again and reloads its page."),
    "upgrade": CommandEntry("beginning", "Bring a record's workflows, pages and requirements to this version."),
}


def _misplaced(command: str) -> click.UsageError:
    return click.UsageError(f"options of `{command}` stand behind it, not before")


class Commands(click.Group):
    """The commands; whatever stops one of them is told in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        listed = COMMANDS.get(cmd_name)
        if listed is None:
            return None
        commands: dict[str, click.Command] = import_module(f"factsite.cli.{listed.module}").COMMANDS
        return commands[cmd_name]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, listed.does) for name, listed in COMMANDS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before a command, which none of the command's own options may."""
        command = next((arg for arg in args if arg in COMMANDS), None)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption:
            if command is None:
                raise
            raise _misplaced(command) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        # A record is many small objects that live to the end; looking for rubbish among them is a fifth of a check.
        gc.set_threshold(50_000, 20, 100)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                # A terminal that cannot show a character is no reason to stop.
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("stopped; the published site is as it was", err=True)
        except BrokenPipeError:
            raise  # whoever read the output has left
        except OSError as error:
            from factsite.report import trouble

            click.echo(trouble(error), err=True)
        sys.exit(2)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@any_root
@engine
@click.version_option(factsite.__version__)
@click.pass_context
def main(context: click.Context, /, **given: Any) -> None:
    """Check the record, render its pages and publish the site.

    Without a command: build. Exit codes: 0 clean, 1 problems found, 2 could not run.
    """
    if context.invoked_subcommand is None:
        build = main.get_command(context, "build")
        assert build is not None
        context.invoke(build, root=workspace(given["root"]), engine=given["engine"], finished=False)
    elif any(context.get_parameter_source(name) is not ParameterSource.DEFAULT for name in given):
        raise _misplaced(context.invoked_subcommand)
