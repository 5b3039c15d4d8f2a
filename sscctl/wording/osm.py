"""Hours in the opening_hours language of OpenStreetMap, the part of it that every reader reads alike.

The language is described at wiki.openstreetmap.org/wiki/Key:opening_hours/specification.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sscctl.domain.hours import WEEKDAYS, Spans, Weekday, Weeks
from sscctl.wording.reading import Pattern
from sscctl.wording.runs import runs

OSM_DAYS: Mapping[Weekday, str] = dict(zip(WEEKDAYS, ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), strict=True))

OSM_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_PARITY = {1: "week 01-53/2 ", 0: "week 02-52/2 "}

HOLIDAYS_OFF = "PH off"
"""Closed on public holidays; programs that check such texts ask that holidays be mentioned."""


def osm_rules(weekly: Mapping[Weekday, Spans], weeks: Weeks | None = None, dates: str = "") -> Iterator[str]:
    """Yield a rule for each run of weekdays with the same hours, closed days as `off`; unknown days have none.

    `dates` limits every rule to a range as `osm_range` writes it. Every n-th week from a date (`Weeks.every`) is
    nothing the language can say.
    """
    before = f"{dates} " if dates else ""
    nth = weeks.nth if weeks else ()
    if weeks and weeks.parity is not None:
        before += _PARITY[weeks.parity]
    for days, spans in runs(weekly):
        yield f"{before}{_days(days, nth)} {osm_spans(spans)}"


def osm_text(patterns: Iterable[Pattern], *, holidays_off: bool = False) -> str | None:
    """Patterns of which no two hold on one day as one text: `week 01-53/2 We 10:00-14:00; PH off`.

    `None` where the language has no words for it that every reader knows: every third week, a period without an end.
    A day that is unknown has no rule, and readers of the language take it for closed.
    """
    rules: list[str] = []
    for pattern in patterns:
        period = pattern.period
        if (pattern.weeks and pattern.weeks.every) or (period.start is None) != (period.last is None):
            return None
        dates = osm_range(period.start, period.last) if period.start and period.last else ""
        rules += osm_rules(pattern.weekly, pattern.weeks, dates)
    return "; ".join([*rules, HOLIDAYS_OFF] if holidays_off else rules)


def osm_spans(spans: Spans) -> str:
    """`10:00-12:00,13:00-16:00`; `off` for none."""
    return ",".join(map(str, spans)) or "off"


def osm_date(day: date) -> str:
    """`2026 Dec 24`; month names are English in every country."""
    return f"{day.year:04} {OSM_MONTHS[day.month - 1]} {day.day:02}"


def osm_range(first: date, last: date) -> str:
    """`2026 Dec 24-2027 Jan 06`, both days included."""
    return f"{osm_date(first)}-{osm_date(last)}"


def _days(days: tuple[Weekday, ...], nth: tuple[int, ...]) -> str:
    if nth:
        which = ",".join(map(str, nth))
        return ",".join(f"{OSM_DAYS[day]}[{which}]" for day in days)
    return OSM_DAYS[days[0]] if len(days) == 1 else f"{OSM_DAYS[days[0]]}-{OSM_DAYS[days[-1]]}"
