"""An office on a day: what of all that is known of it holds then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.hours import Deviation, Schedule
from sscctl.domain.lifecycle import turns
from sscctl.domain.office import CoLocation, CoLocationStatus, Office, OfficeService, Participation
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.place import Address, County, Municipality
from sscctl.domain.registry import Registry
from sscctl.reading.reference import Reference


@dataclass(frozen=True, slots=True)
class Portrait:
    """An office as it is on `day`; `municipality` and `county` are `None` where the code is not a known one."""

    office: Office
    day: date
    status: Status
    address: Address | None
    municipality: Municipality | None
    county: County | None
    participations: tuple[Participation, ...]

    @property
    def municipality_name(self) -> str:
        """The municipality's name; its code where that is unknown."""
        return self.municipality.name if self.municipality else self.office.municipality

    @property
    def county_name(self) -> str:
        """The county's name; its code where that is unknown."""
        return self.county.name if self.county else self.office.county

    @property
    def schedule(self) -> Schedule | None:
        """The ordinary hours that hold."""
        return self.office.hours.schedule_on(self.day)

    @property
    def undated_schedules(self) -> tuple[Schedule, ...]:
        """Hours that a source gives without telling for when."""
        return tuple(schedule for schedule in self.office.hours.schedules if schedule.undated)

    @property
    def co_locations(self) -> tuple[CoLocation, ...]:
        """Who shares the roof, or may come to; what was ended or declined is left out."""
        over = (CoLocationStatus.ENDED, CoLocationStatus.DECLINED)
        return tuple(
            other
            for other in self.office.co_locations
            if other.status not in over and (self.day in other.period or other.status is not CoLocationStatus.ACTIVE)
        )

    @property
    def services(self) -> tuple[OfficeService, ...]:
        """Named services that can, or cannot, be had."""
        return self.office.services

    @property
    def opened(self) -> PartialDate | None:
        """When it first opened, as precisely as is known; a day on which it was merely seen open is none."""
        return self._first((EventKind.OPENED, EventKind.INAUGURATED))

    @property
    def closed(self) -> PartialDate | None:
        """Since when it is closed, once that is so on the day."""
        if self.status is not Status.CLOSED:
            return None
        past = [
            turn for turn in turns(self.office.lifecycle) if turn.status is Status.CLOSED and turn.on.last <= self.day
        ]
        return past[-1].on if past else None

    @property
    def coming(self) -> tuple[Event, ...]:
        """Events that take effect after the day: an opening that is planned, a last day for visitors."""
        return tuple(
            event
            for event in self.office.lifecycle
            if (event.last_day and event.last_day >= self.day) or (event.on and event.on.first > self.day)
        )

    @property
    def coming_deviations(self) -> tuple[Deviation, ...]:
        """Deviations that hold on the day or later."""
        return tuple(
            deviation
            for deviation in self.office.hours.deviations
            if deviation.period.last is None or deviation.period.last >= self.day
        )

    def _first(self, kinds: tuple[EventKind, ...]) -> PartialDate | None:
        dates = sorted(event.on for event in self.office.lifecycle if event.kind in kinds and event.on)
        return dates[0] if dates else None


def portray(registry: Registry, reference: Reference, office: Office, day: date) -> Portrait:
    """Draw one office as it is on `day`."""
    status = office.status_on(day)
    return Portrait(
        office=office,
        day=day,
        status=status,
        address=office.address_on(day),
        municipality=reference.municipality(office.municipality),
        county=reference.county(office.county),
        participations=registry.context.taking_part(office, day),
    )
