"""A proposed change: what is checked because of it, and what is not."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factsite.checking.workspace import check
from factsite.cli import main
from factsite.proposals import differing
from factsite.proposals.proposal import review
from factsite.reading.git import CannotRead
from factsite.review.review import Review
from tests.review.repositories import Edit, commit, git, proposed, published, replace
from tests.review.scenarios import BOATS, CONFIG, NINE, NOBODY, SCENARIOS


def reviewed(tmp: Path, edit: Edit) -> Review:
    """Review one change of the small record."""
    return review(proposed(tmp / "r", edit), "main", "proposal")


def set_rules(root: Path, written: str) -> None:
    """Set the rules of the small record."""
    replace(root / CONFIG, "    topics:", f"    rules: {written}\n    topics:")


def after_rules(tmp: Path, written: str, edit: Edit, before: Edit = lambda _: None) -> Review:
    """Review one change of the small record, published with rules of its own and another change."""
    root = published(tmp / "r")
    set_rules(root, written)
    before(root)
    commit(root, "Publish")
    git(root, "switch", "--quiet", "--create", "proposal")
    edit(root)
    commit(root, "Propose")
    return review(root, "main", "proposal")


def rules(found: Review) -> list[tuple[str, str]]:
    """Give which rule found something in which file."""
    return [(one.path, one.rule) for one in found.diagnostics]


def test_untouched_claims_are_not_checked(tmp_path: Path) -> None:
    """A change of one claim's file leads to a check of that claim alone."""
    found = reviewed(tmp_path, SCENARIOS["typo"])
    assert (found.checked.claims, found.checked.all_claims, found.checked.sources) == (1, 3, 2)


def test_claims_that_name_what_changed_are_checked(tmp_path: Path) -> None:
    """A claim that links to a removed one is checked, though its own file is as it was."""
    found = reviewed(tmp_path, SCENARIOS["removed-claim"])
    assert (NOBODY, "unknown-name") in rules(found)
    assert (BOATS, "unknown-name") in rules(found)


def test_silence_is_checked_against_a_new_document(tmp_path: Path) -> None:
    """A claim that calls all other sources silent is held against a document that was added since."""

    def speak(root: Path) -> None:
        replace(root / NOBODY, "sources: [notebook]", "sources: all")
        git(root, "switch", "--quiet", "main")
        git(root, "commit", "--quiet", "--all", "--message=Publish")
        git(root, "switch", "--quiet", "--create", "later")
        for ending in ("txt", "yml"):
            (root / f"seeds/letter.{ending}").write_bytes((root / f"seeds/notebook.{ending}").read_bytes())
        (root / "seeds/letter.txt").write_text("A letter\n\nOne man was injured.\n")
        replace(root / "seeds/letter.yml", "file: notebook.txt", "file: letter.txt")
        replace(root / "seeds/letter.yml", "title: A night on the quay", "title: A letter")

    root = published(tmp_path / "r")
    git(root, "branch", "proposal")
    speak(root)
    commit(root, "Propose")
    assert (NOBODY, "not-silent") in rules(review(root, "main", "later"))


def test_settings_concern_every_claim(tmp_path: Path) -> None:
    """A verdict with other conditions is held against every claim."""

    def stricter(root: Path) -> None:
        replace(root / "mkdocs.yml", "origins_against: {min: 1}", "origins_against: {min: 2}")

    found = reviewed(tmp_path, stricter)
    assert found.comparison.settings == ("verdicts",)
    assert found.checked.claims == 3
    assert (NINE, "verdict-not-carried") in rules(found)


def test_other_configuration_concerns_none(tmp_path: Path) -> None:
    """A change of mkdocs.yml outside of what the record needs has no effect on it."""
    found = reviewed(tmp_path, lambda root: replace(root / "mkdocs.yml", "extra:\n", "extra:\n  generator: false\n"))
    assert not found.comparison
    assert found.checked.claims == 0


def test_quotes_are_counted_over_all_claims(tmp_path: Path) -> None:
    """A new quote that makes too much of a document quoted is found, with the other claims that quote it."""

    def quote_more(root: Path) -> None:
        text = (root / NOBODY).read_text()
        start = text.index('"Nobody was hurt," she')
        seed = (root / "seeds/gazette.txt").read_text()
        long = seed[seed.index("The festival is held") : seed.index("This year's")].strip().replace("\n", " ")
        entry = f"  - source: gazette\n    stance: mentions\n    says: More\n    quote: |-\n      {long}\n"
        end = text.index("\n", start) + 1
        (root / NOBODY).write_text(text[:end] + entry + text[end:])

    found = reviewed(tmp_path, quote_more)
    assert rules(found) == [("seeds/gazette.yml", "quoted-too-much")]
    assert "two-boats-adrift" in found.diagnostics[0].help


def test_a_shortened_document_is_counted_anew(tmp_path: Path) -> None:
    """A document of which more than a part stands in quotes once it is cut is found, though no quote is new."""

    def shorten(root: Path) -> None:
        seed = root / "seeds/gazette.txt"
        replace(seed, ", and its treasurer could not be reached", "")
        described = root / "seeds/gazette.yml"
        digest = hashlib.sha256(seed.read_bytes()).hexdigest()
        described.write_text(re.sub("sha256: .*", f"sha256: {digest}", described.read_text()))

    assert rules(after_rules(tmp_path, "{quotable_percent: 26}", shorten)) == [("seeds/gazette.yml", "quoted-too-much")]


def test_a_source_that_may_no_longer_be_quoted_whole_is_counted_anew(tmp_path: Path) -> None:
    """A change that takes `quotable` out of a sidecar is held against all that claims quote of the source."""
    whole = "relation: wire-copy\nquotable: {whole: A gift to all}"

    def take_back(root: Path) -> None:
        replace(root / "seeds/gazette.yml", f"{whole}\n", "relation: wire-copy\n")

    def give(root: Path) -> None:
        replace(root / "seeds/gazette.yml", "relation: wire-copy", whole)

    found = after_rules(tmp_path, "{quotable_percent: 20}", take_back, give)
    assert rules(found) == [("seeds/gazette.yml", "quoted-too-much")]
    assert [field.key for field in found.comparison.sources[0].fields] == ["quotable"]


def test_a_share_that_is_lowered_is_held_against_every_source(tmp_path: Path) -> None:
    """A change of the share that may be quoted finds all sources of which too much is quoted now."""
    found = reviewed(tmp_path, lambda root: set_rules(root, "{quotable_percent: 20}"))
    assert rules(found) == [("seeds/gazette.yml", "quoted-too-much")]


def test_a_warning_on_the_archive_can_be_made_an_error(tmp_path: Path) -> None:
    """A change of a severity is held against what documents share, though no document changed."""

    def copy(root: Path) -> None:
        slip = b"The harbour master confirmed that two boats had been found by midnight, a slip says.\n"
        (root / "seeds/slip.txt").write_bytes(slip)
        (root / "seeds/slip.yml").write_text(
            f"file: slip.txt\nsha256: {hashlib.sha256(slip).hexdigest()}\nname: Slip\n"
            "title: two boats had been found by midnight\nlanguage: en\norigin: notebook\nrelation: original\n"
        )

    root = published(tmp_path / "r")
    copy(root)
    commit(root, "Publish")
    assert [(one.rule, one.severity) for one in check(root).diagnostics] == [("possible-copy", "warning")]
    git(root, "switch", "--quiet", "--create", "proposal")
    set_rules(root, "{severity: {possible-copy: error}}")
    commit(root, "Propose")
    found = review(root, "main", "proposal").diagnostics
    assert [(one.rule, one.severity) for one in found] == [("possible-copy", "error")]
    assert found == check(root).diagnostics


ESCAPED = (
    ("source: gazette", 'source: "\\x67azette"'),
    ("related: [ended-at-nine]", 'related: ["\\x65nded-at-nine"]'),
    ("absent:\n  - sources: [notebook]", '"ab\\x73ent":\n  - "sources": "\\x61ll"'),
)
"""Spellings under which a claim names what it names, and a search of its text does not find it."""


@pytest.fixture
def spelled(tmp_path: Path) -> Path:
    """Publish the record with a claim whose references are all spelled by escapes."""
    root = published(tmp_path / "r")
    for old, new in ESCAPED:
        replace(root / NOBODY, old, new)
    commit(root, "Publish")
    git(root, "switch", "--quiet", "--create", "proposal")
    return root


@pytest.mark.parametrize("name", ["edited-seed", "removed-claim", "new-source"])
def test_no_spelling_hides_what_a_claim_names(spelled: Path, name: str) -> None:
    """A claim that spells what it names by escapes is found and refused, by a review as by a check."""

    def new_source(root: Path) -> None:
        (root / "seeds/letter.txt").write_text("A letter\n\nOne man was injured.\n")
        digest = hashlib.sha256((root / "seeds/letter.txt").read_bytes()).hexdigest()
        text = (root / "seeds/notebook.yml").read_text().replace("notebook.txt", "letter.txt")
        text = text.replace("title: A night on the quay", "title: A letter")
        (root / "seeds/letter.yml").write_text(re.sub("sha256: .*", f"sha256: {digest}", text))

    def edited_seed(root: Path) -> None:
        SCENARIOS["edited-seed"](root)
        replace(root / "seeds/gazette.txt", '"Nobody was hurt,"', '"No one was hurt,"')
        text = (root / "seeds/gazette.yml").read_text()
        digest = hashlib.sha256((root / "seeds/gazette.txt").read_bytes()).hexdigest()
        (root / "seeds/gazette.yml").write_text(re.sub("sha256: .*", f"sha256: {digest}", text))

    edits = SCENARIOS | {"new-source": new_source, "edited-seed": edited_seed}
    edits[name](spelled)
    commit(spelled, "Propose")
    found = {(path, rule) for path, rule in rules(review(spelled, "main", "proposal")) if path == NOBODY}
    assert found
    assert found == {(one.path, one.rule) for one in check(spelled).diagnostics if one.path == NOBODY}


def test_the_added_claim_is_the_one_said_again(tmp_path: Path) -> None:
    """A claim that the record has already is told of in the file that the change adds, whatever the two are called."""

    def again(root: Path) -> None:
        text = (root / BOATS).read_text()
        (root / "claims/again.yml").write_text(text.replace("Two boats drifted", "Two  boats\n  drifted"))

    assert ("claims/again.yml", "same-claim") in rules(found := reviewed(tmp_path, again))
    assert (BOATS, "same-claim") not in rules(found)


def test_a_claim_reworded_into_another_is_the_one_said_again(tmp_path: Path) -> None:
    """A change of words that makes two claims the same is told of in the file that it changes."""

    def reword(root: Path) -> None:
        replace(root / NOBODY, "claim: Nobody was hurt at the festival.", "claim: Two boats drifted from the quay.")

    found = [path for path, rule in rules(reviewed(tmp_path, reword)) if rule == "same-claim"]
    assert found == [NOBODY]


def test_what_was_published_since_is_no_change(tmp_path: Path) -> None:
    """What the base branch changed after the fork is not taken for the fork's doing."""
    root = proposed(tmp_path / "r", SCENARIOS["typo"])
    git(root, "switch", "--quiet", "main")
    git(root, "rm", "--quiet", BOATS)
    commit(root, "Publish")
    assert [change.id for change in review(root, "main", "proposal").comparison.claims] == ["ended-at-nine"]


def test_nothing_is_concluded_from_stand_ins(tmp_path: Path) -> None:
    """A claim that lacks the day of its review is told so, and not that this day lies before its correction."""

    def forgotten(root: Path) -> None:
        SCENARIOS["typo"](root)
        replace(root / NINE, "reviewed: 2026-11-21\n", "")

    assert rules(reviewed(tmp_path, forgotten)) == [(NINE, "missing-key")]


def test_settings_are_checked(tmp_path: Path) -> None:
    """Settings that a build would refuse are refused: an icon that the theme lacks, a heading in the introduction."""

    def unknown(root: Path) -> None:
        SCENARIOS["unknown-icon"](root)
        replace(root / CONFIG, "introduction: Three", 'introduction: "# Claims\\n\\nThree')
        replace(root / CONFIG, "the documents disagree.", 'the documents disagree."')

    assert rules(reviewed(tmp_path, unknown)) == [(CONFIG, "unknown-icon"), (CONFIG, "bad-prose")]


def test_the_introduction_is_held_against_the_claims(tmp_path: Path) -> None:
    """A claim to which the introduction links cannot go elsewhere, though mkdocs.yml is as it was."""
    found = reviewed(tmp_path, lambda root: git(root, "mv", NINE, "claims/over-at-nine.yml"))
    assert (CONFIG, "unknown-name") in rules(found)


def test_settings_are_not_checked_by_a_stand_in(tmp_path: Path) -> None:
    """Where mkdocs.yml cannot be read, nothing is said of what the older one names."""

    def broken(root: Path) -> None:
        (root / CONFIG).write_text("[")
        git(root, "mv", NINE, "claims/over-at-nine.yml")

    assert [rule for path, rule in rules(reviewed(tmp_path, broken)) if path == CONFIG] == ["not-yaml"]


def test_broken_settings(tmp_path: Path) -> None:
    """Settings that cannot be read are an error of the newer version; the rest is checked by the older ones."""
    found = reviewed(tmp_path, lambda root: (root / "mkdocs.yml").write_text("["))
    assert [rule for _, rule in rules(found)] == ["not-yaml"]


def test_no_settings_at_all(tmp_path: Path) -> None:
    """Without settings in either version there is nothing to compare by."""
    root = published(tmp_path / "r")
    git(root, "rm", "--quiet", "mkdocs.yml")
    commit(root, "Remove")
    with pytest.raises(CannotRead, match=r"mkdocs\.yml cannot be read in either version"):
        review(root, "HEAD", "HEAD")


def test_too_much_to_review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that is larger than anybody could read is refused as a whole."""
    monkeypatch.setattr(differing, "MOST_BYTES", 100)
    with pytest.raises(CannotRead, match="more than the 100 that are read at once"):
        reviewed(tmp_path, SCENARIOS["renamed-claim"])


def run(root: Path, *options: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["review", "--root", str(root), *options])


def test_exit_codes(tmp_path: Path) -> None:
    """The command ends with 0 where all is well, with 1 on problems, with 2 and a sentence where it cannot run."""
    fine = proposed(tmp_path / "fine", SCENARIOS["typo"])
    wrong = proposed(tmp_path / "wrong", SCENARIOS["broken-quote"])
    assert run(fine, "--base", "main").exit_code == 0
    assert run(wrong, "--base", "main", "--head", "proposal").exit_code == 1
    failed = run(fine, "--base", "##[error]::x")
    assert failed.exit_code == 2
    assert failed.stdout == ""
    assert failed.stderr.startswith("The review could not run: no commit `## [error]: :x`")


@pytest.mark.parametrize("address", ["javascript:x", "https://a.example/)b", "https://a.example/ b", "//a.example"])
def test_preview_address(address: str, tmp_path: Path) -> None:
    """The address of a preview is one that can stand in a link."""
    assert run(published(tmp_path / "r"), "--base", "main", "--preview", address).exit_code == 2


def test_formats(tmp_path: Path) -> None:
    """The three forms are chosen by name, and text is the one without a choice."""
    root = proposed(tmp_path / "r", SCENARIOS["typo"])
    assert json.loads(run(root, "--base", "main", "--format", "json").stdout)["clean"] is True
    assert run(root, "--base", "main", "--format", "markdown").stdout.startswith("## The record: 1 claim changed\n")
    assert run(root, "--base", "main").stdout.startswith("The record: 1 claim changed.\n")


def test_what_is_not_committed_is_named(tmp_path: Path) -> None:
    """Who reviews his own work is told of the files of the record that he has not committed, and of no others."""
    root = proposed(tmp_path / "r", SCENARIOS["typo"])
    assert run(root, "--base", "main").stderr == ""
    (root / "claims/mine.yml").write_text("claim: Mine.\n")
    (root / "notes.txt").write_text("Nothing of the record.\n")
    assert run(root, "--base", "main").stderr == "not read, for it is not committed: claims/mine.yml\n"
    assert run(root, "--base", "main", "--format", "markdown").stderr == ""
    told = run(root, "--base", "main", "--format", "json")
    assert told.stderr == ""
    assert json.loads(told.stdout)["uncommitted"] == ["claims/mine.yml"]
    assert run(root, "--base", "main", "--head", "proposal").stderr == ""
