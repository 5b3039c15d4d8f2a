"""Hours as schema.org/openingHoursSpecification has them."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.clocktime import MINUTES_A_DAY, TimeSpan, clock
from sscctl.domain.hours import Spans, Weekday
from sscctl.domain.period import Period
from sscctl.wording.names import DAY_NAMES
from sscctl.wording.reading import Pattern
from sscctl.wording.runs import runs

Specification = dict[str, str | list[str]]


def opening_hours_specification(pattern: Pattern) -> list[Specification]:
    """The pattern as a list of specifications, one for each span of each run of days; unknown days have none.

    A closed day has neither `opens` nor `closes`. There are no words for some weeks of several, and whoever reads such
    a list takes it for every week: a pattern that does not hold every week gives an empty list.
    """
    if pattern.weeks is not None:
        return []
    return [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": _days(days), **hours, **_validity(pattern.period)}
        for days, spans in runs(pattern.weekly)
        for hours in ([_hours(span) for span in spans] or [{}])
    ]


def hours_specification(spans: Spans, period: Period) -> list[Specification]:
    """The hours of every day in a period, one specification for each span; closed where there is none."""
    return [
        {"@type": "OpeningHoursSpecification", **hours, **_validity(period)}
        for hours in ([_hours(span) for span in spans] or [{}])
    ]


def _days(days: tuple[Weekday, ...]) -> list[str]:
    return [f"https://schema.org/{DAY_NAMES[day].en}" for day in days]


def _hours(span: TimeSpan) -> dict[str, str]:
    """Opening and closing. A day's end is the next one's 00:00; open all day is until 23:59, as search engines ask."""
    if span == TimeSpan(0, MINUTES_A_DAY):
        return {"opens": "00:00", "closes": "23:59"}
    return {"opens": clock(span.start), "closes": clock(span.end % MINUTES_A_DAY)}


def _validity(period: Period) -> dict[str, str]:
    return dict(_bounds(period))


def _bounds(period: Period) -> Iterator[tuple[str, str]]:
    if period.start:
        yield "validFrom", period.start.isoformat()
    if period.last:
        yield "validThrough", period.last.isoformat()
