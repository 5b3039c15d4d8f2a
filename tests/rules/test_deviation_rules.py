"""SSC603, SSC606, SSC607 and SSC608: hours against the calendar, the office's life, and one another."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.domain.finding import Pointer
from tests.base_registry import OFFICE_PATH, Tree, base
from tests.builders import deviation, week
from tests.rules.judging import findings, told

HOLIDAYS: dict[str, tuple[list[Tree], list[str]]] = {
    "an ordinary schedule is closed on holidays by policy": ([], []),
    "a deviation for the day itself says that it is meant": ([deviation("2027-06-25", "10:00-12:00")], []),
    "summer hours open Midsummer's Eve": (
        [deviation("2027-06-21..2027-06-30", "10:00-13:00")],
        ["open on 2027-06-25, which is Midsummer Eve"],
    ),
    "summer hours with Midsummer's Eve taken out": (
        [deviation("2027-06-21..2027-06-30", "10:00-13:00"), deviation("2027-06-25", "closed")],
        [],
    ),
    "summer hours in another order with the eve taken out": (
        [deviation("2027-06-25", "closed"), deviation("2027-06-21..2027-06-30", "10:00-13:00")],
        [],
    ),
    "a closed fortnight over Christmas": ([deviation("2026-12-21..2027-01-08", "closed")], []),
    "short days over Christmas": (
        [deviation("2026-12-21..2027-01-03", "10:00-13:00")],
        [
            "open on 2026-12-24, which is Christmas Eve",
            "open on 2026-12-25, which is Christmas Day",
            "open on 2026-12-31, which is New Year's Eve",
            "open on 2027-01-01, which is New Year's Day",
        ],
    ),
}


@pytest.mark.parametrize(("deviations", "expected"), HOLIDAYS.values(), ids=HOLIDAYS)
def test_a_holiday_is_opened_by_a_deviation_for_that_day_alone(deviations: list[Tree], expected: list[str]) -> None:
    assert [message for _, message in told("SSC603", deviations=deviations)] == expected


class TestHolidaysThatThePolicyIsSilentOn:
    POLICIES = base()["registry.yaml"]["policies"]

    def found(self, closed_days: list[str], today: date, **replacing: object) -> list[tuple[Pointer, str]]:
        assert isinstance(self.POLICIES, dict)
        settings: dict[str, object] = {"policies": {**self.POLICIES, "closed_days": closed_days}}
        changes: dict[str, dict[str, object]] = {OFFICE_PATH: replacing, "registry.yaml": settings}
        found = (found for found in findings(changes, today) if found.code == "SSC603")
        return [(one.pointer, one.message.en) for one in found]

    def test_the_next_one_is_told_of(self) -> None:
        said = "open on 2026-12-24, which is Christmas Eve, and no policy says otherwise"
        assert self.found(["public_holidays"], date(2026, 11, 22)) == [(("opening_hours", 0), said)]

    def test_one_with_a_deviation_is_decided(self) -> None:
        days = ["public_holidays", "new_years_eve", "midsummer_eve"]
        closed = [deviation("2026-12-24", "closed")]
        assert self.found(days, date(2026, 11, 22), deviations=closed) == []

    def test_one_on_a_weekend_is_no_matter(self) -> None:
        days = ["public_holidays", "new_years_eve", "midsummer_eve"]  # Christmas Eve 2028 is a Sunday
        assert self.found(days, date(2028, 1, 3)) == []

    def test_an_office_without_hours_is_open_on_no_holiday(self) -> None:
        assert self.found([], date(2026, 11, 22), opening_hours=None) == []

    def test_an_office_that_has_closed_is_not_asked(self) -> None:
        closed = [{"event": "closed", "on": "2026-06-30", "source": "page"}]
        assert self.found([], date(2026, 11, 22), lifecycle=closed) == []


def test_a_deviation_is_old_after_a_year() -> None:
    days = ("2025-11-21", "2025-11-22", "2025-11-10..2025-11-12")
    assert told("SSC606", deviations=[deviation(day, "closed") for day in days]) == [
        (("deviations", 0), "the deviation ended on 2025-11-21"),
        (("deviations", 2), "the deviation ended on 2025-11-12"),
    ]


CLOSED = [
    {"event": "opened", "on": "2021-11-01", "source": "page"},
    {"event": "closing_decided", "on": "2026-10-30", "last_day": "2027-06-30", "source": "page"},
]

IDLE: dict[str, tuple[Tree, list[str]]] = {
    "on an ordinary day": ({"deviations": [deviation("2026-12-23", "closed")]}, []),
    "before all ordinary hours": ({"deviations": [deviation("2021-10-30", "closed")]}, ["no ordinary hours hold then"]),
    "at an office without known hours": (
        {"opening_hours": None, "deviations": [deviation("2026-12-23", "closed")]},
        [],
    ),
    "after the last day for visitors": (
        {"lifecycle": CLOSED, "deviations": [deviation("2027-07-01", "closed")]},
        ["the office has closed by then"],
    ),
    "on the last day for visitors": ({"lifecycle": CLOSED, "deviations": [deviation("2027-06-30", "closed")]}, []),
    "closed on a day that is closed": (
        {"deviations": [deviation("2026-12-24..2026-12-25", "closed")]},
        ["offices are closed then anyway"],
    ),
    "closed on a day before one that is closed": ({"deviations": [deviation("2026-12-23..2026-12-25", "closed")]}, []),
    "open on a day that is closed": ({"deviations": [deviation("2026-12-24", "10:00-12:00")]}, []),
    "closed where a longer deviation opens": (
        {"deviations": [deviation("2026-12-21..2026-12-30", "10:00-12:00"), deviation("2026-12-24", "closed")]},
        [],
    ),
}


@pytest.mark.parametrize(("replacing", "expected"), IDLE.values(), ids=IDLE)
def test_a_deviation_changes_something(replacing: Tree, expected: list[str]) -> None:
    assert [message for _, message in told("SSC607", **replacing)] == expected


class TestOfficesThatTakeTurns:
    def found(self, closed: dict[str, str], today: date = date(2026, 11, 22), **more: str) -> list[tuple[str, str]]:
        """What is found when each office closes on a weekday."""
        policies = base()["registry.yaml"]["policies"]
        assert isinstance(policies, dict)
        staggered = {"offices": ["a-torg", "b-torg", "c-torg"], "since": "2023-10-02"}
        settings: dict[str, object] = {"policies": {**policies, "staggered_closing": staggered}}
        changes: dict[str, dict[str, object]] = {"registry.yaml": settings}
        for name, weekday in closed.items():
            hours = {"valid_from": "2023-10-02", **more, "weekly": {**week("10:00-16:00"), weekday: []}}
            changes[f"offices/{name}.yaml"] = {"opening_hours": [hours]}
        found = (found for found in findings(changes, today) if found.code == "SSC608")
        return [(one.path, one.message.en) for one in found]

    def test_each_on_its_own_day(self) -> None:
        assert self.found({"a-torg": "mon", "b-torg": "tue", "c-torg": "wed"}) == []

    def test_two_on_the_same_day(self) -> None:
        assert self.found({"a-torg": "mon", "b-torg": "tue", "c-torg": "mon"}) == [
            ("offices/a-torg.yaml", "closed on Mondays, like c-torg"),
            ("offices/c-torg.yaml", "closed on Mondays, like a-torg"),
        ]

    def test_offices_that_are_not_among_them_close_when_they_like(self) -> None:
        assert self.found({"a-torg": "mon", "d-torg": "mon"}) == []

    def test_weekends_do_not_count(self) -> None:
        assert self.found({"a-torg": "sat", "b-torg": "sat"}) == []

    def test_hours_that_have_ended_do_not_count(self) -> None:
        assert self.found({"a-torg": "mon", "b-torg": "mon"}, valid_through="2026-11-21") == []

    def test_before_the_agreed_day_it_is_the_hours_of_that_day_that_count(self) -> None:
        assert self.found({"a-torg": "mon", "b-torg": "mon"}, date(2023, 9, 1)) != []
