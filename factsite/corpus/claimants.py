"""Who makes claims: people and organisations that mkdocs.yml declares once, by whichever name a claim calls them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factsite.corpus.choices import ClaimantKind
from factsite.corpus.reasoned import Locations


@dataclass(frozen=True, slots=True)
class Claimant:
    """Somebody who makes claims; one who is not declared has a name alone.

    `also` are other spellings, `names` is the name by language tag, and `note` tells a `namesake` from another.
    """

    name: str
    id: str = ""
    kind: ClaimantKind | None = None
    also: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    namesake: bool = False
    locations: Locations = field(default_factory=dict, compare=False, repr=False)

    @property
    def key(self) -> str:
        """Give what two mentions of one claimant have in common: its id, or else its name."""
        return self.id or _plain(self.name)

    @property
    def shown(self) -> str:
        """Give the name as pages show it; that of a namesake with its note."""
        return f"{self.name} ({self.note})" if self.namesake and self.note else self.name

    @property
    def spellings(self) -> Iterator[str]:
        """Give all that a claim may call this claimant."""
        yield from filter(None, dict.fromkeys((self.id, self.name, *self.also, *self.names.values())))


@dataclass(frozen=True)
class Claimants:
    """The claimants that are declared, by id."""

    declared: Mapping[str, Claimant] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Mapping[str, Claimant]) -> Claimants:
        """Declare claimants, each by its id in a table."""
        shared = Counter(_plain(claimant.name) for claimant in table.values())
        return cls(
            {
                name: replace(claimant, id=name, namesake=shared[_plain(claimant.name)] > 1)
                for name, claimant in table.items()
            }
        )

    def called(self, name: str) -> Sequence[Claimant]:
        """Give those whom a name may mean; an id means one alone."""
        if name in self.declared:
            return (self.declared[name],)
        return self.by_spelling.get(_plain(name), ())

    def meant(self, name: str) -> Claimant:
        """Give whom a name means; where that is nobody declared, or not one alone, a claimant of that name."""
        called = self.called(name)
        return called[0] if len(called) == 1 else Claimant(name)

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Give all names, without ids."""
        return tuple(spelling for spelling in self.by_spelling if spelling not in self.declared)

    @cached_property
    def by_spelling(self) -> Mapping[str, Sequence[Claimant]]:
        """Give the claimants of each spelling."""
        found: dict[str, list[Claimant]] = {}
        for claimant in self.declared.values():
            for spelling in {_plain(one) for one in claimant.spellings}:
                found.setdefault(spelling, []).append(claimant)
        return found


def listed(claimants: Sequence[Claimant]) -> str:
    """Name claimants as a sentence does: A, B and C; with semicolons where a name has a comma itself."""
    names = [claimant.shown for claimant in claimants]
    if len(names) < 2 or any("," in name for name in names):
        return "; ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())
