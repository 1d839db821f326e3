"""The page of the verdict scale: what each verdict means and what it needs, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.corpus.model import Bounds, Certainty, Conditions, Needs, Reason, Stance
from factsite.site import addresses
from factsite.site.addresses import Here
from factsite.site.dialect import fill
from factsite.site.edition import Badge, Edition
from factsite.site.output import Output
from factsite.site.pages import parts
from factsite.site.pages.parts import HandWritten
from factsite.site.words import Words
from factsite.verify.record import Record


@dataclass(frozen=True, slots=True)
class Step:
    """One verdict of the scale."""

    verdict: Badge
    anchor: Markup
    number: str
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScalePage:
    """Everything that the page of the scale shows."""

    front: Markup
    steps: tuple[Step, ...]
    certainties: tuple[tuple[Certainty, str, str], ...]
    reasons: tuple[tuple[str, str], ...]
    methodology: HandWritten | None


def outputs(record: Record, edition: Edition) -> Iterator[Output]:
    """Give the page of the scale."""
    here = Here(addresses.SCALE, edition)
    yield Output(here.path, ("settings",), partial(_make, record, here))


def _make(record: Record, here: Here) -> bytes:
    return fill("pages/scale.md.j2", here.words, page=view(record, here))


def view(record: Record, here: Here) -> ScalePage:
    """Decide what the page of the scale shows."""
    words = here.words
    return ScalePage(
        front=here.front(
            "mkdocs.yml",
            within=True,
            title=words.say("Verdict scale"),
            description=words.say("What each verdict means, and what the evidence must show for it."),
        ),
        steps=tuple(_step(name, here.edition) for name in record.settings.verdicts),
        certainties=tuple((level, words.certainty(level), words.certainty_means(level)) for level in Certainty),
        reasons=tuple(words.reason(reason) for reason in Reason),
        methodology=parts.hand_written(addresses.METHODOLOGY, record, here),
    )


def _step(name: str, edition: Edition) -> Step:
    words, verdicts = edition.words, edition.settings.verdicts
    needs, number = verdicts[name].needs, verdicts[name].number
    best = max((one.number for one in verdicts.values() if one.number), default=0)
    rank = words.say("{number} of {best}", number=number, best=best) if number else words.say("no conclusion")
    return Step(edition.verdict(name), addresses.verdict_anchor(name), rank, tuple(conditions(needs, words)))


def conditions(needs: Needs, words: Words) -> Iterator[str]:
    """Say what a verdict demands of its evidence, one sentence each; alternatives stand in one."""
    yield from (words.say("{clause}.", clause=words.begun(clause)) for clause in _clauses(needs, words))
    if needs.either:
        ways = [words.listing(list(_clauses(one, words))) for one in needs.either]
        yield words.say("Either {ways}.", ways=words.say(", or ").join(ways))


def _clauses(conditions: Conditions, words: Words) -> Iterator[str]:
    count = words.count
    yield from _bounds(
        conditions.origins_for,
        words.say("no independent origin supports the claim"),
        lambda number: count(
            number,
            "at least {number} independent origin supports the claim",
            "at least {number} independent origins support the claim",
        ),
        lambda number: count(
            number,
            "at most {number} independent origin supports the claim",
            "at most {number} independent origins support the claim",
        ),
    )
    yield from _bounds(
        conditions.origins_against,
        words.say("no independent origin contradicts the claim"),
        lambda number: count(
            number,
            "at least {number} independent origin contradicts the claim",
            "at least {number} independent origins contradict the claim",
        ),
        lambda number: count(
            number,
            "at most {number} independent origin contradicts the claim",
            "at most {number} independent origins contradict the claim",
        ),
    )
    yield from _bounds(
        conditions.named_for,
        words.say("no speaker whom a document names supports the claim"),
        lambda number: count(
            number,
            "at least {number} speaker whom a document names supports the claim",
            "at least {number} speakers whom documents name support the claim",
        ),
        lambda number: count(
            number,
            "at most {number} speaker whom a document names supports the claim",
            "at most {number} speakers whom documents name support the claim",
        ),
    )
    yield from _bounds(
        conditions.primary_for,
        words.say("no primary document supports the claim"),
        lambda number: count(
            number,
            "at least {number} primary document supports the claim",
            "at least {number} primary documents support the claim",
        ),
        lambda number: count(
            number,
            "at most {number} primary document supports the claim",
            "at most {number} primary documents support the claim",
        ),
    )
    yield from _bounds(
        conditions.primary_against,
        words.say("no primary document contradicts the claim"),
        lambda number: count(
            number,
            "at least {number} primary document contradicts the claim",
            "at least {number} primary documents contradict the claim",
        ),
        lambda number: count(
            number,
            "at most {number} primary document contradicts the claim",
            "at most {number} primary documents contradict the claim",
        ),
    )
    for stance in conditions.stances:
        yield _must_occur(stance, words)


def _must_occur(stance: Stance, words: Words) -> str:
    say = words.say
    return {
        Stance.SUPPORTS: say("at least one document supports the claim"),
        Stance.CONTRADICTS: say("at least one document contradicts the claim"),
        Stance.QUALIFIES: say("at least one document qualifies the claim"),
        Stance.MENTIONS: say("at least one document mentions the claim"),
    }[stance]


def _bounds(bounds: Bounds, none: str, least: Callable[[int], str], most: Callable[[int], str]) -> Iterator[str]:
    if bounds.max == 0:
        yield none
        return
    if bounds.min:
        yield least(bounds.min)
    if bounds.max is not None:
        yield most(bounds.max)
