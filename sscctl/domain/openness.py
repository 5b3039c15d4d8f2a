"""Is it open? At an instant: until when, and if not, when next; in the civil time of Europe/Stockholm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sscctl.domain.clocktime import MINUTES_A_DAY
from sscctl.domain.hours import Access, DayHours
from sscctl.domain.timetable import Timetable

STOCKHOLM = ZoneInfo("Europe/Stockholm")

HORIZON_DAYS = 400
"""How far ahead an opening is looked for: past every holiday and every summer closure, with a year's schedule."""


@dataclass(frozen=True, slots=True)
class Openness:
    """The answer for one office at one instant; every instant carries Stockholm's time zone.

    `is_open` is `None` where that day's hours are unknown. `until` is when it closes, once open. `next` is when it
    opens next, once closed or unknown; it is `None` where that cannot be known, because a day without data comes
    first (`unknown_from` is then that day) or no opening lies within the horizon. `at_latest` is then the first opening
    that is known within two weeks of that day: it may open before. `otherwise` tells in which other way a visitor can
    come in just then.
    """

    at: datetime
    is_open: bool | None
    day: DayHours
    until: datetime | None = None
    next: datetime | None = None
    unknown_from: date | None = None
    at_latest: datetime | None = None
    otherwise: Access | None = None


def openness(timetable: Timetable, at: datetime) -> Openness:
    """Answer for the instant `at`, which has to be aware of its time zone.

    A day's hours are wall-clock times: on the days of clock change an office that is open at 02:30 is so both times
    that the clock shows it in October, and not at all where March has no such time.
    """
    local = at.astimezone(STOCKHOLM)
    today, minute = local.date(), local.hour * 60 + local.minute
    hours = timetable.on(today)
    if hours.spans is not None and any(span.start <= minute < span.end for span in hours.spans):
        return Openness(local, is_open=True, day=hours, until=_closing(timetable, hours, minute))
    opening, unknown = _opening(timetable, hours, minute)
    return Openness(
        local,
        is_open=None if hours.spans is None else False,
        day=hours,
        next=opening,
        unknown_from=unknown,
        at_latest=_known_opening(timetable, unknown) if unknown else None,
        otherwise=_otherwise(hours, minute),
    )


def _otherwise(hours: DayHours, minute: int) -> Access | None:
    """In which other way a visitor can come in at `minute`; by appointment before helping themselves."""
    for access, spans in ((Access.APPOINTMENT, hours.by_appointment), (Access.SELF_SERVICE, hours.self_service)):
        if any(span.start <= minute < span.end for span in spans):
            return access
    return None


def _closing(timetable: Timetable, hours: DayHours, minute: int) -> datetime | None:
    """When the stretch that is open at `minute` ends; `None` where it does not within the horizon."""
    for _ in range(HORIZON_DAYS):
        end = next((span.end for span in hours.spans or () if span.start <= minute < span.end), None)
        if end is None:
            return wall_clock(hours.day, minute)
        if end < MINUTES_A_DAY:
            minute = end
            continue
        hours, minute = timetable.on(hours.day + timedelta(days=1)), 0
    return None


def _opening(timetable: Timetable, hours: DayHours, minute: int) -> tuple[datetime | None, date | None]:
    """The next opening after `minute`, or the first day without data where that comes before it."""
    for _ in range(HORIZON_DAYS):
        if hours.spans is None:
            return None, hours.day
        start = next((span.start for span in hours.spans if span.start > minute), None)
        if start is not None:
            return wall_clock(hours.day, start), None
        hours, minute = timetable.on(hours.day + timedelta(days=1)), -1
    return None, None


def _known_opening(timetable: Timetable, unknown: date) -> datetime | None:
    """The first opening after the day `unknown` that is known, within two weeks of it."""
    days = timetable.days(unknown + timedelta(days=1), unknown + timedelta(days=14))
    return next((wall_clock(hours.day, hours.spans[0].start) for hours in days if hours.spans), None)


def wall_clock(day: date, minute: int) -> datetime:
    """The instant at which the clocks of Stockholm show `minute` after midnight of `day`; 1440 is the next midnight.

    A time that the clocks skip in March is the instant just after the gap; one that they show twice in October is
    the first.
    """
    whole = day + timedelta(days=minute // MINUTES_A_DAY)
    naive = datetime(whole.year, whole.month, whole.day, minute % MINUTES_A_DAY // 60, minute % 60, tzinfo=STOCKHOLM)
    return naive.astimezone(ZoneInfo("UTC")).astimezone(STOCKHOLM)
