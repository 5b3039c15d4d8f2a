"""Opening hours as an office's page shows them: the ordinary week, and the days that depart from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from sscctl.domain.event import Status
from sscctl.domain.hours import WEEKDAYS, Access, Deviation, Schedule, Spans, Weeks
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.publishing.website.site import THERE, Site
from sscctl.querying.portrait import Portrait
from sscctl.text import Text
from sscctl.wording.write import days_in_words, hours_in_words, ordinals_in_words, weeks_in_words

AHEAD = 60
"""How many days ahead the network's closed days are told: past Christmas from the middle of November on."""

_OLD = 365
"""After how many days hours may well have changed since somebody told them."""

_FROM, _UNTIL = 7 * 60, 19 * 60
"""What part of a day the ribbon beside the hours shows, in minutes after midnight."""


@dataclass(frozen=True, slots=True)
class Row:
    """A weekday, or a run of days whose hours nobody tells; `hours` is `None` where they are unknown.

    `days` are their numbers from Monday, 0, on; `spans` are the hours in minutes as the page's script has them. `bars`
    are start and width in hundredths of the ribbon.
    """

    name: Text
    hours: Text | None
    days: tuple[int, ...]
    spans: str
    bars: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One ordinary week, for a period and perhaps only in some weeks; no rows where only the number of days is told.

    `seen` is the date of its newest source.
    """

    access: Access | None
    schedule: Schedule
    rows: tuple[Row, ...]
    weeks: Text | None
    seen: PartialDate | None


@dataclass(frozen=True, slots=True)
class Other:
    """Days on which the hours are not the ordinary ones."""

    period: Period
    hours: Text
    is_closed: bool
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
    dates = [one.date for one in portrait.office.sources if one.id in schedule.sources and one.date]
    seen = max(dates, key=lambda date_: date_.last, default=None)
    return Table(access, schedule, tuple(_rows(schedule)), weeks_told(schedule.weeks), seen)


def _rows(schedule: Schedule) -> Iterator[Row]:
    """The week's days; those that follow one another and are unknown stand together. None where all of them are."""
    if not schedule.weekly:
        return
    days = [(number, schedule.weekly.get(weekday)) for number, weekday in enumerate(WEEKDAYS)]
    for is_unknown, some in groupby(days, key=lambda day: day[1] is None):
        if is_unknown:
            numbers = tuple(number for number, _ in some)
            yield Row(_run(numbers), None, numbers, "?")
            continue
        for number, spans in some:
            if spans is not None:
                told = in_minutes(spans)
                yield Row(_run((number,)), hours_in_words(spans), (number,), told, tuple(_bars(spans)))


def _run(numbers: Sequence[int]) -> Text:
    """What a run of weekdays is called: `lördag och söndag`, `onsdag–fredag`."""
    names = days_in_words([WEEKDAYS[number] for number in numbers])
    if len(numbers) != 2:
        return names
    return Text(names.sv.replace("–", " och "), names.en.replace("–", " and "))


def in_minutes(spans: Spans) -> str:
    """The hours as the page's script has them: `600-960`, nothing where closed."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def _bars(spans: Spans) -> Iterator[tuple[int, int]]:
    for span in spans:
        first, last = max(span.start, _FROM), min(span.end, _UNTIL)
        if first < last:
            yield (first - _FROM) * 100 // (_UNTIL - _FROM), max(1, (last - first) * 100 // (_UNTIL - _FROM))


def weeks_told(weeks: Weeks | None) -> Text | None:
    """In which weeks the hours hold, where that is not all of them."""
    if weeks is None or not weeks.nth:
        return weeks_in_words(weeks)
    told = ordinals_in_words(weeks.nth)
    return Text(f"{told.sv} gången i månaden", f"the {told.en} time in a month")


def deviations(site: Site, portrait: Portrait) -> list[Other]:
    """What departs from the ordinary week from the day on: the office's own, and the network's closed days."""
    if portrait.status not in THERE:
        return []
    found = [_own(one) for one in portrait.coming_deviations]
    if portrait.status is Status.OPEN:
        found += _of_network(site, portrait)
    return sorted(found, key=lambda one: (one.period.start or date.min, one.period.end or date.max))


def _own(one: Deviation) -> Other:
    return Other(one.period, hours_in_words(one.hours), not one.hours, one.reason, one.sources)


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
            yield Other(Period.through(day, day), hours_in_words(spans), not spans, common.name, ())


def knows_hours(found: Sequence[Table]) -> bool:
    """Whether some table tells of a weekday."""
    return any(table.rows for table in found)


def aged(found: Sequence[Table], day: date) -> PartialDate | None:
    """When the hours were told, where that is so long ago that they may well have changed; else `None`."""
    seen = max((table.seen for table in found if table.rows and table.seen), key=lambda one: one.last, default=None)
    return seen if seen and (day - seen.last).days > _OLD else None
