"""The life of an office (livscykel): events, and the status they give on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sscctl.domain.decision import Body, Consulted
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.text import Text


class Status(StrEnum):
    """What an office is on a day."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class EventKind(StrEnum):
    """What happened."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    COMMISSIONED = "commissioned"
    OPENED = "opened"
    INAUGURATED = "inaugurated"
    OBSERVED = "observed"
    SUSPENDED = "suspended"
    REOPENED = "reopened"
    REOPENING_ANNOUNCED = "reopening_announced"
    MOVED = "moved"
    CLOSING_ANNOUNCED = "closing_announced"
    CLOSING_DECIDED = "closing_decided"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Basis(StrEnum):
    """How well a date is known: reported, named in a plan, worked out from other facts, or disputed."""

    REPORTED = "reported"
    PLANNED = "planned"
    DERIVED = "derived"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an office, or was decided about it.

    `last_day` is the last day for visitors (sista besöksdag) and `expected` the opening day a plan names. `status` is
    what a source saw on the day, for `observed` alone.
    """

    kind: EventKind
    on: PartialDate | None = None
    status: Status | None = None
    expected: PartialDate | None = None
    last_day: date | None = None
    decision: str | None = None
    body: Body | None = None
    consulted: tuple[Consulted, ...] = ()
    successors: tuple[str, ...] = ()
    basis: Basis | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of status: certain from `on.last`, possible from `on.first`; `event` is what brings it."""

    on: PartialDate
    status: Status
    event: Event


_GIVES = {
    EventKind.PROPOSED: Status.PROPOSED,
    EventKind.PLANNED: Status.PLANNED,
    EventKind.COMMISSIONED: Status.PLANNED,
    EventKind.OPENED: Status.OPEN,
    EventKind.INAUGURATED: Status.OPEN,
    EventKind.REOPENED: Status.OPEN,
    EventKind.SUSPENDED: Status.SUSPENDED,
    EventKind.REOPENING_ANNOUNCED: Status.SUSPENDED,
    EventKind.CANCELLED: Status.CANCELLED,
}


def turns(events: Iterable[Event]) -> Iterator[Turn]:
    """Yield what each event does to the status, in the order of time; events that do nothing to it are left out.

    A closing takes effect the day after the last day for visitors, be it decided or reported; without that day a
    decision changes nothing yet.
    """
    found = [turn for event in events if (turn := _turn(event))]
    yield from sorted(found, key=lambda turn: (turn.on.last, turn.on.first))


def _turn(event: Event) -> Turn | None:
    if event.kind in (EventKind.CLOSING_DECIDED, EventKind.CLOSED) and event.last_day:
        return Turn(PartialDate.on(event.last_day + timedelta(days=1)), Status.CLOSED, event)
    if event.on is None:
        return None
    if event.kind is EventKind.CLOSED:
        return Turn(event.on, Status.CLOSED, event)
    if event.kind is EventKind.OBSERVED and event.status:
        return Turn(event.on, event.status, event)
    given = _GIVES.get(event.kind)
    return Turn(event.on, given, event) if given else None


def status_on(events: Iterable[Event], day: date) -> Status:
    """The status on `day`: what the events certain by then give; `unknown` where one may or may not have come.

    A proposal or a plan never undoes an opening, and an announced reopening only lifts a closing.
    """
    status = Status.UNKNOWN
    for turn in turns(events):
        if day < turn.on.first:
            continue
        after = _after(status, turn)
        if day >= turn.on.last:
            status = after
        elif after is not status:
            status = Status.UNKNOWN
    return status


def _after(status: Status, turn: Turn) -> Status:
    began = status in (Status.OPEN, Status.SUSPENDED, Status.CLOSED, Status.CANCELLED)
    if began and turn.status in (Status.PROPOSED, Status.PLANNED):
        return status
    if status is Status.PLANNED and turn.status is Status.PROPOSED:
        return status
    if turn.event.kind is EventKind.REOPENING_ANNOUNCED and status is not Status.CLOSED:
        return status
    return turn.status


def open_periods(events: Iterable[Event]) -> tuple[Period, ...]:
    """The periods in which the office is open for certain, in order."""
    events = tuple(events)
    edges = sorted({edge for turn in turns(events) for edge in (turn.on.first, turn.on.last)})
    found: list[Period] = []
    for start, end in zip(edges, [*edges[1:], None], strict=True):
        if status_on(events, start) is not Status.OPEN:
            continue
        if found and found[-1].end == start:
            found[-1] = Period(found[-1].start, end)
        else:
            found.append(Period(start, end))
    return tuple(found)
