"""The whole comparison: what changed, what it adds up to, and whom it reaches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sscctl.diffing.compare import compare
from sscctl.diffing.impact import Impact, impact
from sscctl.diffing.sides import Sides
from sscctl.diffing.significance import Summary, summed
from sscctl.domain.change import Change
from sscctl.domain.decision import Decision
from sscctl.reading.polygons import Shape
from sscctl.reading.standing import Revision
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class End:
    """One end of a comparison: how it was asked for (`None` is the work tree), and the commit that it is."""

    asked: str | None
    revision: Revision | None


@dataclass(frozen=True, slots=True)
class Report:
    """What changed between two registries; `unreadable` are the files that could not be compared."""

    before: End
    after: End
    today: date
    changes: Sequence[Change]
    summary: Summary
    impact: Impact
    unreadable: tuple[str, ...]
    names: Names
    boundaries: Callable[[], Mapping[str, Shape]]
    """The counties' boundaries by code, read when they are asked for."""


class Names:
    """What things are called: looked up in what was read already, else by reading the one document."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    def office(self, ident: str) -> str:
        """The office's name; its id where there is none."""
        return self._sides.name_of_office(ident) or ident

    def county(self, code: str) -> str:
        """The county's name; its code where that is unknown."""
        county = self._sides.after.reference.county(code)
        return county.name if county else code

    def agency(self, ident: str) -> Text:
        """The agency's name; its id where there is none."""
        agency = self._sides.after.agency(ident) or self._sides.before.agency(ident)
        return agency.name if agency else Text(ident, ident)

    def decision(self, ident: str) -> Decision | None:
        """The decision; `None` where there is none by that id."""
        return self._sides.after.decision(ident) or self._sides.before.decision(ident)


def report(sides: Sides, before: End, after: End, today: date, on: date | None = None) -> Report:
    """Compare, weigh, add up, and see whom it reaches: on the days that it takes effect, or `on` another."""
    changes = compare(sides, today)
    return Report(
        before=before,
        after=after,
        today=today,
        changes=changes,
        summary=summed(changes),
        impact=impact(sides, changes, on),
        unreadable=tuple(sorted(sides.unreadable)),
        names=Names(sides),
        boundaries=lambda: sides.after.boundaries,
    )
