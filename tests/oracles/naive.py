"""The same questions answered in the dullest way, minute by minute, sharing no code with the engine."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sscctl.domain.hours import Weeks
from sscctl.domain.office import Office


def is_open(office: Office, closed_days: Collection[date], at: datetime) -> bool:
    """Whether the office, open all its life, is open at the naive local minute `at`."""
    day, minute = at.date(), at.hour * 60 + at.minute
    own = [
        one
        for one in office.hours.deviations
        if one.period.start and one.period.end and one.period.start <= day < one.period.end
    ]
    if own:
        shortest = min(own, key=lambda one: (one.period.end or day) - (one.period.start or day))
        return any(span.start <= minute < span.end for span in shortest.hours)
    if day in closed_days:
        return False
    for schedule in office.hours.schedules:
        begun = schedule.period.start is None or schedule.period.start <= day
        over = schedule.period.end is not None and schedule.period.end <= day
        if begun and not over and _holds(schedule.weeks, day):
            names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
            return any(
                span.start <= minute < span.end
                for name, spans in schedule.weekly.items()
                if name == names[day.weekday()]
                for span in spans
            )
    return False


def _holds(weeks: Weeks | None, day: date) -> bool:
    if weeks is None:
        return True
    if weeks.parity is not None:
        return day.isocalendar()[1] % 2 == weeks.parity
    if weeks.every is not None and weeks.start is not None:
        monday = weeks.start
        while monday.isoweekday() != 1:
            monday -= timedelta(days=1)
        return day >= monday and (day - monday).days // 7 % weeks.every == 0
    same_weekday_before = [n for n in range(1, day.day) if (day.day - n) % 7 == 0]
    return len(same_weekday_before) + 1 in weeks.nth


def next_change(office: Office, closed_days: Collection[date], at: datetime, most_days: int) -> datetime | None:
    """The next minute at which it is otherwise; `None` where that is more than `most_days` off."""
    now = is_open(office, closed_days, at)
    for minute in range(1, most_days * 24 * 60):
        then = at + timedelta(minutes=minute)
        if is_open(office, closed_days, then) != now:
            return then
    return None
