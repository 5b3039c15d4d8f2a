"""The registry's policy on days laid over the calendar: which days close the whole network, or shorten its day."""

from __future__ import annotations

from datetime import date

from sscctl.domain.network import Settings
from sscctl.domain.office import Office
from sscctl.domain.timetable import NetworkDay, Timetable
from sscctl.reading.calendar import Calendar


class Policy:
    """The registry's policy on days: which classes of holidays and eves close the whole network, or shorten its day."""

    def __init__(self, settings: Settings | None, calendar: Calendar) -> None:
        self._closed = frozenset(settings.closed_days if settings else ())
        self._half = settings.half_days if settings else {}
        self._calendar = calendar

    def day(self, day: date) -> NetworkDay | None:
        """What the policy says of `day`; `None` on a day that it leaves to each office."""
        found = self._calendar.holiday(day)
        if found:
            return NetworkDay(*found) if found[0] in self._closed else None
        eve = self._calendar.eve(day) if self._half else None
        return NetworkDay(*eve, self._half[eve[0]]) if eve and eve[0] in self._half else None

    def timetable(self, office: Office) -> Timetable:
        """The office's days under this policy."""
        return Timetable(office, self.day)
