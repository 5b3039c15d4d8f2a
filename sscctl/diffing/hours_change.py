"""Compares an office's ordinary week, and what was only noted about its hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sscctl.diffing._maker import Maker
from sscctl.diffing.life import GONE
from sscctl.diffing.stretches import first_day, stretches
from sscctl.diffing.values import items, same_form
from sscctl.diffing.weeks import weekly_shifts
from sscctl.domain.change import ORDINARY_HOURS, Change, ChangeKind, Fact, HoursShift, WeeklyHours
from sscctl.domain.hours import WEEKDAYS, Access, OpeningHours, Schedule, Spans, Weeks
from sscctl.domain.lifecycle import turns
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import ALWAYS, Period

_MEANING = ("on", "valid_from", "valid_through", "weeks", "weekly", "hours", "access")
"""The keys that say on which days an entry holds and what; the comparison day by day has seen to them."""


def compare_hours(before: Office, after: Office, maker: Maker) -> Iterator[Change]:
    """Yield how the ordinary week differs, one change for each period over which it differs in one way.

    Days on which the office is closed for good, before or after, do not count: that is a matter of its life. Where
    the weeks differ on such days alone, no visitor notices.
    """
    edges = {turn.on.last for office in (before, after) for turn in turns(office.lifecycle)}
    there = [stretch for stretch in stretches(edges) if not _is_gone(before, after, first_day(stretch))]
    found = list(weekly_shifts(before.hours, after.hours, edges, there))
    is_noticed = bool(found)
    for period, shift in found or weekly_shifts(before.hours, after.hours, (), (ALWAYS,)):
        lasts = period.end is None or _is_gone(before, after, period.end)
        yield maker.make(
            _kind(shift),
            ORDINARY_HOURS,
            {weekday.value: _told(was) for weekday, was, _ in shift.days},
            {weekday.value: _told(will) for weekday, _, will in shift.days},
            during=Period(period.start, None if lasts else period.end),
            on=_since(before, after, period.start),
            visible=is_noticed,
            hours=shift,
        )


def compare_other_hours(before: Office, after: Office, maker: Maker) -> Iterator[Change]:
    """Yield how the hours by appointment or of self-service differ; where no schedule tells of any, there are none."""
    for access in Access:
        for period, shift in weekly_shifts(_others(before, access), _others(after, access), (), (ALWAYS,)):
            yield maker.make(
                ChangeKind.DETAIL,
                f"other_hours/{access.value}",
                {weekday.value: _told(was) for weekday, was, _ in shift.days},
                {weekday.value: _told(will) for weekday, _, will in shift.days},
                during=period,
                hours=shift,
            )


def _others(office: Office, access: Access) -> OpeningHours:
    """The hours of one sort of access as if they were ordinary ones, with nothing unknown."""
    mine = [other.schedule for other in office.hours.others if other.access is access]
    told = [replace(schedule, weekly=dict.fromkeys(WEEKDAYS, ()) | dict(schedule.weekly)) for schedule in mine]
    return OpeningHours((*told, Schedule(ALWAYS, dict.fromkeys(WEEKDAYS, ()))))


def _is_gone(before: Office, after: Office, day: date) -> bool:
    return bool({before.status_on(day), after.status_on(day)} & GONE)


def _kind(shift: HoursShift) -> ChangeKind:
    if shift.lost > shift.won:
        return ChangeKind.HOURS_CUT
    return ChangeKind.HOURS_EXTENDED if shift.won > shift.lost else ChangeKind.HOURS_CHANGED


def _since(before: Office, after: Office, start: date | None) -> PartialDate | None:
    """The start as the source gives it, where that is no whole day."""
    for schedule in (*after.hours.schedules, *before.hours.schedules):
        if start is not None and schedule.period.start == start and schedule.since and not schedule.since.is_day:
            return schedule.since
    return None


def _told(hours: WeeklyHours) -> Fact:
    if len(hours.told) == 1:
        return spans_fact(hours.told[0][1])
    return [{"weeks": _weeks(weeks), "hours": spans_fact(spans)} for weeks, spans in hours.told]


def spans_fact(spans: Spans | None) -> Fact:
    """The hours of a day as a file says them; `None` is unknown."""
    return None if spans is None else [str(span) for span in spans]


def _weeks(weeks: Weeks | None) -> Fact:
    """Which weeks, as a file says it; `None` for those that no schedule is for."""
    if weeks is None:
        return None
    if weeks.parity is not None:
        return "odd" if weeks.parity else "even"
    if weeks.nth:
        return {"nth": list(weeks.nth)}
    return {"every": weeks.every, "from": weeks.start.isoformat() if weeks.start else None}


def compare_notes(field: str, before: Fact, after: Fact, maker: Maker) -> Iterator[Change]:
    """Yield what is said beside dated hours where it differs: notes, sources, days a week, hours of no known time.

    Two entries that say the same count once, so that one cut in two is no change.
    """
    old = {same_form(note): note for note in map(_note, items(before)) if note}
    new = {same_form(note): note for note in map(_note, items(after)) if note}
    if old.keys() != new.keys():
        yield maker.make(
            ChangeKind.CHANGED,
            field,
            [old[form] for form in old if form not in new],
            [new[form] for form in new if form not in old],
        )


def _note(entry: Fact) -> Mapping[str, Fact]:
    if not isinstance(entry, Mapping):
        return {}
    if entry.get("undated"):
        return entry
    return {key: value for key, value in entry.items() if key not in _MEANING}
