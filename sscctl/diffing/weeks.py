"""Compares ordinary hours by what holds on each weekday, day by day: equal meaning in other words is no change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from sscctl.diffing.stretches import edges_of, runs
from sscctl.domain.change import HoursShift, WeeklyHours
from sscctl.domain.clocktime import open_minutes
from sscctl.domain.hours import WEEKDAYS, OpeningHours, Schedule, Spans, Weekday
from sscctl.domain.period import Period

_SPAN = timedelta(days=12 * 366)
"""Where weeks are not alike, so many days of an unbounded period are looked at.

Two years of 53 ISO weeks, after which odd and even weeks change places, lie five or six years apart, seven at most
where a century's last year is no leap year: any two patterns that differ at all do so within this span.
"""


def weekly_shifts(
    before: OpeningHours, after: OpeningHours, edges: Iterable[date], asked: Iterable[Period]
) -> Iterator[tuple[Period, HoursShift]]:
    """Yield each period over which the weeks differ, and how.

    `edges` cut time where the answer may change for other reasons; only the days of the periods `asked` count.
    """
    asked = tuple(asked)
    cuts = set(edges) | edges_of(schedule.period for schedule in (*before.schedules, *after.schedules))
    cuts |= edges_of(asked)

    def difference(stretch: Period) -> HoursShift | None:
        if not any(period.covers(stretch) for period in asked):
            return None
        return _shift(_Week(before, stretch), _Week(after, stretch))

    return runs(cuts, difference)


class _Week:
    """An office's week over a stretch of time in which no schedule begins or ends."""

    def __init__(self, hours: OpeningHours, stretch: Period) -> None:
        self._hours = hours
        self._stretch = stretch
        self._schedules = tuple(
            schedule for schedule in hours.schedules if not schedule.undated and schedule.period.overlaps(stretch)
        )

    @property
    def is_even(self) -> bool:
        """Whether all weeks are alike."""
        return all(schedule.weeks is None for schedule in self._schedules)

    def days(self, weekday: Weekday, *, few: bool) -> Iterator[date]:
        """The stretch's days of that name: all of them within the span, or the first alone where few will do."""
        first, last = _bounds(self._stretch)
        day = first + timedelta(days=(WEEKDAYS.index(weekday) - first.weekday()) % 7)
        while day <= last:
            yield day
            if few or day > date.max - timedelta(days=7):
                return
            day += timedelta(days=7)

    def on(self, day: date) -> Spans | None:
        """The ordinary hours of a day; `None` where they are not known."""
        schedule = self._holding(day)
        return schedule.weekly.get(Weekday.of(day)) if schedule else None

    def _holding(self, day: date) -> Schedule | None:
        return next((schedule for schedule in self._schedules if schedule.holds_on(day)), None)

    def told(self, weekday: Weekday, days: Iterable[date]) -> WeeklyHours:
        """The weekday's hours: once, or for each kind of week that there is."""
        found = []
        for day in days:
            schedule = self._holding(day)
            entry = (schedule.weeks if schedule else None, schedule.weekly.get(weekday) if schedule else None)
            if entry not in found:
                found.append(entry)
        if len({spans for _, spans in found}) == 1:
            return WeeklyHours(((None, found[0][1]),))
        return WeeklyHours(tuple(found))


def _bounds(stretch: Period) -> tuple[date, date]:
    """The first and last day to look at."""
    if stretch.start is not None and stretch.last is not None:
        return stretch.start, min(stretch.last, _later(stretch.start, _SPAN))
    if stretch.start is not None:
        return stretch.start, _later(stretch.start, _SPAN)
    last = stretch.last or date(2040, 12, 31)
    return (last - _SPAN if last - date.min > _SPAN else date.min), last


def _later(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max


def _shift(before: _Week, after: _Week) -> HoursShift | None:
    few = before.is_even and after.is_even
    days = []
    old: dict[Weekday, Fraction | None] = {}
    new: dict[Weekday, Fraction | None] = {}
    for weekday in WEEKDAYS:
        dates = list(before.days(weekday, few=few))
        pairs = [(before.on(day), after.on(day)) for day in dates]
        old[weekday] = _mean(spans for spans, _ in pairs)
        new[weekday] = _mean(spans for _, spans in pairs)
        if any(was != will for was, will in pairs):
            days.append((weekday, before.told(weekday, dates), after.told(weekday, dates)))
    if not days:
        return None
    known = [(old[weekday] or 0, new[weekday] or 0) for weekday, *_ in days if _both(old[weekday], new[weekday])]
    return HoursShift(
        days=tuple(days),
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
