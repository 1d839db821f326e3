"""A made-up workspace of any size, for measuring: the same number of claims gives the same files."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
VERDICTS = {"supports": "supported", "contradicts": "unproven", "qualifies": "misleading", "mentions": "unproven"}
CLAIMS_PER_SOURCE = 5
LEAST_SOURCES = 6
QUOTED = 6
"""Words in each quote; longer ones would quote more of a source than a record may."""

_SYLLABLES = "ba be bi bo bu da de di do du fa fe ka ke ki ko la le li lo ma me mi mo na ne ni no pa ra re ri".split()


def make(root: Path, claims: int, sources: int | None = None) -> None:
    """Write a workspace with so many claims, each with evidence from five sources of about 5 KB."""
    chance = random.Random(claims)  # noqa: S311 -- made-up text, no secret
    count = sources or max(LEAST_SOURCES, claims // CLAIMS_PER_SOURCE)
    _copy_site(root)
    texts = [_source(root, number, chance) for number in range(count)]
    (root / "claims").mkdir()
    for number in range(claims):
        _claim(root, number, texts, chance)


def _copy_site(root: Path) -> None:
    """Copy the project's own configuration, assets and theme; its hand-written pages link to its own claims."""
    listed = subprocess.run(
        ["git", "ls-files", "docs", "mkdocs.yml", "factsite/site/theme"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    for path in listed.stdout.splitlines():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".md"):
            headings = [line for line in (PROJECT / path).read_text().splitlines() if line.startswith("#")]
            target.write_text("\n\n".join([f"# {target.stem}", *headings[1:], "A page of a made-up workspace."]) + "\n")
        else:
            shutil.copy(PROJECT / path, target)


def _sentence(chance: random.Random, words: int) -> str:
    made = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(words)]
    return " ".join(made).capitalize() + "."


def _source(root: Path, number: int, chance: random.Random) -> list[str]:
    sentences = [_sentence(chance, chance.randint(10, 24)) for _ in range(48)]
    title = f"Report {number} on {sentences[0][:-1].lower()}"
    text = title + "\n\n" + "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, 48, 4)) + "\n"
    folder = root / "seeds"
    folder.mkdir(exist_ok=True)
    (folder / f"{number:06}.txt").write_text(text)
    (folder / f"report-{number:06}.yml").write_text(
        f"file: {number:06}.txt\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\nname: Report {number}\n"
        f"title: {title}\nlanguage: en\norigin: {chance.choice(['ians', 'pti', 'undated-report'])}\n"
        f"relation: original\npublished: 2019-11-{number % 28 + 1:02}\n"
    )
    return sentences


def _claim(root: Path, number: int, texts: list[list[str]], chance: random.Random) -> None:
    stance = chance.choice(["supports", "qualifies"])
    lines = [
        f"claim: {_sentence(chance, 12)}",
        f"claimant: Speaker {number % 40}",
        f"claimed: 2019-{number % 12 + 1:02}-{number % 28 + 1:02}",
        f"topics: [{chance.choice(['numbers', 'disclosure', 'statements', 'spyware'])}]",
        f"verdict: {VERDICTS[stance] if stance == 'qualifies' else 'unproven'}",
        "certainty: low",
        "because: [no-primary-document]",
        f"reviewed: 2026-{number % 9 + 1:02}-{number % 28 + 1:02}",
        "summary: |-",
        f"  {_sentence(chance, 20)}",
        f"  {_sentence(chance, 20)}",
        "evidence:",
    ]
    for source in chance.sample(range(len(texts)), 5):
        sentence = chance.choice(texts[source][1:])
        lines += [
            f"  - source: report-{source:06}",
            f"    stance: {stance if stance == 'qualifies' else 'mentions'}",
            "    according_to: a speaker, unnamed",
            f"    says: {_sentence(chance, 6)}",
            "    quote: |-",
            f"      {' '.join(sentence.split()[:QUOTED])}",
        ]
    lines += ["reasoning: |"]
    lines += [f"  {_sentence(chance, 18)}" for _ in range(6)]
    (root / "claims" / f"claim-{number:06}.yml").write_text("\n".join(lines) + "\n")


def without_pictures(root: Path) -> None:
    """Switch card images off; drawing one takes as long as all else that is done for a claim."""
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("  factsite:\n", "  factsite:\n    cards: false\n", 1))


def edit(root: Path, number: int, words: str) -> None:
    """Begin the summary of a claim with more words."""
    path = root / "claims" / f"claim-{number:06}.yml"
    path.write_text(path.read_text().replace("summary: |-\n", f"summary: |-\n  {words}\n", 1))


def generated() -> list[str]:
    """Name the generated files and folders below a workspace, as .gitignore does."""
    lines = (PROJECT / ".gitignore").read_text().splitlines()
    return [line.strip("/") for line in lines if line.startswith("/docs/")]
