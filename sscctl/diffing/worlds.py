"""Which offices are there on a day, before and after the changes that open, close or move some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sscctl.diffing.life import COMING
from sscctl.diffing.nearest import Site, SiteIndex
from sscctl.diffing.sides import Side, Sides
from sscctl.domain.change import ORDINARY_HOURS, Change, ChangeKind, Topic
from sscctl.domain.event import Status
from sscctl.domain.hours import Weekday
from sscctl.domain.office import Office
from sscctl.domain.place import Precision

MOVING = frozenset(
    (
        ChangeKind.VANISHES,
        ChangeKind.CLOSES,
        ChangeKind.SUSPENDS,
        ChangeKind.OPENING_POSTPONED,
        ChangeKind.MOVES,
        ChangeKind.STAYS,
        ChangeKind.OPENS,
        ChangeKind.REOPENS,
    )
)
"""The kinds of changes that can make another office the nearest."""

_EXACT = (Precision.ENTRANCE, Precision.ADDRESS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which offices one looks for: those that are there on `day`, of an agency those where it takes part.

    With `weekday`, offices are left out whose ordinary hours say that they are closed on that day of the week.
    """

    day: date
    agency: str | None = None
    weekday: Weekday | None = None


class Worlds:
    """The offices before the changes, and the same offices with those changes alone that open, close or move some.

    An office is there on a day when it is open, or when no source tells for certain that it is not. One that closes
    was there until then, whatever was known of it: nobody decides to close what is not open.
    """

    def __init__(self, sides: Sides, changes: Sequence[Change]) -> None:
        of_offices = [change for change in changes if change.topic is Topic.OFFICE and change.visible]
        moved = {change.subject for change in of_offices if change.kind in MOVING or change.field == ORDINARY_HOURS}
        renamed = {str(c.before): c.subject for c in of_offices if c.kind is ChangeKind.RENAMED and c.field == "id"}
        self._closing = {change.subject for change in of_offices if change.kind is ChangeKind.CLOSES}
        self._closing |= {old for old, new in renamed.items() if new in self._closing}
        self._sides = sides
        self.offices_before: Mapping[str, Office] = sides.offices_before
        kept = {i: office for i, office in self.offices_before.items() if renamed.get(i, i) not in moved}
        come = {ident: sides.offices_after[ident] for ident in sorted(moved) if ident in sides.offices_after}
        self.offices_after: Mapping[str, Office] = kept | come

    def before(self, day: date) -> list[Office]:
        """The offices that are there on the day as it was told before."""
        return [office for office in self.offices_before.values() if self._is_there(office, day)]

    def after(self, day: date) -> list[Office]:
        """The offices that are there on the day as it is told after."""
        return [office for office in self.offices_after.values() if self._is_there(office, day)]

    def sites_before(self, wanted: Wanted) -> SiteIndex:
        """Where one finds them before."""
        return SiteIndex(self._sites(self.before(wanted.day), self._sides.before, wanted))

    def sites_after(self, wanted: Wanted) -> SiteIndex:
        """Where one finds them after."""
        offices = self.after(wanted.day)
        if wanted.agency is not None:
            offices = [self._sides.offices_after.get(office.id, office) for office in offices]
        return SiteIndex(self._sites(offices, self._sides.after, wanted))

    def _is_there(self, office: Office, day: date) -> bool:
        status = office.status_on(day)
        if status in (Status.OPEN, Status.UNKNOWN):
            return True
        return status in COMING and office.id in self._closing

    def _sites(self, offices: Sequence[Office], side: Side, wanted: Wanted) -> Iterator[Site]:
        municipalities = self._sides.after.reference.municipalities
        for office in offices:
            if wanted.agency is not None and wanted.agency not in side.context.attending(office, wanted.day):
                continue
            schedule = office.hours.schedule_on(wanted.day)
            if wanted.weekday and schedule and schedule.weekly.get(wanted.weekday) == ():
                continue
            address = office.address_on(wanted.day)
            municipality = municipalities.get(office.municipality)
            if address and address.position:
                exact = address.position.precision in _EXACT
                yield Site(office.id, office.municipality, address.position.point, exact)
            elif municipality:
                yield Site(office.id, office.municipality, municipality.seat, exact=False)
