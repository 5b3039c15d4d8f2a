"""The whole comparison: what changed, what it adds up to, and whom it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sscctl.diffing.compare import compare
from sscctl.diffing.sides import Sides
from sscctl.diffing.significance import Summary, summed
from sscctl.domain.change import Change
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
    unreadable: tuple[str, ...]
    names: Names


class Names:
    """What things are called: looked up in what was read already, else by reading the one document."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    def office(self, ident: str) -> str:
        """The office's name; its id where there is none."""
        for side in (self._sides.after, self._sides.before):
            if ident in side.offices:
                return side.offices[ident].name
        return self._sides.name_of_office(ident) or ident

    def agency(self, ident: str) -> Text:
        """The agency's name; its id where there is none."""
        agency = self._sides.after.agency(ident) or self._sides.before.agency(ident)
        return agency.name if agency else Text(ident, ident)


def report(sides: Sides, before: End, after: End, today: date) -> Report:
    """Compare, weigh and add up."""
    changes = compare(sides, today)
    return Report(before, after, today, changes, summed(changes), tuple(sorted(sides.unreadable)), Names(sides))
