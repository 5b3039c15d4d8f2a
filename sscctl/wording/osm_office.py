"""An office's OSM opening_hours text: its ordinary weeks, and a rule for each day that departs from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sscctl.domain.hours import WEEKDAYS, DayHours, Spans, Weekday, Weeks
from sscctl.domain.timetable import Timetable
from sscctl.wording.ordinary import Stretch, stretches
from sscctl.wording.osm import HOLIDAYS_OFF, osm_date, osm_range, osm_rules, osm_spans
from sscctl.wording.osm_holidays import osm_holidays
from sscctl.wording.reading import Pattern


def osm_for_office(timetable: Timetable, first: date, last: date) -> str | None:
    """The OSM opening_hours text that gives each day from `first` through `last` the hours of the timetable.

    The ordinary weeks come first (each with its range of dates where they change), then `PH off`, then one rule a day
    for deviations, holidays and eves: readers of the language disagree on which days Swedish holidays are, and on
    several dates in one rule. So every day on which some reader might see a holiday is told by its date if it is open.

    `None` where a day is unknown: the language takes a day without a rule for closed, and that would be a lie. Before
    `first` and after `last` the text promises nothing. `last` before `first` is `None` too.
    """
    return osm_for_days(tuple(timetable.days(first, last)))


def osm_for_days(days: Sequence[DayHours]) -> str | None:
    """The same of days that are at hand: consecutive ones."""
    if not days or any(day.spans is None for day in days):
        return None
    found = list(stretches(days))
    rules = [rule for stretch in found for rule in _ordinary(stretch, dated=len(found) > 1)]
    return "; ".join([*rules, HOLIDAYS_OFF, *_dated(found, days)])


def _ordinary(stretch: Stretch, *, dated: bool) -> Iterator[str]:
    dates = osm_range(stretch.first, stretch.last) if dated else ""
    for pattern in _merged(stretch.patterns):
        yield from osm_rules(pattern.weekly, pattern.weeks, dates)


def _dated(found: Sequence[Stretch], days: Sequence[DayHours]) -> Iterator[str]:
    ordinary = iter(found)
    stretch = next(ordinary)
    for hours in days:
        if hours.day > stretch.last:
            stretch = next(ordinary)
        might_be_holiday = bool(hours.spans) and hours.day in osm_holidays(hours.day.year)
        if might_be_holiday or stretch.on(hours.day) != hours.spans:
            yield f"{osm_date(hours.day)} {osm_spans(hours.spans or ())}"


def _merged(patterns: Sequence[Pattern]) -> Iterator[Pattern]:
    """Tell together what is the same in several kinds of weeks: in all of them without naming weeks."""
    together: dict[tuple[Weeks | None, ...], dict[Weekday, Spans]] = {}
    for weekday in WEEKDAYS:
        kinds: dict[Spans, list[Weeks | None]] = {}
        for pattern in patterns:
            if weekday in pattern.weekly:
                kinds.setdefault(pattern.weekly[weekday], []).append(pattern.weeks)
        for spans, alike in kinds.items():
            together.setdefault(tuple(alike), {})[weekday] = spans
    for kind, weekly in together.items():
        nth = tuple(number for weeks in kind if weeks for number in weeks.nth)
        yield Pattern(weekly, None if len(kind) == len(patterns) else Weeks(nth=nth) if nth else kind[0])
