"""An office's days as a calendar has them: hours that come back week after week, and single days of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from math import gcd

from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.hours import DayHours, Schedule, Weekday
from sscctl.domain.office import Office
from sscctl.domain.place import Address


@dataclass(frozen=True, slots=True)
class Rule:
    """When it comes back: every `every`-th week, or on the `nth` such weekdays of the month; `but` not on some days."""

    every: int = 1
    nth: tuple[int, ...] = ()
    but: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Hours that begin on `first`, at an address; with a rule they come back until `last`.

    `name` tells the series of an office apart, and stays the same as long as they are about the same hours.
    `special` says that the day departs from the ordinary week, and `hours` why.
    """

    name: str
    first: date
    last: date
    span: TimeSpan
    address: Address | None
    rule: Rule | None
    special: bool
    hours: DayHours


def series_of(office: Office, days: Sequence[DayHours]) -> Iterator[Series]:
    """Yield what is open on the days: by schedule and weekday, then the days with hours of their own.

    A day that is closed or unknown has nothing. A day belongs to its schedule's series where all its hours are those
    of the schedule; else all its hours are its own.
    """
    ordinary: dict[tuple[int, str, int], list[DayHours]] = {}
    special: list[DayHours] = []
    for hours in days:
        if hours.spans:
            schedule = None if hours.deviates else office.hours.schedule_on(hours.day)
            if schedule and schedule.weekly.get(Weekday.of(hours.day)) == hours.spans:
                place = _number(office.addresses, office.address_on(hours.day))
                named = f"{_weeks(schedule)}{Weekday.of(hours.day)}{_piece(schedule, hours.day)}"
                ordinary.setdefault((_number(office.hours.schedules, schedule), named, place), []).append(hours)
            else:
                special.append(hours)
    for (number, named, place), run in ordinary.items():
        yield from _ordinary(office, office.hours.schedules[number], place, named, run)
    for hours in special:
        yield from _single(office, hours)


def _number(among: Sequence[object], wanted: object) -> int:
    """Which one it is, by identity; -1 for none of them."""
    return next((number for number, one in enumerate(among) if one is wanted), -1)


def _piece(schedule: Schedule, day: date) -> str:
    """Odd and even weeks begin anew each year: week 53 is odd and so is the week after it."""
    return f"-{day.isocalendar().year}" if schedule.weeks and schedule.weeks.parity is not None else ""


def _ordinary(office: Office, schedule: Schedule, place: int, named: str, run: Sequence[DayHours]) -> Iterator[Series]:
    address = office.addresses[place] if place >= 0 else None
    starts = [schedule.period.start, address.period.start if address else None]
    since = max((start for start in starts if start), default=None)
    name = f"{since or 'always'}.{named}"
    if address and address.period.start is None and place:
        name += f".at{place}"
    days = [hours.day for hours in run]
    rule = _rule(schedule, days)
    for number, span in enumerate(run[0].spans or (), start=1):
        yield Series(f"{name}.{number}", days[0], days[-1], span, address, rule, special=False, hours=run[0])


def _weeks(schedule: Schedule) -> str:
    weeks = schedule.weeks
    if weeks is None:
        return ""
    if weeks.parity is not None:
        return "odd-" if weeks.parity else "even-"
    return f"every{weeks.every}-" if weeks.every else f"nth{'-'.join(map(str, weeks.nth))}-"


def _rule(schedule: Schedule, days: Sequence[date]) -> Rule | None:
    """The rule that gives these days, with its exceptions; `None` where there is but one."""
    if len(days) == 1:
        return None
    nth = schedule.weeks.nth if schedule.weeks else ()
    step = 1 if nth else reduce(gcd, ((day - days[0]).days // 7 for day in days[1:]))
    grid = (days[0] + timedelta(days=number) for number in range(0, (days[-1] - days[0]).days + 1, 7 * step))
    there = set(days)
    but = (day for day in grid if day not in there and (not nth or (day.day - 1) // 7 + 1 in nth))
    return Rule(step, nth, tuple(but))


def _single(office: Office, hours: DayHours) -> Iterator[Series]:
    address = office.address_on(hours.day)
    for number, span in enumerate(hours.spans or (), start=1):
        name = f"{hours.day}.{number}"
        yield Series(name, hours.day, hours.day, span, address, None, special=True, hours=hours)
