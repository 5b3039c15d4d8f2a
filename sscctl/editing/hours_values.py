"""Hours as a document has them."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.domain.hours import WEEKDAYS, Spans, Weekday, Weeks
from sscctl.editing.canonical import Value


def weekly_value(weekly: Mapping[Weekday, Spans]) -> dict[str, Value]:
    """The hours of the weekdays that something is said of, from Monday on; an empty list is closed."""
    return {day.value: spans_value(weekly[day]) for day in WEEKDAYS if day in weekly}


def spans_value(spans: Spans) -> list[Value]:
    """The hours of one day."""
    return [str(span) for span in spans]


def weeks_value(weeks: Weeks) -> Value:
    """`odd`, `even`, `{"every": 2, "from": …}` or `{"nth": […]}`."""
    if weeks.parity is not None:
        return "odd" if weeks.parity else "even"
    if weeks.every and weeks.start:
        return {"every": weeks.every, "from": weeks.start.isoformat()}
    return {"nth": list(weeks.nth)}
