"""The life of an office as it is published: since when, until when, what is coming, and every event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.lifecycle import Turn, turns
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.publishing.plain import Record, both, day, known, partial, texts

_OPENINGS = (EventKind.OPENED, EventKind.INAUGURATED)
_PROMISES = {
    EventKind.PROPOSED: Status.OPEN,
    EventKind.PLANNED: Status.OPEN,
    EventKind.COMMISSIONED: Status.OPEN,
    EventKind.REOPENING_ANNOUNCED: Status.OPEN,
    EventKind.CLOSING_ANNOUNCED: Status.CLOSED,
    EventKind.CLOSING_DECIDED: Status.CLOSED,
}
"""What an event says will come at the date it expects."""


@dataclass(frozen=True, slots=True)
class Ending:
    """That an office is closed or cancelled: since when, the last day for visitors, and where to go instead."""

    status: Status
    on: PartialDate | None
    last_day: date | None
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """A status that the office will get; `is_planned` where a plan names the date and nothing has decided it."""

    on: PartialDate
    status: Status
    event: Event
    is_planned: bool = False


def opened(office: Office) -> PartialDate | None:
    """When it first opened; a day on which it was merely seen open is none."""
    return min((event.on for event in office.lifecycle if event.kind in _OPENINGS and event.on), default=None)


def ending(office: Office, today: date) -> Ending | None:
    """How it ended, where it is closed or cancelled today.

    Of several events that say so the first is the one that did it; one that merely saw it tells no more than "by then".
    """
    status = office.status_on(today)
    if status not in (Status.CLOSED, Status.CANCELLED):
        return None
    past = [turn for turn in turns(office.lifecycle) if turn.on.last <= today]
    run = list(takewhile(lambda turn: turn.status is status, reversed(past)))[::-1]
    told = [turn for turn in run if turn.event.kind is not EventKind.OBSERVED]
    found = told or run
    return Ending(
        status,
        _by(found[0]) if found else None,
        next((turn.event.last_day for turn in found if turn.event.last_day), None),
        next((turn.event.successors for turn in found if turn.event.successors), ()),
    )


def _by(turn: Turn) -> PartialDate:
    if turn.event.kind is not EventKind.OBSERVED:
        return turn.on
    return PartialDate(date.min, turn.on.last, f"../{turn.on.last.isoformat()}")


def coming(office: Office, today: date) -> tuple[Coming, ...]:
    """The statuses it will get after today, in order: first of all what events give, then what plans expect."""
    certain = [
        Coming(turn.on, turn.status, turn.event)
        for turn in turns(office.lifecycle)
        if _is_ahead(turn.on, today) and turn.status is not Status.UNKNOWN
    ]
    given = {found.status for found in certain}
    status = office.status_on(today)
    planned = {
        promise: Coming(event.expected, promise, event, is_planned=True)
        for event in office.lifecycle
        if (promise := _PROMISES.get(event.kind)) and event.expected and event.expected.last > today
        if promise is not status and promise not in given
    }
    if status in (Status.CLOSED, Status.CANCELLED) and not any(_reopens(found.event) for found in planned.values()):
        planned = {}
    return tuple(sorted((*certain, *planned.values()), key=lambda found: (found.on.last, found.on.first)))


def _is_ahead(on: PartialDate, today: date) -> bool:
    return on.has_start and on.first > today


def _reopens(event: Event) -> bool:
    return event.kind is EventKind.REOPENING_ANNOUNCED


def validity(office: Office, today: date) -> Record:
    """Since when and until when; `closedOn` is the first day on which it is closed, `lastDay` the last for visitors."""
    end = ending(office, today)
    return known(
        openedOn=partial(opened(office)),
        closedOn=partial(end.on) if end else None,
        lastDay=day(end.last_day) if end else None,
        successors=texts(end.successors) if end else None,
        predecessor=office.predecessor,
    )


def events(office: Office) -> Iterator[Record]:
    """Yield every event, in the order of the registry."""
    for event in office.lifecycle:
        yield known(
            event=event.kind,
            on=partial(event.on),
            status=event.status,
            expected=partial(event.expected),
            lastDay=day(event.last_day),
            decision=event.decision,
            body=event.body,
            consulted=texts(event.consulted),
            successors=texts(event.successors),
            basis=event.basis,
            note=both(event.note),
            sources=texts(event.sources),
        )
