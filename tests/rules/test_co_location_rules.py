"""SSC5xx: who shares the premises, driving tests, and shared premises over time."""

from __future__ import annotations

import pytest

from tests.base_registry import OFFICE_PATH, Tree
from tests.rules.judging import findings

ACTIVE: Tree = {"party": "trafikverket", "role": "host", "status": "active", "source": "page"}
TEST: Tree = {**ACTIVE, "kind": "driving_test", "test_place": "1000001"}
OREBRO: Tree = {"municipality": "1880"}
"""Where test place 1000001 lies, at 59.300418, 15.230025."""


def told(code: str, *shared: Tree, **replacing: object) -> list[str]:
    """What the rule says in English of an office with these co-locations."""
    changes = {OFFICE_PATH: {"co_locations": list(shared), **replacing}}
    return [found.message.en for found in findings(changes) if found.code == code]


def without(tree: Tree, key: str) -> Tree:
    return {name: value for name, value in tree.items() if name != key}


PARTIES: dict[str, tuple[Tree, list[str]]] = {
    "an agency that exists": (ACTIVE, []),
    "a municipality": ({**without(ACTIVE, "party"), "municipality": "0180"}, []),
    "a body in words": ({**without(ACTIVE, "party"), "other": "Exempelstads bibliotek"}, []),
    "nobody": (without(ACTIVE, "party"), ["the co-location names 0 parties"]),
    "two": ({**ACTIVE, "other": "Biblioteket"}, ["the co-location names 2 parties"]),
    "an agency that does not exist": ({**ACTIVE, "party": "trafikverk"}, ["there is no agency trafikverk"]),
    "without a role": (without(ACTIVE, "role"), ["the office's role in the premises is missing"]),
    "without a role as yet": ({**without(ACTIVE, "role"), "status": "proposed"}, []),
}


@pytest.mark.parametrize(("shared", "expected"), PARTIES.values(), ids=PARTIES)
def test_one_party_is_named_and_the_role_known(shared: Tree, expected: list[str]) -> None:
    assert told("SSC501", shared) == expected


class TestTheAgreement:
    def told(self, **agreement: object) -> list[str]:
        premises: Tree = {"kind": "co_location", "performer": "statens-servicecenter", "principals": ["trafikverket"]}
        changes: dict[str, Tree] = {
            OFFICE_PATH: {"co_locations": [{**ACTIVE, "agreement": "premises"}]},
            "agreements/premises.yaml": {**premises, **agreement},
        }
        return [found.message.en for found in findings(changes) if found.code == "SSC502"]

    def test_one_about_premises(self) -> None:
        assert self.told() == []

    def test_one_about_premises_that_lists_tasks(self) -> None:
        task = {"id": "keys", "title": {"sv": "Nycklar", "en": "Keys"}}
        assert self.told(tasks=[task]) == ["the agreement premises is about work"]

    def test_a_service_agreement(self) -> None:
        assert self.told(kind="service") == ["the agreement premises is about work"]

    def test_one_that_does_not_exist(self) -> None:
        assert told("SSC502", {**ACTIVE, "agreement": "nowhere"}) == ["there is no agreement nowhere"]


PLANS: dict[str, tuple[Tree, list[str]]] = {
    "proposed lately": ({"status": "proposed", "valid_from": "2024-11-22"}, []),
    "proposed in a year not long gone": ({"status": "proposed", "valid_from": "2024"}, []),
    "proposed long ago": ({"status": "proposed", "valid_from": "2018-05"}, ["proposed since 2018-05"]),
    "under study not yet two years ago": ({"status": "under_study", "valid_from": "../2024-11"}, []),
    "under study for over two years": (
        {"status": "under_study", "valid_from": "2024-10"},
        ["under_study since 2024-10"],
    ),
    "proposed nobody knows when": ({"status": "proposed"}, []),
    "declined long ago": ({"status": "declined", "valid_from": "2018"}, []),
}


@pytest.mark.parametrize(("shared", "expected"), PLANS.values(), ids=PLANS)
def test_a_plan_is_followed_up_within_two_years(shared: Tree, expected: list[str]) -> None:
    assert told("SSC508", {"party": "trafikverket", "source": "page", **shared}) == expected


@pytest.mark.parametrize(
    ("status", "count"), [("agreed", 1), ("active", 1), ("proposed", 0), ("planned", 0), ("ended", 0)]
)
def test_what_is_settled_has_a_source(status: str, count: int) -> None:
    assert len(told("SSC511", {**without(ACTIVE, "source"), "status": status})) == count
    assert told("SSC511", {**ACTIVE, "status": status}) == []


TESTS: dict[str, tuple[Tree, list[str]]] = {
    "with a known test place": (TEST, []),
    "held by somebody else": (
        {**TEST, "party": "skatteverket"},
        ["driving tests are held by Trafikverket, not by skatteverket"],
    ),
    "agreed without a test place": (without({**TEST, "status": "agreed"}, "test_place"), ["the test place is missing"]),
    "planned without a test place": (without({**TEST, "status": "planned"}, "test_place"), []),
    "at a test place that does not exist": ({**TEST, "test_place": "1"}, ["there is no test place 1"]),
    "an office of Trafikverket without tests": ({**ACTIVE, "kind": "agency_office"}, []),
}


@pytest.mark.parametrize(("shared", "expected"), TESTS.values(), ids=TESTS)
def test_driving_tests_are_held_by_trafikverket_at_a_known_place(shared: Tree, expected: list[str]) -> None:
    assert told("SSC504", shared) == expected


def at(latitude: float, longitude: float, precision: str = "entrance") -> list[Tree]:
    position = {"latitude": latitude, "longitude": longitude, "precision": precision}
    return [{"valid_from": "2021-11-01", "position": position}]


class TestWhereTheTestPlaceIs:
    def test_it_is_in_the_house(self) -> None:
        assert told("SSC505", TEST, addresses=at(59.30042, 15.23003)) == []

    def test_it_is_a_street_away(self) -> None:
        assert told("SSC505", TEST, addresses=at(59.30400, 15.23003)) == [
            "the test place Örebro lies 398 metres from the office"
        ]

    def test_a_plan_may_be_for_another_house(self) -> None:
        assert told("SSC505", {**TEST, "status": "planned"}, addresses=at(59.30400, 15.23003)) == []

    def test_the_middle_of_the_town_is_no_site(self) -> None:
        assert told("SSC505", TEST, addresses=at(59.30400, 15.23003, "town")) == []

    def test_it_is_in_the_same_municipality(self) -> None:
        assert told("SSC506", TEST, **OREBRO) == []
        assert told("SSC506", TEST) == ["the test place Örebro lies in 1880, the office in 0180"]

    def test_a_neighbour_is_noted(self) -> None:
        near = at(59.30042, 15.23103)
        assert told("SSC507", **OREBRO, addresses=near) == ["the test place Örebro (1000001) lies 57 metres away"]
        assert told("SSC507", TEST, **OREBRO, addresses=near) == []
        assert told("SSC507", **OREBRO, addresses=at(59.30042, 15.23103, "postcode")) == []
        assert told("SSC507", **OREBRO, addresses=at(59.30442, 15.23103)) == []

    def test_a_closed_office_has_no_neighbours(self) -> None:
        closed = [{"event": "closed", "on": "2026-06-30", "source": "page"}]
        assert told("SSC507", **OREBRO, addresses=at(59.30042, 15.23103), lifecycle=closed) == []


OPENED: Tree = {"event": "opened", "on": "2021-11-01", "source": "page"}
CLOSED: Tree = {"event": "closed", "on": "2026-07-01", "last_day": "2026-06-30", "source": "page"}
PLANNED: Tree = {"event": "planned", "on": "2021-01-01", "source": "page"}

LIVES: dict[str, tuple[Tree, list[Tree], list[str]]] = {
    "within the office's life": ({"valid_from": "2021-11-01", "valid_through": "2026-06-30"}, [OPENED, CLOSED], []),
    "a day longer": ({"valid_through": "2026-07-01"}, [OPENED, CLOSED], ["the office has closed by 2026-07-01"]),
    "from before the opening": (
        {"valid_from": "2021-10-31"},
        [PLANNED, OPENED],
        ["the office has not opened by 2021-10-31"],
    ),
    "from the year of the opening": ({"valid_from": "2021"}, [PLANNED, OPENED], []),
    "before anything is known of the office": ({"valid_from": "2015-01-01"}, [OPENED], []),
    "still active after the closing": (
        {},
        [OPENED, CLOSED],
        ["the co-location goes on although the office has closed"],
    ),
    "ended with the office": ({"status": "ended"}, [OPENED, CLOSED], []),
    "proposed for a closed office": ({"status": "proposed"}, [OPENED, CLOSED], []),
}


@pytest.mark.parametrize(("shared", "lifecycle", "expected"), LIVES.values(), ids=LIVES)
def test_nobody_shares_the_roof_of_an_office_that_is_not_there(
    shared: Tree, lifecycle: list[Tree], expected: list[str]
) -> None:
    assert told("SSC503", {**ACTIVE, **shared}, lifecycle=lifecycle) == expected


LEASES: dict[str, tuple[Tree, list[str]]] = {
    "for years": ({"lease_through": "2031-03-31"}, []),
    "ends within a year": ({"lease_through": "2027-11-21"}, ["the lease ends on 2027-11-21"]),
    "ends in a year": ({"lease_through": "2027-11-22"}, []),
    "has ended": ({"lease_through": "2020-01-01"}, ["the lease ends on 2020-01-01"]),
    "ends with the co-location": ({"lease_through": "2026-12-31", "valid_through": "2026-12-31"}, []),
    "ends before the co-location": (
        {"lease_through": "2030-12-31", "valid_through": "2031-01-01"},
        ["the lease ends on 2030-12-31, the co-location not until 2031-01-01"],
    ),
    "of a co-location that is over": ({"lease_through": "2020-01-01", "valid_through": "2021-01-01"}, []),
    "of a plan": ({"lease_through": "2020-01-01", "status": "planned"}, []),
    "not known": ({}, []),
}


@pytest.mark.parametrize(("shared", "expected"), LEASES.values(), ids=LEASES)
def test_a_lease_lasts(shared: Tree, expected: list[str]) -> None:
    assert told("SSC509", {**ACTIVE, **shared}) == expected


def test_a_guest_knows_how_long_the_host_stays() -> None:
    guest = {**ACTIVE, "role": "guest"}
    assert told("SSC510", guest) == ["the office is the guest of trafikverket"]
    assert told("SSC510", {**guest, "lease_through": "2031-12-31"}) == []
    assert told("SSC510", {**guest, "status": "planned"}) == []
    assert told("SSC510", ACTIVE) == []


DECIDED: Tree = {"event": "closing_decided", "on": "2026-10-30", "last_day": "2027-06-30", "source": "page"}
UNTOLD = ["the office closes, but nothing says that trafikverket was told"]

CLOSINGS: dict[str, tuple[Tree, list[Tree], list[str]]] = {
    "nothing closes": ({}, [OPENED], []),
    "a closing is decided": ({}, [OPENED, DECIDED], UNTOLD),
    "the party was told": ({"informed": "2026-11-02"}, [OPENED, DECIDED], []),
    "it has left by then": ({"valid_through": "2027-05-31"}, [OPENED, DECIDED], []),
    "it is only planned": ({"status": "planned"}, [OPENED, DECIDED], []),
    "a closing without a day is decided": ({}, [OPENED, without(DECIDED, "last_day")], UNTOLD),
    "the office has reopened": ({}, [CLOSED, {"event": "reopened", "on": "2026-10-01", "source": "page"}], []),
    "a closing is only announced": ({}, [OPENED, {**DECIDED, "event": "closing_announced"}], []),
}


@pytest.mark.parametrize(("shared", "lifecycle", "expected"), CLOSINGS.values(), ids=CLOSINGS)
def test_the_other_body_is_told_of_a_closing(shared: Tree, lifecycle: list[Tree], expected: list[str]) -> None:
    assert told("SSC512", {**ACTIVE, **shared}, lifecycle=lifecycle) == expected
