"""Compares ordinary hours by what holds on each weekday, day by day: equal meaning in other words is no change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from sscctl.diffing.stretches import edges_of, runs
from sscctl.domain.change import HoursShift, WeeklyHours
from sscctl.domain.clocktime import open_minutes
from sscctl.domain.hours import WEEKDAYS, OpeningHours, Schedule, Spans, Weekday, Weeks
from sscctl.domain.period import Period

_Days = tuple[tuple[Weekday, WeeklyHours, WeeklyHours], ...]
"""Weekdays that differ, each with its hours before and after."""

_SPAN = 12 * 53
"""Where weeks are not alike, so many of them are looked at.

Two years of 53 ISO weeks, after which odd and even weeks change places, lie five or six years apart, seven at most
where a century's last year is no leap year: any two patterns that differ at all do so within this span.
"""

_MEAN = 120
"""So many weeks give the mean of weeks that are not alike: every second through sixth is in it evenly."""


def weekly_shifts(
    before: OpeningHours, after: OpeningHours, edges: Iterable[date], asked: Iterable[Period]
) -> Iterator[tuple[Period, HoursShift]]:
    """Yield each period over which the weeks differ, and how.

    `edges` cut time where the answer may change for other reasons; only the days of the periods `asked` count.
    """
    asked = tuple(asked)
    cuts = set(edges) | edges_of(schedule.period for schedule in (*before.schedules, *after.schedules))
    cuts |= edges_of(asked)

    def difference(stretch: Period) -> _Days | None:
        if not any(period.covers(stretch) for period in asked):
            return None
        return _differing(_Week(before, stretch), _Week(after, stretch)) or None

    for period, days in runs(cuts, difference):
        yield period, _shift(_Week(before, period), _Week(after, period), days)


class _Week:
    """An office's week over a stretch of time in which no schedule begins or ends."""

    def __init__(self, hours: OpeningHours, stretch: Period) -> None:
        self._first, self._last = _bounds(stretch)
        self._held: dict[date, Schedule | None] = {}
        self._schedules = tuple(
            schedule for schedule in hours.schedules if not schedule.undated and schedule.period.overlaps(stretch)
        )

    @property
    def is_even(self) -> bool:
        """Whether all weeks are alike."""
        return all(schedule.weeks is None for schedule in self._schedules)

    def days(self, weekday: Weekday, most: int) -> list[date]:
        """The first `most` days of that name in the stretch."""
        start = self._first.toordinal()
        start += (WEEKDAYS.index(weekday) - self._first.weekday()) % 7
        end = min(self._last.toordinal() + 1, start + 7 * most)
        return [date.fromordinal(number) for number in range(start, end, 7)]

    def on(self, day: date) -> Spans | None:
        """The ordinary hours of a day; `None` where they are not known."""
        schedule = self._holding(day)
        return schedule.weekly.get(Weekday.of(day)) if schedule else None

    def _holding(self, day: date) -> Schedule | None:
        if day not in self._held:
            self._held[day] = next((schedule for schedule in self._schedules if schedule.holds_on(day)), None)
        return self._held[day]

    def told(self, weekday: Weekday, days: Iterable[date]) -> WeeklyHours:
        """The weekday's hours: once, or for each kind of week that there is."""
        found: set[tuple[Weeks | None, Spans | None]] = set()
        for day in days:
            schedule = self._holding(day)
            found.add((schedule.weeks if schedule else None, schedule.weekly.get(weekday) if schedule else None))
        if len(each := {spans for _, spans in found}) == 1:
            return WeeklyHours(((None, each.pop()),))
        return WeeklyHours(tuple(sorted(found, key=repr)))


def _bounds(stretch: Period) -> tuple[date, date]:
    """The first and last day to look at; of a stretch without a first day the last weeks, or those of our time."""
    if stretch.start is not None:
        return stretch.start, stretch.last or date.max
    last = stretch.last or date(2040, 12, 31)
    return date.fromordinal(max(1, last.toordinal() - 7 * _SPAN)), last


def _differing(before: _Week, after: _Week) -> _Days:
    """The weekdays on which the two differ on some day."""
    most = 1 if before.is_even and after.is_even else _SPAN
    days = []
    for weekday in WEEKDAYS:
        dates = before.days(weekday, most)
        if any(before.on(day) != after.on(day) for day in dates):
            days.append((weekday, before.told(weekday, dates), after.told(weekday, dates)))
    return tuple(days)


def _shift(before: _Week, after: _Week, days: _Days) -> HoursShift:
    most = 1 if before.is_even and after.is_even else _MEAN
    old = {weekday: _mean(before.on(day) for day in before.days(weekday, most)) for weekday in WEEKDAYS}
    new = {weekday: _mean(after.on(day) for day in after.days(weekday, most)) for weekday in WEEKDAYS}
    known = [(old[weekday] or 0, new[weekday] or 0) for weekday, *_ in days if _both(old[weekday], new[weekday])]
    return HoursShift(
        days=days,
        minutes_before=_sum(old),
        minutes_after=_sum(new),
        lost=round(sum(max(was - will, 0) for was, will in known)),
        won=round(sum(max(will - was, 0) for was, will in known)),
        is_whole=len(known) == len(days),
    )


def _both(was: Fraction | None, will: Fraction | None) -> bool:
    return was is not None and will is not None


def _mean(days: Iterable[Spans | None]) -> Fraction | None:
    """Open minutes on such a day, in the mean; `None` where one of them is unknown, or there is none."""
    known = list(days)
    minutes = [open_minutes(spans) for spans in known if spans is not None]
    return Fraction(sum(minutes), len(minutes)) if minutes and len(minutes) == len(known) else None


def _sum(week: dict[Weekday, Fraction | None]) -> int | None:
    """Open minutes a week; `None` where a working day is unknown, as `Schedule.weekly_minutes`."""
    if any(week[weekday] is None for weekday in WEEKDAYS[:5]):
        return None
    return round(sum(minutes or 0 for minutes in week.values()))
