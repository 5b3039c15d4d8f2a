"""What a merged office says together that neither side has said: changes that meet on a day, and rules broken.

Entries are merged apart, but what holds on a day comes of several: a schedule that ours ends and theirs changes, two
deviations for one week, two moves. So each day is held against the same law as each entry: what only one side has
changed there is as that side has it, and what both have changed is a conflict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from sscctl.domain.event import EventKind
from sscctl.domain.finding import Severity
from sscctl.domain.hours import Access, Weekday
from sscctl.domain.office import Office
from sscctl.domain.period import Period
from sscctl.editing.canonical import Value
from sscctl.reading.decode import decode
from sscctl.reading.kinds import Kind
from sscctl.rules.books import BOOKS, RULES

_WEEK = 7
_MONTH = 42
"""Days that hold every weekday of odd and even weeks, and each of a month."""

_MOST = 400
"""Days after a change that are looked at where a schedule holds every n-th week."""

_ONCE = (
    {EventKind.OPENED},
    {EventKind.INAUGURATED},
    {EventKind.COMMISSIONED},
    {EventKind.CLOSING_ANNOUNCED, EventKind.CLOSING_DECIDED, EventKind.CLOSED},
    {EventKind.SUSPENDED},
    {EventKind.REOPENED, EventKind.REOPENING_ANNOUNCED},
    {EventKind.MOVED},
    {EventKind.CANCELLED},
)
"""Turns in a life of which two, told by one side each, are likely two tales of one."""


class Four(NamedTuple):
    """An office in the base, on both sides, and merged."""

    base: Office
    ours: Office
    theirs: Office
    merged: Office


def astray(base: Value, ours: Value, theirs: Value, merged: Value, suspects: Collection[str]) -> set[str]:
    """The keys of an office's document, of those given, whose merged value says what neither side has said.

    The trees are such as their schema has passed.
    """
    four = Four(*(_decoded(tree) for tree in (base, ours, theirs, merged)))
    days = _days(four)
    found = {key for key in suspects if key in _FACETS and any(_differs(key, day, four) for day in days)}
    if "lifecycle" in suspects and any(_told_twice(kinds, four) for kinds in _ONCE):
        found.add("lifecycle")
    return found | set(_new_errors(four))


def _decoded(tree: Value) -> Office:
    document, _ = decode(Kind.OFFICE, tree if isinstance(tree, Mapping) else {})
    if not isinstance(document, Office):
        raise TypeError(type(document))
    return document


def _three_ways(base: object, ours: object, theirs: object, merged: object) -> bool:
    """Whether both sides have changed a value, or it is not merged as the one side that did has it."""
    if theirs in (ours, base):
        return merged != ours
    return base != ours or merged != theirs


def _differs(key: str, day: date, four: Four) -> bool:
    facets = [_FACETS[key](office, day) for office in four]
    names = {name for each in facets for name in each}
    return any(_three_ways(*(each.get(name) for each in facets)) for name in names)


def _hours(office: Office, day: date) -> Mapping[str, object]:
    schedule = office.hours.schedule_on(day)
    return {"": schedule.weekly.get(Weekday.of(day)) if schedule else None}


def _other_hours(office: Office, day: date) -> Mapping[str, object]:
    return {access: office.hours.otherwise(access, day) for access in Access}


def _deviation(office: Office, day: date) -> Mapping[str, object]:
    deviation = office.hours.deviation_on(day)
    return {"": (deviation.hours, deviation.reason) if deviation else None}


def _address(office: Office, day: date) -> Mapping[str, object]:
    address = office.address_on(day)
    return {"": (address.since,) if address else None}


def _participants(office: Office, day: date) -> Mapping[str, object]:
    found: dict[str, list[object]] = {}
    for part in office.participations:
        if day in part.period:
            found.setdefault(part.agency, []).append((part.agreement, part.since))
    return found


def _guests(office: Office, day: date) -> Mapping[str, object]:
    found: dict[str, list[object]] = {}
    for other in office.co_locations:
        if day in other.period:
            found.setdefault(f"{other.whom} {other.kind}", []).append(other.since)
    return found


_FACETS = {
    "opening_hours": _hours,
    "other_hours": _other_hours,
    "deviations": _deviation,
    "addresses": _address,
    "participations": _participants,
    "co_locations": _guests,
}
"""By the key of the document: what it says of one day, in parts that are changed apart."""


def _told_twice(kinds: Collection[EventKind], four: Four) -> bool:
    """Whether both sides have changed what is told of these turns, and not to the same."""
    base, ours, theirs, _ = (
        {(event.kind, event.on, event.last_day, event.expected) for event in office.lifecycle if event.kind in kinds}
        for office in four
    )
    return ours not in (base, theirs) and theirs != base


def _days(four: Four) -> list[date]:
    """The days that tell apart all that can differ: some before and after each day on which something begins."""
    periods = [period for office in four for period in _periods(office)]
    edges = sorted({edge for period in periods for edge in (period.start, period.end) if edge})
    weeks = [schedule.weeks for office in four for schedule in office.hours.schedules if schedule.weeks]
    look = _MONTH if weeks else _WEEK
    after = max(look, min(14 * max((each.every or 0 for each in weeks), default=0), _MOST))
    days: set[date] = set()
    for edge, following in pairwise([date(1970, 1, 1), *edges, date(9000, 1, 1)]):
        span = max((following - edge).days, 0)
        days |= {edge + timedelta(days=number) for number in range(min(span, after))}
        days |= {following - timedelta(days=number) for number in range(1, min(span, look) + 1)}
    return sorted(days)


def _periods(office: Office) -> Iterator[Period]:
    hours = office.hours
    others = [other.schedule for other in hours.others]
    held = (hours.schedules, others, hours.deviations, office.addresses, office.participations, office.co_locations)
    for each in held:
        yield from (entry.period for entry in each)


def _new_errors(four: Four) -> Iterator[str]:
    """The keys at which the merged office breaks a rule more often than either side."""
    before, after = [_errors(office) for office in four[1:3]], _errors(four.merged)
    for broken, times in after.items():
        if times > max(each[broken] for each in before):
            yield broken[2]


def _errors(office: Office) -> Counter[tuple[str, str, str]]:
    """The errors of an office for itself, by rule, message and key of the document."""
    excused = {waiver.rule for waiver in office.waivers}
    return Counter(
        (code, breach.message.en, str(next(iter(breach.pointer), "")))
        for book in BOOKS
        for code, judge in book.office
        if code not in excused
        for breach in judge(office)
        if (breach.severity or RULES[code].severity) is Severity.ERROR
    )
