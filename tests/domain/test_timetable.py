"""An office's days: its life, its deviations, the network's days and its schedules, put together."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sscctl.domain.hours import Access
from sscctl.domain.openness import STOCKHOLM, openness
from sscctl.domain.timetable import NetworkDay, Timetable
from sscctl.text import Text
from tests.builders import deviation, office, week

CLOSED = NetworkDay("public_holidays", Text("Julafton", "Christmas Eve"))
HALF = NetworkDay("day_before_public_holiday", Text("Dag före", "Day before"), 13 * 60)
DAYS = {date(2026, 12, 24): CLOSED, date(2026, 4, 30): HALF}
OTHERS = [
    {"access": "appointment", "weekly": {"mon": ["08:00-10:00"], "thu": ["12:00-15:00"]}},
    {"access": "self_service", "weekly": week("07:00-20:00")},
]


def timetable(**facts: object) -> Timetable:
    usual = {"opening_hours": [{"valid_from": "2021-11-01", "weekly": week("10:00-16:00")}], "deviations": None}
    return Timetable(office(**{**usual, **facts}), DAYS.get)


@pytest.mark.parametrize(
    ("day", "facts", "hours"),
    [
        pytest.param("2026-11-23", {}, "10:00-16:00", id="an ordinary Monday"),
        pytest.param("2026-11-21", {}, "unknown", id="a weekend that no source speaks of"),
        pytest.param("2026-12-24", {}, "closed", id="a closed day of the network"),
        pytest.param("2026-04-30", {}, "10:00-13:00", id="a half day of the network"),
        pytest.param(
            "2026-12-24", {"deviations": [deviation("2026-12-24", "10:00-12:00")]}, "10:00-12:00", id="a deviation wins"
        ),
        pytest.param(
            "2026-11-23", {"lifecycle": [{"event": "opened", "on": "2027-01-01"}]}, "unknown", id="before it is known"
        ),
        pytest.param(
            "2026-11-23",
            {"lifecycle": [{"event": "planned", "on": "2026-01-01"}]},
            "closed",
            id="planned, so not open yet",
        ),
        pytest.param(
            "2025-05-31",
            {"lifecycle": [{"event": "opened", "on": "2021"}, {"event": "closed", "last_day": "2025-05-30"}]},
            "closed",
            id="the day after the last day for visitors",
        ),
        pytest.param(
            "2025-05-30",
            {"lifecycle": [{"event": "opened", "on": "2021"}, {"event": "closed", "last_day": "2025-05-30"}]},
            "10:00-16:00",
            id="the last day for visitors",
        ),
        pytest.param(
            "2026-11-23",
            {"lifecycle": [{"event": "opened", "on": "2021"}, {"event": "suspended", "on": "2026-11-01"}]},
            "closed",
            id="closed for now",
        ),
    ],
)
def test_a_day(day: str, facts: dict[str, object], hours: str) -> None:
    found = timetable(**facts).on(date.fromisoformat(day))
    told = "unknown" if found.spans is None else ", ".join(map(str, found.spans)) or "closed"
    assert told == hours


@pytest.mark.parametrize(
    ("at", "is_open", "otherwise"),
    [
        pytest.param("2026-11-23T09:00", False, Access.APPOINTMENT, id="by appointment before it opens"),
        pytest.param("2026-11-23T11:00", True, None, id="open: nothing else needs to be said"),
        pytest.param("2026-11-24T18:00", False, Access.SELF_SERVICE, id="self-service in the evening"),
        pytest.param("2026-11-24T21:00", False, None, id="closed in every way"),
        pytest.param("2026-12-24T12:30", False, None, id="not on a closed day of the network"),
        pytest.param("2026-04-30T12:30", True, None, id="a half day is open until one o'clock"),
        pytest.param("2026-04-30T14:00", False, None, id="and closed in every way after it"),
    ],
)
def test_other_ways_to_come_in(at: str, is_open: bool, otherwise: Access | None) -> None:
    answer = openness(timetable(other_hours=OTHERS), datetime.fromisoformat(at).replace(tzinfo=STOCKHOLM))
    assert answer.is_open is is_open
    assert (None if is_open else answer.otherwise) is otherwise
