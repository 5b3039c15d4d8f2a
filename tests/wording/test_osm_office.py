"""An office's OSM opening_hours text: every day as the timetable has it, and no text where a day is unknown."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.domain.network import Settings
from sscctl.domain.timetable import Timetable
from sscctl.reading.calendar import Calendar
from sscctl.reading.policy import Policy
from sscctl.text import Text
from sscctl.wording.osm_holidays import osm_holidays
from sscctl.wording.osm_office import osm_for_office
from tests.builders import deviation, office, week

ALL = ("public_holidays", "midsummer_eve", "christmas_eve", "new_years_eve")
OPEN = [{"event": "opened", "on": "2020-01-01", "source": "page"}]
FOUR_DAYS = week("10:00-16:00", "10:00-16:00", "closed", "10:00-16:00", "10:00-13:00", "closed", "closed")
WEDNESDAYS = week("closed", "closed", "10:00-14:00", "closed", "closed", "closed", "closed")
NEVER = week(*["closed"] * 7)
THE_FOUR_DAYS = "Mo-Tu 10:00-16:00; We off; Th 10:00-16:00; Fr 10:00-13:00; Sa-Su off; PH off"


def schedule(first: str, weekly: dict[str, list[str]], **more: object) -> dict[str, object]:
    return {"valid_from": first, "weekly": weekly, **more}


def timetable(closed_days: tuple[str, ...] = ALL, **facts: object) -> Timetable:
    settings = Settings(1, Text("Register", "Register"), "p", "l", "Europe/Stockholm", closed_days=closed_days)
    return Policy(settings, Calendar()).timetable(office(**{"lifecycle": OPEN, "deviations": None, **facts}))


PLAIN = [schedule("2023-10-02", FOUR_DAYS)]

OTHER_HOURS = "; ".join(
    (
        *("2026 Jul 06-2026 Aug 30 " + rule for rule in THE_FOUR_DAYS.split("; ")[:-1]),
        *("2026 Aug 31-2026 Oct 25 " + rule for rule in ("Mo-Tu off", "We 10:00-14:00", "Th-Su off")),
        "PH off",
    )
)

OFFICES: dict[str, tuple[Timetable, str, str, str | None]] = {
    "nothing but ordinary weeks": (timetable(opening_hours=PLAIN), "2026-09-01", "2026-10-30", THE_FOUR_DAYS),
    "holidays and eves that fall on days with hours": (
        timetable(opening_hours=PLAIN),
        "2026-11-23",
        "2027-01-31",
        f"{THE_FOUR_DAYS}; 2026 Dec 24 off; 2026 Dec 25 off; 2026 Dec 31 off; 2027 Jan 01 off",
    ),
    "a deviation": (
        timetable(opening_hours=PLAIN, deviations=[deviation("2026-10-05", "10:00-11:00, 12:00-13:00")]),
        "2026-09-01",
        "2026-10-30",
        f"{THE_FOUR_DAYS}; 2026 Oct 05 10:00-11:00,12:00-13:00",
    ),
    "a deviation that opens on a holiday as on any day": (
        timetable(opening_hours=PLAIN, deviations=[deviation("2026-12-25", "10:00-13:00")]),
        "2026-09-01",
        "2026-12-26",
        f"{THE_FOUR_DAYS}; 2026 Dec 24 off; 2026 Dec 25 10:00-13:00",
    ),
    "an eve that the policy leaves open, which some readers take for a holiday": (
        timetable(("public_holidays",), opening_hours=PLAIN),
        "2026-09-01",
        "2026-12-24",
        f"{THE_FOUR_DAYS}; 2026 Dec 24 10:00-16:00",
    ),
    "other hours from a Monday on": (
        timetable(
            opening_hours=[
                schedule("2023-10-02", FOUR_DAYS, valid_through="2026-08-30"),
                schedule("2026-08-31", WEDNESDAYS),
            ]
        ),
        "2026-07-06",
        "2026-10-25",
        OTHER_HOURS,
    ),
    "odd and even weeks": (
        timetable(
            opening_hours=[
                schedule("2023-10-02", WEDNESDAYS, weeks="odd"),
                schedule("2023-10-02", NEVER, weeks="even"),
            ]
        ),
        "2026-07-06",
        "2026-11-29",
        "Mo-Tu off; Th-Su off; week 01-53/2 We 10:00-14:00; week 02-52/2 We off; PH off",
    ),
    "the first and third of the month": (
        timetable(
            opening_hours=[
                schedule("2023-10-02", WEDNESDAYS, weeks={"nth": [1, 3]}),
                schedule("2023-10-02", NEVER, weeks={"nth": [2, 4, 5]}),
            ]
        ),
        "2026-07-06",
        "2026-11-29",
        "Mo-Tu off; Th-Su off; We[1,3] 10:00-14:00; We[2,4,5] off; PH off",
    ),
    "every third week: no words for that, so each day has its rule": (
        timetable(
            opening_hours=[
                schedule("2023-10-02", WEDNESDAYS, weeks={"every": 3, "from": "2026-09-07"}),
                *(schedule("2023-10-02", NEVER, weeks={"every": 3, "from": f"2026-08-{day}"}) for day in (24, 31)),
            ]
        ),
        "2026-09-07",
        "2026-10-18",
        "Mo-Su off; PH off; 2026 Sep 09 10:00-14:00; 2026 Sep 30 10:00-14:00",
    ),
    "weekends that no source speaks of": (
        timetable(opening_hours=[schedule("2023-10-02", week("10:00-16:00"))]),
        "2026-09-01",
        "2026-10-30",
        None,
    ),
    "hours known up to a day": (
        timetable(opening_hours=[schedule("2023-10-02", FOUR_DAYS, valid_through="2026-10-01")]),
        "2026-09-01",
        "2026-10-30",
        None,
    ),
    "one day": (timetable(opening_hours=PLAIN), "2026-09-01", "2026-09-01", "Tu 10:00-16:00; PH off"),
    "no day": (timetable(opening_hours=PLAIN), "2026-09-02", "2026-09-01", None),
}


@pytest.mark.parametrize(("hours", "first", "last", "text"), OFFICES.values(), ids=OFFICES)
def test_what_is_written(hours: Timetable, first: str, last: str, text: str | None) -> None:
    assert osm_for_office(hours, date.fromisoformat(first), date.fromisoformat(last)) == text


def test_an_office_that_ends_is_off_from_then_on() -> None:
    ended = [*OPEN, {"event": "closed", "on": "2026-06-29", "source": "page"}]
    text = osm_for_office(timetable(opening_hours=PLAIN, lifecycle=ended), date(2026, 6, 1), date(2027, 12, 31))
    assert text
    assert text.split("; ")[5:] == ["2026 Jun 29-2027 Dec 31 Mo-Su off", "PH off", "2026 Jun 19 off"]


@pytest.mark.parametrize("year", range(2005, 2100, 5))
def test_the_days_that_readers_may_take_for_holidays_are_those_of_the_calendar(year: int) -> None:
    days = {
        date.fromordinal(number) for number in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    }
    assert osm_holidays(year) == {day for day in days if Calendar().holiday(day)}
