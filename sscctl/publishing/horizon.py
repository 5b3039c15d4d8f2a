"""How far an edition looks: the days of its year and of the next, on which the network's closed days are known."""

from __future__ import annotations

from datetime import MAXYEAR, date

from sscctl.domain.hours import DayHours


def horizon(day: date) -> tuple[date, date]:
    """From 1 January of the day's year through 31 December of the next, so that the ends move once a year alone."""
    return date(day.year, 1, 1), date(min(day.year + 1, MAXYEAR), 12, 31)


def ahead(days: tuple[DayHours, ...], today: date) -> tuple[DayHours, ...]:
    """The part of the horizon's days that begins with `today`."""
    return days[(today - days[0].day).days :]
