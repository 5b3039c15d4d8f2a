"""Tables of opening hours: as they are ordinarily, where they deviate, and day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.domain.clocktime import clock, open_minutes
from sscctl.domain.hours import WEEKDAYS, Spans, Weekday, Weeks
from sscctl.querying.relations.relation import (
    DATED,
    NOTE,
    NUMBER,
    OFFICE,
    SOURCES,
    Relation,
    Row,
    World,
    dated,
    integer,
    noted,
    text,
)
from sscctl.text import Text

DAYS = 28
"""How many days `hours_by_day` shows: the week of the day, and the three after it."""


def _schedules(world: World) -> Iterator[Row]:
    for portrait in world.portraits:
        for number, schedule in enumerate(portrait.office.hours.schedules):
            yield {
                "office": portrait.office.id,
                "number": number,
                "holds": schedule is portrait.schedule,
                "undated": schedule.undated,
                "days_per_week": schedule.days_per_week,
                "weekly_minutes": schedule.weekly_minutes,
                "weeks": _weeks(schedule.weeks),
                **dict(dated(schedule.since, schedule.period)),
                **dict(noted(schedule.note)),
                "sources": schedule.sources,
            }


def _weeks(weeks: Weeks | None) -> str:
    if weeks is None:
        return "every"
    if weeks.parity is not None:
        return "odd" if weeks.parity else "even"
    if weeks.every is not None:
        return f"every {weeks.every} from {weeks.start}"
    return "nth " + " ".join(map(str, weeks.nth))


def _weekly_hours(world: World) -> Iterator[Row]:
    for office in world.registry.offices.values():
        for number, schedule in enumerate(office.hours.schedules):
            for weekday in WEEKDAYS:
                spans = schedule.weekly.get(weekday)
                if spans is not None:
                    yield {"office": office.id, "schedule": number, "weekday": weekday, **_hours(spans)}


def _other_hours(world: World) -> Iterator[Row]:
    for office in world.registry.offices.values():
        for number, other in enumerate(office.hours.others):
            for weekday, spans in other.schedule.weekly.items():
                yield {
                    "office": office.id,
                    "number": number,
                    "access": other.access,
                    "weekday": weekday,
                    **_hours(spans),
                    **dict(dated(other.schedule.since, other.schedule.period)),
                    "sources": other.schedule.sources,
                }


def _hours_by_day(world: World) -> Iterator[Row]:
    monday = world.day - timedelta(days=world.day.weekday())
    for office in world.registry.offices.values():
        timetable = world.policy.timetable(office)
        for hours in timetable.days(monday, monday + timedelta(days=min(DAYS - 1, (date.max - monday).days))):
            yield {
                "office": office.id,
                "date": hours.day,
                "weekday": Weekday.of(hours.day),
                "state": hours.state,
                **_hours(hours.spans),
                "by_appointment": ",".join(map(str, hours.by_appointment)) or None,
                "self_service": ",".join(map(str, hours.self_service)) or None,
                "deviates": hours.deviates,
                **dict(noted(hours.reason, "reason")),
            }


def _deviations(world: World) -> Iterator[Row]:
    for office in world.registry.offices.values():
        for number, deviation in enumerate(office.hours.deviations):
            yield {
                "office": office.id,
                "number": number,
                "first_day": deviation.period.start,
                "last_day": deviation.period.last,
                **_hours(deviation.hours),
                **dict(noted(deviation.reason, "reason")),
                "sources": deviation.sources,
            }


def _hours(spans: Spans | None) -> Row:
    return {
        "hours": None if spans is None else ",".join(map(str, spans)),
        "opens": clock(spans[0].start) if spans else None,
        "closes": clock(spans[-1].end) if spans else None,
        "open_minutes": None if spans is None else open_minutes(spans),
    }


_HOURS = (
    text("hours", "öppna tider, som 10:00-12:00,13:00-16:00", "open hours, as 10:00-12:00,13:00-16:00; '' is closed"),
    text("opens", "när det öppnar första gången", "when it first opens"),
    text("closes", "när det stänger för dagen", "when it closes for the day"),
    integer("open_minutes", "öppna minuter; 0 är stängt", "open minutes; 0 is closed"),
)
_REASON = (
    text("reason_sv", "orsaken, på svenska", "the reason, in Swedish"),
    text("reason_en", "orsaken, på engelska", "the reason, in English"),
)

RELATIONS = (
    Relation(
        "schedules",
        Text("ordinarie öppettider, gamla, nuvarande och kommande", "ordinary hours, past, present and future"),
        ("office", "number"),
        (
            OFFICE,
            NUMBER,
            integer("holds", "1 om de gäller på dagen", "1 where they hold on the day"),
            integer("undated", "1 om ingen källa säger när de gäller", "1 where no source tells for when"),
            integer("days_per_week", "öppna dagar i veckan, om källan säger det", "open days a week, if a source says"),
            integer(
                "weekly_minutes",
                "öppna minuter i veckan; tom om en vardag är okänd",
                "open minutes a week; NULL where a working day is unknown",
            ),
            text("weeks", "vilka veckor", "in which weeks: every, odd, even, every 2 from 2026-01-05, nth 1 3"),
            *DATED,
            *NOTE,
            SOURCES,
        ),
        _schedules,
    ),
    Relation(
        "weekly_hours",
        Text("ordinarie tider för varje känd veckodag", "ordinary hours of each weekday that is known"),
        ("office", "schedule", "weekday"),
        (
            OFFICE,
            integer("schedule", "schedules.number", "schedules.number"),
            text("weekday", "mon till sun", "mon to sun"),
            *_HOURS,
        ),
        _weekly_hours,
    ),
    Relation(
        "other_hours",
        Text("tider för bokade besök och självbetjäning", "hours for visits by appointment and for self-service"),
        ("office", "number", "weekday"),
        (
            OFFICE,
            NUMBER,
            text("access", "appointment eller self_service", "appointment or self_service"),
            text("weekday", "mon till sun", "mon to sun"),
            *_HOURS,
            *DATED,
            SOURCES,
        ),
        _other_hours,
    ),
    Relation(
        "hours_by_day",
        Text(
            "tider dag för dag i fyra veckor från veckans måndag, med helgdagar och avvikelser",
            "hours day by day for four weeks from the week's Monday, with holidays and deviations",
        ),
        ("office", "date"),
        (
            OFFICE,
            text("date", "dagen", "the day"),
            text("weekday", "mon till sun", "mon to sun"),
            text("state", "open, closed eller unknown", "open, closed or unknown"),
            *_HOURS,
            text("by_appointment", "när bokade besök tas emot", "when visits are possible by appointment"),
            text("self_service", "när självbetjäning är möjlig", "when visitors can help themselves"),
            integer("deviates", "1 om en egen avvikelse gäller", "1 where the office's own deviation holds"),
            *_REASON,
        ),
        _hours_by_day,
    ),
    Relation(
        "deviations",
        Text("avvikande öppettider", "other hours on named days"),
        ("office", "number"),
        (
            OFFICE,
            NUMBER,
            text("first_day", "första dagen", "the first day"),
            text("last_day", "sista dagen", "the last day"),
            *_HOURS,
            *_REASON,
            SOURCES,
        ),
        _deviations,
    ),
)
