"""SSC601, SSC602, SSC604, SSC609: what one office's ordinary hours say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from math import gcd

from sscctl.domain.clocktime import clock
from sscctl.domain.finding import Pointer, Severity
from sscctl.domain.hours import Deviation, Schedule, Spans, Weekday, Weeks
from sscctl.domain.office import Office
from sscctl.domain.period import Period
from sscctl.rules._rule import Book, Breach
from sscctl.text import Text

BOOK = Book()

LEAST_HOURS, MOST_HOURS = 10, 45
"""Open hours a week beyond which a schedule is most likely miswritten: five days of ten to twelve, or of nine hours."""

WEEKDAY_NAMES = {
    Weekday.MON: Text("måndag", "Monday"),
    Weekday.TUE: Text("tisdag", "Tuesday"),
    Weekday.WED: Text("onsdag", "Wednesday"),
    Weekday.THU: Text("torsdag", "Thursday"),
    Weekday.FRI: Text("fredag", "Friday"),
    Weekday.SAT: Text("lördag", "Saturday"),
    Weekday.SUN: Text("söndag", "Sunday"),
}


@BOOK.office_rule("SSC601", Severity.ERROR)
def impossible_spans(office: Office) -> Iterator[Breach]:
    """Hours of a day end before they begin, overlap, or lie off the quarter hour without a note.

    Overlapping hours are most often two versions of the same day. Offices open on the quarter hour, so 10:01 is a
    slip of the finger unless a note says that it is meant.

    Svenska: En dags öppettider slutar innan de börjar, överlappar varandra eller ligger utanför jämn kvart utan not.

    Överlappande tider är oftast två versioner av samma dag. Kontor öppnar på jämn kvart. Därför är 10:01 ett skrivfel
    om inte en not säger att det är meningen.

    Bad:
        opening_hours:
          - {valid_from: "2021-11-01", weekly: {mon: ["10:00-13:00", "12:00-16:00"]}, source: page}
    Good:
        opening_hours:
          - {valid_from: "2021-11-01", weekly: {mon: ["10:00-12:00", "13:00-16:00"]}, source: page}
    """
    for pointer, spans, noted in _days(office):
        for earlier, later in pairwise(spans):
            if earlier.overlaps(later):
                message = Text("öppettiderna {a} och {b} överlappar", "the hours {a} and {b} overlap")
                advice = Text("behåll de tider som gäller", "keep the hours that hold")
                yield Breach(pointer, message.format(a=earlier, b=later), advice)
        for minutes in dict.fromkeys(minute for span in spans for minute in (span.start, span.end)):
            if minutes % 15 and not noted:
                message = Text("klockslaget {time} är inte jämn kvart", "the time {time} is not on the quarter hour")
                advice = Text("rätta tiden, eller förklara den i note", "mend the time, or explain it in a note")
                yield Breach(pointer, message.format(time=clock(minutes)), advice)


def _days(office: Office) -> Iterator[tuple[Pointer, Spans, bool]]:
    """The hours of each day that the document gives, and whether a note or a reason speaks of them."""
    sets: list[tuple[Pointer, tuple[Schedule, ...]]] = [((), office.hours.schedules)]
    sets += ((("co_locations", place), shared.opening_hours or ()) for place, shared in enumerate(office.co_locations))
    for pointer, schedules in sets:
        for index, schedule in enumerate(schedules):
            for weekday, spans in schedule.weekly.items():
                yield (*pointer, "opening_hours", index, "weekly", weekday.value), spans, schedule.note is not None
    for index, deviation in enumerate(office.hours.deviations):
        yield ("deviations", index, "hours"), deviation.hours, True


@BOOK.office_rule("SSC602", Severity.ERROR)
def overlapping_schedules(office: Office) -> Iterator[Breach]:
    """Two schedules of one office hold on the same day, or two deviations that are equally long.

    A visitor must get one answer to "is it open?". Where schedules overlap, every reader of the registry would have
    to guess which one holds. Of two deviations the shorter one holds: a day within the summer speaks for itself.

    Svenska: Två ordinarie öppettider gäller samma dag, eller två lika långa avvikelser.

    Besökaren ska få ett enda svar på frågan om det är öppet. Överlappar öppettiderna måste varje läsare av registret
    gissa vilka som gäller. Av två avvikelser gäller den kortare: en dag mitt i sommaren talar för sig själv.

    Bad:
        opening_hours:
          - {valid_from: "2026-01-01", weekly: {mon: ["10:00-16:00"]}, source: page}
          - {valid_from: "2026-06-01", weekly: {mon: ["10:00-15:00"]}, source: page}
    Good:
        opening_hours:
          - {valid_from: "2026-01-01", valid_through: "2026-05-31", weekly: {mon: ["10:00-16:00"]}, source: page}
          - {valid_from: "2026-06-01", weekly: {mon: ["10:00-15:00"]}, source: page}
    """
    for (number, first), (index, second) in combinations(enumerate(office.hours.schedules), 2):
        if day := _common_day(first, second):
            when = Text("när som helst", "any day") if day == date.max else Text(str(day), str(day))
            message = Text(
                f"dessa öppettider och de på plats {number + 1} gäller båda {when.sv}",
                f"these hours and those in place {number + 1} both hold on {when.en}",
            )
            advice = Text("ge den ena en sista dag (valid_through)", "give one of them a last day (valid_through)")
            yield Breach(("opening_hours", index), message, advice)
    for (number, one), (index, other) in combinations(enumerate(office.hours.deviations), 2):
        if _compete(one, other):
            message = Text(
                f"avvikelsen gäller samma dag som den på plats {number + 1} och är lika lång",
                f"the deviation holds on the same day as the one in place {number + 1} and is as long",
            )
            yield Breach(("deviations", index), message, Text("behåll den som gäller", "keep the one that holds"))


def _compete(one: Deviation, other: Deviation) -> bool:
    return one.days == other.days and one.period.overlaps(other.period)


def _common_day(first: Schedule, second: Schedule) -> date | None:
    """A day on which both hold for certain, the last of all days where neither has a bound.

    Where a start is known only as a span, its last day counts.
    """
    if first.undated or second.undated:
        return None
    both = _certain(first).meet(_certain(second))
    if both.is_empty:
        return None
    if first.weeks is None and second.weeks is None:
        return both.start or both.last or date.max
    if first.weeks and second.weeks and _never_meet(first.weeks, second.weeks):
        return None
    start = both.start or (both.end - timedelta(days=_WINDOW) if both.end else date(2020, 1, 6))
    days = (start + timedelta(days=number) for number in range(_WINDOW))
    return next((day for day in days if day in both and first.holds_on(day) and second.holds_on(day)), None)


_WINDOW = 7 * 53 * 6
"""Days in which any pattern of weeks that meets another one at all is likely to; see `_never_meet` for the rest."""


def _never_meet(first: Weeks, second: Weeks) -> bool:
    """Whether two counts of every so many weeks, from two weeks, never fall on the same week."""
    if not (first.every and second.every and first.start and second.start):
        return False
    apart = (_monday(first.start) - _monday(second.start)).days // 7
    return apart % gcd(first.every, second.every) != 0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _certain(schedule: Schedule) -> Period:
    start = schedule.period.start
    if schedule.since and schedule.since.has_start:
        start = schedule.since.last
    return Period(start, schedule.period.end)


@BOOK.office_rule("SSC604", Severity.NOTE)
def open_weekend(office: Office) -> Iterator[Breach]:
    """An office is open on a Saturday or a Sunday.

    Service offices are open on weekdays. Hours on a weekend can be right, but they are more often a column that was
    read one place off, or a deviation of several weeks that opens the days between as well.

    Svenska: Ett kontor har öppet en lördag eller söndag.

    Servicekontor har öppet på vardagar. Tider på en helg kan stämma, men är oftare en kolumn som lästs ett steg fel,
    eller en avvikelse på flera veckor som öppnar också dagarna emellan.

    Bad:
        opening_hours:
          - {valid_from: "2021-11-01", weekly: {mon: ["10:00-16:00"], sat: ["10:00-14:00"]}, source: page}
    Good:
        opening_hours:
          - {valid_from: "2021-11-01", weekly: {mon: ["10:00-16:00"], sat: []}, source: page}
    """
    advice = Text("kontrollera dagen mot källan", "check the day against the source")
    for index, schedule in enumerate(office.hours.schedules):
        for weekday in (Weekday.SAT, Weekday.SUN):
            if schedule.weekly.get(weekday):
                name = WEEKDAY_NAMES[weekday]
                message = Text(f"kontoret har öppet på {name.sv}ar", f"the office is open on {name.en}s")
                yield Breach(("opening_hours", index, "weekly", weekday.value), message, advice)
    for index, deviation in enumerate(office.hours.deviations):
        if deviation.hours and (day := next(_weekend(office, deviation), None)):
            name = WEEKDAY_NAMES[Weekday.of(day)]
            message = Text(f"avvikelsen öppnar {day}, en {name.sv}", f"the deviation opens {day}, a {name.en}")
            yield Breach(("deviations", index), message, advice)


def _weekend(office: Office, deviation: Deviation) -> Iterator[date]:
    """The Saturdays and Sundays that a deviation opens and the ordinary hours do not."""
    for day in deviation.each_day():
        if day.weekday() >= 5 and office.hours.deviation_on(day) is deviation:
            schedule = office.hours.schedule_on(day)
            if not (schedule and schedule.weekly.get(Weekday.of(day))):
                yield day


@BOOK.office_rule("SSC609", Severity.WARNING)
def strange_week(office: Office) -> Iterator[Breach]:
    """A week has less than 10 or more than 45 open hours.

    Offices are usually open for some thirty hours. A week far from that has most often lost a day or gained an hour
    that is not there; where it is right, a waiver says so.

    Svenska: En vecka har färre än 10 eller fler än 45 öppettimmar.

    Kontoren har vanligen öppet omkring trettio timmar. En vecka långt därifrån har oftast tappat en dag eller fått en
    timme för mycket. Stämmer den säger ett undantag det.

    Bad:
        opening_hours:
          - valid_from: "2021-11-01"
            weekly: {mon: ["10:00-12:00"], tue: [], wed: ["10:00-12:00"], thu: [], fri: []}
            source: page
    Good:
        opening_hours:
          - valid_from: "2021-11-01"
            weekly: {mon: ["10:00-16:00"], tue: [], wed: ["10:00-16:00"], thu: [], fri: []}
            source: page
    """
    for index, schedule in enumerate(office.hours.schedules):
        minutes = schedule.weekly_minutes
        if minutes is None or schedule.undated or schedule.weeks:
            continue
        if not LEAST_HOURS * 60 <= minutes <= MOST_HOURS * 60:
            message = Text("veckan har {hours} öppettimmar", "the week has {hours} open hours")
            advice = Text("vanligt är {least} till {most}", "usual are {least} to {most}")
            yield Breach(
                ("opening_hours", index, "weekly"),
                message.format(hours=_hours(minutes)),
                advice.format(least=LEAST_HOURS, most=MOST_HOURS),
            )


def _hours(minutes: int) -> str:
    return f"{minutes // 60}" if minutes % 60 == 0 else clock(minutes)
