"""Compares the days on which an office keeps other hours than its week says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.diffing._maker import Maker
from sscctl.diffing.hours_change import spans_fact
from sscctl.diffing.stretches import edges_of, first_day, runs
from sscctl.domain.change import Change, ChangeKind
from sscctl.domain.clocktime import open_minutes
from sscctl.domain.hours import Deviation, Spans
from sscctl.domain.office import Office
from sscctl.domain.period import Period
from sscctl.domain.timetable import NetworkDays, Timetable

_MOST = 731
"""Days; of a longer deviation no more are looked at."""


def compare_deviations(
    before: Office, after: Office, maker: Maker, days_before: NetworkDays, days_after: NetworkDays
) -> Iterator[Change]:
    """Yield the periods whose deviations differ; where every day is open as long as it was, no visitor notices.

    So a holiday on which the whole network is closed anyway may be written out, or left out.
    """
    old, new = Timetable(before, days_before), Timetable(after, days_after)
    edges = edges_of(deviation.period for office in (before, after) for deviation in office.hours.deviations)

    def difference(stretch: Period) -> tuple[Deviation | None, Deviation | None] | None:
        day = first_day(stretch)
        was, will = before.hours.deviation_on(day), after.hours.deviation_on(day)
        return None if _meaning(was) == _meaning(will) else (was, will)

    for period, (was, will) in runs(edges, difference):
        days = list(_days(old, new, period))
        lost = [open_minutes(then or ()) - open_minutes(now or ()) for then, now in days]
        is_known = bool(days) and not any(None in pair for pair in days)
        yield maker.make(
            ChangeKind.DEVIATION,
            "deviations",
            spans_fact(was.hours) if was else None,
            spans_fact(will.hours) if will else None,
            during=period,
            reason=will.reason if will else was.reason if was else None,
            visible=not days or any(then != now or then is None for then, now in days),
            minutes=sum(lost) if is_known else None,
        )


def _meaning(deviation: Deviation | None) -> tuple[Spans, str, str] | None:
    return (deviation.hours, *deviation.reason) if deviation else None


def _days(old: Timetable, new: Timetable, period: Period) -> Iterator[tuple[Spans | None, Spans | None]]:
    """Each day's hours before and after; of a period without a first day none."""
    if period.start is not None:
        last = min(period.last or date.max, period.start + timedelta(days=_MOST))
        for was, will in zip(old.days(period.start, last), new.days(period.start, last), strict=True):
            yield was.spans, will.spans
