"""SSC6xx: hours, deviations, and offices that take turns in closing."""

from __future__ import annotations

import pytest

from sscctl.domain.finding import Pointer
from tests.base_registry import Tree
from tests.builders import deviation, week
from tests.rules.judging import told

SCHEDULE = {"valid_from": "2021-11-01", "source": "page"}


def schedule(*days: str, **more: object) -> Tree:
    """Hours from the day the office opened, with the week in shorthand."""
    return {**SCHEDULE, "weekly": week(*days), **more}


NOTE = {"sv": "Enligt avtal", "en": "By agreement"}
HOURS = ("opening_hours", 0, "weekly")

SPANS: dict[str, tuple[Tree, list[tuple[Pointer, str]]]] = {
    "spans that touch do not overlap": (schedule("10:00-12:00, 12:00-16:00"), []),
    "spans in any order may stand": (schedule("13:00-16:00, 10:00-12:00"), []),
    "spans that overlap": (
        schedule("10:00-13:00, 12:00-16:00", "closed"),
        [((*HOURS, "mon"), "the hours 10:00-13:00 and 12:00-16:00 overlap")],
    ),
    "a span that ends as it begins": (
        schedule("10:00-10:00", "closed"),
        [((*HOURS, "mon", 0), "the hours 10:00-10:00 do not end later than they begin")],
    ),
    "a time off the quarter hour": (
        schedule("10:00-16:01", "closed"),
        [((*HOURS, "mon"), "the time 16:01 is not on the quarter hour")],
    ),
    "a time off the quarter hour that a note explains": (schedule("10:00-16:01", note=NOTE), []),
    "open until midnight": (schedule("10:00-24:00"), []),
}


@pytest.mark.parametrize(("hours", "expected"), SPANS.values(), ids=SPANS)
def test_the_spans_of_a_day(hours: Tree, expected: list[tuple[Pointer, str]]) -> None:
    assert told("SSC601", opening_hours=[hours]) == expected


def test_the_spans_of_another_body_under_the_roof_are_looked_at_too() -> None:
    shared = {"party": "trafikverket", "status": "planned", "opening_hours": [{"weekly": {"mon": ["10:00-10:05"]}}]}
    pointer = ("co_locations", 0, "opening_hours", 0, "weekly", "mon")
    assert told("SSC601", co_locations=[shared]) == [(pointer, "the time 10:05 is not on the quarter hour")]


def test_a_deviation_off_the_quarter_hour_has_its_reason() -> None:
    assert told("SSC601", deviations=[deviation("2026-12-23", "10:00-13:10")]) == []


WEEKLY = {"weekly": {"mon": ["10:00-16:00"]}}

OVERLAPS: dict[str, tuple[list[Tree], list[str]]] = {
    "one after the other": (
        [{"valid_from": "2026-01-01", "valid_through": "2026-05-31"}, {"valid_from": "2026-06-01"}],
        [],
    ),
    "both on the first one's last day": (
        [{"valid_from": "2026-01-01", "valid_through": "2026-06-01"}, {"valid_from": "2026-06-01"}],
        ["these hours and those in place 1 both hold on 2026-06-01"],
    ),
    "neither with a day": ([{}, {}], ["these hours and those in place 1 both hold on any day"]),
    "neither with a first day": (
        [{"valid_through": "2025-12-31"}, {"valid_through": "2024-12-31"}],
        ["these hours and those in place 1 both hold on 2024-12-31"],
    ),
    "one without a period answers nothing": ([{"undated": True}, {}], []),
    "a start known as a year may come after the end": (
        [{"valid_from": "2025-01-01", "valid_through": "2026-06-30"}, {"valid_from": "2026"}],
        [],
    ),
    "a start known as a month certainly comes before the end": (
        [{"valid_from": "2025-01-01", "valid_through": "2026-06-30"}, {"valid_from": "2026-06"}],
        ["these hours and those in place 1 both hold on 2026-06-30"],
    ),
    "seen on a day, and so in force on it": (
        [{"valid_from": "../2023-10-02"}, {"valid_from": "2023-10-02"}],
        ["these hours and those in place 1 both hold on 2023-10-02"],
    ),
    "odd weeks and even weeks": ([{"weeks": "odd"}, {"weeks": "even"}], []),
    "odd weeks and every week": (
        [{"valid_from": "2026-01-05", "weeks": "odd"}, {"valid_from": "2026-01-05"}],
        ["these hours and those in place 1 both hold on 2026-01-12"],
    ),
    "every other week, in turns": (
        [
            {"weeks": {"every": 2, "from": "2026-01-05"}},
            {"weeks": {"every": 2, "from": "2026-01-12"}},
        ],
        [],
    ),
    "every second and every fourth week, in turns": (
        [
            {"weeks": {"every": 2, "from": "2026-01-05"}},
            {"weeks": {"every": 4, "from": "2026-01-16"}},
        ],
        [],
    ),
    "every second and every third week meet": (
        [
            {"valid_from": "2026-01-05", "weeks": {"every": 2, "from": "2026-01-05"}},
            {"valid_from": "2026-01-05", "weeks": {"every": 3, "from": "2026-01-12"}},
        ],
        ["these hours and those in place 1 both hold on 2026-02-02"],
    ),
    "the first and the third of the month": ([{"weeks": {"nth": [1]}}, {"weeks": {"nth": [3]}}], []),
    "the first of the month falls in odd weeks too": (
        [{"valid_from": "2026-01-05", "weeks": {"nth": [1, 5]}}, {"valid_from": "2026-01-05", "weeks": "odd"}],
        ["these hours and those in place 1 both hold on 2026-01-29"],
    ),
    "three of which the outer ones meet": (
        [
            {"valid_from": "2026-01-01"},
            {"valid_from": "2025-01-01", "valid_through": "2025-12-31"},
            {"valid_from": "2026-06-01"},
        ],
        ["these hours and those in place 1 both hold on 2026-06-01"],
    ),
}


@pytest.mark.parametrize(("schedules", "expected"), OVERLAPS.values(), ids=OVERLAPS)
def test_two_schedules_never_hold_on_one_day(schedules: list[Tree], expected: list[str]) -> None:
    found = told("SSC602", opening_hours=[{**WEEKLY, **one} for one in schedules])
    assert [message for _, message in found] == expected
    assert {pointer for pointer, _ in found} <= {("opening_hours", len(schedules) - 1)}


def test_of_two_deviations_the_shorter_holds_and_equal_ones_compete() -> None:
    summer = deviation("2026-07-06..2026-07-19", "10:00-13:00")
    day = deviation("2026-07-08", "closed")
    assert told("SSC602", deviations=[summer, day]) == []
    again = deviation("2026-07-08", "10:00-12:00")
    said = "the deviation holds on the same day as the one in place 2 and is as long"
    assert told("SSC602", deviations=[summer, day, again]) == [(("deviations", 2), said)]


WEEKENDS: dict[str, tuple[Tree, list[tuple[Pointer, str]]]] = {
    "closed on Saturdays": ({"opening_hours": [schedule("10:00-16:00")]}, []),
    "open on Saturdays": (
        {"opening_hours": [schedule(*["10:00-16:00"] * 6)]},
        [((*HOURS, "sat"), "the office is open on Saturdays")],
    ),
    "a deviation on a Sunday": (
        {"deviations": [deviation("2026-12-13", "10:00-12:00")]},
        [(("deviations", 0), "the deviation opens 2026-12-13, a Sunday")],
    ),
    "closed on a Sunday": ({"deviations": [deviation("2026-12-13", "closed")]}, []),
    "a deviation over a weekend": (
        {"deviations": [deviation("2026-12-10..2026-12-15", "10:00-12:00")]},
        [(("deviations", 0), "the deviation opens 2026-12-12, a Saturday")],
    ),
    "a deviation within the week": ({"deviations": [deviation("2026-12-07..2026-12-11", "10:00-12:00")]}, []),
}


@pytest.mark.parametrize(("replacing", "expected"), WEEKENDS.values(), ids=WEEKENDS)
def test_weekends_are_noted(replacing: Tree, expected: list[tuple[Pointer, str]]) -> None:
    assert told("SSC604", **replacing) == expected


OPENED: Tree = {"event": "opened", "on": "2021-11-01", "source": "page"}
CLOSED: Tree = {"event": "closed", "on": "2026-07-01", "last_day": "2026-06-30", "source": "page"}

MISSING: dict[str, tuple[Tree, list[tuple[Pointer, str]]]] = {
    "an open office with hours": ({}, []),
    "an open office without hours": ({"opening_hours": None}, [((), "the office is open but has no hours")]),
    "hours that nobody knows the period of": (
        {"opening_hours": [{**WEEKLY, "undated": True}]},
        [(("opening_hours",), "the office is open, but nobody knows when its hours hold")],
    ),
    "hours that have ended": (
        {"opening_hours": [{**WEEKLY, "valid_through": "2026-11-21"}]},
        [(("opening_hours",), "the office is open, but no hours hold today")],
    ),
    "hours of which only the number of days is known": ({"opening_hours": [{**SCHEDULE, "days_per_week": 3}]}, []),
    "hours of other weeks than this": ({"opening_hours": [{**SCHEDULE, **WEEKLY, "weeks": "even"}]}, []),
    "a planned office without hours": (
        {"opening_hours": None, "lifecycle": [{"event": "planned", "on": "2026-10-01", "source": "page"}]},
        [],
    ),
    "an office that nobody knows the status of": ({"opening_hours": None, "lifecycle": []}, []),
    "a closed office whose hours have ended": (
        {"lifecycle": [OPENED, CLOSED], "opening_hours": [{**WEEKLY, "valid_through": "2026-06-30"}]},
        [],
    ),
    "a closed office whose hours go on": (
        {"lifecycle": [OPENED, CLOSED]},
        [(("opening_hours", 0), "the hours hold although the office has closed")],
    ),
}


@pytest.mark.parametrize(("replacing", "expected"), MISSING.values(), ids=MISSING)
def test_an_open_office_has_hours_and_a_closed_one_has_none(
    replacing: Tree, expected: list[tuple[Pointer, str]]
) -> None:
    assert told("SSC605", **replacing) == expected


WEEKS: dict[str, tuple[Tree, list[str]]] = {
    "thirty hours": (schedule("10:00-16:00"), []),
    "ten hours": (schedule(*["10:00-12:00"] * 5), []),
    "less than ten": (schedule("10:00-12:30", *["closed"] * 4), ["the week has 02:30 open hours"]),
    "forty-five hours": (schedule("08:00-17:00"), []),
    "more than forty-five": (schedule("08:00-18:00"), ["the week has 50 open hours"]),
    "closed all week": (schedule("closed"), ["the week has 0 open hours"]),
    "a working day is unknown": (schedule("10:00-12:00", "closed", "closed", "closed", "?"), []),
    "nobody knows the period": ({"undated": True, "weekly": week("10:00-11:00")}, []),
    "every other week": (schedule("10:00-11:00", weeks="odd"), []),
}


@pytest.mark.parametrize(("hours", "expected"), WEEKS.values(), ids=WEEKS)
def test_a_week_is_neither_very_short_nor_very_long(hours: Tree, expected: list[str]) -> None:
    assert [message for _, message in told("SSC609", opening_hours=[hours])] == expected
