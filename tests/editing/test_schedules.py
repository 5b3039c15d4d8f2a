"""Ordinary hours from a day: what ends, what goes on, what comes back, and what refuses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

import pytest

from sscctl.editing.applying import applied
from sscctl.editing.entries import Tree
from sscctl.editing.schedules import NewHours, set_hours
from sscctl.errors import Refused
from sscctl.wording.read import read

FOUR = {"mon": ["10:00-16:00"], "tue": ["10:00-16:00"], "wed": ["10:00-16:00"], "thu": ["10:00-16:00"]}
FIVE = {**FOUR, "fri": ["10:00-16:00"]}
ODD, EVEN = {"wed": ["10:00-14:00"]}, {"fri": ["10:00-14:00"]}

Item = dict[str, object]


def schedule(first: str | None, last: str | None = None, weekly: object = None, **more: object) -> Item:
    days = {"valid_from": first, "valid_through": last}
    return {**{key: day for key, day in days.items() if day}, "weekly": weekly or FIVE, **more}


def new(text: str, first: str, last: str | None = None) -> NewHours:
    reading = read(text)
    assert not reading.problems
    return NewHours(reading.patterns, date.fromisoformat(first), date.fromisoformat(last) if last else None, "page")


def after(before: Sequence[Item], hours: NewHours) -> object:
    tree = cast("Tree", {"id": "torget", "opening_hours": list(before)} if before else {"id": "torget"})
    changed = applied(tree, set_hours(tree, hours))
    assert isinstance(changed, dict)
    return changed.get("opening_hours")


MON_THU, ALL_FIVE = "mån-tors 10-16", "mån-fre 10-16"
PAIR = "udda veckor ons 10-14; jämna veckor fre 10-14"

CHANGES: dict[str, tuple[list[Item], NewHours, list[Item]]] = {
    "the first hours of an office": (
        [],
        new(MON_THU, "2027-01-01"),
        [schedule("2027-01-01", None, FOUR, source="page")],
    ),
    "what holds ends on the day before": (
        [schedule("2021-11-01", source="old")],
        new(MON_THU, "2027-01-01"),
        [schedule("2021-11-01", "2026-12-31", source="old"), schedule("2027-01-01", None, FOUR, source="page")],
    ),
    "hours that have always held end as well": (
        [schedule(None)],
        new(MON_THU, "2027-01-01"),
        [schedule(None, "2026-12-31"), schedule("2027-01-01", None, FOUR, source="page")],
    ),
    "hours first seen on a day end as well": (
        [schedule("../2023-10-02")],
        new(MON_THU, "2027-01-01"),
        [schedule("../2023-10-02", "2026-12-31"), schedule("2027-01-01", None, FOUR, source="page")],
    ),
    "hours that ended long ago, and undated ones, stay as they are": (
        [schedule("2019-06-01", "2021-10-31"), schedule(None, undated=True)],
        new(MON_THU, "2027-01-01"),
        [
            schedule("2019-06-01", "2021-10-31"),
            schedule(None, undated=True),
            schedule("2027-01-01", None, FOUR, source="page"),
        ],
    ),
    "hours from the same day are replaced where they stand": (
        [schedule("2021-11-01", "2026-12-31"), schedule("2027-01-01", None, {"tue": []}, note={"sv": "a", "en": "a"})],
        new(MON_THU, "2027-01-01"),
        [schedule("2021-11-01", "2026-12-31"), schedule("2027-01-01", None, FOUR, source="page")],
    ),
    "only a number of days was known": (
        [{"valid_from": "2024-01-09", "days_per_week": 3}],
        new(MON_THU, "2024-01-09"),
        [schedule("2024-01-09", None, FOUR, source="page")],
    ),
    "hours that are to come stay, and the new ones end before them": (
        [schedule("2021-11-01", "2027-05-31"), schedule("2027-06-01", None, {"tue": []})],
        new(MON_THU, "2027-01-01"),
        [
            schedule("2021-11-01", "2026-12-31"),
            schedule("2027-01-01", "2027-05-31", FOUR, source="page"),
            schedule("2027-06-01", None, {"tue": []}),
        ],
    ),
    "a summer: what held comes back": (
        [schedule("2021-11-01", source="old")],
        new(MON_THU, "2027-06-01", "2027-08-31"),
        [
            schedule("2021-11-01", "2027-05-31", source="old"),
            schedule("2027-06-01", "2027-08-31", FOUR, source="page"),
            schedule("2027-09-01", source="old"),
        ],
    ),
    "a month at the beginning of what holds": (
        [schedule("2027-01-01", source="old")],
        new(MON_THU, "2027-01-01", "2027-01-31"),
        [schedule("2027-01-01", "2027-01-31", FOUR, source="page"), schedule("2027-02-01", source="old")],
    ),
    "odd and even weeks take the place of every week": (
        [schedule("2021-11-01")],
        new(PAIR, "2027-01-01"),
        [
            schedule("2021-11-01", "2026-12-31"),
            schedule("2027-01-01", None, ODD, weeks="odd", source="page"),
            schedule("2027-01-01", None, EVEN, weeks="even", source="page"),
        ],
    ),
    "odd weeks alone: what held goes on in the even ones": (
        [schedule("2021-11-01", source="old")],
        new("udda veckor ons 10-14", "2027-01-01"),
        [
            schedule("2021-11-01", "2026-12-31", source="old"),
            schedule("2027-01-01", None, FIVE, weeks="even", source="old"),
            schedule("2027-01-01", None, ODD, weeks="odd", source="page"),
        ],
    ),
    "even weeks have hours of their own already": (
        [schedule("2021-11-01", None, FOUR, weeks="odd"), schedule("2021-11-01", None, EVEN, weeks="even")],
        new("udda veckor ons 10-14", "2027-01-01"),
        [
            schedule("2021-11-01", "2026-12-31", FOUR, weeks="odd"),
            schedule("2021-11-01", None, EVEN, weeks="even"),
            schedule("2027-01-01", None, ODD, weeks="odd", source="page"),
        ],
    ),
    "odd weeks of a summer within hours for every week that began that day": (
        [schedule("2027-06-01", source="old")],
        new("udda veckor ons 10-14", "2027-06-01", "2027-08-31"),
        [
            schedule("2027-06-01", "2027-08-31", FIVE, weeks="even", source="old"),
            schedule("2027-06-01", "2027-08-31", ODD, weeks="odd", source="page"),
            schedule("2027-09-01", source="old"),
        ],
    ),
    "a pair that began that day is replaced, each by its own weeks": (
        [schedule("2027-01-01", None, FOUR, weeks="even"), schedule("2027-01-01", None, FOUR, weeks="odd")],
        new(PAIR, "2027-01-01"),
        [
            schedule("2027-01-01", None, EVEN, weeks="even", source="page"),
            schedule("2027-01-01", None, ODD, weeks="odd", source="page"),
        ],
    ),
    "a pair that began that day becomes one for every week": (
        [schedule("2027-01-01", None, ODD, weeks="odd"), schedule("2027-01-01", None, EVEN, weeks="even")],
        new(MON_THU, "2027-01-01"),
        [schedule("2027-01-01", None, FOUR, source="page")],
    ),
    "the first Wednesday of the month: what held goes on in the other weeks": (
        [schedule("2021-11-01")],
        new("första onsdagen i månaden 10-14", "2027-01-01"),
        [
            schedule("2021-11-01", "2026-12-31"),
            schedule("2027-01-01", None, FIVE, weeks={"nth": [2, 3, 4, 5]}),
            schedule("2027-01-01", None, ODD, weeks={"nth": [1]}, source="page"),
        ],
    ),
    "the same hours again": (
        [schedule("2021-11-01")],
        new(ALL_FIVE, "2027-01-01"),
        [schedule("2021-11-01")],
    ),
    "the same pair again": (
        [schedule("2021-11-01", None, ODD, weeks="odd"), schedule("2021-11-01", None, EVEN, weeks="even")],
        new(PAIR, "2027-01-01", "2027-06-30"),
        [schedule("2021-11-01", None, ODD, weeks="odd"), schedule("2021-11-01", None, EVEN, weeks="even")],
    ),
}


@pytest.mark.parametrize(("before", "hours", "expected"), CHANGES.values(), ids=CHANGES)
def test_hours_from_a_day(before: list[Item], hours: NewHours, expected: list[Item]) -> None:
    assert after(before, hours) == expected


REFUSED: dict[str, tuple[list[Item], NewHours, str]] = {
    "other hours begin within the days": (
        [schedule("2021-11-01", "2027-06-30"), schedule("2027-07-01")],
        new(MON_THU, "2027-06-01", "2027-08-31"),
        "från 2027-07-01 gäller redan andra öppettider",
    ),
    "weeks that are counted in another way": (
        [schedule("2021-11-01", None, FOUR, weeks={"every": 3, "from": "2021-11-01"})],
        new("udda veckor ons 10-14", "2027-01-01"),
        "veckorna räknas på ett annat sätt i de öppettider som gäller då",
    ),
}


@pytest.mark.parametrize(("before", "hours", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_set_is_refused_in_words(before: list[Item], hours: NewHours, message: str) -> None:
    with pytest.raises(Refused) as caught:
        after(before, hours)
    assert caught.value.message.sv == message
    assert caught.value.advice
