"""`upcoming.json`: what is known to come, of all offices, in one list."""

from __future__ import annotations

from datetime import date

from sscctl.publishing.press import make
from tests.builders import deviation, office, week
from tests.publishing.editions import Tree, of_offices, tree

BUSY = office(
    lifecycle=[
        {"event": "opened", "on": "2021-11-01"},
        {
            "event": "closing_decided",
            "on": "2026-10-01",
            "last_day": "2027-05-31",
            "decision": "ssc-exempelbeslut-2021",
            "successors": ["exempelstad-norra"],
        },
    ],
    addresses=[
        {"valid_from": "2021-11-01", "street": "Gamla gatan 2"},
        {"valid_from": "2027-02-01", "street": "Nya gatan 3", "postcode": "11000"},
    ],
    opening_hours=[
        {"valid_from": "2021-11-01", "valid_through": "2026-12-31", "weekly": week("10:00-16:00")},
        {"valid_from": "2027-01-01", "weekly": week("10:00-15:00")},
    ],
    deviations=[deviation("2026-12-23", "10:00-13:00")],
)


def events(*, day: date = date(2026, 11, 22)) -> list[Tree]:
    listed: list[Tree] = tree(make(of_offices(BUSY, day=day)), "upcoming.json")["upcoming"]
    return listed


def test_they_come_by_date_with_their_kind() -> None:
    assert [(one["date"], one["kind"]) for one in events()] == [
        ("2026-12-23", "deviation"),
        ("2027-01-01", "hours"),
        ("2027-02-01", "move"),
        ("2027-06-01", "closing"),
    ]


def test_each_carries_what_a_visitor_has_to_know() -> None:
    short, hours, move, closing = events()
    assert short["hours"] == [{"opens": "10:00", "closes": "13:00"}]
    assert short["note"]["sv"] == "Personalmöte"
    assert hours["schedules"][0]["weekly"]["mon"] == [{"opens": "10:00", "closes": "15:00"}]
    assert move["address"] == {"streetAddress": "Nya gatan 3", "postalCode": "11000"}
    assert (closing["lastDay"], closing["successors"]) == ("2027-05-31", ["exempelstad-norra"])
    assert {one["name"] for one in events()} == {"Servicekontoret Torget"}


def test_what_has_come_is_no_longer_coming() -> None:
    assert [one["kind"] for one in events(day=date(2027, 1, 31))] == ["move", "closing"]
    assert events(day=date(2027, 6, 1)) == []
