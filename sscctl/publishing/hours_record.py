"""Opening hours as they are published: wall-clock times of Europe/Stockholm; `[]` is closed, a missing day unknown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from sscctl.domain.clocktime import clock
from sscctl.domain.hours import WEEKDAYS, DayHours, Deviation, OpeningHours, Schedule, Spans, Weeks
from sscctl.domain.network import Settings
from sscctl.publishing.plain import Json, Record, both, day, known, span, texts
from sscctl.wording.osm import osm_text
from sscctl.wording.osm_office import osm_for_days
from sscctl.wording.reading import Pattern

_A_WEEK = 7
_A_FORTNIGHT = 14
_A_YEAR = 366


def hours_record(hours: OpeningHours, settings: Settings, days: Sequence[DayHours]) -> Record | None:
    """The hours that hold today or later, and those no source dates; `None` where nothing is known.

    `days` are the office's days from that of the edition on.
    """
    today = days[0].day
    regular: list[Json] = [
        schedule_record(schedule, settings.closed_days) for schedule in hours.schedules if _lasts(schedule, today)
    ]
    special: list[Json] = [_deviation(deviation) for deviation in hours.deviations if _is_ahead(deviation, today)]
    other: list[Json] = [
        {"access": one.access.value, "schedule": schedule_record(one.schedule, settings.closed_days)}
        for one in hours.others
        if _lasts(one.schedule, today)
    ]
    if not regular and not special and not other:
        return None
    current = hours.schedule_on(today)
    return known(
        regular=regular or None,
        special=special or None,
        other=other or None,
        next14days=[*_days(hours, days[:_A_FORTNIGHT])] or None,
        weeklyMinutes=current.weekly_minutes if current else None,
        closedDays=texts(settings.closed_days),
        halfDays=[{"day": day, "closes": clock(closes)} for day, closes in settings.half_days.items()] or None,
        **_osm(days),
    )


def _days(hours: OpeningHours, days: Sequence[DayHours]) -> Iterator[Record]:
    """What each day comes to, holidays and deviations included; nothing where no day is known."""
    if any(one.spans is not None for one in days):
        for one in days:
            schedule = hours.schedule_on(one.day)
            yield known(
                date=day(one.day),
                hours=None if one.spans is None else spans_record(one.spans),
                byAppointment=spans_record(one.by_appointment) or None,
                selfService=spans_record(one.self_service) or None,
                reason=None if schedule and one.reason is schedule.note else both(one.reason),
            )


def _osm(days: Sequence[DayHours]) -> Record:
    """The days in OSM's language, until the first whose hours are not known; nothing where that comes within a week."""
    sure = tuple(takewhile(lambda hours: hours.spans is not None, days[:_A_YEAR]))
    if len(sure) < _A_WEEK or not any(hours.spans for hours in sure):
        return {}
    return known(osm=osm_for_days(sure), osmThrough=day(sure[-1].day))


def _lasts(schedule: Schedule, today: date) -> bool:
    return schedule.undated or schedule.period.end is None or schedule.period.end > today


def _is_ahead(deviation: Deviation, today: date) -> bool:
    return deviation.period.end is None or deviation.period.end > today


def schedule_record(schedule: Schedule, closed_days: tuple[str, ...]) -> Record:
    """One ordinary week, and for when it holds."""
    return known(
        **span(schedule.since, schedule.period),
        undated=schedule.undated or None,
        weekly={weekday.value: spans_record(spans) for weekday, spans in schedule.weekly.items()} or None,
        daysPerWeek=schedule.days_per_week,
        weeks=_weeks(schedule.weeks),
        weeklyMinutes=schedule.weekly_minutes,
        osm=_weekly_osm(schedule, closed_days),
        note=both(schedule.note),
        sources=texts(schedule.sources),
    )


def _weekly_osm(schedule: Schedule, closed_days: tuple[str, ...]) -> str | None:
    """The ordinary week as `Mo-Fr 10:00-16:00; Sa-Su off; PH off`; `None` where a weekday is unknown or not every week.

    Deviations and the eves that are closed as well are no part of it. `PH` is named where the registry's policy closes
    on public holidays.
    """
    if schedule.undated or schedule.weeks is not None or any(weekday not in schedule.weekly for weekday in WEEKDAYS):
        return None
    return osm_text([Pattern(schedule.weekly)], holidays_off="public_holidays" in closed_days)


def spans_record(spans: Spans) -> list[Json]:
    """The open hours of a day."""
    return [{"opens": clock(span.start), "closes": clock(span.end)} for span in spans]


def _weeks(weeks: Weeks | None) -> Record | None:
    if weeks is None:
        return None
    if weeks.parity is not None:
        return {"pattern": "odd" if weeks.parity else "even"}
    if weeks.every is not None:
        return known(pattern="every_nth", every=weeks.every, countedFrom=day(weeks.start))
    return {"pattern": "nth_of_month", "nth": list(weeks.nth)}


def _deviation(deviation: Deviation) -> Record:
    return known(
        firstDay=day(deviation.period.start),
        lastDay=day(deviation.period.last),
        hours=spans_record(deviation.hours),
        reason=both(deviation.reason),
        sources=texts(deviation.sources),
    )


def cells(schedule: Schedule | None) -> Iterator[tuple[str, str]]:
    """Yield each weekday with its hours as a cell: spans with spaces between, `closed`, or nothing if unknown."""
    for weekday in WEEKDAYS:
        spans = schedule.weekly.get(weekday) if schedule and schedule.weeks is None else None
        yield weekday.value, "" if spans is None else " ".join(map(str, spans)) or "closed"
