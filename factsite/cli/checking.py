"""Commands that look and tell: check, coverage, review."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import click

from factsite import report
from factsite.checking import workspace
from factsite.cli import options
from factsite.commands import desk
from factsite.proposals import proposal
from factsite.reading.git import CannotRead
from factsite.report import Format
from factsite.review import forms
from factsite.review.forms import Form
from factsite.review.plain import harmless
from factsite.verify.coverage import shown as shown_coverage


@click.command()
@options.root
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.AUTO.value,
    help="text: for people; github: with annotations, for a workflow's log; json: for programs; gitlab: its code "
    "quality report; "
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


@click.command()
@options.root
def coverage(root: Path) -> None:
    """Account for every sentence of the archive: quoted, set aside, or neither."""
    outcome, measured = desk.covered(root)
    if outcome.record is None:
        click.echo(report.written(outcome.diagnostics, outcome.documents, outcome.counts, Format.AUTO), nl=False)
        sys.exit(1)
    paths = {name: archived.document.path for name, archived in outcome.record.sources.items()}
    options.print_lines(shown_coverage(measured, paths))
    sys.exit(1 if any(one.open for one in measured) else 0)


def _folder_address(_context: click.Context, _option: click.Parameter, address: str | None) -> str | None:
    """Take a web address that can stand in a link, and end it in a slash."""
    if address is None or re.fullmatch(r"https?://[\w.~:/%-]+", address, re.ASCII):
        return address and address.rstrip("/") + "/"
    raise click.BadParameter("write an address that begins with https:// and needs no escaping")


@click.command()
@options.any_root
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


COMMANDS = {"check": check, "coverage": coverage, "review": review}
