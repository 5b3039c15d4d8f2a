"""What takes effect soon: openings, closings, moves, hours, deviations, participations and agreements that end.

The network's closed days (holidays and eves) come every year and are no events.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.lifecycle import turns
from sscctl.domain.office import CoLocationStatus, Office
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.registry import Registry
from sscctl.querying.coming import Coming, ComingKind
from sscctl.querying.coming_agreements import of_agreements, of_participations
from sscctl.querying.coming_hours import of_hours

__all__ = ["Coming", "ComingKind", "upcoming"]

_ENDED = (Status.CLOSED, Status.CANCELLED)


def upcoming(registry: Registry, first: date, days: int) -> list[Coming]:
    """What takes effect after `first` and within `days` days of it, by date, office and kind."""
    window = Period(_later(first, 1), _later(first, days + 1))
    found = [one for office in registry.offices.values() for one in _of_office(registry, office, first)]
    found += of_agreements(registry.context)
    chosen = (one for one in found if one.day in window)
    return sorted(chosen, key=lambda one: (one.day, one.office or "", list(ComingKind).index(one.kind), one.subject))


def _later(day: date, days: int) -> date:
    """The day so many days later; the calendar's last where it ends before."""
    return day + timedelta(days=min(days, (date.max - day).days))


def _of_office(registry: Registry, office: Office, first: date) -> Iterator[Coming]:
    """What changes at an office that is there then: what closes takes all with it, what opens brings it."""
    life = tuple(_of_life(office, first))
    yield from life
    opening = {one.day for one in life if one.kind in _OPENINGS}
    others = (*_of_moves(office), *of_hours(office), *of_participations(registry.context, office), *_of_roof(office))
    for one in others:
        if office.status_on(one.day) not in _ENDED and not (one.kind in _WITH_OPENING and one.day in opening):
            yield one


_OPENINGS = (ComingKind.OPENING, ComingKind.REOPENING)
_WITH_OPENING = (ComingKind.HOURS, ComingKind.PARTICIPATION_BEGINS)
_GIVES = {
    Status.OPEN: ComingKind.OPENING,
    Status.SUSPENDED: ComingKind.SUSPENSION,
    Status.CLOSED: ComingKind.CLOSING,
    Status.CANCELLED: ComingKind.CANCELLATION,
}
_EXPECTS = {
    EventKind.PROPOSED: ComingKind.OPENING,
    EventKind.PLANNED: ComingKind.OPENING,
    EventKind.COMMISSIONED: ComingKind.OPENING,
    EventKind.REOPENING_ANNOUNCED: ComingKind.REOPENING,
    EventKind.CLOSING_ANNOUNCED: ComingKind.CLOSING,
}


def _of_life(office: Office, first: date) -> Iterator[Coming]:
    """Each change of status that an event gives, once; and what the last plan expects, until it has come.

    That a source saw an office, or says that something had happened by a day, is no event on that day.
    """
    status, was_open = office.status_on(first), _was_open(office, first)
    given = set()
    for turn in turns(office.lifecycle):
        kind = _GIVES.get(turn.status)
        if turn.on.first <= first or turn.status is status:
            continue
        status = turn.status
        if kind is None or turn.event.kind is EventKind.OBSERVED:
            continue
        if kind is ComingKind.OPENING and was_open:
            kind = ComingKind.REOPENING
        was_open = was_open or status is Status.OPEN
        given.add(kind)
        yield _event(office, kind, turn.on, turn.event, first)
    expected = {
        kind: event
        for event in sorted(office.lifecycle, key=lambda event: event.on.last if event.on else date.min)
        if (kind := _EXPECTS.get(event.kind)) and event.expected and (event.on is None or event.on.first <= first)
    }
    for kind, event in expected.items():
        if event.expected and kind not in given and _is_awaited(kind, office.status_on(first)):
            yield _event(office, kind, event.expected, event, first, is_planned=True)


def _was_open(office: Office, day: date) -> bool:
    return any(turn.status is Status.OPEN and turn.on.last <= day for turn in turns(office.lifecycle))


def _is_awaited(kind: ComingKind, status: Status) -> bool:
    if kind is ComingKind.OPENING:
        return status in (Status.PROPOSED, Status.PLANNED, Status.UNKNOWN)
    return status not in (_ENDED if kind is ComingKind.CLOSING else (Status.OPEN, Status.CANCELLED))


def _event(
    office: Office, kind: ComingKind, on: PartialDate, event: Event, first: date, *, is_planned: bool = False
) -> Coming:
    """It comes on its first possible day that lies ahead: what is expected in 2027 may still come in May of it."""
    return Coming(
        min(max(on.first, _later(first, 1)), on.last),
        kind,
        office.id,
        on,
        note=event.note,
        is_planned=is_planned,
        last_day=event.last_day,
        decision=event.decision,
        successors=event.successors,
    )


def _of_moves(office: Office) -> Iterator[Coming]:
    """An address after another one, and a move of which no source tells where to."""
    told = set()
    for address in office.addresses:
        if address.since and address.since.has_start and office.address_on(address.since.first - timedelta(days=1)):
            told.add(address.since.first)
            on = address.since
            yield Coming(on.first, ComingKind.MOVE, office.id, on, note=address.note, address=address)
    for event in office.lifecycle:
        if event.kind is EventKind.MOVED and event.on and event.on.has_start and event.on.first not in told:
            yield Coming(event.on.first, ComingKind.MOVE, office.id, event.on, note=event.note, decision=event.decision)


def _of_roof(office: Office) -> Iterator[Coming]:
    for other in office.co_locations:
        if other.status in (CoLocationStatus.ENDED, CoLocationStatus.DECLINED):
            continue
        if other.since and other.since.has_start:
            on = other.since
            yield Coming(on.first, ComingKind.CO_LOCATION_BEGINS, office.id, on, other.whom, other.note, shared=other)
        if other.period.end:
            on = PartialDate.on(other.period.end)
            yield Coming(on.first, ComingKind.CO_LOCATION_ENDS, office.id, on, other.whom, other.note, shared=other)
