"""The command line loads a command only when it is used, and tells what it does without loading it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import factsite
from factsite.api import load
from factsite.cli import COMMANDS, main
from tests.workspaces import BASE

ROOT = Path(__file__).parents[1]
HEAVY = {"mkdocs", "jinja2", "markdown_it", "icu4py", "turbohtml", "uharfbuzz", "yaml"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_does_what_the_list_says(name: str) -> None:
    """The sentence in the list of commands is the first one of the command's own help."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help is not None
    sentence = " ".join(command.help.split("\n\n")[0].split())
    assert sentence.startswith(COMMANDS[name].does.removesuffix("."))


def test_help_loads_no_command() -> None:
    """The list of commands is shown without loading what the commands need."""
    program = "import sys; from factsite.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_an_unknown_command_is_named() -> None:
    """A mistyped command is told in a sentence, with exit code 2."""
    done = CliRunner().invoke(main, ["chekc"])
    assert done.exit_code == 2
    assert "No such command 'chekc'" in done.output


def test_the_version_is_told() -> None:
    """`--version` gives the version of the package."""
    assert factsite.__version__ in CliRunner().invoke(main, ["--version"]).output


def test_other_programs_load_a_record() -> None:
    """The API gives a checked record with proved quotes, or its problems, and says where there is no record."""
    outcome = load(BASE)
    assert outcome.record is not None
    assert all(entry.quote.passages for claim in outcome.record.claims.values() for entry in claim.evidence)
    with pytest.raises(FileNotFoundError):
        load(BASE / "claims")
