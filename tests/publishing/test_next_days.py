"""What the coming days come to, and hours for those who do not drop in."""

from __future__ import annotations

from tests.builders import deviation, week
from tests.publishing.editions import record

WEEKDAYS_ALONE = {"valid_from": "2023", "weekly": week(*["10:00-16:00"] * 5, "closed", "closed")}


def test_the_next_days_are_told_as_they_come() -> None:
    """From Sunday 22 November on: the day before Christmas Eve is far, a deviation and a Sunday are not."""
    changes = [deviation("2026-11-24", "10:00-13:00"), deviation("2026-11-25", "closed")]
    found = record(opening_hours=[WEEKDAYS_ALONE], deviations=changes)["hours"]["next14days"]
    assert [one["date"] for one in found] == [f"2026-11-{day}" for day in range(22, 31)] + [
        f"2026-12-0{day}" for day in range(1, 6)
    ]
    told = {one["date"]: (one["hours"], one.get("reason", {}).get("en")) for one in found}
    whole = [{"opens": "10:00", "closes": "16:00"}]
    assert told["2026-11-22"] == ([], None)
    assert told["2026-11-23"] == (whole, None)
    assert told["2026-11-24"] == ([{"opens": "10:00", "closes": "13:00"}], "Staff meeting")
    assert told["2026-11-25"] == ([], "Staff meeting")


def test_a_day_of_which_nothing_is_known_has_no_hours() -> None:
    found = record(opening_hours=[{"valid_from": "2023", "weekly": week("?", "10:00-16:00")}])["hours"]
    assert [sorted(one) for one in found["next14days"][1:3]] == [["date"], ["date", "hours"]]
    assert "next14days" not in record(opening_hours=[{"undated": True, "weekly": week("10:00-16:00")}])["hours"]


def test_hours_by_appointment_stand_beside_the_others() -> None:
    other = [{"access": "appointment", "valid_from": "2025", "weekly": {"tue": ["09:00-10:00"]}}]
    found = record(other_hours=other)["hours"]
    assert [(one["access"], one["schedule"]["weekly"]) for one in found["other"]] == [
        ("appointment", {"tue": [{"opens": "09:00", "closes": "10:00"}]})
    ]
    days = {one["date"]: one.get("byAppointment") for one in found["next14days"]}
    assert days["2026-11-24"] == [{"opens": "09:00", "closes": "10:00"}]
    assert days["2026-11-25"] is None
