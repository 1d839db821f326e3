"""What a fork's branch may do to the record; each has its golden report in expected/."""

from __future__ import annotations

import hashlib
from pathlib import Path

import yaml

from tests.review.repositories import Edit, git, replace

LIVE = (
    "##[error]x ::error file=a::b ::set-output name=x::y @team #12 </code></details><img src=x onerror=alert(1)>"
    "[a](https://evil.example) **b** `c` &#64; https://evil.example www.evil.example | <!--"
)
"""Text that would command a runner, mention people, link, or be markup, wherever it is not kept harmless."""

NOBODY, NINE, BOATS = "claims/nobody-hurt.yml", "claims/ended-at-nine.yml", "claims/two-boats-adrift.yml"
CONFIG = "mkdocs.yml"


def nothing(root: Path) -> None:
    """Change code only."""
    (root / "setup.txt").write_text("Nothing of the record.\n")


def typo(root: Path) -> None:
    """Mend a slip of the pen in a published claim, with the entry that it needs."""
    replace(root / NINE, "festival ended at nine.\n", "festival ended at nine o'clock.\n")
    with (root / NINE).open("a") as file:
        file.write("corrections:\n  - {on: 2026-11-21, what: The word o'clock was missing., typographical: true}\n")


def flipped_verdict(root: Path) -> None:
    """Turn a verdict without a correction, and drop the evidence against it."""
    text = (root / NINE).read_text()
    start, end = text.index("  - source: notebook"), text.index("reasoning:")
    (root / NINE).write_text(text[:start] + "\n" + text[end:])
    replace(root / NINE, "verdict: disputed", "verdict: supported")
    replace(root / NINE, "[single-origin, sources-disagree]", "[single-origin]")


def new_claim(root: Path) -> None:
    """Add a claim that is in order, and speak of it on a page."""
    (root / "claims/boats-found.yml").write_text(
        "claim: The two boats were found by midnight.\nclaimant: The harbour master\ntopics: [boats]\n"
        "verdict: supported\ncertainty: low\nbecause: [single-origin]\nreviewed: 2026-11-21\n"
        "summary: The harbour master confirmed it.\nevidence:\n  - source: gazette\n    stance: supports\n"
        "    according_to: The harbour master\n    says: The boats were found\n"
        "    quote: |-\n      two boats had been found by midnight\nrelated: [two-boats-adrift]\n"
    )
    (root / "docs/about.md").write_text("# About\n\nA made-up record with four claims.\n")


def broken_quote(root: Path) -> None:
    """Change a quote so that it is no longer its source's words."""
    replace(root / NOBODY, '"Nobody was hurt," she told reporters', '"No one was hurt," she told reporters')


def edited_seed(root: Path) -> None:
    """Change an archived document under the claims that quote it, and its hash with it."""
    seed = root / "seeds/gazette.txt"
    replace(seed, "Two boats, she added", "Three boats, she added")
    _describe_anew(root, "gazette")


def new_origin(root: Path) -> None:
    """Declare that two sources go back to one report; no claim's file is touched."""
    replace(root / "seeds/notebook.yml", "origin: notebook", "origin: northern-wire")


def renamed_claim(root: Path) -> None:
    """Give a claim another file name, with a small change in it."""
    git(root, "mv", BOATS, "claims/boats-drifted.yml")
    replace(root / "claims/boats-drifted.yml", "Two documents that", "Two reports that")


def removed_claim(root: Path) -> None:
    """Delete a claim to which others are related."""
    git(root, "rm", "--quiet", NINE)


def withdrawn_claim(root: Path) -> None:
    """Withdraw a claim as it should be done."""
    with (root / NOBODY).open("a") as file:
        file.write("withdrawn: {on: 2026-11-21, why: The mayor says that she was misquoted.}\n")


def unknown_icon(root: Path) -> None:
    """Give a verdict an icon that the theme does not have."""
    replace(root / CONFIG, "icon: scale-balance", "icon: scale-unbalanced-by-far")


def other_settings(root: Path) -> None:
    """Introduce the record in other words, name a claimant a person, and draw no card images."""
    replace(root / CONFIG, "Three claims about one evening.", "Three claims about *one* evening.")
    replace(
        root / CONFIG,
        "    topics:",
        "    claimants: {mayor: {name: The mayor, kind: person}}\n    cards: false\n    topics:",
    )


def own_rules(root: Path) -> None:
    """Let less of documents be quoted, one of them whole, and make a warning an error."""
    rules = "    rules: {quotable_percent: 30, severity: {same-claim: error}}\n    topics:"
    replace(root / CONFIG, "    topics:", rules)
    replace(root / "seeds/notebook.yml", "relation: original", "relation: original\nquotable: {whole: A gift to all}")


def rearranged(root: Path) -> None:
    """Move a piece of evidence up, weigh another otherwise, and explain the correction."""
    claim = yaml.safe_load((root / BOATS).read_text())
    claim["evidence"].insert(0, claim["evidence"].pop())
    claim["evidence"][1]["says"] = "Two boats drifted, she added"
    claim["corrections"] = [{"on": "2026-11-21", "what": "The order of the evidence followed the wrong question."}]
    (root / BOATS).write_text(_yaml(claim))


def links(root: Path) -> None:
    """Bring a symbolic link and a submodule, each where a page would be made from it."""
    (root / "claims/passwords.yml").symlink_to("/etc/passwd")
    (root / "docs/passwords.md").symlink_to("/etc/passwd")
    commit = git(root, "rev-parse", "HEAD")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{commit},docs/other")
    (root / "docs/other").mkdir()


def odd_files(root: Path) -> None:
    """Bring files with names and sizes that nobody should have to deal with."""
    (root / "claims/Two Boats.yml").write_text("claim: x\n")
    (root / "claims/notes.docx").write_text("x\n")
    (root / "docs/::error::x\n##[error]@team.md").write_text("x\n")
    (root / "docs/big.bin").write_bytes(bytes(5 * 1024 * 1024))
    (root / "claims/big.yml").write_text("claim: " + "x" * 300_000)


def hostile(root: Path) -> None:
    """Write live text into every field that takes text: of a changed claim, a new one, a source and the settings."""
    claim = yaml.safe_load((root / NOBODY).read_text())
    (root / NOBODY).write_text(_yaml(_hostile_claim(claim)))
    (root / "claims/hostile.yml").write_text(_yaml(_hostile_claim(claim)))
    sidecar = yaml.safe_load((root / "seeds/notebook.yml").read_text())
    sidecar |= {"name": LIVE[:60], "publisher": LIVE[:120], "note": LIVE, "inferred": ["publisher"]}
    (root / "seeds/notebook.yml").write_text(_yaml(sidecar))
    with (root / "seeds/notebook.txt").open("a") as seed:
        seed.write(f"{LIVE}\n\u202e{LIVE}\n")
    _describe_anew(root, "notebook")
    replace(root / CONFIG, "label: Supported", f"label: {_yaml(LIVE[:40]).splitlines()[0]}")


def overlong(root: Path) -> None:
    """Write 100,000 characters into fields of a claim, and add a hundred claims more."""
    claim = yaml.safe_load((root / NOBODY).read_text())
    long = f"{LIVE} " * 500
    (root / NOBODY).write_text(_yaml(claim | {"claim": long[:100_000], "reasoning": long[:100_000]}))
    for number in range(100):
        (root / f"claims/long-{number}.yml").write_text(_yaml(claim | {"claim": f"{number} {long}"[:300]}))


def _hostile_claim(claim: dict[str, object]) -> dict[str, object]:
    evidence = {
        "source": "notebook",
        "stance": "supports",
        "according_to": LIVE[:200],
        "says": LIVE[:240],
        "point": LIVE[:120],
        "quote": LIVE,
        "after": "those who had paid went home.",
    }
    return claim | {
        "claim": LIVE,
        "claimant": LIVE[:120],
        "summary": LIVE,
        "evidence": [evidence],
        "absent": [{"sources": ["gazette"], "terms": [LIVE[:100]]}],
        "reasoning": LIVE,
        "corrections": [{"on": "2026-11-21", "what": LIVE}],
        "translations": {"hi": {"claim": LIVE[:200], "summary": LIVE[:200]}},
    }


def _describe_anew(root: Path, source: str) -> None:
    """Write the hash of a changed document into its sidecar."""
    sidecar = yaml.safe_load((root / f"seeds/{source}.yml").read_text())
    sidecar["sha256"] = hashlib.sha256((root / f"seeds/{source}.txt").read_bytes()).hexdigest()
    (root / f"seeds/{source}.yml").write_text(_yaml(sidecar))


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=10**6)


SCENARIOS: dict[str, Edit] = {
    edit.__name__.replace("_", "-"): edit
    for edit in (
        nothing,
        typo,
        flipped_verdict,
        new_claim,
        broken_quote,
        edited_seed,
        new_origin,
        renamed_claim,
        removed_claim,
        withdrawn_claim,
        unknown_icon,
        other_settings,
        own_rules,
        rearranged,
        links,
        odd_files,
        hostile,
        overlong,
    )
}
"""Every scenario, by the name of its golden report."""
