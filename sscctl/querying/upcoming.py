"""What takes effect soon: openings, closings, moves, hours, deviations, participations and agreements that end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sscctl.domain.lifecycle import EventKind, Status
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.registry import Registry
from sscctl.text import Text


class ComingKind(StrEnum):
    """What comes."""

    OPENING = "opening"
    CLOSING = "closing"
    SUSPENSION = "suspension"
    MOVE = "move"
    HOURS = "hours"
    DEVIATION = "deviation"
    PARTICIPATION_BEGINS = "participation_begins"
    PARTICIPATION_ENDS = "participation_ends"
    CO_LOCATION = "co_location"
    AGREEMENT_BEGINS = "agreement_begins"
    AGREEMENT_ENDS = "agreement_ends"


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that takes effect on `date`, the first day that is different; `office` is `None` for an agreement.

    `on` is the date as precise as its source, `subject` the agency, agreement or hours it is about.
    """

    date: date
    kind: ComingKind
    office: str | None
    on: PartialDate
    subject: str = ""
    note: Text | None = None


def upcoming(registry: Registry, first: date, days: int) -> list[Coming]:
    """What takes effect after `first` and within `days` days of it, by date, office and kind."""
    window = Period(first + timedelta(days=1), first + timedelta(days=days + 1))
    found = [coming for office in registry.offices.values() for coming in _of_office(office)]
    found += _of_agreements(registry)
    chosen = (coming for coming in found if coming.date in window)
    return sorted(chosen, key=lambda coming: (coming.date, coming.office or "", coming.kind, coming.subject))


_EVENTS = {
    EventKind.OPENED: ComingKind.OPENING,
    EventKind.INAUGURATED: ComingKind.OPENING,
    EventKind.REOPENED: ComingKind.OPENING,
    EventKind.SUSPENDED: ComingKind.SUSPENSION,
    EventKind.MOVED: ComingKind.MOVE,
}


def _of_office(office: Office) -> Iterator[Coming]:
    yield from _of_life(office)
    for address in office.addresses[1:]:
        if address.since and not any(event.kind is EventKind.MOVED for event in office.lifecycle):
            yield _coming(ComingKind.MOVE, office.id, address.since, address.street or "", address.note)
    yield from _of_hours(office)
    yield from _of_others(office)


def _of_hours(office: Office) -> Iterator[Coming]:
    for schedule in office.hours.schedules:
        if schedule.since and not schedule.undated:
            yield _coming(ComingKind.HOURS, office.id, schedule.since, "", schedule.note)
    for deviation in office.hours.deviations:
        if deviation.period.start:
            hours = ", ".join(map(str, deviation.hours))
            on = PartialDate.on(deviation.period.start)
            yield _coming(ComingKind.DEVIATION, office.id, on, hours, deviation.reason)


def _of_others(office: Office) -> Iterator[Coming]:
    for part in office.participations:
        if part.since:
            yield _coming(ComingKind.PARTICIPATION_BEGINS, office.id, part.since, part.agency, part.note)
        if part.period.end:
            on = PartialDate.on(part.period.end)
            yield _coming(ComingKind.PARTICIPATION_ENDS, office.id, on, part.agency, part.note)
    for other in office.co_locations:
        if other.since:
            yield _coming(ComingKind.CO_LOCATION, office.id, other.since, other.whom, other.note)


def _of_life(office: Office) -> Iterator[Coming]:
    for event in office.lifecycle:
        closes = event.kind in (EventKind.CLOSING_DECIDED, EventKind.CLOSED)
        if closes and event.last_day:
            day = PartialDate.on(event.last_day + timedelta(days=1))
            yield _coming(ComingKind.CLOSING, office.id, day, "", event.note)
        elif closes and event.on and event.kind is EventKind.CLOSED:
            yield _coming(ComingKind.CLOSING, office.id, event.on, "", event.note)
        elif event.kind in _EVENTS and event.on:
            yield _coming(_EVENTS[event.kind], office.id, event.on, "", event.note)
        elif event.expected and event.kind in (EventKind.PLANNED, EventKind.COMMISSIONED):
            yield _coming(ComingKind.OPENING, office.id, event.expected, Status.PLANNED.value, event.note)


def _of_agreements(registry: Registry) -> Iterable[Coming]:
    for agreement in registry.context.agreements.values():
        if agreement.since:
            yield _coming(ComingKind.AGREEMENT_BEGINS, None, agreement.since, agreement.id, agreement.title)
        if agreement.period.end:
            on = PartialDate.on(agreement.period.end)
            yield _coming(ComingKind.AGREEMENT_ENDS, None, on, agreement.id, agreement.title)


def _coming(kind: ComingKind, office: str | None, on: PartialDate, subject: str, note: Text | None) -> Coming:
    return Coming(on.first if on.has_start else on.last, kind, office, on, subject, note)
