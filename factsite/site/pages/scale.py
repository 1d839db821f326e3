"""The page of the verdict scale: what each verdict means and what it needs, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factsite.corpus.model import Bounds, Certainty, Conditions, Needs, Reason, Settings
from factsite.site import addresses, words
from factsite.site.addresses import Here
from factsite.site.dialect import fill, front_matter
from factsite.site.output import Output
from factsite.site.pages import parts
from factsite.site.pages.parts import Badge
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
    certainties: tuple[tuple[Certainty, str], ...]
    reasons: tuple[tuple[str, str], ...]
    methodology: Markup | None


def outputs(record: Record) -> Iterator[Output]:
    """Give the page of the scale."""
    yield Output(addresses.SCALE, ("settings",), partial(_make, record))


def _make(record: Record) -> bytes:
    return fill("pages/scale.md.j2", page=view(record))


def view(record: Record) -> ScalePage:
    """Decide what the page of the scale shows."""
    settings = record.settings
    return ScalePage(
        front=front_matter(
            "mkdocs.yml",
            within=True,
            title="Verdict scale",
            description="What each verdict means, and what the evidence must show for it.",
        ),
        steps=tuple(_step(name, settings) for name in settings.verdicts),
        certainties=tuple(words.CERTAINTY.items()),
        reasons=tuple(words.REASON[reason] for reason in Reason),
        methodology=parts.hand_written(addresses.METHODOLOGY, record, Here(addresses.SCALE)),
    )


def _step(name: str, settings: Settings) -> Step:
    verdict = settings.verdicts[name]
    best = max((one.number for one in settings.verdicts.values() if one.number), default=0)
    number = f"{verdict.number} of {best}" if verdict.number else "no conclusion"
    return Step(parts.badge(name, settings), addresses.verdict_anchor(name), number, tuple(conditions(verdict.needs)))


def conditions(needs: Needs) -> Iterator[str]:
    """Say what a verdict demands of its evidence, one sentence each; alternatives stand in one."""
    yield from (f"{clause[0].upper()}{clause[1:]}." for clause in _clauses(needs))
    if needs.either:
        yield f"Either {', or '.join(' and '.join(_clauses(one)) for one in needs.either)}."


def _clauses(conditions: Conditions) -> Iterator[str]:
    for bounds, what, does in (
        (conditions.origins_for, "independent origin", "support"),
        (conditions.origins_against, "independent origin", "contradict"),
        (conditions.named_for, "speaker whom a document names", "support"),
        (conditions.primary_for, "primary document", "support"),
        (conditions.primary_against, "primary document", "contradict"),
    ):
        yield from _bounds(bounds, what, does)
    for stance in conditions.stances:
        yield f"at least one document {words.STANCE[stance]} the claim"


def _bounds(bounds: Bounds, what: str, does: str) -> Iterator[str]:
    many = f"{what}s" if not what.startswith("speaker") else "speakers whom documents name"
    if bounds.max == 0:
        yield f"no {what} {does}s the claim"
        return
    if bounds.min:
        number = words.count(bounds.min, what, many)
        yield f"at least {number} {does}{'s' if bounds.min == 1 else ''} the claim"
    if bounds.max is not None:
        number = words.count(bounds.max, what, many)
        yield f"at most {number} {does}{'s' if bounds.max == 1 else ''} the claim"
