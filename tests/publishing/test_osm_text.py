"""The OSM text of an office: day by day for as long as every day is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sscctl.publishing.press import make
from tests.builders import TODAY, deviation, office, week
from tests.oracles.engines import by_javascript, by_rust
from tests.publishing.editions import Tree, edition, of_offices, record, tree

WHOLE_WEEK = week(*["10:00-16:00"] * 5, "closed", "closed")
SINCE_2021 = {"valid_from": "2021-11-01", "weekly": WHOLE_WEEK}


def hours(**replacing: Any) -> Tree:  # noqa: ANN401  keys of an office
    found: Tree = record(**replacing)["hours"]
    return found


def test_it_reaches_a_year_ahead() -> None:
    found = hours(opening_hours=[SINCE_2021])
    assert found["osmThrough"] == "2027-11-22"
    assert found["osm"].startswith("Mo-Fr 10:00-16:00; Sa-Su off; PH off; 2026 Dec 24 off")


def test_it_ends_before_the_first_day_whose_hours_are_unknown() -> None:
    assert hours(opening_hours=[{**SINCE_2021, "valid_through": "2027-02-28"}])["osmThrough"] == "2027-02-28"


@pytest.mark.parametrize(
    "schedule",
    [{**SINCE_2021, "valid_through": "2026-11-27"}, {"valid_from": "2021", "weekly": week("10:00-16:00")}],
    ids=["the hours end within a week", "the weekend is unknown"],
)
def test_it_is_left_out_where_the_coming_week_is_not_known(schedule: dict[str, object]) -> None:
    assert not hours(opening_hours=[schedule]).keys() & {"osm", "osmThrough"}


def test_an_office_that_is_never_open_in_that_time_has_none() -> None:
    assert "osm" not in hours(opening_hours=[SINCE_2021], lifecycle=[{"event": "planned", "on": "2026"}])


def test_it_stands_in_the_table_too() -> None:
    one = office(opening_hours=[SINCE_2021])
    made = make(of_offices(one))
    assert tree(made, "offices.json")["offices"][0]["hours"]["osm"] in made.data("offices.csv").decode()


def test_two_engines_read_the_same_hours_as_ours() -> None:
    one = office(opening_hours=[SINCE_2021], deviations=[deviation("2026-12-23", "10:00-13:00")])
    osm = record(opening_hours=[SINCE_2021], deviations=[deviation("2026-12-23", "10:00-13:00")])["hours"]["osm"]
    through = date(2027, 11, 22)
    ours = [
        (f"{day.day}T{str(span)[:5]}", f"{day.day}T{str(span)[6:]}")
        for day in edition().policy.timetable(one).days(TODAY, through)
        for span in day.spans or ()
    ]
    assert by_rust(osm, TODAY, through) == ours
    assert by_javascript([osm], TODAY, through) == [ours]
