"""Random opening hours, from a seed: schedules with periods and kinds of weeks, several spans a day, deviations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.event import Event, EventKind
from sscctl.domain.hours import WEEKDAYS, Deviation, OpeningHours, Schedule, Spans, Weekday, Weeks
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import ALWAYS, Period
from sscctl.text import Text

FIRST, LAST = date(2025, 1, 1), date(2027, 12, 31)
"""The three years that are looked at; two of them have other public holidays on weekdays than the third."""


KINDS: tuple[tuple[Weeks | None, ...], ...] = (
    (None,),
    (Weeks(parity=1), Weeks(parity=0)),
    (Weeks(nth=(1, 3)), Weeks(nth=(2, 4, 5))),
)
"""Which weeks schedules hold in, so that one of them holds on every day: all, odd and even, or n-th weekdays."""


def office(chance: Random) -> Office:
    """An office that is open all the time, whose every day from FIRST through LAST is known."""
    return Office(
        id="slumpen",
        name="Slumpen",
        municipality="0180",
        lifecycle=(Event(EventKind.OPENED, PartialDate.parse("2020-01-01")),),
        hours=OpeningHours(_schedules(chance), _deviations(chance)),
    )


def office_by_turns(chance: Random) -> Office:
    """An office with other hours in each of two to five weeks that follow one another, again and again."""
    every = chance.randint(2, 5)
    starts = (FIRST - timedelta(days=7 * number) for number in range(every))
    turns = tuple(Schedule(ALWAYS, week(chance), weeks=Weeks(every=every, start=start)) for start in starts)
    return replace(office(chance), hours=OpeningHours(turns, _deviations(chance)))


def _schedules(chance: Random) -> tuple[Schedule, ...]:
    cuts = sorted(chance.sample(range(30, 1000), chance.choice((0, 0, 1, 2))))
    starts: list[date | None] = [None, *(FIRST + timedelta(days=cut) for cut in cuts)]
    ends: list[date | None] = [*starts[1:], None]
    found: list[Schedule] = []
    for start, end in zip(starts, ends, strict=True):
        period = Period(start, end)
        found += (Schedule(period, week(chance), weeks=weeks) for weeks in chance.choices(KINDS, (6, 2, 1))[0])
    return tuple(found)


def week(chance: Random) -> dict[Weekday, Spans]:
    """Hours of a week in which every day is known; weekends are mostly closed."""
    usual = _spans(chance)
    return {
        day: () if number > 4 and chance.random() < 0.8 else usual if chance.random() < 0.6 else _spans(chance)
        for number, day in enumerate(WEEKDAYS)
    }


def _spans(chance: Random) -> Spans:
    count = chance.choice((0, 1, 1, 1, 2, 2, 3))
    marks = sorted(chance.sample(range(7 * 4, 20 * 4), count * 2))
    return tuple(TimeSpan(marks[2 * n] * 15, marks[2 * n + 1] * 15) for n in range(count))


def _deviations(chance: Random) -> tuple[Deviation, ...]:
    days = chance.sample(range((LAST - FIRST).days - 30), chance.choice((0, 1, 3, 8)))
    found = []
    for number in sorted(days):
        start = FIRST + timedelta(days=number)
        length = chance.choice((1, 1, 1, 5, 14))
        found.append(Deviation(Period(start, start + timedelta(days=length)), _spans(chance), Text("Annat", "Other")))
    return tuple(found)
