"""An edition for the first or the last day of the calendar is a silly one, but it can be made."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.publishing.press import make
from tests.builders import deviation, office, week
from tests.publishing.calendars import by_ical_js
from tests.publishing.editions import files, of_offices

ALWAYS = office(
    opening_hours=[{"valid_from": "0001-01-01", "weekly": week(*["00:00-24:00"] * 7)}],
    lifecycle=[{"event": "opened", "on": "0001-01-01"}],
    deviations=[deviation("9999-12-31", "10:00-13:00"), deviation("0001-01-01", "10:00-13:00")],
    participations=[],
    addresses=[],
)


@pytest.mark.parametrize("day", [date.min, date(1900, 1, 1), date(9998, 12, 31), date.max], ids=str)
def test_every_format_can_be_made(day: date) -> None:
    made = files(make(of_offices(ALWAYS, day=day, base_url="https://exempel.se")))
    assert {"registry.sqlite", "catalog.rdf", "offices.parquet", "hsds/schedules.csv"} <= made.keys()
    assert by_ical_js([made["hours/exempelstad-torget.ics"]])
