"""What the registry must hold: the figures, and facts that were hard to get right."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from tests.registry.files import REGISTRY, of_kind, trees

ROWS = {"municipalities": 290, "counties": 21, "postcodes": 18_815, "test_places": 126}


@pytest.mark.parametrize(("name", "number"), ROWS.items(), ids=ROWS)
def test_reference_data_are_whole_and_name_each_thing_once(name: str, number: int) -> None:
    with (REGISTRY / f"reference/{name}.csv").open(encoding="utf-8", newline="") as file:
        first = [next(iter(row.values())) for row in csv.DictReader(file)]
    assert len(first) == len(set(first)) == number


def test_there_is_one_file_for_each_office_that_sources_name() -> None:
    assert len(of_kind("office")) == 108


def test_five_agencies_take_part_and_21_county_boards_are_heard() -> None:
    agencies = of_kind("agency").values()
    assert {one["id"] for one in agencies if one.get("role", {}).get("kind") == "participating"} == {
        "arbetsformedlingen",
        "forsakringskassan",
        "migrationsverket",
        "pensionsmyndigheten",
        "skatteverket",
    }
    assert len({one["county"] for one in agencies if one["kind"] == "county_board"}) == 21


def event(office: str, kind: str) -> dict[str, Any]:
    """The first event of a kind in an office's life."""
    return next(one for one in of_kind("office")[office]["lifecycle"] if one["event"] == kind)


CLOSINGS = {
    "arvika": ("board", "2025-05-30"),
    "filipstad": ("board", "2025-05-30"),
    "lindesberg": ("board", "2025-05-30"),
    "motala": ("board", "2025-05-30"),
    "amal": ("board", "2025-05-30"),
    "kungalv": ("board", "2025-05-23"),
    "bollnas": ("board", "2025-06-13"),
    "landskrona": ("board", "2025-06-13"),
    "simrishamn": ("board", None),  # shut already
    "vaxjo-araby": ("director_general", "2025-06-13"),
    "norrkoping-city": ("director_general", None),  # shut already
}


@pytest.mark.parametrize(("office", "decided"), CLOSINGS.items(), ids=CLOSINGS)
def test_the_closings_of_april_2025(office: str, decided: tuple[str, str | None]) -> None:
    closing = event(office, "closing_decided")
    assert (closing["body"], closing.get("last_day")) == decided
    assert closing["decision"] == "ssc-2025-04-10-closures"


def test_the_decision_of_april_2025_names_just_those_offices() -> None:
    assert set(of_kind("decision")["ssc-2025-04-10-closures"]["offices"]) == set(CLOSINGS)


DATES = {
    "a day that a source reports": ("malung", "opened", "2018-06-12"),
    "a month": ("solleftea", "opened", "2019-11"),
    "a year": ("ulricehamn", "opened", "2021"),
    "a page without a date bounds the event from above alone": ("goteborg-gamlestaden", "opened", "../2026-11-22"),
    "an office that closed and came back is one record": ("vimmerby", "reopened", "2018"),
    "a reopening that has been announced": ("ludvika", "reopening_announced", "2025-12-09"),
}


@pytest.mark.parametrize(("office", "kind", "on"), DATES.values(), ids=DATES)
def test_dates_are_as_precise_as_their_source(office: str, kind: str, on: str) -> None:
    assert event(office, kind)["on"] == on


STAGGERED = {
    "stockholm-odenplan": "mon",
    "hallunda": "tue",
    "sundbyberg": "wed",
    "stockholm-kungsholmen": "thu",
    "stockholm-liljeholmen": "fri",
}


@pytest.mark.parametrize(("office", "day"), STAGGERED.items(), ids=STAGGERED)
def test_each_of_the_five_closes_on_a_weekday_of_its_own_since_2_october_2023(office: str, day: str) -> None:
    hours = {one.get("valid_from"): one for one in of_kind("office")[office]["opening_hours"]}
    assert hours["2023-10-02"]["weekly"] == {day: []}


def test_the_policy_names_the_same_five() -> None:
    assert set(trees()["registry.yaml"]["policies"]["staggered_closing"]["offices"]) == set(STAGGERED)


def test_no_office_shares_premises_with_driving_tests_for_no_source_names_one() -> None:
    shared = [one for office in of_kind("office").values() for one in office.get("co_locations", [])]
    assert shared
    assert all(one.get("kind") != "driving_test" for one in shared)


AGREEMENTS = {
    "takeover-2019": ("service", None, "2019-06-01"),
    "arbetsformedlingen-2019": ("service", "2019-07-02", "2019-07"),
    "migrationsverket-pilot-2021": ("pilot", "../2021-06-07", "2021-09-01"),
    "migrationsverket-intent-2022": ("letter_of_intent", "2022-10-31", None),
    "migrationsverket-2023": ("service", "2023-04-18", None),
}


def test_the_agreements_known() -> None:
    found = of_kind("agreement").items()
    assert {name: (one["kind"], one.get("concluded"), one.get("valid_from")) for name, one in found} == AGREEMENTS


def test_whoever_takes_part_on_an_agreement_that_lists_offices_is_in_its_list() -> None:
    lists = {name: set(one["offices"]) for name, one in of_kind("agreement").items() if one.get("scope") == "list"}
    taking_part: dict[str, set[str]] = {name: set() for name in lists}
    for office, tree in of_kind("office").items():
        for one in tree.get("participations", []):
            if one.get("agreement") in lists:
                taking_part[one["agreement"]].add(office)
    assert taking_part == lists


def test_the_network_is_told_by_others_and_never_by_the_registry_itself() -> None:
    network = trees()["network.yaml"]
    assert [len(network[key]) for key in ("counts", "visits", "funds", "practices")] == [38, 10, 5, 23]
    assert {one["offices"] for one in network["counts"] if one["on"] == "2022-01-26"} == {117, 118}
