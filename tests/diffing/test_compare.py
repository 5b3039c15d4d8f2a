"""What counts as a change and what does not, over all kinds of documents."""

from __future__ import annotations

import pytest

from sscctl.diffing.compare import compare
from sscctl.diffing.significance import summed
from sscctl.domain.change import ChangeKind, Topic
from tests.base_registry import OFFICE_PATH
from tests.builders import deviation, registry_files
from tests.diffing.comparing import TODAY, changed, event, of_office, open_office, schedule, sides, told

FILES = registry_files()
OFFICE = FILES[OFFICE_PATH].decode()


@pytest.mark.parametrize(
    "text",
    [
        OFFICE.replace("name: Torget", "# the name\nname: 'Torget'"),
        OFFICE.replace("town: Exempelstad", 'town: "Exempelstad"\n'),
        "\n".join(line for line in OFFICE.splitlines() if not line.startswith("#")),
    ],
    ids=["a comment and other quotes", "quotes and an empty line", "no schema line, no line feed at the end"],
)
def test_the_way_it_is_written_is_no_change(text: str) -> None:
    assert text != OFFICE
    assert list(compare(sides(FILES, {**FILES, OFFICE_PATH: text.encode()}), TODAY)) == []


def test_a_file_in_another_folder_is_no_change() -> None:
    moved = {path: data for path, data in FILES.items() if path != OFFICE_PATH}
    moved["offices/stockholm/exempelstad-torget.yaml"] = FILES[OFFICE_PATH]
    assert list(compare(sides(FILES, moved), TODAY)) == []


ADDRESS = {"valid_from": "2021-11-01", "street": "Exempelgatan 1", "postcode": "11000", "source": "page"}
NEW_ADDRESS = {"valid_from": "2027-02-01", "street": "Nygatan 2", "postcode": "11020", "source": "page"}
PART = {"agency": "migrationsverket", "valid_from": "2024-01-01", "source": "page"}

SHARED = {"party": "trafikverket", "role": "host", "kind": "driving_test", "status": "active", "source": "page"}

OF_ONE_OFFICE = {
    "it moves": (
        {"addresses": [ADDRESS]},
        {"addresses": [{**ADDRESS, "valid_through": "2027-01-31"}, NEW_ADDRESS]},
        ["moves 2027-02-01 addresses"],
    ),
    "it moves, and an event says so": (
        {"addresses": [ADDRESS], "lifecycle": [event("opened", "2021-11-01")]},
        {
            "addresses": [{**ADDRESS, "valid_through": "2027-01-31"}, NEW_ADDRESS],
            "lifecycle": [event("opened", "2021-11-01"), event("moved", "2027-02-01")],
        },
        ["moves 2027-02-01 addresses"],
    ),
    "its street was told wrongly": (
        {"addresses": [ADDRESS]},
        {"addresses": [{**ADDRESS, "street": "Exempelgatan 10"}]},
        ["address 2021-11-01 addresses"],
    ),
    "its position is told": (
        {"addresses": [ADDRESS]},
        {"addresses": [{**ADDRESS, "position": {"latitude": 59.34, "longitude": 18.05, "precision": "entrance"}}]},
        ["-changed ? addresses"],
    ),
    "a day with other hours": (
        {},
        {"deviations": [deviation("2026-12-22", "10:00-13:00")]},
        ["deviation 2026-12-22..2026-12-22 deviations"],
    ),
    "a holiday on which the network is closed anyway": (
        {},
        {"deviations": [deviation("2026-12-25", "closed")]},
        ["-deviation 2026-12-25..2026-12-25 deviations"],
    ),
    "a day within a longer time that is closed anyway": (
        {"deviations": [deviation("2027-07-05..2027-07-18", "closed")]},
        {"deviations": [deviation("2027-07-05..2027-07-18", "closed"), deviation("2027-07-07", "closed")]},
        [],
    ),
    "hours by appointment": (
        {},
        {
            "other_hours": [
                {
                    "access": "appointment",
                    "valid_from": "2027-01-11",
                    "weekly": {"wed": ["16:00-18:00"]},
                    "source": "page",
                }
            ]
        },
        ["detail 2027-01-11 other_hours/appointment"],
    ),
    "another body is to share the premises": (
        {},
        {"co_locations": [{**SHARED, "valid_from": "2027-01-01"}]},
        ["co_location 2027-01-01 co_locations"],
    ),
    "another body leaves the premises": (
        {"co_locations": [SHARED]},
        {"co_locations": [{**SHARED, "valid_through": "2027-01-31"}]},
        ["co_location 2027-02-01 co_locations"],
    ),
    "an agency leaves": (
        {"participations": [PART]},
        {"participations": [{**PART, "valid_through": "2026-12-31"}]},
        ["agency_leaves 2027-01-01 participations"],
    ),
    "an agency joins": (
        {},
        {"participations": [{**PART, "valid_from": "2027-03"}]},
        ["agency_joins 2027-03 participations"],
    ),
    "an agency that takes part everywhere is named here as well": (
        {},
        {"participations": [{"agency": "skatteverket", "agreement": "takeover-2019", "source": "page"}]},
        ["-changed ? participations"],
    ),
    "its staff do more for an agency": (
        {"participations": [{**PART, "level": "guidance"}]},
        {"participations": [{**PART, "level": "handling"}]},
        ["participation 2024-01-01 participations/migrationsverket/level"],
    ),
    "the name on the door": ({}, {"name": "Stortorget"}, ["renamed ? name"]),
    "a facility": (
        {"facilities": {"wheelchair": True}},
        {"facilities": {"wheelchair": True, "hearing_loop": True}},
        ["detail ? facilities/hearing_loop"],
    ),
    "where to read more": (
        {"contact": {"web": "https://exempel.se/a"}},
        {"contact": {"web": "https://exempel.se/b"}},
        ["detail ? contact/web"],
    ),
    "a source": (
        {},
        {"sources": {"page": {"url": "https://exempel.se/kontor/torget", "date": "2026-11-01"}}},
        ["-changed ? sources/page/date", "-changed ? sources/page/title"],
    ),
}


@pytest.mark.parametrize(("before", "after", "changes"), OF_ONE_OFFICE.values(), ids=OF_ONE_OFFICE)
def test_an_office(before: dict[str, object], after: dict[str, object], changes: list[str]) -> None:
    assert told(of_office(before, after)) == changes


def test_a_deviation_tells_how_much_shorter_the_days_are_in_all() -> None:
    (change,) = of_office({}, {"deviations": [deviation("2027-07-05..2027-07-18", "closed")]})
    assert (change.before, change.after, change.minutes) == (None, [], 10 * 360)


def test_new_hours_from_a_day_and_a_closing_later_are_two_changes() -> None:
    before = {"opening_hours": [schedule("2021-11-01")], "lifecycle": [event("opened", "2021-11-01")]}
    after = {
        "opening_hours": [schedule("2021-11-01", "2026-12-31"), schedule("2027-01-01", None, "10:00-15:00")],
        "lifecycle": [event("opened", "2021-11-01"), event("closing_decided", "2026-12-01", last_day="2027-05-31")],
    }
    assert told(of_office(before, after)) == ["closes 2027-06-01 status", "hours_cut 2027-01-01 opening_hours"]


RENAMED = open_office("1880", "Örebro", predecessor="orebro-gamla")


class TestRenaming:
    def test_a_new_id_that_names_its_predecessor_is_one_rename(self) -> None:
        found = changed({"offices/orebro-gamla.yaml": open_office("1880", "Örebro")}, {"offices/orebro.yaml": RENAMED})
        assert [(change.field, change.before, change.after) for change in found if change.visible] == [
            ("id", "orebro-gamla", "orebro")
        ]

    def test_a_new_id_for_the_same_facts_is_one_rename(self) -> None:
        old, new = open_office("1880", "Örebro"), open_office("1880", "Örebro city")
        found = changed({"offices/orebro-gamla.yaml": old}, {"offices/orebro.yaml": new})
        assert [change.field for change in found if change.visible] == ["id", "name"]

    def test_what_else_changed_is_told_beside_the_rename(self) -> None:
        closing = [event("opened", "2020-01-01"), event("closed", "2026-12-24")]
        found = changed(
            {"offices/orebro-gamla.yaml": open_office("1880", "Örebro")},
            {"offices/orebro.yaml": {**RENAMED, "lifecycle": closing}},
        )
        assert [change.kind for change in found if change.visible] == [ChangeKind.CLOSES, ChangeKind.RENAMED]

    def test_an_office_that_follows_on_one_that_stays_in_the_registry_is_new(self) -> None:
        old = open_office("1880", "Örebro")
        both = {"offices/orebro-gamla.yaml": old, "offices/orebro.yaml": RENAMED}
        assert [change.kind for change in changed({"offices/orebro-gamla.yaml": old}, both)] == [ChangeKind.OPENS]

    def test_offices_in_two_municipalities_are_never_one(self) -> None:
        old, new = open_office("1880", "Örebro"), open_office("0180", "Örebro")
        found = changed({"offices/a.yaml": old}, {"offices/b.yaml": new})
        assert [change.kind for change in found] == [ChangeKind.VANISHES, ChangeKind.OPENS]


class TestWhatStandsAround:
    def test_an_agreement_is_compared_field_by_field(self) -> None:
        path = "agreements/takeover-2019.yaml"
        (change,) = changed({}, {path: {"reference": "EX 2019-1"}})
        assert (change.topic, change.subject, change.field) == (Topic.AGREEMENT, "takeover-2019", "reference")
        assert (change.before, change.after, change.visible) == (None, "EX 2019-1", False)

    def test_an_agreement_on_all_offices_that_ends_tells_at_which_an_agency_leaves(self) -> None:
        other = {"offices/orebro.yaml": open_office("1880", "Örebro")}
        path = "agreements/takeover-2019.yaml"
        found = changed(other, {**other, path: {"valid_through": "2026-12-31"}})
        left = [change for change in found if change.kind is ChangeKind.AGENCY_LEAVES]
        assert [change.agency for change in left] == sorted(
            ["arbetsformedlingen", "forsakringskassan", "pensionsmyndigheten", "skatteverket"]
        )
        assert {change.offices for change in left} == {("exempelstad-torget", "orebro")}
        assert {change.effective.isoformat() for change in left} == {"2027-01-01"}
        assert summed(found).offices == ("exempelstad-torget", "orebro")

    def test_a_new_decision_is_one_change(self) -> None:
        decision = {"kind": "act", "title": {"sv": "Ny lag"}, "date": "2026-11-01"}
        assert told(changed({}, {"decisions/ny-lag.yaml": decision})) == ["-added 2026-11-01 decision"]

    def test_a_limit_of_the_guard_is_compared_by_itself(self) -> None:
        limits = {"offices_percent": 5, "county_offices_percent": 25, "weekly_hours_percent": 10}
        settings = {"policies": {"closed_days": [], "guard": limits}}
        loose = {"policies": {"closed_days": [], "guard": {**limits, "offices_percent": 50}}}
        found = changed({"registry.yaml": settings}, {"registry.yaml": loose})
        assert told(found) == ["-changed ? policies/guard/offices_percent"]

    def test_a_day_on_which_the_whole_network_closes_is_noticed(self) -> None:
        limits = {"offices_percent": 5, "county_offices_percent": 25, "weekly_hours_percent": 10}
        settings = {"policies": {"closed_days": ["public_holidays"], "guard": limits}}
        more = {"policies": {"closed_days": ["public_holidays", "christmas_eve"], "guard": limits}}
        assert told(changed({"registry.yaml": settings}, {"registry.yaml": more})) == ["changed ? policies/closed_days"]

    def test_reference_data_are_told_by_file(self) -> None:
        after = {**FILES, "reference/counties.csv": FILES["reference/counties.csv"] + b"\n"}
        assert told(compare(sides(FILES, after), TODAY)) == ["-changed ? file"]


def test_a_file_that_cannot_be_read_any_more_is_neither_lost_nor_changed() -> None:
    both = sides(FILES, {**FILES, OFFICE_PATH: b"name: [broken"})
    assert list(compare(both, TODAY)) == []
    assert both.unreadable == {OFFICE_PATH}
    assert set(both.offices_after) == {"exempelstad-torget"}
