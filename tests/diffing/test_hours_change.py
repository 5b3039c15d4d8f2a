"""Hours are compared by what holds on each weekday from which date, never by how it is written."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.cli.render.changes_dates import shift
from sscctl.domain.change import ChangeKind
from tests.diffing.comparing import event, of_office, schedule, told

WEEK = schedule("2021-11-01")
CLOSED_MONDAYS = ("closed", *["10:00-16:00"] * 4)

SAME_MEANING = {
    "one schedule cut in two": (
        [WEEK],
        [schedule("2021-11-01", "2023-06-30"), schedule("2023-07-01")],
    ),
    "schedules in another order": (
        [schedule("2021-11-01", "2023-06-30"), schedule("2023-07-01", None, *CLOSED_MONDAYS)],
        [schedule("2023-07-01", None, *CLOSED_MONDAYS), schedule("2021-11-01", "2023-06-30")],
    ),
    "every week written as odd and even ones": (
        [WEEK],
        [schedule("2021-11-01", weeks="odd"), schedule("2021-11-01", weeks="even")],
    ),
    "every second week until the year's end, from a week that is even": (
        [schedule("2024-01-01", "2024-12-29", weeks="even")],
        [schedule("2024-01-01", "2024-12-29", weeks={"every": 2, "from": "2024-01-08"})],
    ),
}


@pytest.mark.parametrize(("before", "after"), SAME_MEANING.values(), ids=SAME_MEANING)
def test_other_words_for_the_same_hours_are_no_change(before: list[object], after: list[object]) -> None:
    assert of_office({"opening_hours": before}, {"opening_hours": after}) == []


OTHER_HOURS = {
    "a weekday closes from a day on": (
        [WEEK],
        [schedule("2021-11-01", "2026-11-30"), schedule("2026-12-01", None, *CLOSED_MONDAYS)],
        ["hours_cut 2026-12-01 opening_hours"],
        "Monday closed, was 10–16; 24 h a week, was 30",
    ),
    "every day is an hour longer for a summer": (
        [WEEK],
        [
            schedule("2021-11-01", "2027-05-31"),
            schedule("2027-06-01", "2027-08-31", "10:00-17:00"),
            schedule("2027-09-01"),
        ],
        ["hours_extended 2027-06-01..2027-08-31 opening_hours"],
        "Monday–Friday 10–17, was 10–16; 35 h a week, was 30",
    ),
    "the same hours at other times": (
        [WEEK],
        [schedule("2021-11-01", "2026-12-31"), schedule("2027-01-01", None, "09:30-15:30")],
        ["hours_changed 2027-01-01 opening_hours"],
        "Monday–Friday 9:30–15:30, was 10–16; 30 h a week, was 30",
    ),
    "a weekday closes whose hours were not known": (
        [],
        [schedule("2027-01-04", None, "?", "closed")],
        ["hours_changed 2027-01-04 opening_hours"],
        "Tuesday closed, was unknown",
    ),
    "what is no longer known is not closed": (
        [WEEK],
        [schedule("2021-11-01", "2026-12-31")],
        ["hours_changed 2027-01-01 opening_hours"],
        "Monday–Friday unknown, was 10–16; unknown a week, was 30",
    ),
    "even weeks close on Fridays": (
        [schedule("2021-11-01")],
        [
            schedule("2021-11-01", None, *["10:00-16:00"] * 4, "closed", weeks="even"),
            schedule("2021-11-01", weeks="odd"),
        ],
        ["hours_cut 2021-11-01 opening_hours"],
        "Friday even weeks closed, odd weeks 10–16, was 10–16; 27 h a week, was 30",
    ),
    "a schedule that no source dates": (
        [schedule()],
        [schedule(None, None, *CLOSED_MONDAYS)],
        ["hours_cut ? opening_hours"],
        "Monday closed, was 10–16; 24 h a week, was 30",
    ),
    "a change first seen on a day": (
        [schedule("2021-11-01")],
        [schedule("2021-11-01", "2026-12-31"), schedule("../2027-01-01", None, *CLOSED_MONDAYS)],
        ["hours_cut ../2027-01-01 opening_hours"],
        "Monday closed, was 10–16; 24 h a week, was 30",
    ),
}


@pytest.mark.parametrize(("before", "after", "changes", "words"), OTHER_HOURS.values(), ids=OTHER_HOURS)
def test_other_hours(before: list[object], after: list[object], changes: list[str], words: str) -> None:
    found = of_office({"opening_hours": before}, {"opening_hours": after})
    assert told(found) == changes
    assert found[0].hours
    assert shift(found[0].hours) == words


def test_what_a_weekday_loses_is_told_in_minutes() -> None:
    after = [schedule("2021-11-01", "2026-11-30"), schedule("2026-12-01", None, *CLOSED_MONDAYS)]
    (change,) = of_office({"opening_hours": [WEEK]}, {"opening_hours": after})
    assert change.before == {"mon": ["10:00-16:00"]}
    assert change.after == {"mon": []}
    assert change.hours
    assert (change.hours.minutes_before, change.hours.minutes_after, change.hours.lost) == (1800, 1440, 360)
    assert change.hours.is_whole


def test_hours_of_the_past_are_a_correction() -> None:
    after = [schedule("2021-11-01", "2026-10-31"), schedule("2026-11-01", None, *CLOSED_MONDAYS)]
    (late,) = of_office({"opening_hours": [WEEK]}, {"opening_hours": after})
    (in_time,) = of_office({"opening_hours": [WEEK]}, {"opening_hours": after}, date(2026, 10, 1))
    assert (late.correction, in_time.correction) == (True, False)


def test_hours_end_with_the_office_and_so_last_until_then() -> None:
    life = [event("opened", "2021-11-01"), event("closing_decided", "2026-10-01", last_day="2027-06-30")]
    after = [schedule("2021-11-01", "2026-11-30"), schedule("2026-12-01", None, *CLOSED_MONDAYS)]
    (change,) = of_office({"lifecycle": life, "opening_hours": [WEEK]}, {"lifecycle": life, "opening_hours": after})
    assert (change.effective, change.through) == (date(2026, 12, 1), None)


def test_hours_of_days_on_which_the_office_is_closed_for_good_concern_nobody() -> None:
    life = [event("opened", "2021-11-01"), event("closed", "2022-07-01")]
    after = [schedule("2021-11-01", "2022-06-30")]
    found = of_office({"lifecycle": life, "opening_hours": [WEEK]}, {"lifecycle": life, "opening_hours": after})
    assert told(found) == ["-hours_changed 2022-07-01 opening_hours"]


def test_a_closing_is_one_change_and_not_the_loss_of_each_weekday_as_well() -> None:
    life = [event("opened", "2021-11-01"), event("closing_decided", "2026-10-01", last_day="2027-06-30")]
    after = [schedule("2021-11-01", "2027-06-30")]
    found = of_office({"opening_hours": [WEEK]}, {"lifecycle": life, "opening_hours": after})
    assert [change.kind for change in found if change.visible] == [ChangeKind.CLOSES]


def test_what_is_noted_beside_the_hours_is_for_the_record() -> None:
    noted = {**WEEK, "note": {"sv": "Lunchstängt ibland.", "en": "Closed for lunch at times."}}
    assert told(of_office({"opening_hours": [WEEK]}, {"opening_hours": [noted]})) == ["-changed ? opening_hours"]


def test_hours_of_no_known_time_are_never_compared_with_those_that_hold() -> None:
    undated = schedule(None, None, "09:00-12:00", undated=True)
    found = of_office({"opening_hours": [WEEK]}, {"opening_hours": [WEEK, undated]})
    assert told(found) == ["-changed ? opening_hours"]
