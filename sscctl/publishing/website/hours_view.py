"""Opening hours as an office's page shows them: the ordinary week, and the days that depart from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sscctl.domain.event import Status
from sscctl.domain.hours import WEEKDAYS, Access, Deviation, Schedule, Spans, Weekday, Weeks
from sscctl.domain.period import Period
from sscctl.publishing.website.site import Site
from sscctl.querying.portrait import Portrait
from sscctl.text import Language, Text
from sscctl.wording.names import DAY_NAMES
from sscctl.wording.write import hours_in_words

AHEAD = 60
"""How many days ahead the network's closed days are told: past Christmas from the middle of November on."""

_FROM, _UNTIL = 7 * 60, 19 * 60
"""What part of a day the ribbon beside the hours shows, in minutes after midnight."""


@dataclass(frozen=True, slots=True)
class Row:
    """A weekday; `hours` is `None` where they are unknown. `bars` are start and width in hundredths of the ribbon."""

    weekday: Weekday
    name: Text
    hours: Text | None
    is_open: bool
    bars: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One ordinary week, for a period and perhaps only in some weeks; no rows where only the number of days is told.

    `seen` is the date of its newest source.
    """

    access: Access | None
    schedule: Schedule
    rows: tuple[Row, ...]
    weeks: Text | None
    seen: date | None

    @property
    def is_complete(self) -> bool:
        """Whether something is known of every working day."""
        return all(row.hours is not None for row in self.rows[:5])


@dataclass(frozen=True, slots=True)
class Other:
    """Days on which the hours are not the ordinary ones."""

    period: Period
    hours: Text
    reason: Text
    sources: tuple[str, ...]


def tables(portrait: Portrait) -> list[Table]:
    """The ordinary weeks that hold on the day, dropping in before other ways to come."""
    hours, day = portrait.office.hours, portrait.day
    holding = [one for one in hours.schedules if not one.undated and day in one.period]
    others = [one for one in hours.others if not one.schedule.undated and day in one.schedule.period]
    return [
        *(_table(portrait, schedule) for schedule in holding),
        *(_table(portrait, other.schedule, other.access) for other in others),
    ]


def undated(portrait: Portrait) -> list[Table]:
    """Hours of which no source tells for when they are."""
    return [_table(portrait, schedule) for schedule in portrait.undated_schedules]


def later(portrait: Portrait) -> list[Table]:
    """The ordinary weeks that begin after the day."""
    found = [one for one in portrait.office.hours.schedules if one.period.start and one.period.start > portrait.day]
    return [_table(portrait, one) for one in sorted(found, key=lambda one: one.period.start or date.min)]


def _table(portrait: Portrait, schedule: Schedule, access: Access | None = None) -> Table:
    rows = tuple(map(_row, WEEKDAYS, map(schedule.weekly.get, WEEKDAYS))) if schedule.weekly else ()
    days = [source.date.last for source in portrait.office.sources if source.id in schedule.sources and source.date]
    return Table(access, schedule, rows, weeks_in_words(schedule.weeks), max(days, default=None))


def _row(weekday: Weekday, spans: Spans | None) -> Row:
    if spans is None:
        return Row(weekday, DAY_NAMES[weekday], None, is_open=False, bars=())
    return Row(weekday, DAY_NAMES[weekday], hours_in_words(spans), bool(spans), tuple(_bars(spans)))


def _bars(spans: Spans) -> Iterator[tuple[int, int]]:
    for span in spans:
        first, last = max(span.start, _FROM), min(span.end, _UNTIL)
        if first < last:
            yield (first - _FROM) * 100 // (_UNTIL - _FROM), max(1, (last - first) * 100 // (_UNTIL - _FROM))


def weeks_in_words(weeks: Weeks | None) -> Text | None:
    """In which weeks the hours hold, where that is not all of them."""
    if weeks is None:
        return None
    if weeks.parity is not None:
        return Text("udda veckor", "odd weeks") if weeks.parity else Text("jämna veckor", "even weeks")
    if weeks.every is not None:
        return Text(
            f"var {weeks.every}:e vecka, räknat från {weeks.start}", f"every {weeks.every} weeks from {weeks.start}"
        )
    listed = ", ".join(map(str, weeks.nth))
    return Text(f"veckodag nummer {listed} i månaden", f"weekday number {listed} of the month")


def deviations(site: Site, portrait: Portrait) -> list[Other]:
    """What departs from the ordinary week from the day on: the office's own, and the network's closed days."""
    if portrait.status not in (Status.OPEN, Status.SUSPENDED):
        return []
    own = [_own(one) for one in portrait.coming_deviations]
    found = [*own, *_of_network(site, portrait)]
    return sorted(found, key=lambda one: (one.period.start or date.min, one.period.end or date.max))


def _own(one: Deviation) -> Other:
    return Other(one.period, hours_in_words(one.hours), one.reason, one.sources)


def _of_network(site: Site, portrait: Portrait) -> Iterator[Other]:
    """The holidays and eves ahead on which the office would else be open, or may be."""
    timetable, hours = site.timetable(portrait), portrait.office.hours
    for number in range(AHEAD):
        day = portrait.day + timedelta(days=number)
        common = site.policy.day(day)
        if common is None or day.weekday() > 4 or hours.deviation_on(day) or hours.on(day).spans == ():
            continue
        spans = timetable.on(day).spans
        if spans is not None:
            yield Other(Period.through(day, day), hours_in_words(spans), common.name, ())


def knows_hours(found: Sequence[Table]) -> bool:
    """Whether some table tells of a weekday."""
    return any(table.rows for table in found)


def short_hours(portrait: Portrait, language: Language) -> str | None:
    """The hours in a line, such as for a list; `None` where not all working days are known."""
    found = tables(portrait)
    if len(found) != 1 or not found[0].rows or not found[0].is_complete or found[0].weeks:
        return None
    told = {row.hours.within(language) for row in found[0].rows[:5] if row.hours}
    weekend = any(row.is_open for row in found[0].rows[5:])
    if len(told) != 1 or weekend:
        return None
    return f"{'Måndag–fredag' if language is Language.SWEDISH else 'Monday–Friday'} {told.pop()}"
