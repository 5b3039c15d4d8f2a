"""Which facts are missing of which offices."""

from __future__ import annotations

import pytest

from sscctl.querying.completeness import Gap, gaps
from sscctl.querying.portrait import portray
from sscctl.querying.select import MISSING
from tests.builders import TODAY, office, week
from tests.querying.registries import reference, registry_with


def missing(**replacing: object) -> set[str]:
    """The facts that are missing of the base office once these keys are replaced; `None` takes a key away."""
    portrait = portray(registry_with(), reference(), office(**replacing), TODAY)
    return {gap.fact for gap in gaps([portrait]) if gap.missing}


COMPLETE = missing()
"""What the base office lacks: parties, levels, and facts that stand for one office alone."""


@pytest.mark.parametrize(
    ("replacing", "facts"),
    [
        pytest.param(
            {"addresses": None}, {"address", "street", "postcode", "post_town", "position"}, id="without an address"
        ),
        pytest.param(
            {"addresses": [{"valid_from": "2021", "street": "Torget 1", "source": "page"}]},
            {"postcode", "post_town", "position"},
            id="with a street alone",
        ),
        pytest.param({"opening_hours": None}, {"any_hours", "opening_hours"}, id="without hours"),
        pytest.param(
            {"opening_hours": [{"valid_from": "2021-11-01", "weekly": week("10:00-16:00", "?", "closed")}]},
            {"opening_hours"},
            id="with hours of some weekdays",
        ),
        pytest.param(
            {"lifecycle": [{"event": "opened", "on": "2021-11", "source": "page"}]},
            {"opened_day"},
            id="opened in a month",
        ),
        pytest.param(
            {"lifecycle": [{"event": "observed", "on": "2021-11-01", "status": "open", "source": "page"}]},
            {"opened", "opened_day"},
            id="only seen open",
        ),
        pytest.param({"facilities": None, "contact": None}, {"facilities", "contact"}, id="without what visitors need"),
        pytest.param(
            {"sources": {"page": {"url": "https://exempel.se", "retrieved": "2026-11-22"}}},
            {"dated_sources"},
            id="with a source that tells no date",
        ),
    ],
)
def test_an_office_lacks(replacing: dict[str, object], facts: set[str]) -> None:
    assert missing(**replacing) == COMPLETE | facts


def test_a_complete_office_lacks_only_what_concerns_others() -> None:
    assert {"own_participations", "levels", "co_locations"} == COMPLETE


def test_every_fact_is_looked_for_and_no_office_is_lost() -> None:
    registry = registry_with({"offices/a.yaml": {}, "offices/b.yaml": {}})
    portraits = [portray(registry, reference(), one, TODAY) for one in registry.offices.values()]
    found = gaps(portraits)
    assert [gap.fact for gap in found] == list(MISSING)
    assert all(gap.known + len(gap.missing) == 3 for gap in found)
    street = next(gap for gap in found if gap.fact == "street")
    assert street == Gap("street", 1, ("a", "b"))
    assert street.share == pytest.approx(1 / 3)


def test_of_no_offices_nothing_is_missing() -> None:
    assert {gap.share for gap in gaps([])} == {1.0}
