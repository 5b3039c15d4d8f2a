"""Opening hours: which schedule and which deviation hold on a day, and what they say of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.hours import WEEKDAYS, Deviation, OpeningHours, Schedule, Spans, Weekday, Weeks
from sscctl.domain.period import ALWAYS, Period
from sscctl.text import Text

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
MEETING = Text("Möte", "Meeting")
CLOSED: Spans = ()


def spans(text: str) -> Spans:
    """Hours of a day in shorthand: `closed`, or spans set apart by commas."""
    return CLOSED if text == "closed" else tuple(TimeSpan.parse(part) for part in text.split(", "))


def weekdays(hours: str) -> dict[Weekday, Spans]:
    """The same hours from Monday to Friday, and closed on weekends."""
    return {day: spans(hours) if day in WEEKDAYS[:5] else CLOSED for day in WEEKDAYS}


def through(first: str | None, last: str | None) -> Period:
    return Period.through(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def deviation(first: str, last: str, hours: str) -> Deviation:
    return Deviation(through(first, last), spans(hours), MEETING)


@given(DAYS)
def test_a_weekday_is_that_of_the_calendar(day: date) -> None:
    assert Weekday.of(day).value == day.strftime("%a").lower()


class TestWeeks:
    WEEKS: dict[str, tuple[Weeks, list[str], list[str]]] = {  # noqa: RUF012  a table of examples
        "odd weeks": (Weeks(parity=1), ["2026-01-12", "2026-01-18", "2020-12-28"], ["2026-01-05", "2021-01-11"]),
        "even weeks": (Weeks(parity=0), ["2026-01-05", "2021-01-11"], ["2026-01-12", "2020-12-31"]),
        "week 53 and week 1 are both odd": (Weeks(parity=1), ["2020-12-30", "2021-01-04"], []),
        "every other week from a Wednesday counts from its Monday": (
            Weeks(every=2, start=date(2026, 1, 7)),
            ["2026-01-05", "2026-01-11", "2026-01-19"],
            ["2026-01-04", "2026-01-12", "2026-01-18"],
        ),
        "no week before the first": (Weeks(every=2, start=date(2026, 1, 5)), [], ["2025-12-22", "2025-12-29"]),
        "the first and third of the month": (
            Weeks(nth=(1, 3)),
            ["2026-11-01", "2026-11-07", "2026-11-15", "2026-11-21"],
            ["2026-11-08", "2026-11-22", "2026-11-29"],
        ),
        "the fifth, where there is one": (Weeks(nth=(5,)), ["2026-11-29", "2026-11-30"], ["2026-11-28"]),
        "no condition": (Weeks(), ["2026-11-22"], []),
    }

    @pytest.mark.parametrize(("weeks", "inside", "outside"), WEEKS.values(), ids=WEEKS)
    def test_a_day_is_in_the_weeks_that_are_meant(self, weeks: Weeks, inside: list[str], outside: list[str]) -> None:
        assert [day for day in inside if date.fromisoformat(day) not in weeks] == []
        assert [day for day in outside if date.fromisoformat(day) in weeks] == []

    @given(DAYS)
    def test_a_week_is_odd_or_even(self, day: date) -> None:
        assert (day in Weeks(parity=1)) != (day in Weeks(parity=0))

    @given(DAYS)
    def test_a_day_is_the_first_to_the_fifth_of_its_month(self, day: date) -> None:
        assert sum(day in Weeks(nth=(number,)) for number in range(1, 6)) == 1

    @given(DAYS, st.integers(2, 53), DAYS)
    def test_of_so_many_turns_a_week_is_in_one(self, day: date, every: int, start: date) -> None:
        turns = [Weeks(every=every, start=start - timedelta(weeks=number)) for number in range(every)]
        long_ago = date(1990, 1, 1)
        assert sum(day in Weeks(every=every, start=long_ago + timedelta(weeks=n)) for n in range(every)) == 1
        assert sum(day in turn for turn in turns) <= 1


class TestSchedule:
    def test_one_without_a_known_period_answers_nothing(self) -> None:
        assert not Schedule(ALWAYS, weekdays("10:00-16:00"), undated=True).holds_on(date(2026, 11, 23))

    @pytest.mark.parametrize(
        ("weekly", "minutes"),
        [
            (weekdays("10:00-16:00"), 30 * 60),
            (weekdays("closed"), 0),
            ({day: spans("10:00-16:00") for day in WEEKDAYS[:5]}, 30 * 60),
            ({day: spans("10:00-16:00") for day in WEEKDAYS[:4]}, None),
            ({}, None),
        ],
        ids=["five days", "closed", "weekends unknown", "Friday unknown", "nothing known"],
    )
    def test_the_minutes_of_a_week_are_known_when_its_working_days_are(
        self, weekly: dict[Weekday, Spans], minutes: int | None
    ) -> None:
        assert Schedule(ALWAYS, weekly).weekly_minutes == minutes


OLD = Schedule(through(None, "2023-10-01"), weekdays("10:00-16:00"))
NEW = Schedule(through("2023-10-02", None), {**weekdays("10:00-15:00"), Weekday.TUE: CLOSED})
PART = Schedule(ALWAYS, {Weekday.THU: CLOSED})

DAYS_OF: dict[str, tuple[OpeningHours, str, str, str]] = {
    "nothing known": (OpeningHours(), "2026-11-23", "unknown", ""),
    "the old schedule's last day": (OpeningHours((OLD, NEW)), "2023-09-29", "open", "10:00-16:00"),
    "the new schedule's first day": (OpeningHours((OLD, NEW)), "2023-10-02", "open", "10:00-15:00"),
    "a day the schedule closes": (OpeningHours((OLD, NEW)), "2023-10-03", "closed", ""),
    "a weekend": (OpeningHours((OLD, NEW)), "2023-10-07", "closed", ""),
    "a weekday that no source speaks of": (OpeningHours((PART,)), "2026-11-23", "unknown", ""),
    "the one weekday that a source speaks of": (OpeningHours((PART,)), "2026-11-26", "closed", ""),
    "a deviation": (
        OpeningHours((NEW,), (deviation("2026-12-23", "2026-12-23", "10:00-13:00"),)),
        "2026-12-23",
        "open",
        "10:00-13:00",
    ),
    "a deviation where nothing else is known": (
        OpeningHours((), (deviation("2026-12-23", "2026-12-23", "closed"),)),
        "2026-12-23",
        "closed",
        "",
    ),
    "a day within the summer": (
        OpeningHours(
            (NEW,),
            (deviation("2026-07-06", "2026-07-19", "10:00-13:00"), deviation("2026-07-08", "2026-07-08", "closed")),
        ),
        "2026-07-08",
        "closed",
        "",
    ),
    "the day after a day within the summer": (
        OpeningHours(
            (NEW,),
            (deviation("2026-07-08", "2026-07-08", "closed"), deviation("2026-07-06", "2026-07-19", "10:00-13:00")),
        ),
        "2026-07-09",
        "open",
        "10:00-13:00",
    ),
}


@pytest.mark.parametrize(("hours", "day", "state", "expected"), DAYS_OF.values(), ids=DAYS_OF)
def test_what_is_known_of_a_day(hours: OpeningHours, day: str, state: str, expected: str) -> None:
    found = hours.on(date.fromisoformat(day))
    assert (found.state, ", ".join(map(str, found.spans or ()))) == (state, expected)
    assert found.deviates == (found.reason is MEETING)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 10)), max_size=6), st.integers(0, 55))
def test_the_shortest_deviation_holds(lengths: list[tuple[int, int]], offset: int) -> None:
    first = date(2026, 6, 1)
    deviations = tuple(
        Deviation(Period.through(first + timedelta(start), first + timedelta(start + more)), CLOSED, MEETING)
        for start, more in lengths
    )
    day = first + timedelta(offset)
    found = OpeningHours((), deviations).deviation_on(day)
    holding = [one for one in deviations if day in one.each_day()]
    assert (found is None) == (not holding)
    assert found is None or found.days == min(one.days for one in holding)


def test_a_deviation_without_a_last_day_gives_way_to_any_other() -> None:
    endless = Deviation(through("2026-01-01", None), CLOSED, MEETING)
    year = deviation("2026-01-01", "2026-12-31", "10:00-12:00")
    assert OpeningHours((), (endless, year)).deviation_on(date(2026, 5, 1)) is year
    assert len(list(endless.each_day())) == 731
    assert list(Deviation(through(None, "2026-01-01"), CLOSED, MEETING).each_day()) == []
