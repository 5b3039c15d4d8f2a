"""What passes the limits that the registry sets is said; one office is never a mass."""

from __future__ import annotations

import pytest

from sscctl.diffing.guard import Exceeded, hours_exceeded, offices_exceeded
from tests.base_registry import OFFICE_PATH
from tests.builders import office
from tests.diffing.comparing import Documents, event, open_office, reached, schedule

LIMITS = {"offices_percent": 5, "county_offices_percent": 25, "weekly_hours_percent": 10}
FORTY = [office(id=f"o{number}", municipality=f"{number // 10 + 1:02}80") for number in range(40)]

LOSSES = {
    "one office": ({"o1"}, []),
    "two of forty, in two counties": ({"o1", "o11"}, []),
    "three of forty, in three counties": ({"o1", "o11", "o21"}, [Exceeded("offices_percent", 5, 3, 40)]),
    "three of ten in a county": (
        {"o1", "o2", "o3"},
        [Exceeded("offices_percent", 5, 3, 40), Exceeded("county_offices_percent", 25, 3, 10, "01")],
    ),
}


@pytest.mark.parametrize(("gone", "exceeded"), LOSSES.values(), ids=LOSSES)
def test_offices(gone: set[str], exceeded: list[Exceeded]) -> None:
    left = [one for one in FORTY if one.id not in gone]
    assert list(offices_exceeded(FORTY, left, LIMITS)) == exceeded


def test_a_limit_that_is_not_set_is_none() -> None:
    assert list(offices_exceeded(FORTY, [], {})) == []


@pytest.mark.parametrize(
    ("lost", "offices", "is_said"),
    [(100, 2, False), (101, 2, True), (900, 1, False)],
    ids=["a tenth, as the limit says", "more than a tenth", "nearly all, at one office"],
)
def test_weekly_hours(lost: int, offices: int, is_said: bool) -> None:
    assert bool(list(hours_exceeded(lost, 1000, offices, LIMITS))) is is_said


SHORTER = {"opening_hours": [schedule("2021-11-01", "2026-11-30"), schedule("2026-12-01", None, "10:00-14:00")]}
LONG = {"opening_hours": [schedule("2021-11-01")]}
ARVIKA = "offices/arvika.yaml"


def test_hours_cut_at_two_of_two_offices() -> None:
    before = {ARVIKA: open_office("1784", "Arvika", **LONG)}
    after: Documents = {ARVIKA: open_office("1784", "Arvika", **SHORTER), OFFICE_PATH: SHORTER}
    assert reached(before, after).exceeded == [Exceeded("weekly_hours_percent", 10, 1200, 3600)]


def test_the_limits_are_those_from_before_the_change() -> None:
    closed = [event("opened", "2020-01-01"), event("closed", "2026-12-24")]
    loose = {
        "policies": {"closed_days": [], "guard": {**LIMITS, "offices_percent": 100, "county_offices_percent": 100}}
    }
    before = {ARVIKA: open_office("1784", "Arvika")}
    after: Documents = {
        ARVIKA: open_office("1784", "Arvika", lifecycle=closed),
        OFFICE_PATH: {"lifecycle": closed},
        "registry.yaml": loose,
    }
    assert reached(before, after).exceeded == [Exceeded("offices_percent", 5, 2, 2)]
