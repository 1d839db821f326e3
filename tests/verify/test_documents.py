"""Documents as people have them: broken words, notes, columns, lists, posts, and what may be quoted of each."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factsite.corpus.model import Citation, TextFormat
from factsite.verify.normalized import comparable
from factsite.verify.quotes import Fault, Miss, borders_within
from factsite.verify.record import ArchivedSource
from tests import records
from tests.verify.test_quotes import archived, proof

RULING = """Ruling on the ferry

The court held that the order was un-
constitutional and that the govern-
ment must pay the boat-
men. It called the delay in-
excusable for a public office, and the fine un-
fair to all parties.
"""
NOTES = """Note on users

The firm said1 that 1,400 users2 were hit in May.3 It told the court⁴ that “no one”⁵ knew.* Of the users† some left; \
12 km2 of land and 12 km² too.
"""
COLUMNS = """The committee reviewed the annual      approved the budget for the
report and                             coming fiscal year.
"""
POST = """Tweet by @harbour_office

@harbour_office: RT @MayorLee 🚨🚨BREAKING🚨🚨 The ferry is back👏🏽👏🏽 #FerryGate #बाढ़ it’ll run at 9️⃣ 👨‍👩‍👧‍👦 \
thanks 🇮🇳🙏 https://t.co/AbC123?x=1&y=2 — 1.4K likes, 12:30 PM · May 3, 2024
quoting $TSLA: "we're 100% sure"😂
"""
NEWS = """Minister resigns over ferry

By A Reporter

The company said that it would never sell the data.

The mayor was arrested

In other news, the harbour opened on Friday.
"""

PROVED = [
    (RULING, "the order was unconstitutional and that the government must pay"),
    (RULING, "the order was un- constitutional and that the govern- ment must pay"),
    (RULING, "the order was un-\nconstitutional and that the govern-\nment must pay"),
    (RULING, "the order was un-constitutional and that the government must pay the boat- men"),
    ("the fine un‐\nfair to all", "the fine unfair to all"),
    ("the fine un\u00ad\nfair to all", "the fine unfair to all"),
    ("the fine un¬\n  fair to all", "the fine unfair to all"),
    ("the fine un- \r\nfair to all", "the fine unfair to all"),
    ("the fine un-\n\n\x0cfair to all", "the fine unfair to all"),
    ("some 1,-\n400 users left", "some 1,400 users left"),
    ("some 30-\n40 users left", "30-40 users left"),
    ("the Anglo-\nAmerican firm left", "the Anglo-American firm"),
    ("the COVID-\n19 rules left", "the COVID-19 rules"),
    ("in 2018–\n19 it fell", "in 2018–19 it fell"),
    ("he came—\nand went home", "he came—and went home"),
    ("the short-\nand long-term plan", "short- and long-term plan"),
    ("a plan -\nit failed then", "it failed then"),
    (NOTES, "told the court that “no one” knew"),
    (NOTES, "told the court⁴ that “no one”⁵ knew"),
    (NOTES, "The firm said1 that 1,400 users2 were hit in May.3"),
    (NOTES, "told the court"),
    (NOTES, "Of the users† some left"),
    (NOTES, "Of the users some left"),
    (POST, "The ferry is back👏🏽👏🏽"),
    (POST, "The ferry is back"),
    (POST, "BREAKING🚨🚨 The ferry is back"),
    (POST, "#FerryGate #बाढ़ it’ll run at 9️⃣"),
    (POST, "it’ll run at 9️⃣ 👨‍👩‍👧‍👦 thanks 🇮🇳🙏"),
    (POST, "thanks 🇮🇳🙏 https://t.co/AbC123?x=1&y=2"),
    (POST, '"we\'re 100% sure"'),
    (POST, "we're 100% sure"),
    (POST, "\n\n".join(POST.split("\n")[2:4])),
    (NEWS, "it would never sell the data.\n\nThe mayor was arrested\n\nIn other news"),
    (NEWS, "it would never sell the data […] In other news"),
    ("The list:\n- first one\n- second one\n", "first one\n\n- second one"),
    ("the court sat - it did\nnot hear him", "it did not hear him"),
    ("in May\n19. Then he left", "in May 19. Then he left"),
    ("> the fine un-\n> fair to all", "the fine unfair to all"),
    ("the fine un-\x0cfair to all", "the fine unfair to all"),
    ("उन्होंने कहा-\nयह गलत है", "यह गलत है"),
    ("sat in 19\n\n400 cars left", "400 cars left"),
    ("sat in 19\n\n400 cars left", "sat in 19"),
    ("sales\t12\t500\ncosts\t13\t700", "500"),
]


@pytest.mark.parametrize(("text", "quote"), PROVED)
def test_what_the_document_says_can_be_quoted(text: str, quote: str) -> None:
    """A quote is proved in each way in which its document may be read."""
    found = proof(quote, archived(text))
    assert isinstance(found, Citation), found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (RULING, "fair to all parties"),
        (RULING, "constitutional and that the govern"),
        ("the fine un‐\nfair to all", "fair to all"),
        ("the fine un\u00ad\nfair to all", "fair to all"),
        ("the fine un¬\nfair to all", "fair to all"),
        ("the fine un\u00ad \r\n fair to all", "the fine un\u00ad"),
        ("some 1,-\n400 users left", "400 users left"),
        ("some 30-\n40 users left", "40 users left"),
        ("the Anglo-\nAmerican firm left", "American firm left"),
        ("he saw the non-\nstate actors", "state actors"),
        ("the un<em>lawful</em> act", "lawful"),
        ("it is im<wbr>possible now", "possible now"),
        ("the fine un&shy;fair to all", "fair to all"),
        ("it was - 5 degrees there", "5 degrees there"),
        ("it was −\n5 degrees there", "5 degrees there"),
        ("it was ± 5 degrees there", "5 degrees there"),
        ("fewer (< 5 users) left", "5 users"),
        ("it cost $ 5 crore in all", "5 crore in all"),
        ("about 5 % of users left", "about 5"),
        ("about 1 450 % of users left", "about 1 450"),
        ("about 55.5 % of users left", "about 55.5"),
        ("about 45 × 10^6 users left", "about 45"),
        ("about 5 × 10^6 users left", "about 5"),
        ("about 5 × 10⁶ users left", "5 × 10"),
        ("about 5 ‰ of users left", "about 5"),
        ("约5万人走了", "约5"),
        (POST, "The ferry is back👏"),
        (POST, "MayorLee 🚨🚨BREAKING🚨🚨 The ferry"),
        (POST, "FerryGate #बाढ़ it’ll run"),
        (POST, "harbour_office: RT"),
        (POST, "thanks 🇮🇳🙏 https://t.co/AbC123"),
        ("รัฐบาลทำงานตามคำสั่งของศาล", "บาลทำงาน"),
        ("政府没有说明情况", "府没有说明"),
        ("東京都の人口は増えた", "京都の人口"),
        ("the fine un-\x0cfair to all", "fair to all"),
        ("the fine un-\u2028fair to all", "fair to all"),
        ("the fine un-\rfair to all", "fair to all"),
        ("the fine un-\u200b\nfair to all", "fair to all"),
        ("the e‑\nmail men", "mail men"),
        ("> the fine un-\n> fair to all", "fair to all"),
        ("it cost 400 € in all", "it cost 400"),
        ("about 1 / 2 hours", "2 hours"),
        ("三百四十人走了", "四十人走了"),
        ("百分之五十的人", "五十的人"),
        ("负五度了", "五度了"),
    ],
)
def test_no_part_of_a_word_or_a_quantity_passes_for_it(text: str, quote: str) -> None:
    """Half of a word, or a number without its sign, currency or power, is refused however the document prints it."""
    found = proof(quote, archived(text))
    assert isinstance(found, Miss)
    assert found.fault is Fault.INSIDE_WORD


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("some 30-\n40 users left", "3040 users left"),
        (NOTES, "The firm said that 1,400 users were hit"),
        (NOTES, "12 km of land and 12 km too"),
        (NOTES, "12 km2 of land and 12 km too"),
        ("the Anglo-\nAmerican firm left", "AngloAmerican firm"),
        ("he can-\nnot pay", "he can not pay"),
        ("un fair to all", "unfair to all"),
        (POST, "it'll run at 9"),
        ("five hundred metres³ of gas", "hundred metres of gas"),
        ("f(x)⁴ is it", "f(x) is it"),
        ("pay Rs 5,-\n6 men came", "Rs 5,6 men"),
        ("the US-\nbacked men", "USbacked men"),
        ("उन्होंने कहा-\nयह गलत है", "कहायह गलत"),
        ("the fine was un-\nfair", "the fine was un-fair-"),
    ],
)
def test_what_the_document_does_not_say_is_refused(text: str, quote: str) -> None:
    """A hyphen of a range, a compound or a pair of words is never dropped, nor a digit that may count."""
    found = proof(quote, archived(text))
    assert isinstance(found, Miss)
    assert found.fault is Fault.ABSENT


def test_a_note_that_is_typed_is_part_of_the_passage() -> None:
    """A quote that ends with a raised number holds it, and one that passes over it ends before it."""
    source = archived(NOTES)
    for quote, printed in [("told the court⁴", "told the court⁴"), ("told the court", "told the court")]:
        found = proof(quote, source)
        assert isinstance(found, Citation)
        (passage,) = found.passages
        assert passage.text == source.document.text[slice(*passage.span)] == printed


def test_a_passage_knows_where_its_blocks_begin() -> None:
    """The borders of a passage count from its own beginning, in the text as it is printed."""
    found = proof("would never sell the data.\n\nThe mayor was arrested\n\nIn other", archived(NEWS))
    assert isinstance(found, Citation)
    (passage,) = found.passages
    assert [passage.text[at:].split()[0] for at in passage.borders] == ["The", "In"]
    assert passage.blocks == ("would never sell the data.", "The mayor was arrested", "In other")


def test_a_border_may_be_shown_behind_a_word_typed_as_it_is_broken() -> None:
    """A blank line stands for the border where it is typed, however a broken word before it is typed."""
    source = archived("the un-\nfair fine\n\nThe mayor left")
    for typed in ("unfair", "un-fair", "un- fair"):
        assert isinstance(proof(f"the {typed} fine\n\nThe mayor", source), Citation)
        early = proof(f"the {typed}\n\nfine The mayor", source)
        assert isinstance(early, Miss)
        assert early.fault is Fault.ACROSS_BLOCKS


BORDERS = [
    (NEWS, "never sell the data. The mayor was arrested", "The mayor"),
    (NEWS, "The mayor was arrested In other news", "In other"),
    (NEWS, "Minister resigns over ferry By A Reporter", "By A"),
    (COLUMNS, "reviewed the annual approved the budget", "approved"),
    (
        COLUMNS,
        "The committee reviewed the annual approved the budget for the report and coming fiscal year",
        "approved",
    ),
    ("The list:\n- first one\n- second one\n", "first one - second one", "- second"),
    ("Items\n• first one\n• second one\n", "Items • first one", "• first"),
    ("He chose:\n1. to stay\n2. to go\n", "to stay 2. to go", "2. to"),
    ("> he did it\nThat is false.", "he did it That is false.", "That"),
    ("he wrote\n> that it was so", "he wrote > that it was so", "> that"),
    ("| a b | c d |\n| e f | g h |", "a b | c d", "c d"),
    ("| a b | c d |\n| e f | g h |", "c d | | e f", "| e f"),
    ("a b\tc d\ne f\tg h", "a b c d", "c d"),
    ("First of all\n---\nThe mayor left", "First of all --- The mayor", "--- The"),
    ("First heading\r\rThe mayor left", "heading The mayor", "The mayor"),
    ("Ferry stops\nThe ferry stopped at noon", "Ferry stops The ferry stopped", "The ferry"),
    (f"{'long words ' * 16}end\nAnother begins here", "words end Another begins", "Another"),
]


@pytest.mark.parametrize(("text", "quote", "behind"), BORDERS)
def test_a_quote_crosses_a_block_only_where_it_shows_so(text: str, quote: str, behind: str) -> None:
    """Words of two blocks are no passage, unless a blank line stands between them."""
    source = records.archived("source", text, title="Ferry stops")
    found = proof(quote, source)
    assert isinstance(found, Miss)
    assert found.fault is Fault.ACROSS_BLOCKS
    assert source.normalized.text[found.hits[0] :].startswith(behind)
    shown = with_blank_lines(quote, source)
    cited = proof(shown, source)
    assert isinstance(cited, Citation)
    assert cited.passages[0].blocks == tuple(" ".join(part.split()) for part in shown.split("\n\n"))


def test_tags_of_blocks_part_them() -> None:
    """Where a text was kept with its markup, what stands in two of its elements is shown as two blocks."""
    source = archived("so it ended</p>\n<p>the mayor left")
    found = proof("it ended</p> <p>the mayor", source)
    assert isinstance(found, Miss)
    assert found.fault is Fault.ACROSS_BLOCKS
    assert isinstance(proof("it ended […] the mayor left", source), Citation)
    assert isinstance(proof("it ended</p>\n\n<p>the mayor", source), Citation)


def with_blank_lines(quote: str, source: ArchivedSource) -> str:
    """Write a quote, as a source has it, with a blank line wherever one of its blocks begins."""
    start = source.normalized.text.index(quote)
    edges = [start, *borders_within(source, start, start + len(quote)), start + len(quote)]
    return "\n\n".join(source.normalized.text[one:other].strip() for one, other in pairwise(edges))


@pytest.mark.parametrize(
    "text",
    [
        "He did not\n- as he said -\ncome back",
        "it grew by\n12. The mayor left",
        "so it was a  gap of two",
        "| is no table",
        "he left <i>The Times</i> there",
        "one line\nanother line\nand a third",
    ],
)
def test_a_line_end_alone_parts_no_blocks(text: str) -> None:
    """Where a line was wrapped, whatever begins the next one, its words are one passage."""
    assert isinstance(proof(comparable(text), archived(text)), Citation)


def test_a_markdown_paragraph_is_one_block_and_a_heading_another() -> None:
    """In Markdown its own paragraphs, headings, items and quotations are blocks, however their lines are wrapped."""
    text = "# Ferry stops\nIt stopped\n12. at\n- noon\n\n> He\n> said\n\nso\n"
    source = records.archived("memo", text, format=TextFormat.MARKDOWN, title="Ferry stops")
    assert [source.normalized.text[at:].split()[0] for at in source.borders] == ["It", "noon", "He", "so"]


@pytest.mark.parametrize("text", ["\n" + " " * 200_000 + "b", "a-" + " " * 200_000 + "\nx", "1\n" + "\t" * 200_000])
def test_space_without_end_is_read_once(text: str) -> None:
    """A document is read in time that grows with its length, however much white space stands in a row."""
    source = archived(text)
    assert source.normalized.text
    assert source.borders is not None
