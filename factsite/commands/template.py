"""The files that a new record begins with, and what becomes of them when the program is newer.

A record keeps, in `.template/`, each of these files as the program last wrote it. An upgrade joins three versions: that
one, the owner's and the new one, by `git merge-file`; so what the owner changed stays, and where both changed the same
lines, both are shown. Why this and not Copier stands in docs/project/decisions/templates.md.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import Environment, StrictUndefined

import factsite
from factsite.commands import desk
from factsite.commands.refused import Refused
from factsite.corpus import settings as settings_of
from factsite.corpus.names import slug
from factsite.corpus.text import Document
from factsite.reading import disk, folders
from factsite.reading.record_files import CONFIG
from factsite.site.addresses import GENERATED
from factsite.verify.fix import mended

TEMPLATE: Traversable = files(factsite) / "template"
IN_LANGUAGES: Traversable = files(factsite) / "template_languages"
"""A folder for each language in which a record can begin, with the files that take the place of the English ones."""

_USUAL = "usual.json"
"""The usual answers in a language."""

LANGUAGES = ("en", *sorted(folder.name for folder in IN_LANGUAGES.iterdir() if folder.is_dir()))
"""The languages in which a record can begin."""

KEPT = ".template"
"""The folder of a record that holds its template's files as they were last written."""

ANSWERS = "answers.json"
FORMAT = 1
"""The version of `answers.json`."""

CI = {"github": ".github/", "gitlab": ".gitlab-ci.yml", "forgejo": ".forgejo/", "none": ""}
"""The services that a record can be checked and published by, and where each reads its workflows."""

_OWN = (CONFIG, "claims/", "seeds/")
"""What becomes the owner's as soon as it is written; an upgrade leaves it alone."""

_LABELS = ("as you have it", "as it was written last", "as it is now written")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a record's template asks: the site's name, address, publisher and first topic.

    `language` is one of `LANGUAGES`, `program` what pip is told to install the program from, `ci` a key of `CI`, and
    `begun` the day on which the record was begun.
    """

    name: str = "A record of claims"
    description: str = "Claims, checked against archived documents."
    url: str = "https://example.org/"
    publisher: str = "The site's owner (fill in)"
    topic: str = "General"
    program: str = f"factsite=={factsite.__version__}"
    ci: str = "github"
    begun: str = ""
    language: str = "en"


class Upgraded(StrEnum):
    """What became of a file in an upgrade."""

    WRITTEN = "wrote"
    MERGED = "joined your changes with"
    CONFLICT = "conflict in"
    RENEWED = "rewrote in its newer form"
    REMOVED = "removed"
    KEPT = "left as you have it:"


def usual(language: str) -> Answers:
    """Give the usual answers in a language."""
    given = json.loads((IN_LANGUAGES / language / _USUAL).read_text("utf-8")) if language in LANGUAGES[1:] else {}
    return replace(Answers(language=language), **given)


def begin(folder: Path, answers: Answers, today: date) -> list[str]:
    """Write a record that checks and builds at once, and give the paths. Raises Refused.

    It is refused where the folder is not empty, and where an answer cannot stand in the settings.
    """
    if folder.exists() and any(disk.entries(folder)):
        raise Refused(f"{folder} is not empty: give a folder that is new or empty")
    if not slug(answers.topic):
        raise Refused(f"topic `{answers.topic}`: no id can be made from these words; give some with a letter")
    answers = replace(answers, begun=today.isoformat())
    made = rendered(answers)
    _, problems = settings_of.settings(Document("mkdocs.yml", made["mkdocs.yml"]))
    if problems:
        line = made["mkdocs.yml"].splitlines()[problems[0].location.line - 1].strip()
        raise Refused(f"{line}: {problems[0].message}; {problems[0].help}")
    for path, text in made.items():
        disk.create(folder / path, text.encode())
    _keep(folder, answers, made, {})
    return sorted([*made, *desk.schema(folder)])


def upgrade(folder: Path, today: date) -> dict[str, Upgraded]:
    """Bring a record's files to this version of the program, and give what became of each that is not as it was.

    Raises Refused where the record was not begun from the template, or where changes are not committed, for then an
    upgrade could not be undone.
    """
    answers = _answers(folder)
    if changed := _uncommitted(folder):
        raise Refused(f"{changed[0]} has changes that are not committed: commit them first, so that this can be undone")
    before = {path: _text(folder / KEPT / path) or "" for path in _kept(folder)}
    program = Answers().program if answers.program.startswith("factsite==") else answers.program
    answers = replace(answers, program=program, begun=answers.begun or today.isoformat())
    after = {path: text for path, text in rendered(answers).items() if not path.startswith(_OWN)}
    fates = _renew(folder)
    for path in sorted({*before, *after}):
        fate = _upgrade(folder / path, before.get(path), after.get(path))
        if fate is not None:
            fates[path] = fate
    _keep(folder, answers, after, before)
    return fates


def _renew(folder: Path) -> dict[str, Upgraded]:
    """Rewrite what the settings have in an older form; what else is wrong in them is for `check` to say."""
    text = _text(folder / CONFIG)
    if text is None:
        return {}
    document = Document(CONFIG, text)
    renewed, applied = mended(document, settings_of.settings(document)[1])
    if not applied:
        return {}
    disk.write(folder / CONFIG, renewed.text.encode())
    return {CONFIG: Upgraded.RENEWED}


def rendered(answers: Answers) -> dict[str, str]:
    """Give every file of the template, by its path in a record."""
    others = tuple(place for name, place in CI.items() if place and name != answers.ci)
    spoken = dict(_sources(IN_LANGUAGES / answers.language, "")) if answers.language in LANGUAGES[1:] else {}
    spoken.pop(_USUAL, None)
    sources = {path: text for path, text in _sources(TEMPLATE, "") if not path.startswith(others)} | spoken
    environment = Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 -- YAML and Markdown; what an owner answers is quoted by the filter `yaml`
    )
    environment.filters |= {
        "yaml": lambda text: json.dumps(text, ensure_ascii=False),
        "sha256": lambda path: hashlib.sha256(sources[path].encode()).hexdigest(),
    }
    given = asdict(answers) | {"topic_id": slug(answers.topic), "generated": GENERATED}
    return {
        path.removesuffix(".jinja"): environment.from_string(text).render(given) if path.endswith(".jinja") else text
        for path, text in sources.items()
    }


def _sources(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    """Give the files of the template; `dot_` at the beginning of a name stands for a dot."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        name = prefix + (f".{entry.name.removeprefix('dot_')}" if entry.name.startswith("dot_") else entry.name)
        if entry.is_dir():
            yield from _sources(entry, f"{name}/")
        else:
            yield name, entry.read_text("utf-8")


def _upgrade(place: Path, before: str | None, after: str | None) -> Upgraded | None:
    """Bring one file up to date, and say what became of it if anything did."""
    now = _text(place)
    if after in (before, now):
        return None
    if now is None and before is not None:
        return Upgraded.KEPT  # the owner removed it
    if now == before:
        return _put(place, after)
    if after is None:
        return Upgraded.KEPT
    if now is None:
        return _put(place, after)
    joined, clean = _joined(now, before or "", after)
    disk.write(place, joined.encode())
    return Upgraded.MERGED if clean else Upgraded.CONFLICT


def _put(place: Path, text: str | None) -> Upgraded:
    if text is None:
        disk.discard(place)
        return Upgraded.REMOVED
    disk.write(place, text.encode())
    return Upgraded.WRITTEN


def _joined(now: str, before: str, after: str) -> tuple[str, bool]:
    """Join three versions of a text; tell whether no line was changed by both sides."""
    with folders.scratch() as folder:
        names = []
        for name, text in (("now", now), ("before", before), ("after", after)):
            disk.put(folder / name, text.encode())
            names.append(str(folder / name))
        labels = [part for label in _LABELS for part in ("-L", label)]
        done = subprocess.run(["git", "merge-file", "--stdout", *labels, *names], capture_output=True, check=False)
    if done.returncode not in range(128):
        raise Refused(f"git could not join the versions: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode(), done.returncode == 0


def _answers(folder: Path) -> Answers:
    """Read what the owner answered. Raises Refused."""
    text = _text(folder / KEPT / ANSWERS)
    if text is None:
        raise Refused(f"{KEPT}/{ANSWERS} is missing: this record was not begun with `factsite init`")
    try:
        known = json.loads(text)
        if known.pop("format") > FORMAT:
            raise Refused(f"{KEPT}/{ANSWERS} was written by a newer factsite than this one; install that")
        known.pop("version")
        return Answers(**known)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused(f"{KEPT}/{ANSWERS} cannot be read ({error}): take it from an older commit") from None


def _keep(folder: Path, answers: Answers, made: Mapping[str, str], before: Mapping[str, str]) -> None:
    """Keep what was written, for the next upgrade."""
    kept = {path: text for path, text in made.items() if not path.startswith(_OWN)}
    for path, text in kept.items():
        disk.write(folder / KEPT / path, text.encode())
    for path in before.keys() - kept.keys():
        disk.remove(folder / KEPT, path)
    known = {"format": FORMAT, "version": factsite.__version__, **asdict(answers)}
    disk.write(folder / KEPT / ANSWERS, f"{json.dumps(known, indent=2, ensure_ascii=False)}\n".encode())


def _kept(folder: Path) -> list[str]:
    return [path for path in disk.walk(folder / KEPT) if path != ANSWERS]


def _text(place: Path) -> str | None:
    """Read a file, if it is there. Raises Refused where it is no text."""
    data = disk.load(place) if disk.stamp(place) else None
    try:
        return None if data is None else data.decode()
    except UnicodeDecodeError:
        raise Refused(f"{place} is not UTF-8, and cannot be joined with another version") from None


def _uncommitted(folder: Path) -> list[str]:
    """List what git would lose if a file were written over; nothing outside of a repository."""
    done = subprocess.run(
        ["git", "-C", str(folder), "status", "--porcelain", "--", "."], capture_output=True, text=True, check=False
    )
    return [line[3:] for line in done.stdout.splitlines()] if done.returncode == 0 else []
