"""New ordinary hours, the end of the ones that are known, and days with other hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.domain.hours import Schedule
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.querying.coming import Coming, ComingKind

_DAY = timedelta(days=1)


def of_hours(office: Office) -> Iterator[Coming]:
    """Yield each change of an office's hours once; schedules for odd and even weeks that begin together are one.

    A schedule that a source merely saw (`../2023-10-02`) began at no known time; one that says what another said
    until the day before changes nothing.
    """
    schedules = [one for one in office.hours.schedules if not one.undated]
    begins = {one.since.first: one.since for one in schedules if one.since and one.since.has_start}
    for day, on in begins.items():
        before, after = _held(schedules, day - _DAY), _held(schedules, day)
        if {_said(one) for one in before} != {_said(one) for one in after}:
            note = next((one.note for one in after if one.note), None)
            yield Coming(day, ComingKind.HOURS, office.id, on, note=note, schedules=after)
    for end in {one.period.end for one in schedules if one.period.end}:
        if not _held(schedules, end):
            yield Coming(end, ComingKind.HOURS_END, office.id, PartialDate.on(end))
    for deviation in office.hours.deviations:
        if start := deviation.period.start:
            yield Coming(
                start,
                ComingKind.DEVIATION,
                office.id,
                PartialDate.on(start),
                note=deviation.reason,
                spans=deviation.hours,
                through=deviation.period.last,
            )


def _held(schedules: list[Schedule], day: date) -> tuple[Schedule, ...]:
    return tuple(one for one in schedules if day in one.period)


def _said(one: Schedule) -> tuple[object, ...]:
    return tuple(sorted(one.weekly.items())), one.weeks, one.days_per_week
