"""Draft claim files from ClaimReview, for a checker who has published elsewhere.

A ClaimReview says what was claimed and concluded, but not which words of which document show it. So a draft keeps what
can be kept and leaves open what an editor must decide; the check then names every open place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from factsite.corpus.foreign import graph
from factsite.corpus.mapping import Draft, brief, map_review
from factsite.corpus.model import Certainty, Settings, Source, Stance


@dataclass(frozen=True, slots=True)
class Drafts:
    """Draft files by path, a sentence for everything that could not be kept, and one for every claim without an id."""

    files: Mapping[str, str]
    unmapped: tuple[str, ...]
    unnamed: tuple[str, ...] = ()


def drafts(text: str, settings: Settings, sources: Mapping[str, Source]) -> Drafts:
    """Draft a claim file for every ClaimReview in a text: JSON-LD, a DataFeed, or a web page that holds either."""
    found = graph(text)
    files: dict[str, str] = {}
    unmapped, unnamed = list(found.faults), list[str]()
    for review in found.reviews:
        draft, lost = map_review(review, found, settings, sources)
        if not draft.name:
            what = f"`{brief(draft.claim)}`" if draft.claim else "a ClaimReview without a claim"
            unnamed.append(f"{what} has no words to make an id of: begin it with `factsite new --id ID`")
            continue
        path = _free(draft.name, files)
        files[path] = "".join(line.rstrip(" ") + "\n" for line in _lines(draft))
        unmapped += (f"{path}: {sentence}" for sentence in lost)
    return Drafts(files, tuple(unmapped), tuple(unnamed))


def _free(name: str, taken: Mapping[str, str]) -> str:
    """Give the path of a draft; a number tells two of one name apart."""
    number, path = 1, f"claims/{name}.yml"
    while path in taken:
        number += 1
        path = f"claims/{name}-{number}.yml"
    return path


def _lines(draft: Draft) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../schema/claim.schema.json"
    yield f"# Draft from the ClaimReview at {draft.url or 'an unknown address'}"
    yield "# Fill in what stands open; the check names each place."
    yield f"claim:{_scalar(draft.claim)}"
    yield f"claimant:{_scalar(draft.claimants[0]) if len(draft.claimants) == 1 else ''}"
    if len(draft.claimants) > 1:
        yield from (f"  -{_scalar(name)}" for name in dict.fromkeys(draft.claimants))
    yield f"claimed: {draft.claimed}"
    yield f"about: {draft.about}"
    yield f"topics: [{', '.join(draft.topics)}]"
    yield f"verdict: {draft.verdict}  # there: {draft.rating}"
    yield f"certainty:  # {' | '.join(Certainty)}"
    yield f"reviewed: {draft.reviewed}"
    yield f"summary:{_scalar(draft.summary)}"
    yield "\nevidence:"
    for source in draft.sources or ("",):
        yield f"  - source: {source}"
        yield f"    stance:  # {' | '.join(Stance)}"
        yield "    says:"
        yield "    quote:"
    yield f"\nreasoning:{_scalar(draft.reasoning)}"
    if draft.corrections:
        yield "\ncorrections:"
    for on, what in draft.corrections:
        yield f"  - on: {on}"
        yield f"    what:{_scalar(what)}"


def _scalar(text: str) -> str:
    """Write a text as a YAML value on the line of its key, and nothing where there is none."""
    if not text:
        return ""
    written = _written(text)
    return " " + (written if len(written.splitlines()) == 1 else _written(text, style='"'))


def _written(text: str, style: str | None = None) -> str:
    dumped = yaml.safe_dump(text, allow_unicode=True, width=10 * len(text), default_style=style)
    return str(dumped).removesuffix("\n").removesuffix("\n...")
