"""The command line: what an editor, a reviewer or a workflow types, turned into calls."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from factsite import report
from factsite.building.engine import Engine
from factsite.building.serve import serve
from factsite.building.site import Problems, publish, render
from factsite.checking import workspace
from factsite.commands import desk
from factsite.commands.importer import CannotTakeIn, take_in
from factsite.progress import Progress
from factsite.proposals import proposal
from factsite.reading.git import CannotRead
from factsite.report import Format
from factsite.review import forms
from factsite.review.forms import Form
from factsite.review.plain import harmless
from factsite.verify.coverage import shown as shown_coverage
from factsite.verify.passages import shown as shown_passages

F = TypeVar("F", bound=Callable[..., None])
T = TypeVar("T")

_FOLDER = "The folder with mkdocs.yml, claims/, seeds/ and docs/; the current folder if left out."


def _workspace(root: Path) -> Path:
    """Take a folder as the workspace, before anything is written there."""
    if not workspace.is_workspace(root):
        where = "here" if root == Path() else f"in {root}"
        click.echo(f"error: no {workspace.CONFIG} {where}; run this where it is, or give --root", err=True)
        sys.exit(2)
    return root


def _given_workspace(_context: click.Context, _option: click.Parameter, root: Path) -> Path:
    return _workspace(root)


_folder = click.Path(exists=True, file_okay=False, path_type=Path)
_root = click.option("--root", type=_folder, default=Path(), help=_FOLDER, callback=_given_workspace)
_any_root = click.option("--root", type=_folder, default=Path(), help=_FOLDER)
_engine = click.option(
    "--engine", type=click.Choice([engine.value for engine in Engine]), default=Engine.MKDOCS.value, help="The builder."
)


def _misplaced(command: str) -> click.UsageError:
    return click.UsageError(f"options of `{command}` stand behind it, not before")


class Commands(click.Group):
    """The commands; whatever stops one of them is told in one sentence."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before a command, which none of the command's own options may."""
        command = next((arg for arg in args if arg in self.commands), None)
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
            click.echo(report.trouble(error), err=True)
        sys.exit(2)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@_any_root
@_engine
@click.pass_context
def main(context: click.Context, root: Path, engine: str) -> None:
    """Check the record, render its pages and publish the site.

    Without a command: build. Exit codes: 0 clean, 1 problems found, 2 could not run.
    """
    if context.invoked_subcommand is None:
        context.invoke(build, root=_workspace(root), engine=engine)
    elif any(context.get_parameter_source(name) is not ParameterSource.DEFAULT for name in ("root", "engine")):
        raise _misplaced(context.invoked_subcommand)


@main.command()
@_root
@_engine
@click.option(
    "--publish", "finished", is_flag=True, help="Refuse what is still to be filled in, of which plain builds warn."
)
def build(root: Path, engine: str, *, finished: bool) -> None:
    """Check, render, and publish to site/."""
    _run(lambda: publish(root, Engine(engine), click.echo, _progress(), finished=finished))


@main.command(name="serve")
@_root
@_engine
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="The port on this machine; 0 for any.")
def serve_command(root: Path, engine: str, port: int) -> None:
    """Preview the site; saving a claim checks it again and reloads its page."""
    _run(lambda: serve(root, Engine(engine), port, click.echo))


@main.command(name="render")
@_root
def render_command(root: Path) -> None:
    """Write only the Markdown pages and data files under docs/."""
    _run(lambda: render(root, click.echo, _progress()))


@main.command()
@_root
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.AUTO.value,
    help="text: for people; github: with annotations, for a workflow's log; json: for programs; "
    "auto, if left out: github in a workflow, text elsewhere.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Before, rewrite in place what is certain: quotation marks, dashes and invisible characters of quotes, line "
    "ends.",
)
def check(root: Path, form: str, *, fix: bool) -> None:
    """Find all problems in claims and sources."""
    outcome, mended = desk.fix(root) if fix else (workspace.check(root), [])
    for one in mended:
        click.echo(report.mended(one), err=form == Format.JSON)
    click.echo(report.written(outcome.diagnostics, outcome.documents, outcome.counts, Format(form)), nl=False)
    sys.exit(0 if outcome.record is not None else 1)


@main.command()
@_root
@click.argument("claim")
@click.option("--id", "name", help="The file's name and address; made from the claim's words if left out.")
def new(root: Path, claim: str, name: str | None) -> None:
    """Write a commented claim file to fill in; overwrites nothing."""
    path = _unless_refused(lambda: desk.new(root, claim, name, datetime.now(UTC).date()))
    click.echo(f"{path}: fill in what stands open; `build_site.py check` names each place")


@main.command()
@_root
@click.argument("source")
@click.argument("words")
def quote(root: Path, source: str, words: str) -> None:
    """Find the exact words of a SOURCE that WORDS roughly are, as evidence ready to paste."""
    passages = _unless_refused(lambda: desk.quote(root, source, words))
    _print(shown_passages(passages.found, translated=passages.translated))
    sys.exit(0 if passages.found else 1)


@main.command()
@_root
def schema(root: Path) -> None:
    """Write the JSON Schemas of claim files and sidecars into schema/."""
    changed = _unless_refused(lambda: desk.schema(root))
    click.echo("".join(f"wrote {path}\n" for path in changed) or "schema/ is current\n", nl=False)


@main.command()
@_root
def coverage(root: Path) -> None:
    """Account for every sentence of the archive: quoted, set aside, or neither."""
    outcome, measured = desk.covered(root)
    if outcome.record is None:
        click.echo(report.written(outcome.diagnostics, outcome.documents, outcome.counts, Format.AUTO), nl=False)
        sys.exit(1)
    paths = {name: archived.document.path for name, archived in outcome.record.sources.items()}
    _print(shown_coverage(measured, paths))
    sys.exit(1 if any(one.open for one in measured) else 0)


@main.command(name="import")
@_root
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
        click.echo("fill in what stands open; `build_site.py check` names each place")


def _folder_address(_context: click.Context, _option: click.Parameter, address: str | None) -> str | None:
    """Take a web address that can stand in a link, and end it in a slash."""
    if address is None or re.fullmatch(r"https?://[\w.~:/%-]+", address, re.ASCII):
        return address and address.rstrip("/") + "/"
    raise click.BadParameter("write an address that begins with https:// and needs no escaping")


@main.command()
@_any_root
@click.option("--base", required=True, help="The branch or commit that the change goes into.")
@click.option("--head", default="HEAD", help="The changed version; the commit that is checked out if left out.")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.TEXT.value,
    help="text, if left out: for people; markdown: for a comment on a pull request; json: for programs.",
)
@click.option("--preview", callback=_folder_address, help="The address of a site built from the changed version.")
def review(root: Path, base: str, head: str, form: str, preview: str | None) -> None:
    """Tell what a change does to the published record.

    Both versions are read from the repository; nothing is checked out, and uncommitted changes do not count.
    """
    try:
        found = proposal.review(root, base, head)
        if head == "HEAD" and form != Form.MARKDOWN:
            found = replace(found, uncommitted=proposal.uncommitted(root))
    except CannotRead as error:
        click.echo(f"The review could not run: {harmless(str(error))}.", err=True)
        sys.exit(2)
    if form == Form.TEXT:
        for path in found.uncommitted:
            click.echo(report.one_line(f"not read, for it is not committed: {path}"), err=True)
    click.echo(forms.written(found, Form(form), preview), nl=False)
    sys.exit(0 if found.clean else 1)


def _unless_refused(command: Callable[[], T]) -> T:
    try:
        return command()
    except desk.Refused as refused:
        click.echo(f"error: {refused}", err=True)
        sys.exit(2)


def _print(lines: str) -> None:
    """Print lines that hold words of a document, which must not drive the terminal."""
    click.echo("".join(f"{report.one_line(line)}\n" for line in lines.removesuffix("\n").split("\n")), nl=False)


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
