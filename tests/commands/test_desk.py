"""The editors' desk: new files, passages, schemas, coverage, and mending what is certain."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factsite.checking import workspace
from factsite.cli import main
from factsite.commands import desk
from tests.workspaces import base

ENDED, BOATS = "claims/ended-at-nine.yml", "claims/two-boats.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the base workspace into a folder."""
    for path, data in base().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def run(root: Path, *words: str) -> Result:
    """Run a command on a workspace."""
    return CliRunner().invoke(main, [words[0], "--root", str(root), *words[1:]])


def change(root: Path, path: str, old: str, new: str) -> bytes:
    """Change a file in one place and give its bytes before."""
    before = (root / path).read_bytes()
    assert before.count(old.encode()) == 1
    (root / path).write_bytes(before.replace(old.encode(), new.encode()))
    return before


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("“Nobody was hurt,” she told reporters", '"Nobody was hurt," she told reporters'),
        (
            "1,400 lanterns burnt, 30–40 of\n      them unattended",
            "1,400 lanterns burnt, 30-40 of\n      them unattended",
        ),
        ("the lan\u00adtern festival ended at nine", "the lantern festival ended at nine"),
        ("“Nobody was hurt,” she told […] by nobody", None),
    ],
)
def test_fix_rewrites_only_the_words_that_differ(root: Path, typed: str, right: str | None) -> None:
    """Quotation marks, dashes and invisible characters are put right; every other byte of the file stays."""
    change(root, ENDED, "      the lantern festival ended at nine\n", f"      {typed}\n")
    before = (root / ENDED).read_text()
    done = run(root, "check", "--fix")
    if right is None:
        assert '"Nobody was hurt," she told […] by nobody' in (root / ENDED).read_text()
        assert done.exit_code == 1
    else:
        assert (root / ENDED).read_text() == before.replace(typed, right)
        assert done.exit_code == 0
    assert re.match(rf"{ENDED}:18:\d+: mended: ", done.output)


@pytest.mark.parametrize(
    "written",
    [
        "“Nobody was hurt,” she told reporters",
        "'“Nobody was hurt,” she told reporters'",
        '"“Nobody was hurt,” she told reporters"',
    ],
)
def test_fix_keeps_a_quote_on_its_line_readable_as_yaml(root: Path, written: str) -> None:
    """A quote that is no block is rewritten between double quotation marks, where any text may stand."""
    change(root, ENDED, "quote: |-\n      the lantern festival ended at nine\n", f"quote: {written}  # a comment\n")
    assert run(root, "check", "--fix").exit_code == 0
    assert '    quote: "\\"Nobody was hurt,\\" she told reporters"  # a comment\n' in (root / ENDED).read_text()


def test_fix_puts_line_ends_and_quotes_right_in_one_run(root: Path) -> None:
    """A byte order mark and line ends of another system go, and what they hid is mended next."""
    before = change(
        root, ENDED, "      the lantern festival ended at nine\n", "      “Nobody was hurt,” she told reporters\n"
    )
    data = (root / ENDED).read_bytes()
    (root / ENDED).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    assert run(root, "check", "--fix").exit_code == 0
    expected = before.replace(
        b"      the lantern festival ended at nine\n", b'      "Nobody was hurt," she told reporters\n'
    )
    assert (root / ENDED).read_bytes() == expected


@pytest.mark.parametrize("typed", ["The lantern festival ended at nine", "the lantern festival ended at ten"])
def test_fix_leaves_what_is_not_certain(root: Path, typed: str) -> None:
    """Another case or another word may be a mistake of any kind, so the editor decides."""
    change(root, ENDED, "      the lantern festival ended at nine\n", f"      {typed}\n")
    before = (root / ENDED).read_bytes()
    assert run(root, "check", "--fix").exit_code == 1
    assert (root / ENDED).read_bytes() == before


def test_fix_leaves_a_clean_workspace(root: Path) -> None:
    """Where nothing is wrong, nothing is written."""
    stamps = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert run(root, "check", "--fix").exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == stamps


def test_new_writes_a_file_to_fill_in(root: Path) -> None:
    """The file is named from the claim, holds it, and the check names what stands open and nothing else."""
    path = desk.new(root, "Three boats: found at dawn #1", None, date(2026, 11, 21))
    assert path == "claims/three-boats-found-dawn-1.yml"
    assert 'claim: "Three boats: found at dawn #1"\n' in (root / path).read_text()
    found = workspace.check(root).diagnostics
    assert {one.path for one in found} == {path}
    assert {one.rule for one in found} == {"missing-key", "bad-value"}
    for line in (root / path).read_text().splitlines()[3:]:
        assert re.match(r"(# )?[ #-]*[a-z_]+:", line)


def test_new_can_be_filled_in(root: Path) -> None:
    """Once its open places hold values, the file passes; optional keys are used by taking the # away."""
    path = root / desk.new(root, "Lanterns burnt.", "lanterns", date(2026, 11, 21))
    filled = {
        "claimant:": "The mayor", "topics:": "[boats]", "verdict:": "unproven", "certainty:": "low",
        "because:": "[single-origin]", "summary:": "A short answer.", "source:": "gazette", "stance:": "mentions",
        "according_to:": "The mayor", "says:": "1,400", "quote:": "where 1,400 lanterns burnt",
    }  # fmt: skip
    lines = []
    for line in path.read_text().splitlines():
        key = re.sub(r"^(# |    # |  - | )*", "", line).split(" ")[0]
        opened = key in filled and not line.startswith("#   ")
        value = rf"\1\2 {filled.pop(key)}" if opened else r"\g<0>"
        lines.append(re.sub(r"^(\s*(?:- )?)(?:# )?([a-z_]+:).*", value, line))
    path.write_text("\n".join(lines) + "\n")
    assert workspace.check(root).diagnostics == ()


def test_new_overwrites_nothing(root: Path) -> None:
    """A claim that is there stays as it is."""
    before = (root / BOATS).read_bytes()
    done = run(root, "new", "--id", "two-boats", "Two boats.")
    assert done.exit_code == 2
    assert "claims/two-boats.yml exists already" in done.output
    assert (root / BOATS).read_bytes() == before


def test_new_makes_an_id_of_words_in_any_script(root: Path) -> None:
    """A claim in another script is filed under the same words in Latin letters."""
    path = desk.new(root, "जासूसी की ख़बर झूठी है", None, date(2026, 11, 21))
    assert path == "claims/jasusi-ki-khabar-jhuthi-hai.yml"


@pytest.mark.parametrize("words", [["370"], ["?!"], ["--id", "../x", "A claim."], ["--id", "index", "A claim."]])
def test_new_asks_for_an_id_that_can_stand_in_an_address(root: Path, words: list[str]) -> None:
    """Where no id can be made, or the one given leads elsewhere, the command says so and writes nothing."""
    before = sorted(root.rglob("*"))
    done = run(root, "new", *words)
    assert done.exit_code == 2
    assert "--id" in done.output
    assert sorted(root.rglob("*")) == before


def test_quote_finds_what_is_misremembered(root: Path) -> None:
    """Rough words give the source's own, in context, as evidence that the check accepts."""
    done = run(root, "quote", "gazette", "harbor office found it before midnight")
    assert done.exit_code == 0
    assert "# gazette, line 8 (near, but not what was typed):" in done.output
    assert "⟦harbour office found them before midnight⟧" in done.output
    block = "".join(line + "\n" for line in done.output.splitlines() if not line.startswith("#"))
    filled = block.replace("stance:  #", "stance: mentions  #").replace("says:  #", "says: Found  #")
    with (root / BOATS).open("a") as claim:
        claim.write(filled.replace("according_to:  #", "according_to: The office  #"))
    assert [one.message for one in workspace.check(root).diagnostics] == []


def test_quote_shows_sentences_that_share_a_word_or_two(root: Path) -> None:
    """Where no passage has most of the words, whole sentences with the rare ones among them are shown as evidence."""
    done = run(root, "quote", "gazette", "officials of the harbour looked for the boats all night")
    assert done.exit_code == 0
    assert "⟦Two boats, she added, had drifted from the quay, " in done.output
    assert "⟦The harbour office found them before midnight⟧" in done.output


def test_quote_gives_every_place_with_the_words_before_it(root: Path) -> None:
    """Words that stand twice are shown twice, each with the `after` that tells it from the other."""
    done = run(root, "quote", "gazette", '"Nobody was hurt,"')
    assert done.output.count("(word for word)") == 2
    assert "after: at nine." in done.output
    assert "after: before midnight." in done.output


def test_quote_asks_for_a_translation_where_one_is_needed(root: Path) -> None:
    """A passage in another language comes with the keys of a translation."""
    assert "translated_by: human" in run(root, "quote", "hindi", "नौ बजे समाप्त").output
    assert "translat" not in run(root, "quote", "gazette", "found them before midnight").output


def test_quote_works_while_claims_are_broken(root: Path) -> None:
    """An editor in the middle of a claim can look words up."""
    (root / BOATS).write_text("claim: [")
    assert run(root, "quote", "gazette", "before midnight").exit_code == 0


def test_no_document_drives_the_terminal(root: Path) -> None:
    """Control characters of a document are spelled out, and a passage that holds one is quoted by its escape."""
    change(root, "seeds/gazette.txt", "ended at nine.", "ended at \x1b[2Jnine.")
    done = run(root, "quote", "gazette", "lantern festival ended at")
    assert "\x1b" not in done.output
    assert "<U+001B>[2Jnine" in done.output
    done = run(root, "quote", "gazette", "that the lantern festival ended at nine")
    assert r"\U0000001b[2Jnine" in done.output


def test_quote_says_what_it_cannot_find(root: Path) -> None:
    """Words unlike the source give 1, a source that is not there 2, with the one that was meant."""
    assert run(root, "quote", "gazette", "comets and asteroids").exit_code == 1
    assert "another language" in run(root, "quote", "hindi", "comets and asteroids").output
    assert "no words to look for" in run(root, "quote", "gazette", "...").output
    unknown = run(root, "quote", "gazete", "midnight")
    assert unknown.exit_code == 2
    assert "did you mean `gazette`?" in unknown.output
    assert "did you mean `evening-post`?" in run(root, "quote", "evening", "midnight").output


def test_coverage_lists_what_nothing_accounts_for(root: Path) -> None:
    """Each sentence that is neither quoted nor set aside is named with its place, and the exit code says so."""
    done = run(root, "coverage")
    assert done.exit_code == 1
    assert "notebook: 4 of 5 sentences accounted for (2 quoted, 2 set aside)\n" in done.output
    assert "  seeds/notebook.txt:8: neither quoted nor set aside: He had rowed out at dusk" in done.output


def test_coverage_of_an_empty_archive_says_so(root: Path) -> None:
    """Without sources there is nothing to cover, which is in order and is said."""
    for path in [*(root / "claims").iterdir(), *(root / "seeds").iterdir()]:
        path.unlink()
    done = run(root, "coverage")
    assert done.output == "there is nothing to cover: seeds/ holds no source\n"
    assert done.exit_code == 0


@pytest.mark.parametrize(
    "words", ["", "build", "render", "serve", "check", "check --fix", "new X", "quote a b", "schema", "coverage"]
)
def test_a_folder_without_settings_is_left_alone(tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Started in the wrong folder, a command says which folder it needs and writes nothing."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, words.split())
    assert done.exit_code == 2
    assert done.output == "error: no mkdocs.yml here; run this where it is, or give --root\n"
    (tmp_path / "deeper").mkdir()
    done = CliRunner().invoke(main, [*words.split(), "--root", "deeper"])
    assert done.exit_code == 2
    assert done.output == "error: no mkdocs.yml in deeper; run this where it is, or give --root\n"
    assert [path.name for path in tmp_path.rglob("*")] == ["deeper"]


def test_help_needs_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Help is given anywhere."""
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["check", "--help"]).exit_code == 0


def test_coverage_of_a_broken_record_is_its_report(root: Path) -> None:
    """What is wrong comes first."""
    (root / BOATS).write_text("claim: [")
    done = run(root, "coverage")
    assert done.exit_code == 1
    assert "[not-yaml]" in done.output
