"""Facts that nobody has verified for long."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.domain.registry import Context, Registry
from sscctl.querying.stale import stale
from tests.builders import office, week

TODAY = date(2026, 1, 1)
OPEN = {"event": "opened", "on": "2021", "source": "old"}
SOURCES = {
    "old": {"url": "https://exempel.se/old", "date": "2021-06"},
    "new": {"url": "https://exempel.se/new", "date": "2025-10-01"},
    "this-year": {"url": "https://exempel.se/2026", "date": "2026"},
    "later": {"url": "https://exempel.se/later", "date": "2026-05-01"},
    "read": {"url": "https://exempel.se/read", "retrieved": "2023-01-01"},
    "undated": {"url": "https://exempel.se/undated"},
    "printed": {"url": "https://exempel.se/printed", "date": "2022", "retrieved": "2025-12-31"},
}


def told(**facts: object) -> list[tuple[str, str, str | None]]:
    """Group, day and source of what is stale, each as text."""
    bare = {"addresses": [], "opening_hours": [], "lifecycle": [{**OPEN, "source": "new"}], "sources": SOURCES}
    one = office(**{**bare, **facts})
    found = stale(Registry({one.id: one}, Context()), TODAY, date(2025, 1, 1))
    return [(one.facts, str(one.verified), one.source) for one in found]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, [], id="all is new"),
        pytest.param({"lifecycle": [OPEN]}, [("lifecycle", "2021-06-30", "old")], id="the last day of a month"),
        pytest.param({"lifecycle": [OPEN, {**OPEN, "source": "new"}]}, [], id="the newest source counts"),
        pytest.param({"lifecycle": [{**OPEN, "source": ["old", "new"]}]}, [], id="of several of one entry too"),
        pytest.param({"lifecycle": [{**OPEN, "source": "this-year"}]}, [], id="a source speaks for today at most"),
        pytest.param(
            {"lifecycle": [{**OPEN, "source": "later"}]}, [("lifecycle", "None", "later")], id="a source to come"
        ),
        pytest.param(
            {"lifecycle": [{**OPEN, "source": "read"}]}, [("lifecycle", "2023-01-01", "read")], id="when it was read"
        ),
        pytest.param(
            {"lifecycle": [{**OPEN, "source": "printed"}]},
            [("lifecycle", "2022-12-31", "printed")],
            id="a date that is printed counts before the day of reading",
        ),
        pytest.param(
            {"lifecycle": [{**OPEN, "source": "undated"}]}, [("lifecycle", "None", "undated")], id="no date at all"
        ),
        pytest.param({"addresses": [{"street": "Storgatan 1"}]}, [("addresses", "None", None)], id="no source at all"),
        pytest.param(
            {
                "addresses": [
                    {"valid_through": "2024-12-31", "street": "Storgatan 1", "source": "old"},
                    {"valid_from": "2025-01-01", "street": "Storgatan 2", "source": "new"},
                ]
            },
            [],
            id="an address that is over needs no verifying",
        ),
        pytest.param(
            {
                "opening_hours": [
                    {"valid_through": "2026-05-31", "weekly": week("10:00-16:00"), "source": "old"},
                    {"valid_from": "2026-06-01", "weekly": week("10:00-15:00"), "source": "new"},
                ]
            },
            [("opening_hours", "2021-06-30", "old")],
            id="hours to come do not verify those of today",
        ),
        pytest.param(
            {"co_locations": [{"other": "Kiosken", "status": "declined", "source": "old"}]}, [], id="a roof not shared"
        ),
        pytest.param(
            {"lifecycle": [OPEN, {"event": "closed", "on": "2025-01-01", "source": "old"}]}, [], id="a closed office"
        ),
        pytest.param(
            {"lifecycle": [OPEN, {"event": "suspended", "on": "2025-01-01", "source": "old"}]},
            [("lifecycle", "2021-06-30", "old")],
            id="an office that is closed for a time",
        ),
    ],
)
def test_what_is_stale(facts: dict[str, object], expected: list[tuple[str, str, str | None]]) -> None:
    assert told(**facts) == expected
