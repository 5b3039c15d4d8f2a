"""What people call a fact, and what it leads to in a document on a day."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.diffing.fields import existing, field, pointer, status_of
from sscctl.domain.event import Status
from tests.builders import week

TREE: dict[str, object] = {
    "name": "Torget",
    "contact": {"phone": "+46771123456"},
    "lifecycle": [
        {"event": "opened", "on": "2021-11-01"},
        {"event": "closing_decided", "on": "2026-01-15", "last_day": "2026-06-30"},
    ],
    "addresses": [
        {"valid_from": "2021-11-01", "valid_through": "2024-12-31", "street": "Storgatan 1"},
        {"valid_from": "2025-01-01", "street": "Storgatan 2", "post_town": "Arvika"},
    ],
    "opening_hours": [
        {"valid_through": "2023-10-01", "weekly": week("10:00-16:00")},
        {"valid_from": "2023-10-02", "weeks": "odd", "weekly": week("closed")},
        {"valid_from": "2023-10-02", "weeks": "even", "weekly": week("10:00-13:00")},
    ],
    "participations": [
        {"agency": "skatteverket", "valid_through": "2024-12-31"},
        {"agency": "migrationsverket", "valid_from": "2023-05-01"},
    ],
}


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        pytest.param("name", "2026-01-01", ["name"], id="a plain field"),
        pytest.param("Namn", "2026-01-01", ["name"], id="in Swedish, with a capital"),
        pytest.param("street", "2024-12-31", ["addresses/0/street"], id="the street of that day"),
        pytest.param("gata", "2025-01-01", ["addresses/1/street"], id="the street after the move"),
        pytest.param("adress", "2000-01-01", ["addresses/1"], id="before all addresses, the last one"),
        pytest.param("postort", "2024-12-31", [], id="a part that this address lacks"),
        pytest.param("opening_hours/0/weekly", "2026-01-01", ["opening_hours/0/weekly"], id="the way through the file"),
        pytest.param("addresses.1.street", "2000-01-01", ["addresses/1/street"], id="with dots"),
        pytest.param("öppettider", "2023-10-01", ["opening_hours/0"], id="the hours of that day"),
        pytest.param("oppettider", "2024-01-01", ["opening_hours/1", "opening_hours/2"], id="of odd and even weeks"),
        pytest.param("mon", "2023-10-01", ["opening_hours/0/weekly/mon"], id="one weekday"),
        pytest.param("agencies", "2024-01-01", ["participations/0", "participations/1"], id="all who take part"),
        pytest.param("agencies", "2025-01-01", ["participations/1"], id="those who do that day"),
        pytest.param("skatteverket", "2024-01-01", ["participations/0"], id="one agency"),
        pytest.param("skatteverket", "2025-01-01", ["participations/0"], id="one that has left"),
        pytest.param("telefon", "2025-01-01", ["contact/phone"], id="the telephone"),
        pytest.param("last_day", "2025-01-01", ["lifecycle/1/last_day"], id="the last day for visitors"),
        pytest.param("opened", "2025-01-01", ["lifecycle/0/on"], id="when it opened"),
        pytest.param("status", "2025-01-01", ["lifecycle/0"], id="open by the opening"),
        pytest.param("status", "2026-07-01", ["lifecycle/1"], id="closed by the decision"),
        pytest.param("colour", "2025-01-01", [], id="nothing"),
        pytest.param("addresses/7/street", "2025-01-01", [], id="a place that is not there"),
        pytest.param("", "2025-01-01", [], id="no name at all"),
    ],
)
def test_a_name_leads_to(name: str, day: str, expected: list[str]) -> None:
    found = field(name, frozenset({"skatteverket", "migrationsverket"}))(TREE, date.fromisoformat(day))
    assert ["/".join(map(str, place)) for place in found.pointers] == expected
    assert (found.value is None) is (not expected)


@pytest.mark.parametrize(
    "entry",
    ["text", 5, None, [], {}, {"event": "danced"}, {"event": 5}, {"on": "x"}, {"valid_from": 7}, {"weekly": "mon"}],
)
@pytest.mark.parametrize("name", ["status", "address", "hours", "agencies", "mon", "co_locations"])
def test_what_old_revisions_may_hold_breaks_nothing(name: str, entry: object) -> None:
    topics = ("lifecycle", "addresses", "opening_hours", "participations", "co_locations")
    for tree in ({topic: [entry] for topic in topics}, dict.fromkeys(topics, entry)):
        field(name)(tree, date(2026, 1, 1))


def test_the_names_that_lead_somewhere() -> None:
    assert existing(TREE, date(2024, 1, 1)) == [
        "name", "status", "opened", "last_day", "address", "street", "hours",
        "mon", "tue", "wed", "thu", "fri", "agencies", "phone",
    ]  # fmt: skip


def test_steps_of_a_way() -> None:
    assert pointer("/addresses/0/street/") == ("addresses", 0, "street")


def test_the_status_that_a_document_gives() -> None:
    assert status_of(TREE, date(2026, 7, 1)) is Status.CLOSED
