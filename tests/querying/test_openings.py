"""Which offices are open at an instant: the same answer as asking each of them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sscctl.domain.openness import openness
from sscctl.querying.openings import open_at
from sscctl.reading.calendar import Calendar
from sscctl.reading.policy import Policy
from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.builders import deviation
from tests.querying.registries import at, registry_with

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("when", "is_open"),
    [
        pytest.param("2026-11-23T09:59", False, id="a minute before it opens"),
        pytest.param("2026-11-23T10:00", True, id="when it opens"),
        pytest.param("2026-11-23T15:59", True, id="the last minute"),
        pytest.param("2026-11-23T16:00", False, id="when it closes"),
        pytest.param("2026-11-22T12:00", False, id="a Sunday"),
        pytest.param("2026-12-24T12:00", False, id="Christmas Eve"),
        pytest.param("2026-11-25T15:00", False, id="a day on which it closes early"),
        pytest.param("2026-11-23T09:30+00:00", True, id="an instant of another zone"),
        pytest.param("2019-11-25T12:00", None, id="before anything is known of it"),
    ],
)
def test_an_office_is_open(when: str, is_open: bool | None) -> None:
    registry = registry_with({OFFICE_PATH: {"deviations": [deviation("2026-11-25", "10:00-14:00")]}})
    instant = datetime.fromisoformat(when)
    assert open_at(registry, instant if instant.tzinfo else instant.replace(tzinfo=STOCKHOLM))[OFFICE_ID] is is_open


def test_it_agrees_with_asking_each_office_for_a_day() -> None:
    registry = registry_with({"offices/seen.yaml": at("0180", "observed 2024 open")})
    policy = Policy(registry.context.settings, Calendar())
    for hour in range(24):
        instant = datetime(2026, 11, 23, hour, 30, tzinfo=STOCKHOLM)
        one_by_one = {
            office.id: openness(policy.timetable(office), instant).is_open for office in registry.offices.values()
        }
        assert open_at(registry, instant) == one_by_one
