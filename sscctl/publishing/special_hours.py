"""The days whose hours depart from what the ordinary schedules say, told in as few periods as there can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sscctl.domain.hours import DayHours, OpeningHours, Schedule, Spans, Weekday
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class SpecialHours:
    """Hours that hold on each day from `first` through `last`, whatever the ordinary week says."""

    first: date
    last: date
    spans: Spans
    reason: Text | None


def every_week(hours: OpeningHours, today: date) -> Iterator[Schedule]:
    """The schedules that hold today or later, every week: what formats without odd and even weeks can tell."""
    for schedule in hours.schedules:
        lasts = schedule.period.end is None or schedule.period.end > today
        if lasts and not schedule.undated and schedule.weeks is None and schedule.weekly:
            yield schedule


def special_hours(hours: OpeningHours, days: Sequence[DayHours]) -> Iterator[SpecialHours]:
    """Yield what has to be told beside the schedules of `every_week`, so that every known day comes out right.

    Days in a row with the same hours and the same reason are one entry; days that need none lie within it where it
    says the same of them. What is unknown has no entry.
    """
    told = tuple(every_week(hours, days[0].day)) if days else ()
    for (spans, reason), run in groupby(days, key=lambda hours: (hours.spans, hours.reason)):
        if spans is None:
            continue
        special = [hours.day for hours in run if spans != _said(told, hours.day)]
        if special:
            yield SpecialHours(special[0], special[-1], spans, reason)


def _said(schedules: Sequence[Schedule], day: date) -> Spans | None:
    """What the told schedules say; a day that none speaks of is closed to those who read them."""
    for schedule in schedules:
        if day in schedule.period:
            return schedule.weekly.get(Weekday.of(day), ())
    return ()
