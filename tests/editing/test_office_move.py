"""An office moves: one address ends where the next begins."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sscctl.domain.place import Point, Precision
from sscctl.editing.office_move import NewAddress, move
from sscctl.errors import Refused
from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.editing.desks import NEWS, NEWS_ID, desk, said

FIRST = date(2027, 1, 1)
NEW = NewAddress("Nygatan 2", "11322", "Stockholm")
WRITTEN = {
    "valid_from": "2027-01-01",
    "street": "Nygatan 2",
    "postcode": "11322",
    "post_town": "Stockholm",
    "source": NEWS_ID,
}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([], [WRITTEN], id="no address was known"),
        pytest.param(
            [{"valid_from": "2021-11-01", "street": "A 1"}],
            [{"valid_from": "2021-11-01", "street": "A 1", "valid_through": "2026-12-31"}, WRITTEN],
            id="the one before ends on the day before",
        ),
        pytest.param(
            [{"street": "A 1"}], [{"street": "A 1", "valid_through": "2026-12-31"}, WRITTEN], id="it had no first day"
        ),
        pytest.param(
            [{"street": "A 1", "valid_through": "2026-06-30"}],
            [{"street": "A 1", "valid_through": "2026-06-30"}, WRITTEN],
            id="it had ended already",
        ),
        pytest.param(
            [{"street": "A 1", "valid_through": "2027-06-30"}],
            [{"street": "A 1", "valid_through": "2026-12-31"}, WRITTEN],
            id="it was to end later",
        ),
    ],
)
def test_addresses_follow_one_another(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    there = desk({OFFICE_PATH: {"addresses": before}}) if before else desk({OFFICE_PATH: {"addresses": None}})
    assert said(move(there, OFFICE_ID, FIRST, NEW, NEWS), OFFICE_PATH)["addresses"] == after


@pytest.mark.parametrize("start", ["2027-01-01", "2027-05", "2028"])
def test_an_address_that_begins_later_refuses_it(start: str) -> None:
    there = desk({OFFICE_PATH: {"addresses": [{"valid_from": start, "street": "B 2"}]}})
    with pytest.raises(Refused, match="another address holds already"):
        move(there, OFFICE_ID, FIRST, NEW, NEWS)


def test_the_move_is_an_event_of_an_office_that_is_open() -> None:
    done = move(desk(), OFFICE_ID, FIRST, NEW, NEWS)
    assert said(done, OFFICE_PATH)["lifecycle"][-1] == {"event": "moved", "on": "2027-01-01", "source": NEWS_ID}


@pytest.mark.parametrize("before", [None, [{"street": "A 1"}]], ids=["first address", "planned"])
def test_where_nobody_moved_there_is_no_event(before: object) -> None:
    life = [{"event": "planned", "on": "2026-05-01"}] if before else [{"event": "opened", "on": "2021-11-01"}]
    done = move(desk({OFFICE_PATH: {"addresses": before, "lifecycle": life}}), OFFICE_ID, FIRST, NEW, NEWS)
    assert [event["event"] for event in said(done, OFFICE_PATH)["lifecycle"]] == [life[0]["event"]]


def test_a_position_says_how_exact_it_is_and_whence() -> None:
    there = NewAddress("Nygatan 2", point=Point(59.34, 18.05), precision=Precision.ENTRANCE)
    done = move(desk(), OFFICE_ID, FIRST, there, NEWS)
    assert said(done, OFFICE_PATH)["addresses"][-1]["position"] == {
        "latitude": 59.34,
        "longitude": 18.05,
        "precision": "entrance",
        "source": NEWS_ID,
    }
