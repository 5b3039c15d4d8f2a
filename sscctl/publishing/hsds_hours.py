"""Opening hours as schedules of the Human Services Data Specification 3.0.

It writes an offset from UTC where others write a time zone, so each schedule ends where the clocks change. It has no
word for exceptions (openreferral/specification, discussions 440 and 598): days with other hours are schedules of their
own, for those days alone, and their `notes` say that they hold instead of the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from sscctl.domain.clocktime import MINUTES_A_DAY, TimeSpan, clock
from sscctl.domain.hours import WEEKDAYS, Spans, Weekday
from sscctl.domain.period import Period
from sscctl.publishing.horizon import ahead
from sscctl.publishing.office_record import Published
from sscctl.publishing.special_hours import every_week, special_hours
from sscctl.text import Text
from sscctl.wording.runs import runs

INSTEAD = "Gäller i stället för ordinarie öppettider. Holds instead of the ordinary hours."
_ZONE = ZoneInfo("Europe/Stockholm")
_DAYS = dict(zip(WEEKDAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))

Cells = dict[str, str | int | float | None]


def schedules(one: Published, today: date) -> Iterator[tuple[str, Cells]]:
    """Yield the schedules that hold today or later in the horizon, each with a name of its own within the office.

    The name goes by when it ends, which stays while it holds. There are none where nothing is known, and none for a
    weekday that no source speaks of.
    """
    days = ahead(one.days, today)
    if all(day.spans is None for day in days):
        return
    window = Period.through(one.days[0].day, days[-1].day)
    for schedule in every_week(one.office.hours, today):
        for offset, piece in _pieces(schedule.period.meet(window)):
            if piece.last and piece.last >= today:
                since = f"{schedule.period.start or 'always'}-{piece.last}"
                for weekdays, spans in runs(schedule.weekly):
                    for number, hours in enumerate(spans):
                        yield f"{since}.{weekdays[0]}.{number}", _row(piece, offset, weekdays, hours)
    for found in special_hours(one.office.hours, days):
        for offset, piece in _pieces(Period.through(found.first, found.last)):
            told = {"description": _why(found.spans, found.reason), "notes": INSTEAD}
            for number, span in enumerate(found.spans or (None,)):
                yield f"special.{piece.last}.{number}", {**_row(piece, offset, _weekdays(piece), span), **told}


def _row(piece: Period, offset: float, weekdays: tuple[Weekday, ...], span: TimeSpan | None) -> Cells:
    first, last = str(piece.start), str(piece.last)
    return {
        "valid_from": first,
        "valid_to": last,
        "dtstart": first,
        "timezone": offset,
        "until": last,
        "freq": "WEEKLY",
        "byday": ",".join(_DAYS[day] for day in weekdays),
        "opens_at": _clock(span.start, offset) if span else None,
        "closes_at": _clock(span.end, offset) if span else None,
    }


def _clock(minute: int, offset: float) -> str:
    """`10:00+01:00`: the specification asks for the offset here, too."""
    return f"{clock(minute % MINUTES_A_DAY)}+{clock(round(offset * 60))}"


def _pieces(period: Period) -> Iterator[tuple[float, Period]]:
    """The parts of a bounded period in which Sweden's clocks stand alike, each with hours ahead of UTC at noon."""
    if period.start is None or period.last is None or period.is_empty:
        return
    length = (period.last - period.start).days + 1
    days = (period.start + timedelta(days=number) for number in range(length))
    for offset, run in groupby(days, key=_offset):
        part = [*run]
        yield offset, Period.through(part[0], part[-1])


def _offset(day: date) -> float:
    ahead_of_utc = datetime.combine(day, time(12), _ZONE).utcoffset() or timedelta()
    hours = ahead_of_utc.total_seconds() / 3600
    return int(hours) if hours.is_integer() else hours


def _weekdays(piece: Period) -> tuple[Weekday, ...]:
    if piece.start is None:
        return WEEKDAYS
    week = (piece.start + timedelta(days=number) for number in range(7))
    there = {Weekday.of(day) for day in week if day in piece}
    return tuple(day for day in WEEKDAYS if day in there)


def _why(spans: Spans, reason: Text | None) -> str:
    what = "Avvikande öppettider / Other hours" if spans else "Stängt / Closed"
    return f"{what}: {reason.sv} / {reason.en}" if reason else what
