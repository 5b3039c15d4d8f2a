"""The life of an office (livscykel): the status that its events give on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import NamedTuple

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.ordering import Point, likeliest_points
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period


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

_NOT_AFTER = {
    EventKind.PROPOSED: (Status.OPEN, Status.SUSPENDED, Status.PLANNED),
    EventKind.PLANNED: (Status.OPEN, Status.SUSPENDED),
    EventKind.COMMISSIONED: (Status.OPEN, Status.SUSPENDED),
    EventKind.OPENED: (Status.SUSPENDED, Status.CLOSED, Status.CANCELLED),
    EventKind.INAUGURATED: (Status.SUSPENDED, Status.CLOSED, Status.CANCELLED),
    EventKind.SUSPENDED: (Status.CLOSED, Status.CANCELLED),
    EventKind.REOPENED: (Status.UNKNOWN, Status.PROPOSED, Status.PLANNED, Status.OPEN, Status.CANCELLED),
    EventKind.REOPENING_ANNOUNCED: (Status.UNKNOWN, Status.PROPOSED, Status.PLANNED, Status.OPEN, Status.CANCELLED),
    EventKind.CLOSING_DECIDED: (Status.CANCELLED,),
    EventKind.CLOSED: (Status.CANCELLED,),
    EventKind.CANCELLED: (Status.UNKNOWN, Status.OPEN, Status.SUSPENDED, Status.CLOSED, Status.CANCELLED),
}
_NOT_SEEN_AFTER = {
    Status.PROPOSED: _NOT_AFTER[EventKind.PROPOSED],
    Status.PLANNED: _NOT_AFTER[EventKind.PLANNED],
    Status.OPEN: _NOT_AFTER[EventKind.SUSPENDED],
    Status.SUSPENDED: _NOT_AFTER[EventKind.SUSPENDED],
    Status.CLOSED: _NOT_AFTER[EventKind.CLOSED],
    Status.CANCELLED: _NOT_AFTER[EventKind.CANCELLED],
}


def turns(events: Iterable[Event]) -> tuple[Turn, ...]:
    """What each event does to the status, by the day it is certain; events that do nothing to it are left out.

    A closing takes effect the day after the last day for visitors, be it decided or reported; without that day a
    decision changes nothing yet. A closing that is only announced makes what follows unknown, from the day it is
    expected or else from the announcement, until a later event tells more.
    """
    return _course(events).turns


class _Course(NamedTuple):
    """The turns of a life, and the points it runs through in every order of them that makes as much sense as any."""

    turns: tuple[Turn, ...]
    points: Collection[Point[Status]]


_ASKED: list[tuple[Iterable[Event], _Course]] = []
"""The life asked about last, with its course: questions about one office come in a row."""


def _course(events: Iterable[Event]) -> _Course:
    for asked, course in _ASKED:
        if asked is events:
            return course
    every = (turn for event in events if (turn := _turn(event)))
    found = sorted((*every, *_announcements(events)), key=lambda turn: (turn.on.last, turn.on.first))

    def take(status: Status, index: int) -> tuple[Status, int]:
        return _after(status, found[index]), is_leap(status, found[index].event)

    course = _Course(tuple(found), likeliest_points([turn.on for turn in found], Status.UNKNOWN, take))
    if isinstance(events, tuple):
        _ASKED[:] = [(events, course)]
    return course


def _announcements(events: Iterable[Event]) -> Iterator[Turn]:
    """The turns of closings that were announced, where no decision or report of a closing tells more."""
    announced = []
    for event in events:
        if event.kind is EventKind.CLOSED or event.last_day:
            return
        if event.kind is EventKind.CLOSING_ANNOUNCED:
            announced.append(event)
    expected = [event for event in announced if event.expected]
    for event in expected or announced:
        if on := event.expected or event.on:
            yield Turn(on, Status.UNKNOWN, event)


def _turn(event: Event) -> Turn | None:
    if event.kind in (EventKind.CLOSING_DECIDED, EventKind.CLOSED) and event.last_day:
        after = min(event.last_day, date.max - timedelta(days=1)) + timedelta(days=1)
        return Turn(PartialDate.on(after), Status.CLOSED, event)
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

    Where days are known so loosely that the order of two events is open, the order counts that makes sense of a life
    (`is_leap`): an office seen open at some time until 2026 and closed in 2025 was open first. Where several orders
    make equal sense and give different answers, the status is `unknown`.
    """
    found, points = _course(events)
    possible = _possible(found, points, day)
    return possible.pop() if len(possible) == 1 else Status.UNKNOWN


def statuses_between(events: Iterable[Event], first: date, last: date) -> frozenset[Status]:
    """Every status the office may have had on some day from `first` through `last`."""
    found, points = _course(events)
    days = {first, *(edge for turn in found for edge in (turn.on.first, turn.on.last) if first < edge <= last)}
    return frozenset(status for day in days for status in _possible(found, points, day))


def open_periods(events: Iterable[Event]) -> tuple[Period, ...]:
    """The periods in which the office is open for certain, in order."""
    return certain_periods(events, (Status.OPEN,))


def certain_periods(events: Iterable[Event], statuses: Collection[Status]) -> tuple[Period, ...]:
    """The periods in which the office has one of these statuses for certain, in order."""
    found, points = _course(events)
    if not any(turn.status in statuses for turn in found):
        return ()
    edges = sorted({edge for turn in found for edge in (turn.on.first, turn.on.last)})
    periods: list[Period] = []
    for start, end in zip_longest(edges, edges[1:]):
        if not all(status in statuses for status in _possible(found, points, start)):
            continue
        if periods and periods[-1].end == start:
            periods[-1] = Period(periods[-1].start, end)
        else:
            periods.append(Period(start, end))
    return tuple(periods)


def is_leap(status: Status, event: Event) -> bool:
    """Whether something must have happened in between for `event` to follow on `status`.

    An office opens once and is then reopened; what closed is no more suspended; a plan comes before what it plans.
    That no source tells of the opening of an office is no leap.
    """
    if event.kind is EventKind.OBSERVED:
        return event.status is not None and status in _NOT_SEEN_AFTER.get(event.status, ())
    return status in _NOT_AFTER.get(event.kind, ())


def _after(status: Status, turn: Turn) -> Status:
    """The status once `turn` has come.

    A plan never undoes an opening, and an announced reopening lifts nothing but a closing.
    """
    is_plan = turn.status in (Status.PLANNED, Status.PROPOSED)
    if is_plan and status in (Status.OPEN, Status.SUSPENDED, Status.CLOSED):
        return status
    if turn.status is Status.PROPOSED and status is Status.PLANNED:
        return status
    if turn.event.kind is EventKind.CLOSING_ANNOUNCED:
        return Status.UNKNOWN if status is Status.OPEN else status
    if turn.event.kind is EventKind.REOPENING_ANNOUNCED and status is not Status.CLOSED:
        return status
    return turn.status


def _possible(found: Sequence[Turn], points: Collection[Point[Status]], day: date) -> set[Status]:
    """The statuses at the points where all that is certain by the day has come, and nothing that lies after it."""
    certain = later = 0
    for index, turn in enumerate(found):
        if turn.on.last <= day:
            certain |= 1 << index
        elif turn.on.first > day:
            later |= 1 << index
    return {status for come, status in points if not (certain & ~come or later & come)}
