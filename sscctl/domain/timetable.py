"""An office's days one by one: its own hours, the network's closed days, and its life, put together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sscctl.domain.clocktime import MINUTES_A_DAY, TimeSpan
from sscctl.domain.event import Event, Status
from sscctl.domain.hours import Access, DayHours, OpeningHours, Spans
from sscctl.domain.lifecycle import status_on, turns
from sscctl.domain.office import Office
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class NetworkDay:
    """A day on which the whole network departs from its ordinary hours: closed, or closed from `until` on.

    `until` is in minutes after midnight; 0 is closed all day. `kind` is the day's class in the registry's policy.
    """

    kind: str
    name: Text
    until: int = 0


NetworkDays = Callable[[date], NetworkDay | None]
"""Which days are such, by the registry's policy."""

_NOT_OPEN = {
    Status.PROPOSED: Text("kontoret är bara föreslaget", "the office is only proposed"),
    Status.PLANNED: Text("kontoret har inte öppnat än", "the office has not opened yet"),
    Status.SUSPENDED: Text("kontoret är tillfälligt stängt", "the office is closed for now"),
    Status.CLOSED: Text("kontoret är nedlagt", "the office is closed for good"),
    Status.CANCELLED: Text("kontoret blev aldrig av", "the office never came to be"),
}


class Timetable:
    """When one office is open, day by day, past and future; of a day without data it says so, never `closed`."""

    __slots__ = ("_edges", "_hours", "_network_days", "_statuses")

    def __init__(self, office: Office, network_days: NetworkDays) -> None:
        self._hours: OpeningHours = office.hours
        self._network_days = network_days
        self._edges, self._statuses = _life(office.lifecycle)

    def status_on(self, day: date) -> Status:
        """What the office is on `day`; as `Office.status_on`, looked up instead of worked out."""
        return self._statuses[bisect_right(self._edges, day)]

    def on(self, day: date) -> DayHours:
        """The hours of `day` and why they are what they are.

        What comes first decides: the office's life, its own deviation, the network's closed days, its schedules.
        """
        status = self.status_on(day)
        if status in _NOT_OPEN:
            return DayHours(day, (), _NOT_OPEN[status])
        if status is Status.UNKNOWN:
            return DayHours(day, None)
        own = self._hours.on(day)
        common = None if own.deviates else self._network_days(day)
        if common is None:
            return self._with_others(own, MINUTES_A_DAY)
        if own.spans is not None or not common.until:
            own = replace(own, spans=_before(own.spans or (), common.until), reason=common.name)
        return self._with_others(own, common.until)

    def _with_others(self, hours: DayHours, until: int) -> DayHours:
        """The day with the other ways to come in; not on a day on which a deviation closes the office."""
        if not self._hours.others or (hours.deviates and not hours.spans):
            return hours
        booked, served = (_before(self._hours.otherwise(access, hours.day), until) for access in Access)
        return replace(hours, by_appointment=booked, self_service=served)

    def days(self, first: date, last: date) -> Iterator[DayHours]:
        """The days from `first` through `last`."""
        for number in range((last - first).days + 1):
            yield self.on(first + timedelta(days=number))


def _life(events: Iterable[Event]) -> tuple[list[date], list[Status]]:
    """The days on which the status may change, and the status before the first and from each on."""
    events = tuple(events)
    edges = sorted({edge for turn in turns(events) for edge in (turn.on.first, turn.on.last)} - {date.min})
    return edges, [status_on(events, date.min), *(status_on(events, edge) for edge in edges)]


def _before(spans: Spans, until: int) -> Spans:
    """The part of the spans that lies before `until`."""
    return tuple(TimeSpan(span.start, min(span.end, until)) for span in spans if span.start < until)


def joined(days: Iterable[DayHours]) -> Iterator[tuple[date, int, date, int]]:
    """Open stretches over consecutive known days as (day, minute, day, minute), joined where they meet at midnight."""
    stretch: tuple[date, int, date, int] | None = None
    for day in days:
        for span in day.spans or ():
            if stretch and span.start == 0 and stretch[2:] == (day.day - timedelta(days=1), MINUTES_A_DAY):
                stretch = (*stretch[:2], day.day, span.end)
                continue
            if stretch:
                yield stretch
            stretch = (day.day, span.start, day.day, span.end)
    if stretch:
        yield stretch
